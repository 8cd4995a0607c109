"""`flashcards check`: every problem of every deck, each with its place."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict

import click

from flashcards.commands.collection import examine_all, find
from flashcards.commands.terminal import width
from flashcards.commands.words import counted
from flashcards.decks import builtin
from flashcards.problems import UNLIMITED, render
from flashcards.reader import Reading


@click.command(name="check", short_help="Report every problem in the decks.")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option("--strict", is_flag=True, help="Let a warning count as an error.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a problem, a line each.")
def command(paths: Sequence[str], strict: bool, as_json: bool) -> int:
    """Report every problem in the decks.

    PATH is a deck, a folder of decks, or the id of a deck that ships; without one, all that ship are checked.
    The exit code is 1 if there is an error.
    """
    readings = list(examine_all(find(paths) if paths else builtin()))
    for reading in readings:
        (_print_json if as_json else _print)(reading)
    if not as_json:
        click.echo(summary(readings))
    counted = ("error", "warning") if strict else ("error",)
    return int(any(problem.severity in counted for reading in readings for problem in reading.problems))


def _print(reading: Reading) -> None:
    for problem in reading.problems:
        click.echo(render(problem, reading.lines, width=columns()) + "\n")


def columns() -> int:
    """Return how wide a problem may be: as the terminal is; through a pipe, where editors read, any width."""
    return width() if sys.stdout.isatty() else UNLIMITED


def _print_json(reading: Reading) -> None:
    for problem in reading.problems:
        click.echo(json.dumps(asdict(problem), ensure_ascii=False))


def summary(readings: Sequence[Reading]) -> str:
    """Say in one line what was found."""
    problems = [problem for reading in readings for problem in reading.problems]
    errors = sum(problem.severity == "error" for problem in problems)
    cards = sum(len(reading.deck.cards) for reading in readings if reading.deck)
    found = [counted(errors, "error"), counted(len(problems) - errors, "warning")]
    return f"{counted(len(readings), 'deck')}, {counted(cards, 'card')}: {' and '.join(found)}."
