"""What is told after an answer: the verdict in words, the right answer, and the reasons."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from flashcards.card import Card
from flashcards.question import Listing, Ordering, Question, Recital, answer_lines
from flashcards.quiz.mark import Mark, Verdict
from flashcards.quiz.present import Sheet

SAID = {
    Verdict.RIGHT: ("Right", "good"),
    Verdict.SLIP: ("Right, with a slip", "fair"),
    Verdict.PARTLY: ("Partly right", "fair"),
    Verdict.WRONG: ("Wrong", "bad"),
    Verdict.ASK: ("Wrong", "bad"),
}
"""Each verdict in words, and the colour that may go with it."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line to print; where it is too long it goes on below its beginning, behind the mark."""

    text: str
    mark: str = ""
    style: str = "plain"


def verdict_line(question: Question, given: str, mark: Mark) -> Line:
    """Return the verdict and its reason as one sentence.

    >>> mark = Mark(Verdict.PARTLY, "missed: iliac crest", 0.5, ("rib 12",), ("iliac crest",))
    >>> verdict_line(Listing("Name both ends.", ("rib 12", "iliac crest")), "rib 12", mark).text
    'Partly right: 1 of 2; missed: iliac crest.'
    """
    said, style = SAID[mark.verdict]
    if not given:
        return Line("Not answered.", style=style)
    return Line(sentence(": ".join((said, *_because(question, mark)))), style=style)


def _because(question: Question, mark: Mark) -> Iterator[str]:
    """Yield why it was not simply right; of a list also how much was."""
    partly = isinstance(question, Listing) and mark.verdict is Verdict.PARTLY
    counted = f"{len(mark.got)} of {len(mark.got) + len(mark.missing)}; " if partly else ""
    if mark.verdict is not Verdict.RIGHT and mark.reason:
        yield counted + mark.reason


def sentence(text: str) -> str:
    """Return a text that ends as a sentence does.

    >>> sentence("Right"), sentence("coracoid or coronoid?")
    ('Right.', 'coracoid or coronoid?')
    """
    return text if text.endswith((".", "?", "!")) else f"{text}."


def told(card: Card, sheet: Sheet, mark: Mark | None) -> Iterator[Line]:
    """Yield the right answer and what explains it."""
    missed = mark.missing if mark and mark.verdict is Verdict.PARTLY else ()
    match card.question:
        case Listing(items=items):
            yield Line("Answer:")
            yield from (Line(f"{item} (missed)" if item in missed else item, "- ") for item in items)
        case Ordering(steps=steps, groups=groups):
            yield Line("In order:")
            for number, step in zip(numbers(groups), steps, strict=True):
                yield Line(f"{step} (was out of place)" if step in missed else step, f"{number}. ")
        case Recital():
            pass  # Each step was shown as it was asked for.
        case question:
            yield Line(lettered(answer_lines(question)[0], sheet), "Answer: ")
    yield from (Line(line, "  ") for line in card.explanation)


def numbers(groups: tuple[int, ...]) -> tuple[int, ...]:
    """Return the place of each step, the same for steps that may stand in any order.

    >>> numbers((0, 4, 4, 7))
    (1, 2, 2, 4)
    """
    return tuple(groups.index(group) + 1 for group in groups)


def lettered(answer: str, sheet: Sheet) -> str:
    """Return an answer behind the letter it had, if it had one."""
    return next((f"{letter}, {answer}" for letter, text in sheet.lettered.items() if text == answer), answer)
