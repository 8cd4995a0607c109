"""The field: muscles, techniques, who opposes whom; and reading a deck with all its kinds.

What reads decks is loaded when there is one to read: a deck that did not change is taken from the archive.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from flashcards.deck import Deck
from flashcards.errors import DeckError
from flashcards.kind import Kind
from flashcards.reading import Reading
from flashcards.shelf import Shelf


def shelf(near: Iterable[Path] = (), far: Iterable[Path] = ()) -> Shelf:
    """Return a shelf of decks that may name one another; those in the same folder are found without it."""
    return Shelf(_kinds, near, far)


def _kinds() -> Sequence[Kind]:
    from flashcards.anatomy.kinds import KINDS

    return KINDS


def read_deck(path: Path, decks: Shelf | None = None) -> Deck:
    """Read a deck; raises DeckError with every problem, FileError where there is no readable file."""
    reading = examine(path, decks)
    if reading.deck is None:
        raise DeckError(reading.problems)
    return reading.deck


def examine(path: Path, decks: Shelf | None = None) -> Reading:
    """Read a file as far as it goes and keep every problem; raises FileError where it can't be read.

    The deck's own words are in force while it is read; its cards come in the order of teaching.
    """
    from flashcards import reader
    from flashcards.anatomy.teaching import taught
    from flashcards.anatomy.terms.data import speaking
    from flashcards.anatomy.terms.own_words import read_words
    from flashcards.findings import Findings

    decks = decks or shelf()
    node, findings = decks.draft(path).vocabulary, Findings()
    own = read_words(node, findings) if node else {}
    with speaking(own):
        reading = reader.examine(path, decks)
    problems = tuple(sorted((*reading.problems, *findings.problems)))
    if reading.deck is None or not findings.clean:
        return replace(reading, deck=None, problems=problems)
    deck = taught(replace(reading.deck, vocabulary=own, problems=problems))
    return replace(reading, deck=deck, problems=problems)
