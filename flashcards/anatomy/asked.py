"""What every question about a muscle is made of: its card, and what it tells so that one answer is meant."""

from __future__ import annotations

from flashcards.anatomy.subject import Subject, joined, the
from flashcards.card import Card
from flashcards.fact import Fact
from flashcards.question import Question


def card(subject: Subject, fact: Fact, form: str, question: Question, *told: str) -> Card:
    """Return a card; its question tells, or asks among, the other facts of its slot and those of `told`."""
    groups = tuple(f"{subject.part}.{slot}" for slot in told or (fact.slot,))
    return Card(subject.note, fact, form, question, subject.disputes(fact), groups)


def besides(subject: Subject, fact: Fact) -> str:
    """Say which other facts of the slot are not asked for: ", besides the iliac crest"."""
    return listed(tuple(the(other.text) for other in subject.others(fact)))


def listed(names: tuple[str, ...]) -> str:
    """Say what is not asked for.

    >>> listed(("iliacus",)), listed(())
    (', besides iliacus', '')
    """
    return f", besides {joined(names)}" if names else ""


def whole_fact(subject: Subject, slot: str, name: str) -> Fact:
    """Return the fact of a card that asks a whole slot: it keeps its id however the facts in it change."""
    prefix = f"{subject.part}." if subject.part else ""
    return Fact(prefix + name, slot, f"{name} of {subject.name}", subject.note.place)
