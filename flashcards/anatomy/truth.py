"""Whether a statement about a muscle is true, may be true in some book, or is false."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum

from flashcards.anatomy import vocabulary
from flashcards.anatomy.movement import SLOTS, full_movement
from flashcards.anatomy.spot import Spot, overlap, same, segments, spot
from flashcards.anatomy.subject import Subject
from flashcards.anatomy.vocabulary import Movement
from flashcards.fact import Fact, fold

PLACES = ("origin", "insertion", "course")
ENDS = PLACES[:2]
SPANS = {
    "neck": "skull atlas vertebrae ribcage clavicle scapula",
    "spine": "vertebrae ribcage",
    "ribs": "ribcage",
    "thorax": "ribcage",
    "pelvis": "pelvis vertebrae ribcage femur leg",
    "thumb": "hand digits-hand",
    "finger": "hand digits-hand",
    "little": "hand digits-hand toes foot",
    "toe": "foot toes",
    "abdomen": "ribcage pelvis",
    "pelvic": "pelvis",
    "face": "skull mandible",
}
"""The segments that a mover of such a joint holds on to, where the vocabulary names none to cross."""
LITTLE = frozenset(("of", "the", "and", "to"))


class Truth(Enum):
    """What is known of a statement; what is merely possible is neither asked for nor called wrong."""

    TRUE = "true"
    POSSIBLE = "possible"
    FALSE = "false"


def truth(subject: Subject, slot: str, text: str) -> Truth:
    """Return whether a muscle or part has a place as its origin, insertion or course, or makes a movement.

    `slot` is one of these, action or reversed. True is what a deck tells and asks, in any of its wordings.
    Possible is what is disputed, what no source backs, what is told of the whole or of a part, what holds a
    true place or lies in it, what a note names, and a movement of a joint that the muscle may well reach.
    """
    return _of_movement(subject, slot, text) if slot in SLOTS else _of_place(subject, slot, spot(text))


def _of_place(subject: Subject, slot: str, place: Spot) -> Truth:
    told = tuple(family(subject, slot))
    asked = [fact for fact in told if fact.askable]
    if any(same(place, spot(name)) for fact in asked for name in (fact.text, *fact.accept)):
        return Truth.TRUE
    if any(overlap(place, spot(name)) for fact in told for name in (fact.text, *fact.accept)):
        return Truth.POSSIBLE
    return Truth.POSSIBLE if _is_noted(subject, told, place) else Truth.FALSE


def family(subject: Subject, *slots: str) -> Iterator[Fact]:
    """Yield what is told of a subject in the slots; of a part what is told of the whole, and the reverse."""
    for fact in subject.note.slot(*slots):
        if not subject.part or fact["part"] in (subject.part, ""):
            yield fact


def _is_noted(subject: Subject, told: Iterable[Fact], place: Spot) -> bool:
    """Tell whether a note or a dispute names the place."""
    said = (subject.note.word("note"), *(text for fact in told for text in (fact.note, fact.disputed)))
    return any(place.words <= spot(text).words for text in said if text)


def _of_movement(subject: Subject, slot: str, text: str) -> Truth:
    move = vocabulary.movement(text)
    here, there = tuple(family(subject, slot)), tuple(family(subject, *_others(slot)))
    if any(fold(text) in names(fact) for fact in here if fact.askable):
        return Truth.TRUE
    if move is None:
        return Truth.POSSIBLE
    moves = [(fact, found) for fact in here if (found := vocabulary.movement(full_movement(fact)))]
    if any(found == move for fact, found in moves if fact.askable):
        return Truth.TRUE
    if any(_may_mean(found, move) for _, found in moves):
        return Truth.POSSIBLE
    if any(undoes(move, found) for fact, found in moves if fact.askable) or _is_apart(move, moves):
        return Truth.FALSE
    if any(vocabulary.meet(move.joint, found.joint) for _, found in moves):
        return Truth.POSSIBLE
    other_end = (vocabulary.movement(full_movement(fact)) for fact in there)
    return Truth.FALSE if move in other_end or not reaches(subject, move.joint) else Truth.POSSIBLE


def _others(slot: str) -> tuple[str, ...]:
    return tuple(other for other in SLOTS if other != slot)


def names(fact: Fact) -> frozenset[str]:
    """Return every wording of a movement, folded."""
    return frozenset(map(fold, (fact.text, full_movement(fact), *fact.accept)))


def _may_mean(one: Movement, other: Movement) -> bool:
    sides = one.side == other.side or not one.side or not other.side
    return one.name == other.name and sides and vocabulary.meet(one.joint, other.joint)


def undoes(one: Movement, other: Movement) -> bool:
    """Tell whether one movement undoes the other at their joint; side-bending is undone by the other side.

    >>> undoes(Movement("hip", "extension"), Movement("hip", "flexion"))
    True
    >>> undoes(Movement("spine", "lateral flexion", "other"), Movement("spine", "lateral flexion", "same"))
    True
    """
    if one.name == other.name:
        return one.joint == other.joint and {one.side, other.side} == {"same", "other"}
    return vocabulary.meet(one.joint, other.joint) and vocabulary.opposite(one.joint, one.name) == other.name


def _is_apart(move: Movement, moves: Iterable[tuple[Fact, Movement]]) -> bool:
    """Tell whether it is a movement of the face that shares no word with any that is told."""
    words = set(move.name.split()) - LITTLE
    return move.joint == "face" and not any(words & set(found.name.split()) for _, found in moves)


def reaches(subject: Subject, joint: str) -> bool:
    """Tell whether a muscle may move a joint, by the segments it holds on to; yes where none is known."""
    held = frozenset(one for fact in subject.note.slot(*ENDS) for one in segments(spot(fact.text)))
    known = vocabulary.joints()[joint]
    if not held:
        return True
    if known.crossed_from:
        return bool(held.intersection(known.crossed_from) and held.intersection(known.crossed_to))
    return bool(held.intersection(SPANS.get(joint.partition("-")[0], " ".join(held)).split()))
