"""What a deck overrules: two muscles that are never told as opponents, in one movement or in any."""

from __future__ import annotations

from dataclasses import dataclass

from flashcards.anatomy.opposition.meeting import Meeting
from flashcards.anatomy.terms import vocabulary
from flashcards.note import Note


@dataclass(frozen=True, slots=True)
class Never:
    """Two muscles, by path, that oppose each other in none of these movements; with none, in nothing."""

    pair: frozenset[str]
    movements: frozenset[tuple[str, str]]

    def forbids(self, met: Meeting) -> bool:
        """Tell whether a meeting is one of those overruled."""
        return self.pair == {met.one.subject.note.path, met.other.subject.note.path} and (
            not self.movements or self.movements <= movements_in(met)
        )


def never(note: Note) -> Never:
    """Return what an entry of `opposites:` with `never: true` overrules."""
    pair = (key if "/" in key else f"{note.deck}/{key}" for key in note.words.get("pair", ()))
    return Never(frozenset(pair), stated_movements(note.word("movement")))


def stated_movements(text: str) -> frozenset[tuple[str, str]]:
    """Return the movements that an entry names, with their joints.

    >>> sorted(stated_movements("lumbar flexion / lumbar extension"))
    [('spine', 'extension'), ('spine', 'flexion')]
    """
    found = (vocabulary.movement(half.strip()) for half in text.split("/"))
    return frozenset((movement.joint, movement.name) for movement in found if movement)


def movements_in(met: Meeting) -> frozenset[tuple[str, str]]:
    """Return the two movements of a meeting, with their joints."""
    return frozenset((move.joint, move.name) for move in (met.one, met.other))
