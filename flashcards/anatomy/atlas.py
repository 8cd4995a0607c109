"""The atlas of a deck: what it and its neighbors tell of muscles, gathered once, by bone and by nerve."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import is_

from flashcards.anatomy.lexicon import meant
from flashcards.anatomy.movement import SLOTS
from flashcards.anatomy.spot import overlap, spot
from flashcards.anatomy.subject import Subject, subjects
from flashcards.anatomy.truth import PLACES
from flashcards.fact import Fact
from flashcards.kind import Notes
from flashcards.note import Note


@dataclass(frozen=True, slots=True)
class Told:
    """A fact, whose it is, and the how-manieth muscle of the notes that is."""

    subject: Subject
    fact: Fact
    number: int


class Atlas:
    """What is told of some muscles: their places by bone, their movements, and whom a nerve supplies."""

    def __init__(self, notes: Iterable[Note]) -> None:
        muscles = [note for note in notes if note.kind == "muscles"]
        self._numbers = {note.path: number for number, note in enumerate(muscles)}
        self.places = [*self._told(muscles, PLACES)]
        self.movements = [*self._told(muscles, SLOTS)]
        self.by_bone = _grouped(self.places, lambda told: spot(told.fact.text).bone)
        self.by_nerve = _grouped(
            self._told(muscles, ("nerve",)), lambda told: "-".join(meant(told.fact.text))
        )

    def _told(self, muscles: Iterable[Note], slots: tuple[str, ...]) -> Iterator[Told]:
        for note in muscles:
            number = self._numbers[note.path]
            for subject in subjects(note):
                yield from (Told(subject, fact, number) for fact in subject.told(*slots))

    def nearest(self, subject: Subject, found: Iterable[Told]) -> list[Told]:
        """Return what is told of other muscles, of those first that the deck tells nearest to this one."""
        at = self._numbers[subject.note.path]
        return sorted((it for it in found if it.number != at), key=lambda it: abs(it.number - at))

    def at(self, fact: Fact) -> list[Told]:
        """Return what is told of the same end at the place of a fact, at a part of it or around it."""
        place = spot(fact.text)
        beside = (told for told in self.by_bone.get(place.bone, ()) if told.fact.slot == fact.slot)
        return [told for told in beside if overlap(place, spot(told.fact.text))]


def _grouped(found: Iterable[Told], name: Callable[[Told], str]) -> Mapping[str, Sequence[Told]]:
    groups: dict[str, list[Told]] = defaultdict(list)
    for told in found:
        groups[name(told)].append(told)
    return groups


def atlas(notes: Notes) -> Atlas:
    """Return the atlas of a deck's notes and its neighbors'; the last few are kept."""
    return _atlas(_Same(notes.values()))


class _Same(tuple[Note, ...]):
    """Notes that equal others only where they are the very same: so they can be looked up at once."""

    __slots__ = ()

    def __hash__(self) -> int:
        return hash(tuple(map(id, self)))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and len(self) == len(other) and all(map(is_, self, other))


@lru_cache(maxsize=4)
def _atlas(notes: _Same) -> Atlas:
    return Atlas(notes)
