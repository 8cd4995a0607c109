"""The end that is held still, in plain words: with the thigh fixed."""

from __future__ import annotations

from functools import cache

from flashcards.anatomy import vocabulary
from flashcards.anatomy.move import Move
from flashcards.anatomy.subject import Subject, joined

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

MOST = 2
"""How many parts of the body are named; of more than that, none."""


def held(move: Move) -> str:
    """Say which end is held still where it is the insertion, with a space behind; empty for the usual end."""
    if not move.reversed:
        return ""
    end = fixed_end(move.subject)
    return f"with {end} fixed " if end else "with its insertion held still "


def fixed_end(subject: Subject) -> str:
    """Return the part of the body that a muscle inserts on, empty where that is not known."""
    told = subject.told("insertion") or Subject(subject.note).told("insertion")
    names = tuple(dict.fromkeys(_segment(fact.text) for fact in told))
    known = names and all(names) and len(names) <= MOST
    return joined(tuple(f"the {name}" for name in names)) if known else ""


@cache
def _segment(place: str) -> str:
    landmark = vocabulary.landmark(place)
    segment = landmark.segment if landmark else ""
    return SEGMENTS.get(segment, "") if isinstance(segment, str) else ""
