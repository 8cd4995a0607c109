"""The atlas of a deck: what it and its neighbors tell of muscles, gathered once, by bone and by nerve."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from flashcards.anatomy.gathered import gathered
from flashcards.anatomy.movement import SLOTS, full_movement, joint_of
from flashcards.anatomy.near_misses.spot import spot, within
from flashcards.anatomy.near_misses.truth import PLACES
from flashcards.anatomy.subject import Subject, a, subjects
from flashcards.anatomy.terms.lexicon import meant
from flashcards.fact import Fact
from flashcards.note import Note
from flashcards.question import Wrong


@dataclass(frozen=True, slots=True)
class Told:
    """A fact, whose it is, the how-manieth muscle of the notes that is, and what it is as a wrong option."""

    subject: Subject
    fact: Fact
    number: int
    wrong: Wrong


class Atlas:
    """What is told of some muscles: their places, their movements, and whom a nerve supplies."""

    def __init__(self, notes: Iterable[Note]) -> None:
        muscles = [note for note in notes if note.kind == "muscles"]
        self._numbers = {note.path: number for number, note in enumerate(muscles)}
        self._places = [*self._told(muscles, PLACES)]
        self._movements = [*self._told(muscles, SLOTS)]
        self.by_bone = _grouped(self._places, lambda told: (spot(told.fact.text).bone,))
        self._by_segment = _grouped(self._places, lambda told: spot(told.fact.text).segments)
        self.by_nerve = _grouped(
            self._told(muscles, ("nerve",)), lambda told: ("-".join(meant(told.fact.text)),)
        )
        self.by_scene = _grouped(self._told(muscles, ("palpation",)), lambda told: (scene(told.fact),))
        self._near: dict[tuple[str, str], list[Told]] = {}
        self._moves: dict[str, Mapping[str, Sequence[Told]]] = {}

    def _told(self, muscles: Iterable[Note], slots: tuple[str, ...]) -> Iterator[Told]:
        for note in muscles:
            number = self._numbers[note.path]
            for subject in subjects(note):
                for fact in subject.told(*slots):
                    yield Told(subject, fact, number, wrong_option(subject, fact))

    def places(self, subject: Subject) -> list[Told]:
        """Return what others hold on to, those told nearest to this muscle first."""
        return self._kept(subject, "", self._places)

    def movements(self, subject: Subject) -> Mapping[str, Sequence[Told]]:
        """Return the movements of others by joint, each text once, the nearest muscle first."""
        name = subject.note.path
        if name not in self._moves:
            texts: dict[str, Told] = {}
            for told in self._nearest(subject, self._movements):
                texts.setdefault(full_movement(told.fact), told)
            self._moves[name] = _grouped(texts.values(), lambda told: (joint_of(told.fact),))
        return self._moves[name]

    def on_bone(self, subject: Subject, bone: str) -> list[Told]:
        """Return what others hold on to on a bone, those told nearest to this muscle first."""
        return self._kept(subject, f"bone {bone}", self.by_bone.get(bone, ()))

    def on_segments(self, subject: Subject, held: Iterable[str]) -> list[Told]:
        """Return what others hold on to on segments of the body, those told nearest to this muscle first."""
        return [told for one in held for told in self._kept(subject, one, self._by_segment.get(one, ()))]

    def _kept(self, subject: Subject, name: str, found: Iterable[Told]) -> list[Told]:
        key = (subject.note.path, name)
        if key not in self._near:
            self._near[key] = self._nearest(subject, found)
        return self._near[key]

    def _nearest(self, subject: Subject, found: Iterable[Told]) -> list[Told]:
        """Return what may be asked of other muscles: those of its deck first, then those told nearest."""
        at, deck = self._numbers[subject.note.path], subject.note.deck
        others = (it for it in found if it.number != at and it.fact.askable)
        return sorted(others, key=lambda it: (it.subject.note.deck != deck, abs(it.number - at)))

    def at(self, fact: Fact) -> list[Told]:
        """Return what is told of the same end at the place of a fact, at a part of it or around it."""
        place = spot(fact.text)
        beside = (told for told in self.by_bone.get(place.bone, ()) if told.fact.slot == fact.slot)
        return [told for told in beside if within(place, spot(told.fact.text))]


def scene(fact: Fact) -> str:
    """Return where the hands are and what the client does, as one text."""
    return f"{fact.text}: {fact['do']}"


def wrong_option(subject: Subject, fact: Fact) -> Wrong:
    """Return what is told of one muscle as a wrong option for another, with the reason."""
    if fact.slot in SLOTS:
        return Wrong(full_movement(fact), f"that is a movement of {subject.called}")
    if fact.slot == "course":
        reason = f"{subject.called} only {subject.does('passes', 'pass')} there, without attaching"
        return Wrong(fact.text, reason, fact.accept)
    return Wrong(fact.text, f"that is {a(fact.slot)} of {subject.called}", fact.accept)


def _grouped(found: Iterable[Told], names: Callable[[Told], Iterable[str]]) -> Mapping[str, Sequence[Told]]:
    groups: dict[str, list[Told]] = defaultdict(list)
    for told in found:
        for name in names(told):
            groups[name].append(told)
    return groups


@gathered
def atlas(notes: Iterable[Note]) -> Atlas:
    """Return the atlas of a deck's notes and its neighbors'."""
    return Atlas(notes)
