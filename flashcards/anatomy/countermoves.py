"""Wrong movements: near misses that a muscle does not make with this end held still, each with its reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain, islice, pairwise

from flashcards.anatomy import vocabulary
from flashcards.anatomy.atlas import atlas
from flashcards.anatomy.data import remembered
from flashcards.anatomy.movement import SIDES, SLOTS, full_movement, joint_of, spoken
from flashcards.anatomy.neighbours import MOST
from flashcards.anatomy.subject import Subject
from flashcards.anatomy.truth import Moves, Truth, family, may_mean, undoes
from flashcards.anatomy.vocabulary import Movement
from flashcards.fact import Fact
from flashcards.kind import Notes
from flashcards.question import Wrong

HELD = {"action": "origin", "reversed": "insertion"}
"""Which end is held still: in an action the origin, in a reversed action the insertion."""


CHAINS = (
    "face mandible hyoid larynx head neck spine ribs thorax abdomen pelvis pelvic-floor hip knee ankle foot "
    "great-toe toes little-toe toe-mtp toe-ip",
    "neck clavicle scapula shoulder elbow forearm wrist thumb-cmc thumb-mcp thumb-ip "
    "finger-mcp finger-pip finger-dip little-finger-mcp little-finger-cmc",
)
"""The joints as they follow one another in the body."""
BY_SIDE = ("lateral flexion", "ipsilateral rotation", "contralateral rotation")
"""Movements whose opposite is the same to the other side."""
FAR = 99
"""How far apart joints of different chains are."""


def wrong_movements(subject: Subject, fact: Fact, notes: Notes) -> tuple[Wrong, ...]:
    """Return movements the muscle does not make so: the opposite ones, those of its other end, others'."""
    own = (fact, *subject.others(fact))
    found = chain(
        chain.from_iterable(map(opposites, own)),
        _other_end(subject, fact),
        _others(subject, fact, notes),
        _at_other_joints(joint_of(fact)),
    )
    return tuple(islice(_distinct(subject, fact, found), MOST))


def opposites(fact: Fact) -> tuple[Wrong, ...]:
    """Return the movement that undoes one, in the same words; none where there is none.

    >>> [wrong.text for wrong in opposites(Fact("", "action", "hip flexion"))]
    ['hip extension']
    """
    return _undone(fact.text, full_movement(fact))


@remembered
def _undone(text: str, full: str) -> tuple[Wrong, ...]:
    found = vocabulary.movement(text)
    opposite = vocabulary.opposite(found.joint, found.name) if found else None
    if found and opposite and found.name in text:
        return (Wrong(text.replace(found.name, opposite), f"{opposite} is the opposite of {found.name}"),)
    sides = (*pairwise(SIDES.values()), *pairwise(reversed(SIDES.values())))
    return tuple(
        Wrong(full.replace(side, other), f"its movement is {side}") for side, other in sides if side in full
    )


def _other_end(subject: Subject, fact: Fact) -> Iterator[Wrong]:
    held = HELD["reversed" if fact.slot == "action" else "action"]
    for other in subject.asked(*(slot for slot in SLOTS if slot != fact.slot)):
        yield Wrong(full_movement(other), f"that takes the {held} held still")


def _others(subject: Subject, fact: Fact, notes: Notes) -> Iterator[Wrong]:
    """Yield the movements of others and what undoes them, those of the next joints first."""
    joint = joint_of(fact)
    for told in sorted(
        atlas(notes).movements(subject), key=lambda told: _distance(joint, joint_of(told.fact))
    ):
        yield told.wrong
        yield from (Wrong(wrong.text) for wrong in opposites(told.fact))


def _absent(subject: Subject, joint: str) -> str:
    return f"{subject.called} {subject.does('does', 'do')} not act on the {spoken(joint)}"


def _at_other_joints(joint: str) -> Iterator[Wrong]:
    """Yield the movements of other joints, those of the next joints first: there are always some."""
    known = vocabulary.joints()
    for other in sorted(known, key=lambda other: _distance(joint, other)):
        for name, undone in known[other].movements.items():
            if undone:
                yield Wrong(f"{_told_joint(known[other])} {name}")


@remembered
def _distance(one: str, other: str) -> int:
    """Return how many joints lie between two.

    >>> _distance("hip", "ankle"), _distance("hip", "elbow") == FAR
    (2, True)
    """
    chains = [joints for joints in (told.split() for told in CHAINS) if {one, other} <= {*joints}]
    return min((abs(joints.index(one) - joints.index(other)) for joints in chains), default=FAR)


def _told_joint(joint: vocabulary.Joint) -> str:
    return min((joint.key, *joint.also), key=lambda name: ("-" in name, len(name)))


def _distinct(subject: Subject, fact: Fact, found: Iterable[Wrong]) -> Iterator[Wrong]:
    """Yield what is really wrong, and each movement once, whatever it is called."""
    known, taken, seen = Moves(subject, fact.slot), list[Movement](), set[str]()
    for wrong in found:
        if wrong.text in seen:
            continue
        seen.add(wrong.text)
        move = vocabulary.movement(wrong.text)
        if move and not any(may_mean(move, one) for one in taken) and known.truth(wrong.text) is Truth.FALSE:
            taken.append(move)
            why = _nearer(subject, fact, move) or wrong.why or _absent(subject, move.joint)
            yield replace(wrong, why=why)


def _nearer(subject: Subject, fact: Fact, move: Movement) -> str:
    """Return a reason that lies in the muscle: it does the opposite, or this with the other end."""
    for told in family(subject, *SLOTS):
        found = vocabulary.movement(full_movement(told))
        if found == move and told.slot != fact.slot:
            return f"that takes the {HELD[told.slot]} held still"
        if found and told.slot == fact.slot and told.askable and undoes(move, found):
            return f"{move.name} is the opposite of {found.name}" if move.name not in BY_SIDE else ""
    return ""
