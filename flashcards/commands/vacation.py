"""`flashcards vacation`: keeps days free of reviews."""

from __future__ import annotations

import json
import os
from datetime import date, datetime, timedelta

import click

from flashcards.commands import Options
from flashcards.commands.clock import clock
from flashcards.commands.moving import move, planned, say
from flashcards.commands.words import counted
from flashcards.errors import UnknownName
from flashcards.home import home_folder
from flashcards.study.moves import Moves, around
from flashcards.study.store import Store


class Day(click.DateTime):
    """A day as one types it; what is none is refused in words, where click would name a format."""

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """Read a day."""
        try:
            return datetime.strptime(str(value), "%Y-%m-%d")
        except ValueError:
            self.fail(f"'{value}' is no day such as 2026-04-10", param, ctx)


DAY = Day()
LONGEST = timedelta(days=1826)
FARTHEST = timedelta(days=3653)


@click.command(name="vacation", short_help="Keep days free of reviews, or list those kept free.")
@click.argument("first", metavar="[FROM]", type=DAY, required=False)
@click.argument("last", metavar="[TO]", type=DAY, required=False)
@click.option("--cancel", metavar="FROM", type=DAY, help="Take back the vacation that begins on this day.")
@click.option("--json", "as_json", is_flag=True, help="List as JSON objects, a line each.")
@click.pass_obj
def command(
    options: Options, first: datetime | None, last: datetime | None, cancel: datetime | None, as_json: bool
) -> None:
    """Keep days free of reviews, or list those kept free.

    FROM and TO are the first and the last day off, such as 2026-07-01. Cards due in between come just before
    or wait, by the nearer end; an answer given from now on leads to no day off where another is in reach.
    """
    if as_json and (first or cancel):
        raise click.UsageError("--json is for the list of vacations: give it alone")
    if first and cancel:
        raise click.UsageError("give either a vacation or --cancel, not both")
    if cancel:
        take_back(options, cancel.date())
    elif first and last:
        keep_free(options, first.date(), last.date())
    elif first:
        raise click.UsageError("a vacation has two ends: give the first and the last day off")
    else:
        tell(options, as_json)


def keep_free(options: Options, first: date, last: date) -> None:
    """Keep days free, and say where the cards due on them go."""
    if last < first:
        raise click.UsageError(f"a vacation cannot end on {last}, before it begins on {first}")
    today = clock(options.home)().date()
    if last < today:
        raise click.UsageError(f"a vacation until {last} is over")
    if first - today > FARTHEST:
        raise click.UsageError(f"a vacation that begins on {first} is too far off: ten years is the most")
    if last - first >= LONGEST:
        raise click.UsageError(f"a vacation from {first} to {last} is over five years long: make it shorter")
    moves = planned(options, (), lambda now, cards, state: around(now, cards, state, first, last))
    move(options, moves, (first, last))
    say(f"No reviews from {first} to {last}. {moved(moves, first)}`flashcards undo` takes it back.")


def moved(moves: Moves, first: date) -> str:
    """Say how many cards come before a vacation and how many wait.

    >>> moved({"a": date(2026, 6, 30), "b": date(2026, 7, 9), "c": date(2026, 7, 8)}, date(2026, 7, 1))
    'Moved: 1 card to before, 2 cards to after. '
    """
    before = sum(day < first for day in moves.values())
    sides = f"{counted(before, 'card')} to before, {counted(len(moves) - before, 'card')} to after"
    return f"Moved: {sides}. " if moves else ""


def take_back(options: Options, first: date) -> None:
    """Take back a vacation: cards not answered since have their days again."""
    home, now = home_folder(options.home), clock(options.home)()
    with Store.read(home) as store:
        found = [off for off in store.state(now).vacations if off.first == first]
    if not found:
        raise UnknownName(f"no vacation begins on {first}", "`flashcards vacation` lists them")
    with Store.open(home, os.urandom) as store:
        store.undo(found[-1].event, now, act=True)
        store.state(now)  # folded here once, so that those who only read need not
    say(f"The vacation from {first} to {found[-1].last} is taken back.")


def tell(options: Options, as_json: bool) -> None:
    """List the vacations that are not over."""
    now = clock(options.home)()
    with Store.read(home_folder(options.home)) as store:
        state = store.state(now)
    ahead = sorted(off for off in state.vacations if off.last >= state.day(now))
    if not ahead and not as_json:
        say("No vacation lies ahead.")
    for off in ahead:
        told = {"from": str(off.first), "to": str(off.last)}
        click.echo(json.dumps(told) if as_json else f"{off.first} to {off.last}")
