"""The end that is held still, in plain words: with the thigh fixed."""

from __future__ import annotations

from flashcards.anatomy.opposition.move import Move
from flashcards.anatomy.subject import Subject, joined
from flashcards.anatomy.terms import vocabulary
from flashcards.anatomy.terms.data import remembered

SEGMENTS = {
    "skull": "head",
    "mandible": "jaw",
    "hyoid": "hyoid",
    "larynx": "larynx",
    "atlas": "atlas",
    "vertebrae": "spine",
    "ribcage": "ribs",
    "pelvis": "pelvis",
    "clavicle": "collarbone",
    "scapula": "shoulder blade",
    "humerus": "upper arm",
    "ulna": "forearm",
    "radius": "forearm",
    "hand": "hand",
    "digits-hand": "fingers",
    "femur": "thigh",
    "leg": "leg",
    "foot": "foot",
    "toes": "toes",
}
"""What people call the part of the body that a landmark moves with, by its segment."""

MOVED = {"ribs": "ribcage"}
"""The segment that moves at a joint, where it is not called as the joint is."""

MOST = 2
"""How many parts of the body are named; of more than that, none."""


def held(move: Move) -> str:
    """Say which end is held still where it is the insertion, with a space behind; empty for the usual end."""
    if not move.reversed:
        return ""
    end = fixed_end(move)
    return f"with {end} fixed " if end else "with its insertion held still "


def fixed_end(move: Move) -> str:
    """Return the part of the body that a muscle inserts on, empty where that is not known.

    The bone that moves is none: what inserts on ribs and pelvis and tilts the pelvis has the ribs fixed.
    """
    told = move.subject.told("insertion") or Subject(move.subject.note).told("insertion")
    segments = dict.fromkeys(_segment(fact.text) for fact in told)
    names = dict.fromkeys(SEGMENTS.get(it, "") for it in segments if it != MOVED.get(move.joint, move.joint))
    known = names and all(names) and len(names) <= MOST
    return joined(tuple(f"the {name}" for name in names)) if known else ""


@remembered
def _segment(place: str) -> str:
    landmark = vocabulary.landmark(place)
    return landmark.segments[0] if landmark and len(landmark.segments) == 1 else ""
