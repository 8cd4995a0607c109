"""Whether a statement about a muscle is true, may be true in some book, or is false."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum

from flashcards.anatomy.movement import SLOTS, full_movement
from flashcards.anatomy.near_misses.spot import Spot, overlap, same, spot
from flashcards.anatomy.subject import ENDS, Subject
from flashcards.anatomy.terms import vocabulary
from flashcards.anatomy.terms.vocabulary import Movement
from flashcards.fact import Fact, fold

PLACES = (*ENDS, "course")
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
FURTHER = {"forearm": "hand digits-hand", "scapula": "humerus", "clavicle": "scapula humerus"}
"""Segments beyond those a joint's movers are sure to hold on to, which carry it along all the same."""
DIGITS = {"thumb": "finger", "finger": "thumb"}
"""What a muscle may end on that comes from above the hand and does not move these digits."""
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
    return Moves(subject, slot).truth(text) if slot in SLOTS else Places(subject, slot).truth(spot(text))


def family(subject: Subject, *slots: str) -> Iterator[Fact]:
    """Yield what is told of a subject in the slots; of a part what is told of the whole, and the reverse."""
    for fact in subject.note.slot(*slots):
        if not subject.part or fact["part"] in (subject.part, ""):
            yield fact


class Places:
    """What is known of where one end of a muscle is, or what it passes."""

    def __init__(self, subject: Subject, slot: str) -> None:
        told = tuple(family(subject, slot))
        self.asked = [spot(name) for fact in told if fact.askable for name in (fact.text, *fact.accept)]
        self.told = [spot(name) for fact in told for name in (fact.text, *fact.accept)]
        said = (subject.note.word("note"), *(text for fact in told for text in (fact.note, fact.disputed)))
        self.said = [spot(text).words for text in said if text]

    def truth(self, place: Spot) -> Truth:
        """Return whether a place may be there."""
        if any(same(place, known) for known in self.asked):
            return Truth.TRUE
        noted = any(place.words <= words for words in self.said)
        return Truth.POSSIBLE if noted or any(overlap(place, known) for known in self.told) else Truth.FALSE


class Moves:
    """What is known of the movements a muscle makes with one end held still."""

    def __init__(self, subject: Subject, slot: str) -> None:
        self.held = frozenset(one for fact in subject.note.slot(*ENDS) for one in spot(fact.text).segments)
        here = tuple(family(subject, slot))
        self.wordings = frozenset(name for fact in here if fact.askable for name in wordings(fact))
        self.told = [found for fact in here if (found := vocabulary.movement(full_movement(fact)))]
        self.asked = [
            found for fact in here if fact.askable and (found := vocabulary.movement(full_movement(fact)))
        ]
        others = family(subject, *(other for other in SLOTS if other != slot))
        self.other_end = [vocabulary.movement(full_movement(fact)) for fact in others]
        self.ends = [spot(fact.text) for fact in subject.note.slot("insertion")]
        self.joints = {found.joint for found in (*self.told, *self.other_end) if found}

    def truth(self, text: str) -> Truth:
        """Return whether a movement may be made."""
        move = vocabulary.movement(text)
        if fold(text) in self.wordings or move in self.asked:
            return Truth.TRUE
        if move is None or any(may_mean(found, move) for found in self.told):
            return Truth.POSSIBLE
        if any(undoes(move, found) for found in self.asked) or _is_apart(move, self.told):
            return Truth.FALSE
        return Truth.POSSIBLE if self._may_reach(move) else Truth.FALSE

    def _may_reach(self, move: Movement) -> bool:
        if any(vocabulary.meet(move.joint, found.joint) for found in self.told):
            return True
        if move in self.other_end or self._is_of_other_digits(move.joint):
            return False
        along = any(vocabulary.follow(move.joint, joint) for joint in self.joints)
        return along or reaches(self.held, move.joint)

    def _is_of_other_digits(self, joint: str) -> bool:
        """Tell whether a muscle from above the hand ends on the thumb alone, and this is of fingers."""
        digit = joint.removeprefix("index-").removeprefix("little-").partition("-")[0]
        other = DIGITS.get(digit, "")
        return bool(
            other and self.ends and "hand" not in self.held and all(other in end.words for end in self.ends)
        )


def wordings(fact: Fact) -> frozenset[str]:
    """Return every wording of a movement, folded."""
    return frozenset(map(fold, (fact.text, full_movement(fact), *fact.accept)))


def may_mean(one: Movement, other: Movement) -> bool:
    """Tell whether two movements are the same, or one is part of the other.

    >>> may_mean(Movement("toes", "flexion"), Movement("toe-mtp", "flexion"))
    True
    """
    sides = one.side == other.side or not one.side or not other.side
    return one.name == other.name and sides and vocabulary.meet(one.joint, other.joint)


def undoes(one: Movement, other: Movement) -> bool:
    """Tell whether a movement undoes another, at its joint or a part of it; bending to the other side does.

    What bends one joint of a toe may straighten the next: of the toe as a whole nothing is undone.

    >>> undoes(Movement("hip", "extension"), Movement("hip", "flexion"))
    True
    >>> undoes(Movement("spine", "lateral flexion", "other"), Movement("spine", "lateral flexion", "same"))
    True
    >>> undoes(Movement("toes", "extension"), Movement("toe-mtp", "flexion"))
    False
    """
    if one.name == other.name:
        return one.joint == other.joint and {one.side, other.side} == {"same", "other"}
    if vocabulary.opposite(one.joint, one.name) != other.name:
        return False
    return one.joint == other.joint or vocabulary.joints()[one.joint].within == other.joint


def _is_apart(move: Movement, told: Iterable[Movement]) -> bool:
    """Tell whether it is a movement of the face that shares no word with any that is told."""
    words = set(move.name.split()) - LITTLE
    return move.joint == "face" and not any(words & set(found.name.split()) for found in told)


def reaches(held: frozenset[str], joint: str) -> bool:
    """Tell whether a muscle may move a joint, by the segments it holds on to; yes where none is known."""
    known = vocabulary.joints()[joint]
    if not held:
        return True
    if known.crossed_from:
        beyond = (*known.crossed_to, *FURTHER.get(joint, "").split())
        return bool(held.intersection(known.crossed_from) and held.intersection(beyond))
    return bool(held.intersection(SPANS.get(joint.partition("-")[0], " ".join(held)).split()))
