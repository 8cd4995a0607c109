"""The kind `cards`: everything that is no muscle and no technique."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from flashcards.card import Card
from flashcards.fact import Fact, fact_id
from flashcards.kind import YES, Field, Kind, Notes, Slot
from flashcards.note import Note
from flashcards.place import Problem
from flashcards.question import Choice, Listing, Ordering, Question, SelfRated, Typed, Wrong

GAP = re.compile(r"\{\{(.+?)\}\}")
MAX_GAPS = 9
TYPED_WORDS = 6
BLANK = "____"


def recalled(prompt: str, answer: str, accept: tuple[str, ...] = ()) -> Question:
    """Ask for a short answer to be typed, and for a long one to be rated by the learner.

    >>> type(recalled("Origin?", "iliac fossa")).__name__
    'Typed'
    """
    return Typed(prompt, answer, accept) if len(answer.split()) <= TYPED_WORDS else SelfRated(prompt, answer)


def _front_back(note: Note) -> Iterator[tuple[str, Question]]:
    front, back = note.word("front"), note.word("back")
    yield "forward", recalled(front, back, note.words.get("accept", ()))
    if note.word("both_ways") == "true":
        yield "backward", recalled(back, front)


def _cloze(note: Note) -> Iterator[tuple[str, Question]]:
    text = note.word("cloze")
    for number, gap in enumerate(GAP.finditer(text), start=1):
        prompt = GAP.sub(r"\1", text[: gap.start()]) + BLANK + GAP.sub(r"\1", text[gap.end() :])
        yield f"cloze-{number}", Typed(prompt, gap[1], note.words.get("accept", ()))


def _question(note: Note) -> Iterator[tuple[str, Question]]:
    asked = note.word("question")
    wrong = tuple(
        Wrong(fact["of"] or fact.text, fact.text if fact["of"] else "") for fact in note.slot("wrong")
    )
    items = tuple(note.slot("item"))
    steps = tuple(fact.text for fact in note.slot("step"))
    if wrong:
        yield "choice", Choice(asked, note.word("answer"), wrong)
    elif items:
        yield "list", Listing(asked, tuple(i.text for i in items), tuple(i.accept for i in items))
    elif steps:
        yield "order", Ordering(asked, steps, tuple(range(len(steps))))
    else:
        yield "recall", recalled(asked, note.word("answer"), note.words.get("accept", ()))


Asker = Callable[[Note], Iterator[tuple[str, Question]]]
ASKERS: dict[str, Asker] = {"front": _front_back, "cloze": _cloze, "question": _question}


def statement(note: Note) -> str:
    """Return the whole of what a plain card states: the text its identity hangs on."""
    told = ("front", "back", "cloze", "question", "answer")
    items = (fact.text for fact in note.slot("item", "step"))
    return " - ".join([*(note.word(name) for name in told if note.word(name)), *items])


def _shape(note: Note) -> str:
    return next((shape for shape in ASKERS if note.word(shape)), "")


def cards(note: Note, _: Notes) -> Iterator[Card]:
    """Yield the cards of a plain note; all are siblings, as they ask one statement."""
    shape, text = _shape(note), statement(note)
    fact = Fact(fact_id(shape, text), shape, text, note.place)
    for form, question in ASKERS[shape](note):
        yield Card(note, fact, form, question)


def check_shape(note: Note, _: Notes) -> Iterator[Problem]:
    """Check that a card asks in exactly one way, and that this way is complete."""
    shapes = [shape for shape in ASKERS if note.word(shape)]
    answers = [name for name, given in _answers(note).items() if given]
    if len(shapes) != 1:
        yield _problem(
            note, "a card has one of 'front', 'cloze' and 'question'", "write {front: ..., back: ...}"
        )
    elif shapes == ["question"] and len(answers) != 1:
        yield _problem(note, "a question has one of 'answer', 'all_of' and 'in_order'", "add 'answer:'")
    elif shapes == ["front"] and not note.word("back"):
        yield _problem(note, "this card has a front and no back", "add 'back:'")
    elif shapes != ["question"] and answers:
        yield _problem(
            note, f"'{answers[0]}' goes with a 'question'", "write 'question:' in place of the front"
        )
    elif any(note.slot("wrong")) and not note.word("answer"):
        yield _problem(note, "'wrong' options go with an 'answer'", "add 'answer:'")


def _answers(note: Note) -> dict[str, bool]:
    return {
        "answer": bool(note.word("answer")),
        "all_of": any(note.slot("item")),
        "in_order": any(note.slot("step")),
    }


def check_cloze(note: Note, _: Notes) -> Iterator[Problem]:
    """Check that a cloze has a gap, closes what it opens, and has no more gaps than a card shows well."""
    text = note.word("cloze")
    gaps = len(GAP.findall(text))
    if text and not gaps:
        yield _problem(note, "this cloze has no gap", "put what is asked in double braces: {{psoas}}")
    elif text.count("{{") != gaps or text.count("}}") != gaps:
        yield _problem(
            note, "a gap of this cloze is not closed, or lies in another", "write {{one}} and {{two}}"
        )
    elif gaps > MAX_GAPS:
        yield _problem(
            note, f"this cloze has {gaps} gaps, and {MAX_GAPS} are the most", "make two cards of it"
        )


def check_wrong(note: Note, _: Notes) -> Iterator[Problem]:
    """Check that no wrong option is the right one."""
    for fact in note.slot("wrong"):
        if (fact["of"] or fact.text).casefold() == note.word("answer").casefold():
            yield Problem(
                fact.place, "right-as-wrong", "this wrong option is the right answer", help="change one"
            )


def _problem(note: Note, message: str, help: str) -> Problem:
    return Problem(note.place, "card-shape", message, help=help, width=len(note.key))


CARDS = Kind(
    section="cards",
    noun="card",
    fields=(
        *(Field(name) for name in ("front", "back", "cloze", "question", "answer", "source", "note")),
        Field("both_ways", one_of=YES),
        Field("accept", many=True),
        Slot("wrong", slot="wrong", pairs=True),
        Slot("all_of", slot="item"),
        Slot("in_order", slot="step"),
    ),
    cards=cards,
    checks=(check_shape, check_cloze, check_wrong),
)
