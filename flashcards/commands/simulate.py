"""`flashcards simulate`: what a desired retention costs in minutes a day, and what it brings in facts."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from math import inf
from pathlib import Path
from typing import Any

import click

from flashcards.commands import Options
from flashcards.commands.clock import clock
from flashcards.commands.extra import extra
from flashcards.commands.pictures import write_chart
from flashcards.commands.simulated import Request, Simulated, as_object, chart, remarks, table
from flashcards.commands.terminal import width, wrap
from flashcards.errors import SettingError
from flashcards.home import home_folder
from flashcards.scheduler import STUDENTS
from flashcards.study.history import history
from flashcards.study.pace import Pace, pace
from flashcards.study.settings import Settings
from flashcards.study.store import Store
from flashcards.study.sweep import sweep
from flashcards.study.values import number

LOWEST, HIGHEST = 0.5, 0.99
DAY = 24 * 60
"""Minutes of a day."""


def retentions(ctx: click.Context, param: click.Parameter, value: str) -> tuple[float, ...]:
    """Read one desired retention, or a range of them such as 0.8..0.95, in hundredths."""
    low, _, high = value.partition("..")
    try:
        first, last = float(low), float(high or low)
    except ValueError:
        first, last = inf, -inf
    if not LOWEST <= first <= last <= HIGHEST or (round(first, 2), round(last, 2)) != (first, last):
        wanted = f"a share from {LOWEST} to {HIGHEST} in hundredths, or a range of them such as 0.8..0.95"
        raise click.BadParameter(f"{value!r} is not {wanted}", ctx, param)
    return tuple(hundredth / 100 for hundredth in range(round(first * 100), round(last * 100) + 1))


def minutes(ctx: click.Context, param: click.Parameter, value: str | None) -> float | None:
    """Read how many minutes a day has for study."""
    if value is None:
        return None
    with suppress(SettingError):
        if 0 < (found := number(value)) <= DAY:
            return found
    raise click.BadParameter(f"{value!r} is not a number of minutes above 0, {DAY} at most", ctx, param)


@click.command(name="simulate", short_help="Say what a desired retention costs and brings.")
@click.option(
    "--retention",
    callback=retentions,
    default="0.8..0.95",
    show_default=True,
    metavar="LOW..HIGH",
    help="The desired retentions to try, a hundredth apart.",
)
@click.option(
    "--days", type=click.IntRange(1, 3650), default=180, show_default=True, help="How long to study."
)
@click.option(
    "--cards",
    type=click.IntRange(1, 100_000),
    default=1000,
    show_default=True,
    help="How many there are to learn.",
)
@click.option(
    "--new-per-day", type=click.IntRange(1, 9999), help="New cards a day.  [default: the setting new_per_day]"
)
@click.option(
    "--minutes-a-day",
    callback=minutes,
    metavar="MINUTES",
    help="When to stop for the day.  [default: no limit]",
)
@click.option(
    "--student",
    type=click.Choice(list(STUDENTS)),
    default="own",
    show_default=True,
    help="Whose memory decides what is recalled; own: the scheduler's.",
)
@click.option(
    "--seed", type=click.IntRange(0), default=0, show_default=True, help="Another one is other luck."
)
@click.option(
    "--picture", type=click.Path(dir_okay=False, path_type=Path), help="Write a chart to this file, as SVG."
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.pass_obj
def command(options: Options, /, **asked: Any) -> None:
    """Say what a desired retention costs and brings.

    For each desired retention, learners study with your settings for so many days: how many minutes a day
    does that take, and how many facts do they know in the end? An answer takes as long as yours do, where
    your log has enough of them, else as long as is usual.
    """
    request, now = Request(**asked), clock(options.home)()
    with Store.read(home_folder(options.home)) as store:
        settings = store.state(now).settings
        simulated = run(request, settings, pace(history(store, now), settings.rollover_hour))
    if request.picture:
        with extra("drawing"):
            write_chart(chart(simulated.outcomes), request.picture)
    if request.as_json:
        click.echo(json.dumps(as_object(simulated)))
        return
    for line in table(simulated.outcomes):
        click.echo(line)
    for remark in remarks(simulated):
        click.echo("\n".join(wrap(remark, width(), rest="  ")))


def run(request: Request, settings: Settings, pace: Pace) -> Simulated:
    """Simulate what was asked for."""
    plans = request.plans(settings)
    with extra("simulating"), progress(request.days) as each_day:
        outcomes = sweep(plans, settings, pace, request.student, request.seed, each_day)
    return Simulated(request, plans[0], settings, pace, outcomes)


@contextmanager
def progress(days: int) -> Iterator[Callable[[int], object]]:
    """Show on a terminal how many days are over, and nothing elsewhere."""
    if not sys.stderr.isatty():
        yield bool
        return
    with click.progressbar(length=days, label="Simulating", file=sys.stderr) as bar:
        yield lambda today: bar.update(1)
