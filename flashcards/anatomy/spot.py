"""A spot: a place as it is compared with another, so that a part of it or another name for it is noticed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import chain

from flashcards.anatomy import vocabulary
from flashcards.anatomy.data import remembered
from flashcards.anatomy.lexicon import implied, meant
from flashcards.anatomy.vocabulary import Landmark

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
SOFT = frozenset(("fascia", "ligament", "tendon", "retinaculum", "extensor-expansion", "knee-joint", "skin"))
"""What a tendon may end in on its way to a bone: some books name the one, some the other."""
SOFT_BONES = ("interosseous-membrane", "skin", "epicranial", "diaphragm")
WIDE = frozenset(("pelvis", "skull", "ribcage"))
"""Segments so wide that not every place of them is near a ligament there: what is, is listed."""
ADJOINING = (
    ("patella.base-via-quadriceps-tendon", "tibia.tibial-tuberosity"),
    ("tibia.pes-anserinus", "tibia.medial-condyle", "tibia.tibial-tuberosity"),
    ("ischium.ischial-ramus", "pubis.inferior-ramus", "ischium.ischial-tuberosity"),
    (
        "pubis.body",
        "pubis.pecten-superior-ramus",
        "pubis.pubic-crest",
        "pubis.pubic-symphysis",
        "pubis.pubic-tubercle",
        "pubis.inferior-ramus",
        "fascia.linea-alba",
        "hip-bone.iliopubic-eminence",
    ),
    ("femur.linea-aspera", "femur.gluteal-tuberosity", "femur.pectineal-line", "femur.adductor-tubercle"),
    ("femur.linea-aspera", "femur.lateral-supracondylar-line", "femur.intertrochanteric-line"),
    ("femur.greater-trochanter", "femur.trochanteric-fossa", "femur.intertrochanteric-crest"),
    ("femur.lateral-supracondylar-line", "femur.lateral-condyle"),
    ("scapula.acromion", "scapula.spine", "scapula.root-of-spine", "scapula.medial-border"),
    ("scapula.medial-border", "scapula.superior-angle", "scapula.superior-border"),
    ("scapula.lateral-border", "scapula.inferior-angle", "scapula.infraglenoid-tubercle"),
    ("scapula.medial-border", "scapula.inferior-angle"),
    (
        "humerus.crest-of-lesser-tubercle",
        "humerus.floor-of-intertubercular-groove",
        "humerus.crest-of-greater-tubercle",
    ),
    ("humerus.lateral-supracondylar-ridge", "humerus.lateral-epicondyle"),
    ("ulna.coronoid-process", "ulna.ulnar-tuberosity"),
    ("ulna.olecranon", "ulna.posterior-border", "ulna.supinator-crest"),
    ("occipital-bone.external-occipital-protuberance", "occipital-bone.superior-nuchal-line"),
    (
        "occipital-bone.superior-nuchal-line",
        "occipital-bone.inferior-nuchal-line",
        "occipital-bone.occipital-squama",
    ),
    ("temporal-bone.mastoid-process", "temporal-bone.mastoid-notch", "occipital-bone.superior-nuchal-line"),
    ("mandible.neck-of-condyle", "temporomandibular-joint.capsule-and-articular-disc"),
    ("mandible.angle-and-ramus", "mandible.coronoid-process"),
    ("mandible.mylohyoid-line", "mandible.digastric-fossa", "mandible.mental-spines"),
    ("maxilla.tuberosity-of-maxilla", "maxilla.body-of-maxilla", "mandible-and-maxilla.alveolar-processes"),
    ("vertebrae.vertebral-bodies", "vertebrae.intervertebral-discs"),
    ("vertebrae.articular-processes", "vertebrae.mammillary-processes", "vertebrae.transverse-processes"),
    ("ribs.angles", "ribs.outer-surfaces"),
    ("ilium.gluteal-surface", "ilium.posterior-superior-iliac-spine", "ilium.iliac-crest"),
    ("ilium.iliac-crest", "ilium.anterior-superior-iliac-spine"),
    ("ilium.anterior-inferior-iliac-spine", "ilium.margin-of-acetabulum"),
    ("tibia.soleal-line", "tibia.posterior-surface", "fibula.head"),
    ("tibia.lateral-condyle", "fascia.iliotibial-tract", "fibula.head"),
    ("sacrum.anterior-surface", "coccyx.posterior-lateral-surface"),
    (
        "ligament.obturator-membrane",
        "hip-bone.margin-of-obturator-foramen",
        "pubis.inferior-ramus",
        "pubis.pecten-superior-ramus",
        "ischium.ischial-ramus",
    ),
    ("ligament.sacrotuberous-ligament", "ischium.ischial-tuberosity", "sacrum.posterior-surface"),
    (
        "ligament.inguinal-ligament",
        "ilium.anterior-superior-iliac-spine",
        "ilium.iliac-crest",
        "pubis.pubic-tubercle",
        "ilium.iliac-fossa",
    ),
    ("ligament.iliolumbar-ligament", "fascia.thoracolumbar-fascia", "ilium.iliac-crest"),
)
"""Landmarks beside each other, of which one book names this and another that; nothing said of other pairs."""
RANGE = re.compile(
    r"\b(c|t|l|s|ribs?|cartilages?)\s?(\d+)(?:\s?(?:-|to)\s?(c|t|l|s)?\s?(\d+))?\b", re.IGNORECASE
)
START = {"c": 0, "t": 7, "l": 19, "s": 24}
RIBS = 100
"""Where ribs are numbered from, apart from the vertebrae, which count on from C1 to S5."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place: its landmark where that is known, its levels as numbers, and its meant words without these."""

    landmark: Landmark | None
    levels: frozenset[int]
    words: frozenset[str]

    @property
    def key(self) -> str:
        """The landmark's key, empty where it is not known."""
        return self.landmark.key if self.landmark else ""

    @property
    def bone(self) -> str:
        """The bone it is on, the hip bone as one; empty where it is not known."""
        return self.landmark.bone.partition(" (")[0] if self.landmark else ""

    @property
    def is_soft(self) -> bool:
        """Whether it is no bone, but what holds on to one."""
        carrier = self.key.partition(".")[0]
        return carrier in SOFT or carrier.startswith(SOFT_BONES)


@remembered
def spot(text: str) -> Spot:
    """Read a place.

    >>> spot("transverse processes of L1-L2").levels == spot("TPs of L1 and L2").levels
    True
    """
    words = frozenset(meant(text))
    levels = frozenset(_levels(text)) | {
        number for name, number in (("atlas", 1), ("axis", 2)) if name in words
    }
    kept = frozenset(
        word for word in words | implied(words) if not (levels and (word.isdigit() or len(word) == 1))
    )
    return Spot(vocabulary.landmark(text), levels, kept - ASIDE or kept)


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


def overlap(one: Spot, other: Spot) -> bool:
    """Tell whether two spots are one, or one may be part of the other, or books may name either.

    >>> overlap(spot("iliac crest"), spot("posterior part of the iliac crest"))
    True
    >>> overlap(spot("transverse processes of L1-L5"), spot("transverse processes of L1-L4"))
    True
    >>> overlap(spot("lesser trochanter of the femur"), spot("greater trochanter of the femur"))
    False
    """
    if one.levels and other.levels and _far(one.levels, other.levels):
        return False
    if one.key and other.key and (one.key == other.key or _adjoin(one, other)):
        return True
    within = one.words <= other.words or other.words <= one.words
    return within or _area(one, other) or _area(other, one)


def _far(one: frozenset[int], other: frozenset[int]) -> bool:
    """Tell whether levels lie more than one apart: books differ by one."""
    return min(abs(a - b) for a in one for b in other) > 1


_ADJOINING = {
    key: frozenset(chain(*(group for group in ADJOINING if key in group))) for key in chain(*ADJOINING)
}


def _adjoin(one: Spot, other: Spot) -> bool:
    if other.key in _ADJOINING.get(one.key, ()):
        return True
    return (one.is_soft or other.is_soft) and bool(segments(one) & segments(other) - WIDE)


def segments(place: Spot) -> frozenset[str]:
    """Return the segments of the body that a place moves with; none where that is not known.

    >>> sorted(segments(spot("lesser trochanter")))
    ['femur']
    """
    found = place.landmark.segment if place.landmark else ()
    return frozenset((found,) if isinstance(found, str) else found) - {""}


def _area(area: Spot, place: Spot) -> bool:
    """Tell whether a place may lie in an area of its bone: the linea aspera in the back of the shaft."""
    bones = vocabulary.bone_words()
    if not area.words & AREAS or not (area.words & bones) & (place.words & bones):
        return False
    return not opposed(area.words, place.words) and not place.words & OUTSIDE


def opposed(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether words contradict each other: medial and lateral, first and second.

    >>> opposed(frozenset(("medial", "border")), frozenset(("lateral", "border")))
    True
    """
    return any(one & rivals and other & rivals and not one & other & rivals for rivals in _contrasts())


@remembered
def _contrasts() -> tuple[frozenset[str], ...]:
    return tuple(map(frozenset, vocabulary.contrasts()))
