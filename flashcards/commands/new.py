"""`flashcards new`: a deck to start from, that asks something at once."""

from __future__ import annotations

import re
from pathlib import Path

import click

from flashcards.errors import FileError
from flashcards.fields import KEY

EXAMPLE = """\
# A deck of your own. `flashcards check {file}` names every mistake, `flashcards quiz {file}` studies it.
deck: {deck}
title: {title}
language: en

sources:
  class-notes: {{title: Class notes}}

muscles:
  iliacus:                       # the key: it names this note for ever, so that its schedule stays
    name: Iliacus
    origin: iliac fossa
    insertion: lesser trochanter of the femur
    actions: hip flexion
    source: class-notes

cards:                           # everything that is no muscle and no technique
  first-question:
    question: Which two muscles end together on the lesser trochanter?
    all_of: [psoas major, iliacus]
"""


@click.command(name="new", short_help="Start a deck from an example.")
@click.argument("name")
def command(name: str) -> None:
    """Start a deck from an example.

    Writes NAME.yaml into this folder (or where NAME says), and never over a file that is there.
    """
    path = Path(name).expanduser()
    path = path if path.suffix == ".yaml" else path.with_name(f"{path.name}.yaml")
    key = "-".join(re.findall(r"[a-z0-9]+", path.stem.lower()))
    if not KEY.fullmatch(key):
        raise click.UsageError(f"'{name}' can't name a deck: letters and digits are needed")
    title = key.replace("-", " ").capitalize()
    _write(path, EXAMPLE.format(deck=key, title=title, file=path))
    click.echo(f"Wrote {path}. Edit it, then: flashcards check {path}")


def _write(path: Path, text: str) -> None:
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError as error:
        raise FileError(f"{path}: there is a file of this name", "choose another name") from error
    except OSError as error:
        path.unlink(missing_ok=True)
        raise FileError(f"{path}: {error.strerror or error}", "name a place you can write to") from error
