"""Hiding cards: what `suspend`, `unsuspend` and `bury` have in common."""

from __future__ import annotations

import os
from collections.abc import Sequence

import click

from flashcards.card import Card
from flashcards.commands import Options
from flashcards.commands.clock import clock
from flashcards.commands.studied import studied
from flashcards.commands.terminal import width, wrap
from flashcards.commands.words import counted
from flashcards.home import home_folder
from flashcards.study.event import EventKind
from flashcards.study.state import State
from flashcards.study.store import Store


def hide(options: Options, kind: EventKind, cards: Sequence[Card], done: str) -> None:
    """Suspend, unsuspend or bury cards, and say so."""
    with Store.open(home_folder(options.home), os.urandom) as store:
        store.hide(kind, [card.id for card in cards], clock(options.home)())
    for line in wrap(f"{counted(len(cards), 'card')} {done} `flashcards undo` takes it back.", width()):
        click.echo(line)


def collected(options: Options) -> tuple[tuple[Card, ...], State]:
    """Return the cards of the learner's collection, and how they stand."""
    with Store.read(home_folder(options.home)) as store:
        state = store.state(clock(options.home)())
    return tuple(card for deck in studied((), state.settings) for card in deck.cards), state
