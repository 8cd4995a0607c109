"""Moving cards to other days: what `advance`, `postpone` and `vacation` have in common."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from datetime import date, datetime

import click

from flashcards.card import Card
from flashcards.cards import in_turn
from flashcards.commands import Options
from flashcards.commands.clock import clock
from flashcards.commands.studied import studied
from flashcards.commands.terminal import width, wrap
from flashcards.home import home_folder
from flashcards.study.moves import Moves
from flashcards.study.state import State
from flashcards.study.store import Store

Plan = Callable[[datetime, Sequence[Card], State], Moves]


def planned(options: Options, names: Sequence[str], plan: Plan) -> Moves:
    """Return how a plan would move the cards of some decks."""
    now = clock(options.home)()
    with Store.read(home_folder(options.home)) as store:
        state = store.state(now)
        cards = in_turn(studied(names, state.settings))
        return plan(now, cards, state)


def move(options: Options, moves: Moves, vacation: tuple[date, date] | None = None) -> None:
    """Move cards to other days, as one act that can be taken back."""
    with Store.open(home_folder(options.home), os.urandom) as store:
        store.reschedule(moves, clock(options.home)(), vacation)


def say(text: str) -> None:
    """Print a line, wrapped."""
    click.echo("\n".join(wrap(text, width())))
