"""The decks to study: those named, else the learner's collection: what was added, at first all that ship."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from flashcards.commands.collection import find, read_all
from flashcards.deck import Deck
from flashcards.decks import builtin
from flashcards.errors import DeckError
from flashcards.study.settings import Settings

FIRST = "psoas-and-ql"
"""The deck that ships to begin with: small enough for a first sitting."""


def studied(names: Sequence[str], settings: Settings, *, first_run: bool = False) -> tuple[Deck, ...]:
    """Return the decks to study: those named, else the collection, and on a first run one that ships.

    One with errors is left out and told; DeckError if no other is left.
    """
    own = added(settings)
    wanted = names or settings.decks or (FIRST,)
    rest = () if first_run or names or settings.decks else builtin()
    collection = read_all(dict.fromkeys((*find(wanted, own), *rest)), own)
    if not collection.decks:
        raise DeckError(problem for reading in collection.broken for problem in reading.problems)
    for reading in collection.broken:
        click.echo(f"left out: {DeckError(reading.problems).message}", err=True)
    return collection.decks


def added(settings: Settings) -> list[str]:
    """Return the files and folders that were added to the collection; a deck that ships goes by its id."""
    return [deck for deck in settings.decks if Path(deck).is_absolute()]
