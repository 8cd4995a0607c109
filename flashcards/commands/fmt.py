"""`flashcards fmt`: decks in their canonical layout, with every comment kept."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from flashcards.commands.check import columns
from flashcards.commands.collection import find
from flashcards.commands.words import counted
from flashcards.errors import DeckError
from flashcards.files import bytes_of, replacing
from flashcards.layout import laid_out
from flashcards.problems import render


@click.command(name="fmt", short_help="Lay decks out alike, keeping every comment.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--check", "only_check", is_flag=True, help="Change nothing; the exit code is 1 if a file would."
)
def command(paths: Sequence[str], only_check: bool) -> int:
    """Lay decks out alike, keeping every comment.

    PATH is a deck or a folder of decks. Indentation and spaces change, and nothing else: no word, no comment,
    no order, and so no schedule. A file that can't be read as YAML is told and left as it is.
    """
    done = [_lay_out(path, only_check) for path in find(paths)]
    changed, broken = done.count("changed"), done.count("broken")
    click.echo(
        f"{counted(changed, 'deck')} {'to lay out' if only_check else 'laid out'} anew, {_rest(done)}."
    )
    return int(bool(broken or (only_check and changed)))


def _rest(done: Sequence[str]) -> str:
    broken = done.count("broken")
    return f"{done.count('same')} as they were" + (f", {broken} that can't be read" if broken else "")


def _lay_out(path: Path, only_check: bool) -> str:
    """Lay one file out; return what became of it: changed, same or broken."""
    text = bytes_of(path).decode("utf-8", "surrogateescape")
    try:
        made = laid_out(text, str(path))
    except DeckError as unreadable:
        for problem in unreadable.problems:
            click.echo(render(problem, text.split("\n"), width=columns()) + "\n")
        return "broken"
    if made == text:
        return "same"
    if not only_check:
        with replacing(path, made.encode("utf-8", "surrogateescape")):
            pass
    click.echo(f"{path}: {'to lay out' if only_check else 'laid out'} anew")
    return "changed"
