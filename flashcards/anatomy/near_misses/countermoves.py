"""Wrong movements: near misses that a muscle does not make with this end held still, each with its reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain, islice, pairwise

from flashcards.anatomy.movement import HELD, SIDES, SLOTS, full_movement, joint_of, spoken
from flashcards.anatomy.near_misses.atlas import Told, atlas
from flashcards.anatomy.near_misses.nearness import joints_apart
from flashcards.anatomy.near_misses.neighbours import MOST
from flashcards.anatomy.near_misses.truth import Moves, Truth, family, may_mean, undoes
from flashcards.anatomy.subject import Subject
from flashcards.anatomy.terms import vocabulary
from flashcards.anatomy.terms.data import remembered
from flashcards.anatomy.terms.vocabulary import Movement
from flashcards.fact import Fact
from flashcards.kind import Notes
from flashcards.question import Wrong

BY_SIDE = ("lateral flexion", "ipsilateral rotation", "contralateral rotation")
"""Movements whose opposite is the same to the other side."""
NEAR = 2
"""How many joints away a movement is one to think about; others are offered if there are not enough."""
ENOUGH = 3
"""How many wrong options a card needs."""
EACH = 2
"""How many movements of a joint come before the next joint has its turn."""


def wrong_movements(subject: Subject, fact: Fact, notes: Notes) -> tuple[Wrong, ...]:
    """Return movements the muscle does not make so: the opposite ones, those of its other end, others'."""
    own = (fact, *subject.others(fact))
    found = chain(
        chain.from_iterable(map(opposites, own)), _other_end(subject, fact), _others(subject, fact, notes)
    )
    return tuple(islice(_near_enough(subject, fact, _distinct(subject, fact, found)), MOST))


def _near_enough(subject: Subject, fact: Fact, found: Iterable[Wrong]) -> Iterator[Wrong]:
    """Yield movements as long as they are of its own joints or near, or not enough."""
    own, joint = _joints(subject), joint_of(fact)
    for number, wrong in enumerate(found):
        move = vocabulary.movement(wrong.text)
        at = move.joint if move else ""
        if number >= ENOUGH and at not in own and joints_apart(joint, at) > NEAR:
            return
        yield wrong


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
    """Yield movements of other joints, outward from its own, and a few of each before more of any."""
    told = atlas(notes).movements(subject)
    outward = _outward(joint_of(fact), _joints(subject))
    for near in (True, False):
        joints = [joint for joint, apart in outward if (apart <= NEAR) == near]
        found = [_told(told.get(joint, ())) for joint in joints]
        yield from chain.from_iterable(islice(some, EACH) for some in found)
        yield from chain.from_iterable(found)
        yield from chain.from_iterable(map(_all_at, joints))


def _told(found: Iterable[Told]) -> Iterator[Wrong]:
    """Yield the movements others make, and what undoes each."""
    for told in found:
        yield told.wrong
        yield from (Wrong(wrong.text) for wrong in opposites(told.fact))


@remembered
def _all_at(joint: str) -> tuple[Wrong, ...]:
    """Return all movements of a joint: there are always some, whoever makes them."""
    known = vocabulary.joints()[joint]
    names = (name for name, undone in known.movements.items() if undone)
    return tuple(Wrong(f"{_told_joint(known)} {name}") for name in names)


def _joints(subject: Subject) -> frozenset[str]:
    return frozenset(map(joint_of, subject.told(*SLOTS)))


@remembered
def _outward(joint: str, own: frozenset[str]) -> tuple[tuple[str, int], ...]:
    """Return all joints and how far each is, the nearest first, also to the muscle's other joints.

    >>> _outward("ankle", frozenset(["ankle", "foot"]))[:3]
    (('ankle', 0), ('foot', 1), ('knee', 1))
    """

    def apart(other: str) -> tuple[int, int]:
        return joints_apart(joint, other), sum(joints_apart(one, other) for one in own)

    return tuple((other, joints_apart(joint, other)) for other in sorted(vocabulary.joints(), key=apart))


def _absent(subject: Subject, joint: str) -> str:
    return f"{subject.called} {subject.does('does', 'do')} not act on the {spoken(joint)}"


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
