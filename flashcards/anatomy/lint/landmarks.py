"""Attachments at places that nobody knows."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from flashcards.anatomy.lint.attachment import place_of, places_of, plain, unnumbered, words_of
from flashcards.anatomy.lint.finding import finding
from flashcards.anatomy.near_misses.truth import PLACES
from flashcards.anatomy.terms import vocabulary
from flashcards.anatomy.terms.data import load, remembered
from flashcards.anatomy.terms.lexicon import known_words, meant, muscle_names
from flashcards.kind import Notes
from flashcards.note import Note
from flashcards.place import Problem
from flashcards.problems import did_you_mean, suggest

NEAR = 0.8
"""How alike (difflib's ratio) an unknown word is to the one it is a slip of."""

SHORTEST = 5
"""Letters from which on a word is held for a slip of another."""


def unknown_landmark(note: Note, notes: Notes) -> Iterator[Problem]:
    """Warn of an attachment in which no landmark, bone or soft tissue is recognised."""
    for fact in note.slot(*PLACES):
        if not is_known(unnumbered(fact.text)) and not _is_taught(fact.text, notes):
            bone = next((word for word in meant(fact.text) if word in vocabulary.bone_words()), "")
            yield finding(
                fact,
                "unknown-landmark",
                f"unknown landmark '{fact.text}'",
                f"`flashcards list landmarks{bone and f' {bone}'}` shows those that are known",
                hint=did_you_mean(nearest(fact.text)),
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


@remembered
def _is_slip(word: str, sure: bool) -> bool:
    """Tell whether a word is a known one misspelt; where a landmark is recognised anyway, by one letter."""
    if len(word) < SHORTEST or word in known_words() or word in place_words():
        return False
    near = 1 - 1.01 / len(word) if sure else NEAR
    return bool(get_close_matches(word, place_words() | known_words(), 1, near))


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
