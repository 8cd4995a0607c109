"""A spot: a place as it is compared with another, so that a part of it or another name for it is noticed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain

from flashcards.anatomy.terms import vocabulary
from flashcards.anatomy.terms.data import load, remembered
from flashcards.anatomy.terms.lexicon import implied, meant
from flashcards.anatomy.terms.vocabulary import Landmark

AREAS = frozenset(("shaft", "surface", "body", "border", "bone"))
"""Names for so much of a bone that other places of it lie within."""
OUTSIDE = frozenset(
    ("process", "epicondyle", "condyle", "trochanter", "head", "base", "olecranon", "malleolus", "tubercle")
)
"""Names for what stands at the ends of a bone, outside its shaft and surfaces."""
ASIDE = frozenset(
    ("vertebra", "rib", "atlas", "axis", "third", "half", "quarter", "two", "three", "most", "whole", "via")
) | {"tendon", "and", "or", "near"}
"""Words that tell how much of a place, or of which numbered bone: they make no other place of it."""
SOFT = frozenset(("fascia", "ligament", "tendon", "extensor-expansion", "knee-joint", "skin"))
"""What a tendon may end in on its way to a bone: some books name the one, some the other."""
SOFT_BONES = ("skin", "epicranial", "diaphragm")
WIDE = frozenset(("pelvis", "skull", "ribcage"))
"""Segments so wide that not every place of them is near a ligament there: what is, is listed."""
RANGE = re.compile(
    r"\b(c|t|l|s|ribs?|cartilages?)\s?(\d+)(?:\s?(?:-|to)\s?(c|t|l|s)?\s?(\d+))?\b", re.IGNORECASE
)
START = {"c": 0, "t": 7, "l": 19, "s": 24}
RIBS = 100
"""Where ribs are numbered from, apart from the vertebrae, which count on from C1 to S5."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place as it is compared: `levels` are numbers, and `words` what else it is called by.

    `landmark` is None where it is not known, and `key` and `bone` (the hip bone as one) are empty then;
    `segments` are those of the body that it moves with. It is `soft` where it is not bone itself.
    """

    words: frozenset[str]
    levels: frozenset[int]
    landmark: Landmark | None
    key: str
    bone: str
    segments: frozenset[str]
    soft: bool


@remembered
def spot(text: str) -> Spot:
    """Read a place.

    >>> spot("transverse processes of L1-L2").levels == spot("TPs of L1 and L2").levels
    True
    >>> spot("lesser trochanter").bone, sorted(spot("lesser trochanter").segments)
    ('femur', ['femur'])
    """
    words, found = frozenset(meant(text)), vocabulary.landmark(text)
    numbered = {number for name, number in (("atlas", 1), ("axis", 2)) if name in words}
    levels = frozenset(_levels(text)) | numbered
    kept = frozenset(word for word in words | implied(words) if not (levels and _tells_level(word)))
    key, bone = (found.key, found.bone.partition(" (")[0]) if found else ("", "")
    segments = frozenset(found.segments if found else ())
    return Spot(kept - ASIDE or kept, levels, found, key, bone, segments, _is_soft(key))


def _tells_level(word: str) -> bool:
    return word.isdigit() or len(word) == 1


def _is_soft(key: str) -> bool:
    """Tell whether a landmark is no bone, but what holds on to one."""
    carrier = key.partition(".")[0]
    return carrier in SOFT or carrier.startswith(SOFT_BONES)


def _levels(text: str) -> list[int]:
    numbers: list[int] = []
    for region, first, to_region, last in RANGE.findall(text):
        start = _number(region, first)
        numbers += range(start, _number(to_region or region, last or first) + 1)
    return numbers


def _number(region: str, number: str) -> int:
    return START.get(region.lower(), RIBS) + int(number)


def same(one: Spot, other: Spot) -> bool:
    """Tell whether two spots are one: the same landmark, or the same words, at the same levels.

    >>> same(spot("trochanter minor"), spot("lesser trochanter of the femur"))
    True
    """
    named = one.key == other.key if one.landmark and other.landmark else one.words == other.words
    return named and one.levels == other.levels


def within(one: Spot, other: Spot) -> bool:
    """Tell whether two spots are one, or one is told as a part of the other.

    >>> within(spot("iliac crest"), spot("posterior part of the iliac crest"))
    True
    >>> within(spot("transverse processes of L1-L5"), spot("transverse processes of L1-L4"))
    True
    """
    if one.levels and other.levels and _far(one.levels, other.levels):
        return False
    named = one.key == other.key != ""
    return named or one.words <= other.words or other.words <= one.words


def overlap(one: Spot, other: Spot) -> bool:
    """Tell whether two spots are one, or one may be part of the other, or books may name either.

    >>> overlap(spot("linea aspera of the femur"), spot("posterior shaft of the femur"))
    True
    >>> overlap(spot("lesser trochanter of the femur"), spot("greater trochanter of the femur"))
    False
    """
    return within(one, other) or _adjoin(one, other) or _area(one, other) or _area(other, one)


def _far(one: frozenset[int], other: frozenset[int]) -> bool:
    """Tell whether levels lie more than one apart: books differ by one."""
    return min(abs(a - b) for a in one for b in other) > 1


@remembered
def adjoining() -> Mapping[str, frozenset[str]]:
    """Return the landmarks beside each landmark, of which books may name either.

    >>> "humerus.lateral-epicondyle" in adjoining()["humerus.lateral-supracondylar-ridge"]
    True
    """
    groups = load("adjoining")["groups"]
    return {key: frozenset(chain(*(group for group in groups if key in group))) for key in chain(*groups)}


def _adjoin(one: Spot, other: Spot) -> bool:
    if other.key in adjoining().get(one.key, ()):
        return True
    return (one.soft or other.soft) and bool(one.segments & other.segments - WIDE)


def _area(area: Spot, place: Spot) -> bool:
    """Tell whether a place may lie in an area of its bone: the linea aspera in the back of the shaft."""
    if not area.words & AREAS or place.words & OUTSIDE:
        return False
    bones = vocabulary.bone_words()
    return bool((area.words & bones) & (place.words & bones)) and not opposed(area.words, place.words)


def opposed(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether words contradict each other: medial and lateral, first and second.

    >>> opposed(frozenset(("medial", "border")), frozenset(("lateral", "border")))
    True
    """
    return any(one & rivals and other & rivals and not one & other & rivals for rivals in _contrasts())


@remembered
def _contrasts() -> tuple[frozenset[str], ...]:
    return tuple(map(frozenset, vocabulary.contrasts()))
