"""`flashcards simulate`: what a desired retention costs in minutes a day, and what it brings in facts."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from flashcards.cards import in_turn
from flashcards.commands import Options
from flashcards.commands.clock import clock
from flashcards.commands.extra import extra
from flashcards.commands.pictures import write_chart
from flashcards.commands.progress import progress
from flashcards.commands.retentions import minutes, retentions
from flashcards.commands.simulated import Request, Simulated, as_object, chart, remarks, table
from flashcards.commands.studied import studied
from flashcards.commands.terminal import width, wrap
from flashcards.errors import FlashcardsError
from flashcards.home import home_folder
from flashcards.scheduler import OWN, STUDENTS
from flashcards.study.history import history
from flashcards.study.pace import Pace, pace
from flashcards.study.settings import Settings
from flashcards.study.start import Start, start
from flashcards.study.state import State
from flashcards.study.store import Store
from flashcards.study.sweep import sweep


@click.command(name="simulate", short_help="Say what a desired retention costs and brings.")
@click.option(
    "--retention",
    callback=retentions,
    default="0.8..0.95",
    show_default=True,
    metavar="LOW..HIGH",
    help="The desired retentions to try beside yours, a hundredth apart.",
)
@click.option(
    "--days", type=click.IntRange(1, 3650), default=180, show_default=True, help="How long to study."
)
@click.option(
    "--cards",
    type=click.IntRange(1, 100_000),
    help="New cards to learn.  [default: those of your decks you have not begun]",
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

    For each desired retention, learners who stand where you stand study with your settings for so many days:
    how many minutes a day does that take, and how many facts do they know in the end? An answer takes as
    long as yours do, where your log has enough of them, else as long as is usual.
    """
    request, now = Request(**asked), clock(options.home)()
    with Store.read(home_folder(options.home)) as store:
        state = store.state(now)
        own_pace = pace(history(store, now), state.settings.rollover_hour)
    simulated = run(request, state.settings, own_pace, standing(request, state, now))
    if request.picture:
        with extra("drawing"):
            write_chart(chart(simulated), request.picture)
    if request.as_json:
        click.echo(json.dumps(as_object(simulated)))
        return
    for line in table(simulated):
        click.echo(line)
    for remark in remarks(simulated):
        click.echo("\n".join(wrap(remark, width(), rest="  ")))


def standing(request: Request, state: State, now: datetime) -> Start:
    """Return where the learner stands, with the usual number of cards where no deck can be read.

    Only the student "own" can go on from there; for any other all cards are new.
    """
    try:
        cards = [card.id for card in in_turn(studied((), state.settings))]
    except FlashcardsError:
        cards = list(state.cards)
    found = start(state, cards, now)
    return found if request.student == OWN else found.from_nothing()


def run(request: Request, settings: Settings, pace: Pace, start: Start) -> Simulated:
    """Simulate what was asked for."""
    plans = request.plans(settings, start)
    with extra("simulating"), progress("Simulating") as told:
        outcomes = sweep(
            plans,
            settings,
            pace,
            start.begun,
            student=request.student,
            seed=request.seed,
            each_day=lambda today: told((today + 1) / request.days),
        )
    return Simulated(request, plans[0], settings, pace, start, outcomes)
