"""Wrong movements: near misses that a muscle does not make with this end held still, each with its reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, islice

from flashcards.anatomy import vocabulary
from flashcards.anatomy.atlas import atlas
from flashcards.anatomy.movement import SIDES, SLOTS, full_movement, joint_of, spoken
from flashcards.anatomy.neighbours import MOST
from flashcards.anatomy.subject import Subject
from flashcards.anatomy.truth import Truth, truth
from flashcards.anatomy.vocabulary import Movement
from flashcards.fact import Fact, fold
from flashcards.kind import Notes
from flashcards.question import Wrong

HELD = {"action": "origin", "reversed": "insertion"}
"""Which end is held still: in an action the origin, in a reversed action the insertion."""


def wrong_movements(subject: Subject, fact: Fact, notes: Notes) -> tuple[Wrong, ...]:
    """Return movements the muscle does not make so: the opposite ones, those of its other end, others'."""
    own = (fact, *subject.others(fact))
    found = chain(
        chain.from_iterable(map(opposites, own)),
        _other_end(subject, fact),
        _others(subject, notes),
        _at_other_joints(subject, joint_of(fact)),
    )
    return tuple(islice(_distinct(subject, fact, found), MOST))


def opposites(fact: Fact) -> Iterator[Wrong]:
    """Yield the movement that undoes one, in the same words.

    >>> [wrong.text for wrong in opposites(Fact("", "action", "hip flexion"))]
    ['hip extension']
    """
    found = vocabulary.movement(fact.text)
    opposite = vocabulary.opposite(found.joint, found.name) if found else None
    if found and opposite and found.name in fact.text:
        yield Wrong(fact.text.replace(found.name, opposite), f"{opposite} is the opposite of {found.name}")
    elif fact["side"] in SIDES:
        other = SIDES["other" if fact["side"] == "same" else "same"]
        yield Wrong(f"{fact.text} {other}", f"it bends {SIDES[fact['side']]}")


def _other_end(subject: Subject, fact: Fact) -> Iterator[Wrong]:
    held = HELD["reversed" if fact.slot == "action" else "action"]
    for other in subject.asked(*(slot for slot in SLOTS if slot != fact.slot)):
        yield Wrong(full_movement(other), f"that takes the {held} held still")


def _others(subject: Subject, notes: Notes) -> Iterator[Wrong]:
    """Yield the movements of neighbours and what undoes them, those of the nearest first."""
    here = atlas(notes)
    for told in here.nearest(subject, here.movements):
        if told.fact.askable:
            yield Wrong(full_movement(told.fact), f"that is a movement of {told.subject.called}")
            for wrong in opposites(told.fact):
                yield Wrong(wrong.text, _absent(subject, joint_of(told.fact)))


def _absent(subject: Subject, joint: str) -> str:
    return f"{subject.called} {subject.does('does', 'do')} not act on the {spoken(joint)}"


def _at_other_joints(subject: Subject, joint: str) -> Iterator[Wrong]:
    """Yield the movements of other joints, those of the next joints first: there are always some."""
    known = vocabulary.joints()
    if joint in known:
        keys = list(known)
        at = keys.index(joint)
        for other in sorted(keys, key=lambda key: abs(keys.index(key) - at)):
            for name, undone in known[other].movements.items():
                if undone:
                    yield Wrong(f"{_told_joint(known[other])} {name}", _absent(subject, other))


def _told_joint(joint: vocabulary.Joint) -> str:
    return min((joint.key, *joint.also), key=lambda name: ("-" in name, len(name)))


def _distinct(subject: Subject, fact: Fact, found: Iterable[Wrong]) -> Iterator[Wrong]:
    """Yield what is really wrong, and each movement once, whatever it is called."""
    taken: set[Movement | str] = set()
    for wrong in found:
        meaning = vocabulary.movement(wrong.text) or fold(wrong.text)
        if meaning not in taken and truth(subject, fact.slot, wrong.text) is Truth.FALSE:
            taken.add(meaning)
            yield wrong
