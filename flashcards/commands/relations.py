"""Who opposes and who helps whom, as rows and for reading: two kinds of `flashcards list`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from flashcards.anatomy.movement import full_movement, spoken
from flashcards.anatomy.opposition.derivation import Movers
from flashcards.anatomy.opposition.meeting import Meeting
from flashcards.anatomy.opposition.pairs import pairs, pairs_of
from flashcards.anatomy.subject import capital
from flashcards.commands import Options
from flashcards.commands.choosing import chosen_joint, chosen_muscles, chosen_notes
from flashcards.commands.table import Row
from flashcards.commands.terminal import plain, wrap

ELSEWHERE = " (muscle of the other side)"


def opposites(word: str, options: Options, joint: str, deck: Sequence[str]) -> Iterable[Row]:
    """Return who opposes whom in which movement: of all muscles, or of the one a word names."""
    for met in found(word, options, joint, deck, opposed=True):
        does = {"a_does": full_movement(met.one.fact), "b_does": _does(met)}
        yield {**_pair(met), **does, "reversed": met.reversed, "reason": met.reason}


def synergists(word: str, options: Options, joint: str, deck: Sequence[str]) -> Iterable[Row]:
    """Return who helps whom in which movement: of all muscles, or of the one a word names."""
    for met in found(word, options, joint, deck, opposed=False):
        yield {**_pair(met), "does": _does(met), "reversed": met.reversed, "reason": met.reason}


def tell_opposites(
    word: str, options: Options, joint: str, deck: Sequence[str], columns: int
) -> Iterator[str]:
    """Yield the same for people: a headline for each movement, and below it who opposes whom."""
    yield from _told(found(word, options, joint, deck, opposed=True), "{one} against {other}", columns)


def tell_synergists(
    word: str, options: Options, joint: str, deck: Sequence[str], columns: int
) -> Iterator[str]:
    """Yield the same for people: a headline for each movement, and below it who helps whom."""
    yield from _told(found(word, options, joint, deck, opposed=False), "{one} with {other}", columns)


def found(word: str, options: Options, joint: str, deck: Sequence[str], *, opposed: bool) -> list[Meeting]:
    """Return the pairs asked for, by joint and movement, prime movers first; UnknownName for a wrong word."""
    notes = chosen_notes(options, deck)
    movers = Movers(notes)
    muscles = chosen_muscles(word, notes)
    met = pairs_of(movers, muscles, opposed) if word else pairs(movers, opposed)
    near = chosen_joint(joint)
    return [it for it in met if not near or it.joint in near]


def _pair(met: Meeting) -> Row:
    return {"a": met.one.subject.key, "b": met.other.subject.key, "joint": met.joint}


def _does(met: Meeting) -> str:
    """Return what the other muscle does, and that it is one of the other side where it must be."""
    return full_movement(met.other.fact) + (ELSEWHERE if met.across else "")


def _told(met: Sequence[Meeting], heading: str, columns: int) -> Iterator[str]:
    for number, (title, group) in enumerate(groupby(met, key=lambda it: _title(it, heading))):
        if number:
            yield ""
        yield from wrap(title, columns)
        for name, others in _by_first(group).items():
            yield from wrap(plain(f"{name}: {', '.join(others)}"), columns, first="  ", rest="    ")


def _by_first(met: Iterable[Meeting]) -> Mapping[str, Sequence[str]]:
    """Return under each name the names that go with it, in the order in which they first appear."""
    others: dict[str, list[str]] = {}
    for it in met:
        others.setdefault(capital(it.one.subject.name), []).append(it.other.subject.name)
    return others


def _title(met: Meeting, heading: str) -> str:
    one, other = met.one.name, met.other.name + (ELSEWHERE if met.across else "")
    return f"{capital(spoken(met.joint))}: {heading.format(one=one, other=other) if one != other else one}"
