"""The field: muscles, techniques, who opposes whom; and reading a deck with all its kinds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from flashcards import reader
from flashcards.anatomy.bone import BONES
from flashcards.anatomy.confusable import CONFUSABLE
from flashcards.anatomy.data import speaking
from flashcards.anatomy.joint import JOINTS
from flashcards.anatomy.movers import MOVERS
from flashcards.anatomy.muscle import MUSCLES
from flashcards.anatomy.opposites import OPPOSITES
from flashcards.anatomy.own_words import read_words
from flashcards.anatomy.technique import TECHNIQUES
from flashcards.deck import Deck
from flashcards.errors import DeckError
from flashcards.findings import Findings
from flashcards.plain import CARDS
from flashcards.shelf import Shelf

KINDS = (BONES, JOINTS, MUSCLES, MOVERS, OPPOSITES, CONFUSABLE, TECHNIQUES, CARDS)
"""Every kind of note, in the order they are taught: bones, joints, muscles, opposition, technique."""


def shelf(near: Iterable[Path] = (), far: Iterable[Path] = ()) -> Shelf:
    """Return a shelf of decks that may name one another; those in the same folder are found without it."""
    return Shelf(KINDS, near, far)


def read_deck(path: Path, decks: Shelf | None = None) -> Deck:
    """Read a deck; raises DeckError with every problem, FileError where there is no readable file."""
    reading = examine(path, decks)
    if reading.deck is None:
        raise DeckError(reading.problems)
    return reading.deck


def examine(path: Path, decks: Shelf | None = None) -> reader.Reading:
    """Read a file as far as it goes and keep every problem; raises FileError where it can't be read.

    The deck's own words are in force while it is read.
    """
    decks = decks or shelf()
    node, findings = decks.draft(path).vocabulary, Findings()
    own = read_words(node, findings) if node else {}
    with speaking(own):
        reading = reader.examine(path, decks)
    problems = tuple(sorted((*reading.problems, *findings.problems)))
    if reading.deck is None or not findings.clean:
        return replace(reading, deck=None, problems=problems)
    return replace(reading, deck=replace(reading.deck, vocabulary=own, problems=problems), problems=problems)
