"""Attachments at places that nobody knows, or that another bone has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from flashcards.anatomy import vocabulary
from flashcards.anatomy.data import load, remembered
from flashcards.anatomy.lexicon import known_words, meant, muscle_names
from flashcards.anatomy.lint.attachment import ENDS, clauses, is_proper, place_of, places_of, plain, words_of
from flashcards.anatomy.lint.finding import finding, quoted
from flashcards.kind import Notes
from flashcards.note import Note
from flashcards.place import Problem
from flashcards.problems import suggest

SLOTS = (*ENDS, "course")

NEAR = 0.8
"""How alike (difflib's ratio) an unknown word is to the one it is a slip of."""

SHORTEST = 5
"""Letters from which on a word is held for a slip of another."""

ALSO_ON: Mapping[str, str] = {
    "styloid process": "fibula ulna metacarpal",
    "medial epicondyle": "femur humerus",
    "lateral epicondyle": "femur humerus",
    "medial condyle": "femur tibia",
    "lateral condyle": "femur tibia",
    "transverse process": "vertebra atlas axis coccyx sacrum",
    "spinous process": "vertebra axis sacrum",
    "articular processes": "vertebra sacrum",
    "interosseous membrane": "radius ulna tibia fibula",
}
"""Further bones that have a landmark of that name, though no muscle of the vocabulary needs it there."""


def unknown_landmark(note: Note, notes: Notes) -> Iterator[Problem]:
    """Warn of an attachment in which no landmark, bone or soft tissue is recognised."""
    for fact in note.slot(*SLOTS):
        if not is_known(fact.text) and not _is_taught(fact.text, notes):
            bone = next((word for word in meant(fact.text) if word in vocabulary.bone_words()), "")
            yield finding(
                fact,
                "unknown-landmark",
                f"unknown landmark '{fact.text}'",
                f"`flashcards list landmarks{bone and f' {bone}'}` shows those that are known",
                hint=quoted(nearest(fact.text)),
            )


@remembered
def is_known(text: str) -> bool:
    """Tell whether the words of an attachment make sense: a landmark, or a plain part of something known.

    >>> is_known("lesser trochanter"), is_known("back of the femur"), is_known("lesser trochantor")
    (True, True, False)
    """
    place, words = place_of(text), words_of(text)
    named = frozenset(word for found in places_of(text) for word in found.words)
    left = words - named - vocabulary.bone_words()
    if any(_is_slip(word, bool(place)) for word in left):
        return False
    known = left & place_words() - plain() or words & vocabulary.bone_words() or named
    return bool(place) or (bool(known) and not left & nouns())


def _is_slip(word: str, sure: bool) -> bool:
    """Tell whether a word is a known one misspelt; where a landmark is recognised anyway, by one letter."""
    if len(word) < SHORTEST or word in known_words() or word in place_words():
        return False
    return bool(
        get_close_matches(word, place_words() | known_words(), 1, 1 - 1.01 / len(word) if sure else NEAR)
    )


@remembered
def nouns() -> frozenset[str]:
    """Return what landmarks are called: no such word stands in an attachment without being known."""
    return frozenset(load("lint")["nouns"])


@remembered
def place_words() -> frozenset[str]:
    """Return every word that helps to name a place: of landmarks, bones and muscles.

    >>> "trochanter" in place_words(), "psoas-major" in place_words(), "flexion" in place_words()
    (True, True, False)
    """
    places = vocabulary.landmarks().values()
    named = frozenset(word for place in places for word in place.words | place.bone_words)
    muscles = frozenset(word for name in muscle_names() for word in (name, *name.split("-")))
    return named | vocabulary.bone_words() | muscles


@remembered
def nearest(text: str) -> str:
    """Return the known landmark that was probably meant, of the bone that is named if there is one there.

    >>> nearest("lesser trochantor of the femur")
    'lesser trochanter'
    """
    name, words = text.partition(" of ")[0], words_of(text)
    places = vocabulary.landmarks().values()
    there = [place.name for place in places if place.bone_words & words & vocabulary.bone_words()]
    return suggest(name, there) or suggest(name, [place.name for place in places]) or ""


def _is_taught(text: str, notes: Notes) -> bool:
    """Tell whether the deck teaches such a landmark itself."""
    words = words_of(text)
    taught = (fact.text for note in notes.values() if note.kind == "bones" for fact in note.slot("landmark"))
    return any(words_of(name) <= words for name in taught)


def wrong_bone(note: Note, _: Notes) -> Iterator[Problem]:
    """Refuse a landmark on a bone that has none of that name; only proper names tell."""
    for fact in note.slot(*SLOTS):
        for name, bone, homes in _all_misplaced(fact.text):
            yield finding(
                fact,
                "wrong-bone",
                f"the {bone} has no {name}",
                f"the {name} is on the {' or the '.join(homes)}; `flashcards list landmarks {bone}`",
                hint=quoted(_instead(name, bone)),
                severity="error",
            )


Misplaced = tuple[str, str, tuple[str, ...]]


@remembered
def _all_misplaced(text: str) -> tuple[Misplaced, ...]:
    return tuple(found for clause in clauses(text) for found in misplaced(clause))


@remembered
def misplaced(clause: str) -> tuple[Misplaced, ...]:
    """Return each landmark a clause puts on a wrong bone: its name, that bone, and the bones that have it.

    >>> misplaced("lesser trochanter of the ulna")
    (('lesser trochanter', 'ulna', ('femur',)),)
    >>> misplaced("styloid process of the fibula"), misplaced("medial border of the ulna")
    ((), ())
    >>> misplaced("mandibular symphysis")
    ()
    """
    said = clause.replace("hip bone", "")  # which of its three bones is not said
    places = places_of(said.rpartition(" of ")[0]) or places_of(said)
    told = frozenset(meant(said))
    names = {
        place.words: place.name
        for place in places
        if is_proper(place.words) and _bones(place.words) <= told  # no bone that merely goes without saying
    }
    found = ((name, _bones(told - words), _homes(words)) for words, name in names.items())
    return tuple(
        (name, sorted(named)[0], homes)
        for name, named, homes in found
        if named and not named & _bones_of(homes)
    )


def _bones(words: frozenset[str]) -> frozenset[str]:
    return words & vocabulary.bone_words()


@remembered
def _homes(words: frozenset[str]) -> tuple[str, ...]:
    """Return the bones that have a landmark whose name has these words."""
    places = [place for place in vocabulary.landmarks().values() if place.words == words]
    further = (bone for place in places for bone in ALSO_ON.get(place.name, "").split())
    return tuple(dict.fromkeys((*(place.bone for place in places), *further)))


def _bones_of(homes: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word for home in homes for word in meant(home))


def _instead(name: str, bone: str) -> str:
    places = vocabulary.landmarks().values()
    near = suggest(name, [place.name for place in places if bone in place.bone_words])
    return f"{near} of the {bone}" if near else ""
