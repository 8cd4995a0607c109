"""`flashcards advance`: studies ahead, what gains most by it first."""

from __future__ import annotations

from collections.abc import Sequence

import click

from flashcards.commands import Options
from flashcards.commands.moving import move, planned, say
from flashcards.commands.words import counted
from flashcards.study.moves import advanced


@click.command(name="advance", short_help="Study ahead.")
@click.argument("names", nargs=-1, metavar="[DECK]...")
@click.option("--cards", type=click.IntRange(1), default=20, show_default=True, help="At most so many cards.")
@click.option(
    "--days", type=click.IntRange(1, 36500), default=7, show_default=True, help="Due within so long."
)
@click.pass_obj
def command(options: Options, names: Sequence[str], cards: int, days: int) -> None:
    """Study ahead.

    Cards that would fall due within the next days come today: those first that have faded most, for the more
    one has forgotten, the more a review gives.
    """
    moves = planned(options, names, lambda now, all, state: advanced(now, all, state, cards, days))
    if not moves:
        say(f"No card can come sooner: none that may be asked today is due within {counted(days, 'day')}.")
        return
    move(options, moves)
    say(f"{counted(len(moves), 'card')} moved to today. `flashcards undo` takes it back.")
