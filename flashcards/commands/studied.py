"""The decks to study: those named, else the learner's collection, else those that ship."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from flashcards.commands.collection import find, read_all
from flashcards.deck import Deck
from flashcards.decks import builtin
from flashcards.errors import DeckError
from flashcards.study.settings import Settings


def studied(names: Sequence[str], settings: Settings) -> tuple[Deck, ...]:
    """Return the decks to study; one with errors is left out and told, and DeckError if no other is left."""
    wanted, added = names or settings.decks, [deck for deck in settings.decks if Path(deck).is_absolute()]
    collection = read_all(find(wanted, added) if wanted else builtin())
    if not collection.decks:
        raise DeckError(problem for reading in collection.broken for problem in reading.problems)
    for reading in collection.broken:
        click.echo(f"left out: {DeckError(reading.problems).message}", err=True)
    return collection.decks
