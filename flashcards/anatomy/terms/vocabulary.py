"""The closed vocabulary of the field: joints with their movements, landmarks, contrasts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from flashcards.anatomy.terms.data import Data, filed, load, remembered
from flashcards.anatomy.terms.lexicon import entries, implied, is_shared, latin_names, meant, other_names
from flashcards.anatomy.terms.wording import fold

VERTEBRA = re.compile(r"\b(?:c|t|l|s|th)\s?\d")
SIDES = {"ipsilateral": "same", "contralateral": "other"}


@dataclass(frozen=True, slots=True)
class Joint:
    """A joint with its other names, what it is part of, and each movement's opposite (empty: none here).

    `along` are joints that move along with it: the larynx with the hyoid.
    """

    key: str
    name: str
    also: tuple[str, ...]
    within: str
    movements: Mapping[str, str]
    crossed_from: tuple[str, ...]
    crossed_to: tuple[str, ...]
    along: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Movement:
    """A movement at a joint; `side` is same, other or empty."""

    joint: str
    name: str
    side: str = ""


@dataclass(frozen=True, slots=True)
class Landmark:
    """A named place on a bone; `also` are its other names, Latin too, `latin` the Latin ones among them.

    `segments` are those of the body that it moves with. It is `unique` where no other bone has such a name.
    """

    key: str
    bone: str
    name: str
    also: tuple[str, ...]
    latin: tuple[str, ...]
    segments: tuple[str, ...]
    words: frozenset[str]
    bone_words: frozenset[str]
    unique: bool


@remembered
def joints() -> Mapping[str, Joint]:
    """Return every joint under its key."""
    return {key: _joint(key, entry) for key, entry in load("joints").items()}


def opposite(joint: str, movement: str) -> str | None:
    """Return the movement that undoes one at that joint, None where there is none.

    >>> opposite("scapula", "elevation"), opposite("pelvic-floor", "elevation"), opposite("hip", "flexion")
    ('depression', None, 'extension')
    """
    known = joints().get(joint)
    return (known.movements.get(movement) or None) if known else None


def meet(one: str, other: str) -> bool:
    """Tell whether two joints are the same, or one is part of the other.

    >>> meet("toes", "toe-mtp"), meet("hip", "spine")
    (True, False)
    """
    return one == other or one in _around(other) or other in _around(one)


def follow(one: str, other: str) -> bool:
    """Tell whether of two joints one moves along with the other.

    >>> follow("hyoid", "larynx"), follow("scapula", "clavicle"), follow("scapula", "shoulder")
    (True, True, False)
    """
    return other in joints()[one].along or one in joints()[other].along


@remembered
def movement(text: str) -> Movement | None:
    """Return the movement a text names, None where joint or movement is not known.

    >>> movement("lateral flexion of the low back to the same side")
    Movement(joint='spine', name='lateral flexion', side='same')
    >>> movement("hip hike")
    Movement(joint='pelvis', name='elevation', side='')
    >>> movement("raise the eyebrows")
    Movement(joint='face', name='raise eyebrows', side='')
    >>> movement("hip"), movement("flexion"), movement("knee elevation")
    (None, None, None)
    """
    words = frozenset(meant(text))
    joint = joint_in(words)
    name = max(_movements_in(joints()[joint], words), key=len, default="") if joint else ""
    if not name:
        return next((told for needed, told in _told_whole() if needed <= words), None)
    side = next((SIDES[word] for word in SIDES if word in words and word not in name.split()), "")
    return Movement(joint, name, side)


def joint_in(words: frozenset[str]) -> str:
    """Return the joint the words of a movement name, by its longest name; empty for none.

    >>> joint_in(frozenset(("leg", "knee", "flexion")))
    'knee'
    """
    return max(
        (found for found in joint_names() if found[0] <= words),
        key=lambda it: len(it[0]),
        default=(frozenset(), ""),
    )[1]


@filed
def joint_names() -> tuple[tuple[frozenset[str], str], ...]:
    """Return every name of every joint as a set of meant words, with the joint's key."""
    return tuple(
        (frozenset(meant(name)), joint.key)
        for joint in joints().values()
        for name in (joint.key.replace("-", " "), joint.name, *joint.also)
    )


@filed
def movement_words() -> frozenset[str]:
    """Return the words that tell of a movement: flexion, rotation, tilt and their like.

    >>> "rotation" in movement_words(), "lateral" in movement_words()
    (True, False)
    """
    lists = (meant(name)[-1:] for joint in joints().values() for name in joint.movements)
    return frozenset(word for words in lists for word in words if word.endswith(("ion", "tilt")))


@remembered
def _told_whole() -> tuple[tuple[frozenset[str], Movement], ...]:
    """Return the movements that name what they move, and so need no joint: raise eyebrows."""
    told = [
        (meant(name), Movement(joint.key, name)) for joint in joints().values() for name in joint.movements
    ]
    return tuple((frozenset(words), whole) for words, whole in told if words[-1] not in movement_words())


@remembered
def landmarks() -> Mapping[str, Landmark]:
    """Return every landmark under its key."""
    return {key: _landmark(key, entry) for key, entry in load("landmarks").items()}


@remembered
def landmark(text: str) -> Landmark | None:
    """Return the landmark a text names, None where it names none, or several bones have it and none is named.

    >>> landmark("trochanter minor").key
    'femur.lesser-trochanter'
    >>> landmark("coronoid process") or landmark("lesser trochanter of the ulna")
    >>> landmark("bodies of L1-L5").name
    'vertebral bodies'
    """
    words = frozenset(meant(text)) | frozenset(("vertebra",) if VERTEBRA.search(fold(text)) else ())
    named = _named(words) or _named(words | implied(words))
    return named[0] if named and not _other_bone(named[0], words) else None


def landmarks_in(words: frozenset[str]) -> Sequence[Landmark]:
    """Return the landmarks whose whole name stands among meant words, the longest names first."""
    found = [place for place in landmarks().values() if place.words <= words]
    found = [place for place in found if not any(place.words < other.words for other in found)]
    return sorted(found, key=lambda place: _fit(place, words), reverse=True)


@remembered
def contrasts() -> Sequence[Sequence[str]]:
    """Return the groups of words of which none ever means another."""
    return tuple(tuple(group) for group in load("contrasts")["groups"])


def contrast_swaps(text: str) -> Iterator[tuple[str, str, str]]:
    """Yield a text with one word exchanged for one it must not be taken for, that word, and the other.

    >>> next(contrast_swaps("Lesser trochanter"))
    ('greater trochanter', 'lesser', 'greater')
    """
    for match in re.finditer(r"[^\W\d_]+", text):
        word = fold(match.group())
        for other in dict.fromkeys(other for group in contrasts() if word in group for other in group):
            if other != word:
                yield text[: match.start()] + other + text[match.end() :], word, other


@filed
def known_terms() -> frozenset[str]:
    """Return, folded, every name of a joint, a movement of it, a landmark, a bone, a muscle or a nerve.

    >>> {"asis", "hip flexion", "quadratus lumborum", "knee"} <= known_terms()
    True
    """
    named = {name for entry in entries() if entry.kind != "word" for name in (entry.term, *entry.also)} | {
        name for joint in joints().values() for name in (joint.key.replace("-", " "), joint.name, *joint.also)
    }
    moves = {
        said
        for joint in joints().values()
        for name in joint.movements
        for said in (name, f"{joint.key.replace('-', ' ')} {name}")
    }
    return frozenset(map(fold, named | moves))


def _joint(key: str, entry: Data) -> Joint:
    spans = tuple(entry.get("crossed_from", ())), tuple(entry.get("crossed_to", ()))
    return Joint(
        key,
        entry.get("name", key.replace("-", " ")),
        tuple(entry.get("also", ())),
        entry.get("within", ""),
        entry["movements"],
        *spans,
        tuple(entry.get("with", ())),
    )


def _around(joint: str) -> tuple[str, ...]:
    known = joints().get(joint)
    return (known.within, *_around(known.within)) if known and known.within else ()


def _movements_in(joint: Joint, words: frozenset[str]) -> list[str]:
    return [name for name in joint.movements if frozenset(meant(name)) <= words]


def _landmark(key: str, entry: Data) -> Landmark:
    name, bone, told = entry["name"], entry["bone"], entry.get("segment", ())
    segments = (told,) if isinstance(told, str) else tuple(told)
    words, bone_words, unique = _place_words()[key]
    return Landmark(
        key, bone, name, other_names(entry), latin_names(entry), segments, words, bone_words, unique
    )


@filed
def _place_words() -> Mapping[str, tuple[frozenset[str], frozenset[str], bool]]:
    """Return the meant words of each landmark's name and of its bone, and whether no other bone has such."""
    return {
        key: (frozenset(meant(place["name"])), frozenset(meant(place["bone"])), not is_shared(place["name"]))
        for key, place in load("landmarks").items()
    }


def _named(words: frozenset[str]) -> list[Landmark]:
    return [place for place in landmarks_in(words) if place.unique or place.bone_words & words]


def _fit(place: Landmark, words: frozenset[str]) -> tuple[int, int, int, int]:
    """Return how well words name a landmark: its name, nothing of its bone untold, all told of its bone.

    A numbered bone is not meant where there are more numbers: ribs 2-12 are not rib 2.
    """
    told = place.bone_words & words
    more = sum(map(str.isdigit, words - told)) if any(map(str.isdigit, told)) else 0
    return len(place.words), -len(place.bone_words - words), -more, len(told)


def _other_bone(place: Landmark, words: frozenset[str]) -> bool:
    named = words & bone_words() - place.words - place.bone_words
    return bool(named) and not words & place.bone_words - place.words


@remembered
def bone_words() -> frozenset[str]:
    """Return the words that name a bone: femur, ulna, scapula."""
    return frozenset(load("bones"))
