"""The words of an attachment: which of them name a bone, a landmark, or merely a side or a part."""

from __future__ import annotations

import re
from collections.abc import Sequence

from flashcards.anatomy.terms import vocabulary
from flashcards.anatomy.terms.data import load, remembered
from flashcards.anatomy.terms.lexicon import implied, meant
from flashcards.anatomy.terms.vocabulary import Landmark

_NUMBER = re.compile(r"\d+")
_APART = re.compile(
    r"[,;()]|\b(?:and|or|with|near|above|below|between|beside|behind|toward|towards|over|under|"
    r"via|through|by|to|from|next|opposite|around)\b"
)


def unnumbered(text: str) -> str:
    """Return a text with each number a 5, which has no name of its own as C1 has: only words count.

    >>> unnumbered("transverse processes of C3-C6")
    'transverse processes of C5-C5'
    """
    return _NUMBER.sub("5", text)


@remembered
def words_of(text: str) -> frozenset[str]:
    """Return the meant words of an attachment, with those that go without saying.

    >>> sorted(words_of("trochanter minor of the femur"))
    ['femur', 'lesser', 'trochanter']
    """
    words = frozenset(meant(text))
    return words | implied(words)


def places_of(text: str) -> Sequence[Landmark]:
    """Return the landmarks whose whole name stands in a text, on whichever bone.

    >>> sorted(place.bone for place in places_of("styloid process"))
    ['radius', 'temporal bone']
    """
    return vocabulary.landmarks_in(words_of(text))


@remembered
def place_of(text: str) -> Landmark | None:
    """Return the landmark that an attachment names, be it only in its first words.

    >>> place_of("tibial tuberosity (via patellar ligament)").key
    'tibia.tibial-tuberosity'
    """
    return vocabulary.landmark(text) or next(filter(None, map(vocabulary.landmark, clauses(text))), None)


@remembered
def clauses(text: str) -> tuple[str, ...]:
    """Return the pieces of an attachment that speak of one place each.

    A text stays whole where "and" is part of a landmark's name.

    >>> clauses("medial border of the scapula, between the spine and the inferior angle")
    ('medial border of the scapula', 'the spine', 'the inferior angle')
    """
    if any("and" in place.words for place in places_of(text)):
        return (text,)
    return tuple(piece.strip() for piece in _APART.split(text) if piece.strip())


@remembered
def plain() -> frozenset[str]:
    """Return the words that stand in the names of many places: medial, border, process."""
    return frozenset(load("lint")["plain"])


def is_proper(words: frozenset[str]) -> bool:
    """Tell whether a landmark's name belongs to it alone, and is not one that many bones have.

    >>> is_proper(frozenset(("lesser", "trochanter"))), is_proper(frozenset(("medial", "border")))
    (True, False)
    """
    return bool(words - plain())
