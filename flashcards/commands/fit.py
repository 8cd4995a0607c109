"""`flashcards fit`: fits the memory model to the learner's own reviews."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

import click

from flashcards.commands import Options
from flashcards.commands.clock import clock
from flashcards.commands.config import change
from flashcards.commands.extra import extra
from flashcards.commands.fitted import as_object, chart, conclusion, findings
from flashcards.commands.pictures import write_chart
from flashcards.commands.progress import progress
from flashcards.commands.terminal import width, wrap
from flashcards.errors import FileError, FlashcardsError
from flashcards.home import home_folder
from flashcards.scheduler import FSRS6, FSRS7, Fit, ReviewError, fit
from flashcards.study.database import FILE
from flashcards.study.reviews import Reviews, reviews
from flashcards.study.settings import SM2, Settings
from flashcards.study.store import Store
from flashcards.study.stretch import stretch

SETTINGS = {FSRS6.name: "parameters", FSRS7.name: "fsrs7_parameters"}
"""The setting that holds each model's parameters."""


@click.command(name="fit", short_help="Fit the memory model to your own reviews.")
@click.option(
    "--model",
    type=click.Choice(list(SETTINGS), case_sensitive=False),
    help="The model to fit.  [default: the setting model]",
)
@click.option(
    "--picture", type=click.Path(dir_okay=False, path_type=Path), help="Write a chart to this file, as SVG."
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.option("--yes", is_flag=True, help="Keep what is better without asking.")
@click.option("--dry-run", is_flag=True, help="Change nothing.")
@click.pass_obj
def command(
    options: Options, model: str | None, picture: Path | None, as_json: bool, yes: bool, dry_run: bool
) -> None:
    """Fit the memory model to your own reviews.

    The parameters that explain your reviews best are kept if they also foretell reviews they have not seen:
    the last fifth, foretold from those before, must come out surely better than with the parameters in use,
    and no worse than by a plain average. It says first how many due dates move, and asks at a terminal.
    """
    home, now = home_folder(options.home), clock(options.home)()
    refuse_unwritable(home, picture, dry_run)
    with Store.read(home) as store:
        settings, given = store.state(now).settings, reviews(store.standing(now))
    name = model or settings.model
    found = run(name, settings, given)
    if picture:
        with extra("drawing"):
            write_chart(chart(found), picture)
    if not as_json:
        fitted = type(found.model)(found.fitted)
        say(findings(found, stretch(in_use(name, settings), fitted, given, settings.retention)))
    stored = found.kept and not dry_run and keep(found, home, now, yes)
    if as_json:
        click.echo(json.dumps(as_object(found) | {"stored": stored}))
    else:
        say([conclusion(found, settings, stored)])


def say(texts: Iterable[str]) -> None:
    """Print texts, wrapped."""
    for text in texts:
        click.echo("\n".join(wrap(text, width(), rest="  ")))


def run(name: str, settings: Settings, given: Reviews) -> Fit:
    """Fit a model to reviews; FlashcardsError for a model without parameters, or with too few reviews."""
    if name == SM2:
        raise FlashcardsError("SM-2 has nothing to fit", "give --model FSRS-6 or FSRS-7")
    with extra("fitting"), progress("Fitting") as told:
        try:
            return fit(
                in_use(name, settings),
                given.cards,
                given.time_ms,
                given.ratings,
                rollover_hour=0,
                offset_minutes=given.day_starts,
                progress=told,
            )
        except ReviewError as error:
            remedy = "the usual parameters serve well until then: study on, and fit again later"
            raise FlashcardsError(f"there is too little to fit yet: {error}", remedy) from error


def in_use(name: str, settings: Settings) -> FSRS6 | FSRS7:
    """Return the model of this name with the parameters in use."""
    return FSRS7(settings.fsrs7_parameters) if name == FSRS7.name else FSRS6(settings.parameters)


def refuse_unwritable(home: Path, picture: Path | None, dry_run: bool) -> None:
    """Raise FileError for a home or a picture that could not be written, before a fit is made in vain."""
    stored = () if dry_run else (path for path in (home, home / FILE) if path.exists())
    for path in stored:
        if not os.access(path, os.W_OK):
            raise FileError(f"{path}: no leave to write", "give --dry-run to fit and change nothing")
    if picture and not os.access(picture if picture.exists() else picture.parent, os.W_OK):
        raise FileError(f"{picture}: it cannot be written", "name another file, in a folder that exists")


def keep(found: Fit, home: Path, now: datetime, yes: bool) -> bool:
    """Store the parameters, once it is said how many due dates move; return whether that was agreed to."""
    name, text = SETTINGS[found.model.name], " ".join(map(repr, found.parameters))
    with Store.open(home, os.urandom) as store:
        return change(store, name, text, now, yes)
