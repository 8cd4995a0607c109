"""Fronts and backs: a card's question and answer as the HTML that Anki shows."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2s
from html import escape

from flashcards.card import Card
from flashcards.fact import fold
from flashcards.question import Choice, Listing, Ordering, Recital, Typed, Wrong
from flashcards.quiz.distractors import options

READ_BY_ANKI = str.maketrans({mark: f"&#{ord(mark)};" for mark in "{}[]"})
"""Braces and brackets stand for fields, gaps and sounds there; in a deck they are only letters."""

UNSHOWN = ("Cc", "Cs")


def escaped(text: str) -> str:
    r"""Return plain text as HTML, the one place where this is done.

    >>> escaped("x<3 & {{y}}\nz")
    'x&lt;3 &amp; &#123;&#123;y&#125;&#125;<br>z'
    """
    lines = unicodedata.normalize("NFC", text).splitlines()
    return "<br>".join(escape(_shown(line), quote=False).translate(READ_BY_ANKI) for line in lines)


def _shown(line: str) -> str:
    if line.isprintable():
        return line
    return "".join(" " if unicodedata.category(mark) in UNSHOWN else mark for mark in line)


def front(card: Card, seed: str) -> str:
    """Return the question; `seed` says in which order options and steps to be ordered stand."""
    return "".join([*_asked(card.note.name, card.question.prompt), *_offered(card, seed)])


def _asked(name: str, prompt: str) -> Iterator[str]:
    """Yield the question: under the name of its note where it begins with that, above what it is about."""
    before, colon, after = prompt.partition(": ")
    if colon and before == name and after:
        yield _div("title", escaped(name))
        prompt = after[0].upper() + after[1:]
    question, mark, about = prompt.partition("? ")
    yield _div("question", escaped(question + mark.rstrip()))
    if about:
        yield _div("about", escaped(about))


def _offered(card: Card, seed: str) -> Iterator[str]:
    match card.question:
        case Choice() as choice:
            yield _list("ol", "options", map(escaped, _options(choice, seed)))
        case Ordering(steps=steps):
            yield _list("ul", "pieces", map(escaped, mixed(steps, seed)))
        case Listing(prompt=prompt, items=items) if str(len(items)) not in prompt:
            yield _div("count", f"{len(items)} to name")


def back(card: Card, seed: str, source: str) -> str:
    """Return the answer, what else is right, and why; the source has a field of its own."""
    told = (line for line in card.explanation if line != f"Source: {source}")
    return "".join([_answer(card, seed), *_also(card), *(_div("why", escaped(line)) for line in told)])


def _answer(card: Card, seed: str) -> str:
    match card.question:
        case Choice(answer=answer) as choice:
            reasons = {wrong.text: wrong.why for wrong in _wrong(choice)}
            marked = (_option(text, text == answer, reasons.get(text, "")) for text in _options(choice, seed))
            return f'<ol class="options" type="A">{"".join(marked)}</ol>'
        case Ordering(steps=steps, groups=groups) | Recital(steps=steps, groups=groups):
            free = (" <i>(in any order)</i>" if groups.count(group) > 1 else "" for group in groups)
            return _list(
                "ol", "answer", (escaped(step) + either for step, either in zip(steps, free, strict=True))
            )
        case Listing(items=items):
            return _list("ul", "answer", map(escaped, items))
        case question:
            return _div("answer", escaped(question.answer))


def _also(card: Card) -> Iterator[str]:
    question = card.question
    if isinstance(question, Typed):
        others = dict.fromkeys(text for text in question.accept if fold(text) != fold(question.answer))
        if others:
            yield _div("also", escaped(f"Also right: {'; '.join(others)}"))


def _wrong(choice: Choice) -> tuple[Wrong, ...]:
    """Return the nearest wrong options, always the same: a package changes only with its deck."""
    return options(choice, 0.0)


def _options(choice: Choice, seed: str) -> Sequence[str]:
    return mixed((choice.answer, *(wrong.text for wrong in _wrong(choice))), seed, keep=True)


def mixed(texts: Sequence[str], seed: str, keep: bool = False) -> Sequence[str]:
    """Return texts in an order that hangs on the seed alone; unless `keep`, never in the order they came in.

    >>> mixed(("a", "b"), "any seed")
    ('b', 'a')
    """
    shuffled = tuple(
        sorted(texts, key=lambda text: blake2s(f"{seed}\0{text}".encode("utf-8", "surrogatepass")).digest())
    )
    return shuffled if keep or shuffled != tuple(texts) else shuffled[1:] + shuffled[:1]


def _option(text: str, right: bool, why: str) -> str:
    reason = f'<span class="reason">{escaped(why)}</span>' if why else ""
    return f'<li class="{"right" if right else "wrong"}">{escaped(text)}{reason}</li>'


def _list(tag: str, role: str, items: Iterable[str]) -> str:
    kind = ' type="A"' if role == "options" else ""
    return f'<{tag} class="{role}"{kind}>{"".join(f"<li>{item}</li>" for item in items)}</{tag}>'


def _div(role: str, content: str) -> str:
    return f'<div class="{role}">{content}</div>'
