"""`flashcards check`: every problem of every deck, each with its place."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, replace

import click

from flashcards.commands import Options
from flashcards.commands.collection import drafts, examine_all, find
from flashcards.commands.terminal import width
from flashcards.commands.words import counted
from flashcards.decks import builtin
from flashcards.note import Note
from flashcards.place import Problem
from flashcards.problems import UNLIMITED, render
from flashcards.reading import Reading


@click.command(name="check", short_help="Report every problem in the decks.")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option("--strict", is_flag=True, help="Let a warning count as an error.")
@click.option("--compare", is_flag=True, help="Hint at what the decks that ship tell otherwise.")
@click.option("--accepted", is_flag=True, help="Hint at what you had counted as right.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a problem, a line each.")
@click.pass_obj
def command(
    options: Options, paths: Sequence[str], strict: bool, compare: bool, accepted: bool, as_json: bool
) -> int:
    """Report every problem in the decks.

    PATH is a deck, a folder of decks, or the id of a deck that ships; without one, all that ship are checked.
    The exit code is 1 if there is an error. Books differ: a hint never counts as an error.
    """
    readings: Iterable[Reading] = examine_all(find(paths) if paths else builtin())
    readings = with_hints(readings) if compare else readings
    readings = list(with_accepted(readings, options) if accepted else readings)
    for reading in readings:
        (_print_json if as_json else _print)(reading)
    if not as_json:
        click.echo(summary(readings))
    wrong = ("error", "warning") if strict else ("error",)
    return int(any(problem.severity in wrong for problem in _problems(readings)))


def with_hints(readings: Iterable[Reading]) -> Iterator[Reading]:
    """Yield readings with hints: where a muscle differs from the one of its name in the decks that ship."""
    from flashcards.anatomy.lint.comparison import compared  # loads what reads decks, which may be kept

    table = reference_table()
    for reading in readings:
        hints = compared(reading.deck.notes, table) if reading.deck else ()
        yield replace(reading, problems=tuple(sorted((*reading.problems, *hints))))


def with_accepted(readings: Iterable[Reading], options: Options) -> Iterator[Reading]:
    """Return readings with hints: where the learner had something counted as right that a deck does not."""
    from flashcards.commands.accepted import proposed, studied_state

    return proposed(readings, studied_state(options))


def reference_table() -> list[Note]:
    """Return the muscles that ship."""
    notes = (note for draft in drafts(builtin()) for note in draft.notes.values())
    return [note for note in notes if note.kind == "muscles"]


def _print(reading: Reading) -> None:
    for problem in reading.problems:
        click.echo(render(problem, reading.lines, width=columns()) + "\n")


def columns() -> int:
    """Return how wide a problem may be: as the terminal is; through a pipe, where editors read, any width."""
    return width() if sys.stdout.isatty() else UNLIMITED


def _print_json(reading: Reading) -> None:
    for problem in reading.problems:
        click.echo(json.dumps(as_object(problem), ensure_ascii=False))


def as_object(problem: Problem) -> dict[str, object]:
    """Return a problem as `--json` prints it."""
    places = {"place": problem.place._asdict(), "also": [place._asdict() for place in problem.also]}
    return {**asdict(problem), **places}


def _problems(readings: Iterable[Reading]) -> Iterator[Problem]:
    return (problem for reading in readings for problem in reading.problems)


def summary(readings: Sequence[Reading]) -> str:
    """Say in one line what was found; notes are counted where every deck could be read."""
    found = Counter(problem.severity for problem in _problems(readings))
    decks = [reading.deck for reading in readings if reading.deck]
    whole = len(decks) == len(readings)
    notes = f", {counted(sum(len(deck.heads) for deck in decks), 'note')}" if whole else ""
    told = [counted(found["error"], "error"), counted(found["warning"], "warning")]
    hints = f", {counted(found['hint'], 'hint')}" if found["hint"] else ""
    return f"{counted(len(readings), 'deck')}{notes}: {' and '.join(told)}{hints}."
