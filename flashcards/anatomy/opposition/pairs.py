"""Every pair that opposes or helps each other, once: for listing who does what against whom."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from flashcards.anatomy.opposition.derivation import Movers
from flashcards.anatomy.opposition.meeting import Meeting
from flashcards.anatomy.opposition.move import Direction, Move
from flashcards.anatomy.subject import Subject
from flashcards.anatomy.terms import vocabulary


def pairs(movers: Movers, opposed: bool) -> list[Meeting]:
    """Return each pair once for each movement, by joint and movement, prime movers first."""
    return _ordered(movers, opposed, _is_first)


def pairs_of(movers: Movers, chosen: Callable[[Subject], bool], opposed: bool) -> list[Meeting]:
    """Return the pairs of the muscles and parts chosen, each of these in the first place."""
    return _ordered(movers, opposed, lambda met: chosen(met.one.subject))


def _ordered(movers: Movers, opposed: bool, wanted: Callable[[Meeting], bool]) -> list[Meeting]:
    found: dict[tuple[object, ...], Meeting] = {}
    for move in movers.moves:
        for met in movers.meetings(move, opposed):
            if wanted(met):
                kept = found.setdefault(_same(met), met)
                found[_same(met)] = min(kept, met, key=lambda it: it.reversed)
    return sorted(found.values(), key=lambda met: _rank(met, movers.shared(met)))


def _same(met: Meeting) -> tuple[object, ...]:
    """Return what makes two meetings the same to people, whichever end of the muscles is held still."""
    return met.joint, *(thing for move in (met.one, met.other) for thing in _what(move)), met.across


def _what(move: Move) -> tuple[str, Direction]:
    return move.subject.path, move.direction


def _is_first(met: Meeting) -> bool:
    """Tell whether a meeting is told from the side of the movement, or the muscle, that comes first."""
    one, other = _place(met.joint, met.one), _place(met.joint, met.other)
    return one < other or (one == other and met.one.subject.path <= met.other.subject.path)


def _place(joint: str, move: Move) -> tuple[int, str]:
    """Return a movement's place at its joint; toward the other side comes after toward the own."""
    names: Sequence[str] = tuple(vocabulary.joints()[joint].movements)
    return names.index(move.name) if move.name in names else len(names), move.direction.toward


def _rank(met: Meeting, shared: int) -> tuple[object, ...]:
    where = tuple(vocabulary.joints()).index(met.joint), _place(met.joint, met.one), met.across
    foremost = not met.twins, -(met.one.prime + met.other.prime), met.reversed, -shared
    return *where, *foremost, met.one.subject.name, met.other.subject.name, _same(met)
