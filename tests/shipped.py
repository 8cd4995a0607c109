"""The decks that ship, read once for all tests."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from flashcards.anatomy import read_deck, shelf
from flashcards.deck import Deck
from flashcards.decks import builtin
from flashcards.note import Note

SHELF = shelf((), builtin())


@cache
def decks() -> tuple[Deck, ...]:
    """Return the decks, the seed among them, by name."""
    return tuple(read_deck(path, SHELF) for path in builtin())


@cache
def notes() -> Mapping[str, Note]:
    """Return the notes of all of them as they are written, by path."""
    return {note.path: note for path in builtin() for note in SHELF.draft(path).notes.values()}
