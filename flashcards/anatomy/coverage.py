"""Coverage: what is told of a muscle, and what nobody has written down yet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from flashcards.fact import FEW
from flashcards.note import Note

SLOTS: Mapping[str, str] = {
    "origin": "origin",
    "insertion": "insertion",
    "action": "action",
    "reversed": "reversed action",
    "nerve": "nerve",
    "palpation": "palpation",
}
"""The slots that every muscle should fill, with what people call them."""

TECHNIQUE = "technique"


@dataclass(frozen=True, slots=True)
class Coverage:
    """A muscle, what it `lacks`, and how many of its `facts` are backed by one group alone or not asked."""

    note: Note
    facts: int
    weak: int
    unasked: int
    lacks: tuple[str, ...]


def covered(note: Note, targets: frozenset[str]) -> Coverage:
    """Return the coverage of a muscle, its parts included; `targets` are the muscles that techniques aim at.

    >>> from flashcards.fact import Fact
    >>> from flashcards.place import Place
    >>> note = Note("iliacus", "muscles", "hip", Place("", 1, 1), facts=(Fact("", "origin", "iliac fossa"),))
    >>> covered(note, frozenset(("hip/iliacus",))).lacks
    ('insertion', 'action', 'reversed action', 'nerve', 'palpation')
    """
    told = {fact.slot for fact in note.facts}
    lacks = [name for slot, name in SLOTS.items() if slot not in told]
    lacks += [TECHNIQUE] * (note.path not in targets)
    weak = sum(fact["backing"] == FEW for fact in note.facts)
    return Coverage(note, len(note.facts), weak, sum(not fact.askable for fact in note.facts), tuple(lacks))


def targeted(notes: Iterable[Note]) -> frozenset[str]:
    """Return the paths of the muscles that the techniques among some notes aim at."""
    aimed = ((note.deck, key) for note in notes for key in note.words.get("targets", ()))
    return frozenset(key if "/" in key else f"{deck}/{key}" for deck, key in aimed)
