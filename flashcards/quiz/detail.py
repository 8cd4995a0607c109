"""What of an answer goes without saying, what may be added, and what makes a whole name."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from flashcards.anatomy.lint.nerves import ROOTS, beyond, roots_of
from flashcards.anatomy.terms.data import load, remembered
from flashcards.anatomy.terms.lexicon import implied, meant, names
from flashcards.anatomy.terms.vocabulary import Landmark, joints, landmarks_in, movement_words
from flashcards.quiz.contrast import NOTHING
from flashcards.quiz.levels import is_level, is_vertebra

HIP_BONE = frozenset(("ilium", "ischium", "pubis"))
REGIONS = {"C": "cervical", "T": "thoracic", "L": "lumbar"}
VERTEBRA = frozenset(("vertebra",))
RAMI = frozenset(("ventral-rami", "dorsal-rami"))
"""The branches of every spinal nerve, whatever its level."""
SPINAL = ("spine", "nerve")
OUTSIDE = frozenset(("external", "surface"))
"""Where a muscle holds on to a rib unless it is said otherwise."""


@remembered
def without_saying(wanted: frozenset[str]) -> frozenset[str]:
    """Return the words that may be left out.

    That is what is implied, the bone of a landmark no other bone has, the joint of a movement no other has,
    the outside of a rib.

    >>> sorted(without_saying(frozenset(("lesser", "trochanter", "femur"))))
    ['femur']
    >>> sorted(without_saying(frozenset(("dorsiflexion", "@ankle"))))
    ['@ankle']
    """
    unique = [place for place in places(wanted) if place.unique]
    bones = frozenset[str]().union(*(place.bone_words - place.words for place in unique))
    moved = frozenset(joint for words, joint in _only_there() if words < wanted)
    outside = OUTSIDE if wanted > OUTSIDE and any(word.startswith("rib ") for word in wanted) else NOTHING
    vertebra = VERTEBRA if any(map(is_vertebra, wanted)) else NOTHING
    return implied(wanted) | bones | moved | outside | vertebra


@remembered
def _only_there() -> Sequence[tuple[frozenset[str], str]]:
    """Return the movements that only one joint has, each with that joint."""
    homes: dict[frozenset[str], list[str]] = {}
    for joint in joints().values():
        for name in joint.movements:
            homes.setdefault(frozenset(meant(name)), []).append(f"@{joint.key}")
    return [(words, keys[0]) for words, keys in homes.items() if len(keys) == 1]


def true_of(wanted: frozenset[str]) -> frozenset[str]:
    """Return the words that may be added: what goes without saying, and what is true of anything."""
    hip_bone = wanted & HIP_BONE and not movement_words() & wanted
    general = frozenset(load("words")["true_of_all"]) | carried(wanted)
    regions = frozenset(REGIONS[word[0]] for word in wanted if is_vertebra(word) and word[0] in REGIONS)
    return (
        without_saying(wanted) | general | regions | (frozenset(("pelvis", "hip")) if hip_bone else NOTHING)
    )


@remembered
def carried(wanted: frozenset[str]) -> frozenset[str]:
    """Return the roots that may be told with a nerve, one more at either end: books differ by one.

    >>> sorted(carried(frozenset(("femoral-nerve",))))
    ['L1', 'L2', 'L3', 'L4', 'L5']
    """
    if any(map(is_vertebra, wanted)):
        return NOTHING
    if wanted & RAMI:
        return frozenset((*ROOTS, *SPINAL))
    told = (roots for words, roots in _nerves() if words <= wanted)
    return frozenset(root for roots in told for root in ROOTS if not beyond(root, roots))


@remembered
def _nerves() -> Sequence[tuple[frozenset[str], str]]:
    """Return the nerves whose roots are known, by their words."""
    told = ((name, str(entry.get("roots", ""))) for name, entry in load("nerves").items())
    return [(frozenset(meant(name)), roots) for name, roots in told if roots_of(roots)]


def places(words: Iterable[str]) -> Sequence[Landmark]:
    """Return the landmarks named among meant words; a level tells that the bone is a vertebra."""
    return _places(frozenset(words))


@remembered
def _places(said: frozenset[str]) -> Sequence[Landmark]:
    return landmarks_in(said | VERTEBRA if any(map(is_vertebra, said)) else said)


def is_term(words: Collection[str]) -> bool:
    """Tell whether words name something of the field, so that half of them is not half an answer."""
    said = frozenset(words)
    named = movement_words() & said or names().keys() & said or any(map(is_level, said))
    return bool(named or places(said))


def is_whole(words: Collection[str], lacking: Collection[str]) -> bool:
    """Tell whether a whole landmark, movement or name is there and only its place or part is lacking.

    >>> is_whole(("posterior", "ilium", "crest"), ("posterior",)), is_whole(("flexion", "@hip"), ("@hip",))
    (True, True)
    >>> is_whole(("lesser", "trochanter"), ("lesser",))
    False
    """
    if movement_words() & set(words):
        return all(word.startswith("@") for word in lacking)
    rest = frozenset(words) - frozenset(lacking)
    found = places(words)
    within = places(rest) if any(map(is_level, rest)) else ()
    there = any(place.words <= rest for place in (*found, *within))
    return there or bool(names().keys() & rest and not found)


def lacks_bone(words: Iterable[str], lacking: Collection[str]) -> bool:
    """Tell whether all that is lacking is the bone of a landmark that several bones have."""
    shared = [place for place in places(words) if not place.unique]
    return any(place.bone_words >= set(lacking) and not place.words & set(lacking) for place in shared)
