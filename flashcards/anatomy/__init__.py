"""The field: muscles, techniques, who opposes whom; and reading a deck with all its kinds."""

from __future__ import annotations

from pathlib import Path

from flashcards import reader
from flashcards.anatomy.confusable import CONFUSABLE
from flashcards.anatomy.muscle import MUSCLES
from flashcards.anatomy.opposites import OPPOSITES
from flashcards.anatomy.technique import TECHNIQUES
from flashcards.deck import Deck
from flashcards.plain import CARDS

KINDS = (MUSCLES, OPPOSITES, CONFUSABLE, TECHNIQUES, CARDS)
"""Every kind of note, in the order they are taught: muscles, opposition, technique, the rest."""


def read_deck(path: Path) -> Deck:
    """Read a deck; raises DeckError with every problem, FileError where there is no readable file."""
    return reader.read_deck(path, KINDS)


def examine(path: Path) -> reader.Reading:
    """Read a file as far as it goes and keep every problem; raises FileError where it can't be read."""
    return reader.examine(path, KINDS)
