"""Wrong options from neighbouring facts: near misses that are really wrong, each with its reason."""

from __future__ import annotations

from collections.abc import Iterator

from flashcards.anatomy import vocabulary
from flashcards.anatomy.movement import SLOTS, full_movement, joint_of
from flashcards.anatomy.subject import Subject, mid, subjects
from flashcards.fact import Fact, fold
from flashcards.kind import Notes
from flashcards.question import Wrong

PLACES = {"origin": "the origin", "insertion": "the insertion", "course": "passed"}
HELD = {"action": "origin", "reversed": "insertion"}


def wrong_places(subject: Subject, fact: Fact, notes: Notes) -> tuple[Wrong, ...]:
    """Return places that are no such end of this muscle: its own others, its neighbours', look-alikes."""
    right = [name for told in subject.told(fact.slot) for name in (told.text, *told.accept)]
    found = (*_own_places(subject, fact), *_look_alikes(fact), *_others_places(subject, notes))
    return _distinct(wrong for wrong in found if not any(same_place(wrong.text, name) for name in right))


def same_place(one: str, other: str) -> bool:
    """Tell whether two places are the same, or one is part of the other.

    >>> same_place("transverse processes of L1-L4", "transverse processes of L1-L5")
    True
    >>> same_place("lesser trochanter of the femur", "greater trochanter of the femur")
    False
    """
    landmarks = vocabulary.landmark(one), vocabulary.landmark(other)
    if landmarks[0] and landmarks[0] == landmarks[1]:
        return True
    first, second = set(fold(one).split()), set(fold(other).split())
    return first <= second or second <= first


def _own_places(subject: Subject, fact: Fact) -> Iterator[Wrong]:
    for other in subject.asked(*(slot for slot in PLACES if slot != fact.slot)):
        yield _place(subject, other)


def _others_places(subject: Subject, notes: Notes) -> Iterator[Wrong]:
    for note in notes.values():
        if note.kind == "muscles" and note.key != subject.note.key:
            for other in subjects(note):
                yield from (_place(other, told) for told in other.asked(*PLACES))


def _place(subject: Subject, fact: Fact) -> Wrong:
    return Wrong(fact.text, _why_place(subject, fact), fact.accept)


def _why_place(subject: Subject, fact: Fact) -> str:
    if fact.slot == "course":
        return f"{mid(subject.name)} only passes there, without attaching"
    return f"that is {'an' if fact.slot[0] in 'aeiou' else 'a'} {fact.slot} of {mid(subject.name)}"


def _look_alikes(fact: Fact) -> Iterator[Wrong]:
    for swapped, word, other in vocabulary.contrast_swaps(fact.text):
        if _is_named(swapped):
            yield Wrong(swapped, f"{other} is not {word}")


def _is_named(place: str) -> bool:
    """Tell whether a place is a landmark in all its words, levels apart: not a part that a swap made up."""
    found = vocabulary.landmark(place)
    known = set(fold(f"of the {found.name} {found.bone}").split()) if found else set()
    return bool(found) and all(word in known or any(map(str.isdigit, word)) for word in fold(place).split())


def wrong_movements(subject: Subject, fact: Fact, notes: Notes) -> tuple[Wrong, ...]:
    """Return movements the muscle does not make with this end held still, the opposite one first."""
    right = {
        fold(name)
        for told in subject.told(fact.slot)
        for name in (told.text, full_movement(told), *told.accept)
    }
    found = (*_opposite(fact), *_other_end(subject, fact), *_others_movements(subject, notes))
    return _distinct(wrong for wrong in found if fold(wrong.text) not in right)


def _opposite(fact: Fact) -> Iterator[Wrong]:
    found = vocabulary.movement(fact.text)
    opposite = vocabulary.opposite(found.joint, found.name) if found else None
    if found and opposite and found.name in fact.text:
        yield Wrong(fact.text.replace(found.name, opposite), f"{opposite} is the opposite of {found.name}")


def _other_end(subject: Subject, fact: Fact) -> Iterator[Wrong]:
    held = HELD["reversed" if fact.slot == "action" else "action"]
    for other in subject.asked(*(slot for slot in SLOTS if slot != fact.slot)):
        yield Wrong(full_movement(other), f"that takes the {held} held still")


def _others_movements(subject: Subject, notes: Notes) -> Iterator[Wrong]:
    """Yield movements of other muscles, and their opposites at joints this one does not act on."""
    own = subject.told(*SLOTS)
    texts, at = {fold(told.text) for told in own}, {joint_of(told) for told in own}
    for note in notes.values():
        if note.kind == "muscles" and note.key != subject.note.key:
            for fact in note.slot(*SLOTS):
                if fact.askable and fold(fact.text) not in texts:
                    yield Wrong(full_movement(fact), f"that is a movement of {mid(note.name)}")
                    absent = f"{mid(subject.name)} does not act on the {joint_of(fact).replace('-', ' ')}"
                    yield from (Wrong(w.text, absent) for w in _opposite(fact) if joint_of(fact) not in at)


def _distinct(options: Iterator[Wrong]) -> tuple[Wrong, ...]:
    first: dict[str, Wrong] = {}
    for option in options:
        first.setdefault(fold(option.text), option)
    return tuple(first.values())
