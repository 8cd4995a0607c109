"""How far apart joints lie in the body, and places: a wrong option that is near is one to think about."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from flashcards.anatomy.near_misses.spot import RIBS, Spot
from flashcards.anatomy.terms.data import remembered

FAR = 99
"""How far apart things are that no path joins."""
JOINTS = (
    "face mandible hyoid larynx",
    "mandible head neck spine pelvis hip knee ankle foot great-toe toes little-toe",
    "foot toes toes-2-4 toe-mtp toe-ip",
    "foot toe-mtp",
    "foot little-toe",
    "hip spine ribs thorax",
    "ribs abdomen pelvis pelvic-floor",
    "neck scapula shoulder elbow forearm wrist finger-mcp finger-pip finger-dip thumb-ip",
    "ribs scapula clavicle ribs",
    "wrist thumb-cmc thumb-mcp thumb-ip",
    "thumb-mcp finger-mcp index-finger-mcp",
    "wrist little-finger-cmc little-finger-mcp finger-mcp",
    "wrist hand-skin",
)
"""Paths from joint to joint; the tests hold that every joint is on one."""
SEGMENTS = (
    "larynx hyoid mandible skull atlas vertebrae pelvis femur leg foot toes",
    "vertebrae ribcage clavicle scapula humerus ulna hand digits-hand",
    "ribcage pelvis",
    "ribcage scapula",
    "humerus radius hand",
    "ulna radius",
)
"""Paths from one segment of the body to the next."""
UNKNOWN = 2
"""How far a place is taken to be whose segment isn't known."""
REGION = 6
"""How many vertebrae or ribs make another region."""


@remembered
def joints_apart(one: str, other: str) -> int:
    """Return how many joints one is away from another.

    >>> joints_apart("hip", "ankle"), joints_apart("thumb-ip", "finger-dip")
    (2, 1)
    """
    return _steps(JOINTS, one, other)


def places_apart(one: Spot, other: Spot) -> int:
    """Return how far a place is from another, in segments and regions of the spine.

    >>> from flashcards.anatomy.near_misses.spot import spot
    >>> places_apart(spot("mastoid process"), spot("lesser trochanter of the femur"))
    4
    >>> places_apart(spot("spinous processes of C2-C5"), spot("transverse processes of L1-L4"))
    2
    """
    same = one.segments == other.segments and (one.segments or one.bone == other.bone)
    segments = 0 if same else _segments_apart(one.segments, other.segments)
    levels = _levels_apart(one.levels, other.levels) if one.levels and other.levels else 0
    return segments + levels


@remembered
def _segments_apart(one: frozenset[str], other: frozenset[str]) -> int:
    return min((_steps(SEGMENTS, a, b) for a in one for b in other), default=UNKNOWN)


def _levels_apart(one: frozenset[int], other: frozenset[int]) -> int:
    """Return how many regions lie between vertebrae, or between ribs; none between the two."""
    if (min(one) < RIBS) != (min(other) < RIBS):
        return 0
    return max(min(one) - max(other), min(other) - max(one), 0) // REGION


@cache
def _beside(paths: tuple[str, ...]) -> dict[str, set[str]]:
    """Return what lies beside each name on one of the paths."""
    beside: dict[str, set[str]] = {}
    for a, b in (pair for path in paths for pair in pairwise(path.split())):
        beside.setdefault(a, set()).add(b)
        beside.setdefault(b, set()).add(a)
    return beside


def _steps(paths: tuple[str, ...], one: str, other: str) -> int:
    """Return how many steps lead from one name to the other along the paths."""
    beside, reached, steps = _beside(paths), {one}, 0
    while other not in reached:
        further = reached.union(*(beside.get(name, ()) for name in reached))
        if further == reached:
            return FAR
        reached, steps = further, steps + 1
    return steps
