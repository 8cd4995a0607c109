"""`flashcards postpone`: spreads what waits over the next days, the least harm first."""

from __future__ import annotations

from collections.abc import Sequence

import click

from flashcards.commands import Options
from flashcards.commands.moving import move, planned, say
from flashcards.commands.words import counted
from flashcards.study.moves import postponed


@click.command(name="postpone", short_help="Spread the reviews that wait over some days.")
@click.argument("names", nargs=-1, metavar="[DECK]...")
@click.option("--days", type=click.IntRange(1, 365), default=7, show_default=True, help="Over so many days.")
@click.option("--keep", type=click.IntRange(0), help="How many stay today; without it, an even share.")
@click.pass_obj
def command(options: Options, names: Sequence[str], days: int, keep: int | None) -> None:
    """Spread the reviews that wait over some days.

    The days fill evenly, with what falls due on them anyway. What suffers most by waiting comes first.
    """
    moves = planned(options, names, lambda now, cards, state: postponed(now, cards, state, days, keep))
    if not moves:
        say("There is nothing to put off.")
        return
    move(options, moves)
    last = max(moves.values())
    reviews = counted(len(moves), "review")
    say(f"{reviews} put off, the last to {last:%A} {last}. `flashcards undo` takes it back.")
