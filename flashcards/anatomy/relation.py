"""Who lies where: a position is told once, and asked from both sides."""

from __future__ import annotations

from collections.abc import Iterator

from flashcards.anatomy.names import name_of, unknown_muscles
from flashcards.anatomy.subject import mid
from flashcards.fact import Fact
from flashcards.kind import Notes
from flashcards.note import Note
from flashcards.place import Problem
from flashcards.plain import recalled
from flashcards.question import Question, Typed

MIRROR = {
    "in front of": "behind",
    "behind": "in front of",
    "above": "below",
    "below": "above",
    "medial to": "lateral to",
    "lateral to": "medial to",
    "superficial to": "deep to",
    "deep to": "superficial to",
    "beside": "beside",
}
"""Each relation and the one the other muscle has; the tests hold that a mirror's mirror is itself."""


def relation_cards(name: str, fact: Fact, notes: Notes) -> Iterator[tuple[str, Question]]:
    """Yield the questions of one position: from this side, from the other, and what lies between."""
    here, other = fact["of"], name_of(fact.text, notes)
    yield "recall", _where(name, here, other, fact.accept)
    yield "other", _where(other, MIRROR[here], name)
    if fact["between"]:
        between, *others = (words.strip() for words in fact["between"].split(";"))
        yield "between", recalled(f"What lies between {mid(name)} and {mid(other)}?", between, tuple(others))


def _where(name: str, relation: str, other: str, accept: tuple[str, ...] = ()) -> Question:
    statement = f"{name} lies {relation} {other}"
    return Typed(
        f"Where does {mid(name)} lie in relation to {mid(other)}?",
        relation,
        (*accept, f"{relation} {other}", statement),
    )


def check_relations(note: Note, notes: Notes) -> Iterator[Problem]:
    """Check that the other muscle is in the deck, and that nobody lies beside itself."""
    for fact in note.slot("relation"):
        if fact.text == note.key:
            yield Problem(
                fact.place,
                "own-neighbour",
                f"'{note.key}' can't lie {fact['of']} itself",
                help="name another",
            )
        else:
            yield from unknown_muscles(fact.place, (fact.text,), notes)
