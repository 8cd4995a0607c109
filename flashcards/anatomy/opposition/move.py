"""A move: what a muscle does in one of its actions, as the joint, the movement and the side it goes to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple, Self

from flashcards.anatomy.movement import SLOTS
from flashcards.anatomy.subject import Subject, subjects
from flashcards.anatomy.terms import vocabulary
from flashcards.fact import Fact
from flashcards.note import Note

ACROSS = {"same": "other", "other": "same"}
"""A side as a muscle of the other half of the body sees it."""

BENDING = "lateral flexion"
"""Its name alone doesn't say to which side it goes: to the muscle's own, unless a deck says not."""

UNCOUNTED = 3
"""The backing of what carries none: as much as most."""


class Direction(NamedTuple):
    """Which way a movement goes: `toward` the same or the other side, empty where it goes to neither."""

    axis: str
    toward: str = ""

    @property
    def mirrored(self) -> Self:
        """What it is to the other half of the body.

        >>> Direction("rotation", "other").mirrored
        Direction(axis='rotation', toward='same')
        """
        return self._replace(toward=ACROSS.get(self.toward, ""))

    def undone_at(self, joint: str) -> Direction | None:
        """Return what undoes it at a joint, None where nothing does.

        >>> Direction("flexion").undone_at("hip"), Direction("elevation").undone_at("pelvic-floor")
        (Direction(axis='extension', toward=''), None)
        """
        if self.toward:
            return self.mirrored
        opposite = vocabulary.opposite(joint, self.axis)
        return Direction(opposite) if opposite else None


def direction(movement: vocabulary.Movement, side: str = "") -> Direction:
    """Return which way a movement goes; `side` is what the deck says of it.

    >>> direction(vocabulary.Movement("neck", "contralateral rotation"))
    Direction(axis='rotation', toward='other')
    >>> direction(vocabulary.Movement("spine", "lateral flexion"))
    Direction(axis='lateral flexion', toward='same')
    """
    which, _, axis = movement.name.partition(" ")
    if which in vocabulary.SIDES:
        return Direction(axis, vocabulary.SIDES[which])
    if movement.name == BENDING:
        return Direction(BENDING, side or movement.side or "same")
    return Direction(movement.name)


@dataclass(frozen=True, slots=True)
class Move:
    """What a muscle or one of its parts does in one of its actions."""

    subject: Subject
    fact: Fact
    joint: str
    name: str
    direction: Direction

    @property
    def prime(self) -> bool:
        """Whether the muscle is a prime mover in it."""
        return self.fact["role"] == "prime"

    @property
    def leads(self) -> bool:
        """Whether it is a prime mover, be it from the other end: the hip extensor that tilts the pelvis."""
        return self._first["role"] == "prime"

    @property
    def backing(self) -> int:
        """How many groups of sources back it, or what it follows from; in between where nobody counted."""
        return int(self._first["backing"] or UNCOUNTED)

    @property
    def _first(self) -> Fact:
        """The fact that it follows from, else its own."""
        follows = self.fact["follows"]
        told = (other for other in self.subject.told(*SLOTS) if follows and other.text == follows)
        return next(told, self.fact)

    @property
    def reversed(self) -> bool:
        """Whether its insertion is held still."""
        return self.fact.slot == "reversed"


def moves(note: Note) -> Iterator[Move]:
    """Yield the moves of a muscle and of its parts: those that may be asked, at a joint that is known."""
    return (move for move in told_moves(note) if move.fact.askable)


def told_moves(note: Note) -> Iterator[Move]:
    """Yield the moves of a muscle and of its parts at a joint that is known, the disputed ones, too."""
    for subject in subjects(note):
        for fact in subject.told(*SLOTS):
            found = vocabulary.movement(fact.text)
            if found:
                yield Move(subject, fact, found.joint, found.name, direction(found, fact["side"]))
