"""`flashcards new`: a deck to start from, that asks something at once; a note to fill in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from flashcards.errors import FileError
from flashcards.fields import as_key
from flashcards.kind import Kind

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
    source: class-notes
"""


@click.command(name="new", short_help="Start a deck from an example, or a note to fill in.")
@click.argument("words", nargs=-1, required=True, metavar="[KIND] NAME")
@click.option("--into", metavar="DECK", help="Write the note into this deck, at the end of its section.")
def command(words: Sequence[str], into: str | None) -> None:
    """Start a deck from an example, or a note to fill in.

    `flashcards new hip` writes hip.yaml into this folder (or where NAME says), and never over a file that is
    there.

    `flashcards new muscle Soleus` prints a muscle with all that can be told of it; so it is with technique,
    bone, joint and card.
    """
    if len(words) == 1 and not into and words[0] not in _nouns():
        _new_deck(words[0])
    else:
        _new_note(words[0], " ".join(words[1:]), into)


def _new_deck(name: str) -> None:
    path = Path(name).expanduser()
    path = path if path.suffix == ".yaml" else path.with_name(f"{path.name}.yaml")
    key = _key(path.stem)
    title = key.replace("-", " ").capitalize()
    _write(path, EXAMPLE.format(deck=key, title=title, file=path))
    click.echo(f"Wrote {path}. Edit it, then: flashcards check {path}")


def _new_note(noun: str, name: str, into: str | None) -> None:
    from flashcards.scaffold import scaffold

    kind = _kind(noun)
    if not name:
        raise click.UsageError(f"which {noun}? Write its name behind: flashcards new {noun} NAME")
    key = _key(name)
    note = scaffold(kind, key, {"name": f"{name[:1].upper()}{name[1:]}", **_known(kind, name)})
    if into:
        _insert(Path(into).expanduser(), kind.section, key, note)
    else:
        click.echo(f"{kind.section}:\n{note}", nl=False)


def _kind(noun: str) -> Kind:
    """Return the kind whose notes are called that; a usage error where there is none."""
    if noun not in _nouns():
        raise click.UsageError(f"'{noun}' is no kind of note; there are: {', '.join(_nouns())}")
    return _nouns()[noun]


def _nouns() -> Mapping[str, Kind]:
    """Return the kinds whose notes have a name of their own, by what a note is called."""
    from flashcards.anatomy.kinds import KINDS

    return {kind.noun: kind for kind in KINDS if kind.fields and not kind.listed}


def _known(kind: Kind, name: str) -> dict[str, str]:
    """Return what the vocabulary knows of a name already: its Latin."""
    from flashcards.anatomy.terms.data import load

    entry = load(kind.section).get(name.lower(), {}) if kind.section == "muscles" else {}
    return {"latin": entry["latin"]} if "latin" in entry else {}


def _key(name: str) -> str:
    key = as_key(name)
    if not key:
        raise click.UsageError(f"'{name}' can't be a name: letters and digits are needed")
    return key


def _insert(path: Path, section: str, key: str, note: str) -> None:
    """Write a note into a deck that can be read and has none of that key."""
    from flashcards.anatomy import shelf
    from flashcards.files import ended_like, replacing
    from flashcards.scaffold import inserted

    told = shelf().draft(path)
    if not told.clean:
        raise FileError(
            f"{path}: this deck has errors", f"`flashcards check {path}` names them; mend them first"
        )
    if key in told.notes:
        raise FileError(
            f"{path}: there is a note '{key}', in line {told.notes[key].place.line}", "choose another"
        )
    text = path.read_bytes().decode()
    made = inserted(text.replace("\r\n", "\n"), section, note)
    with replacing(path, ended_like(made, text).encode()):
        pass
    click.echo(f"Wrote {key} into {path}. Fill it in, then: flashcards check {path}")


def _write(path: Path, text: str) -> None:
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError as error:
        raise FileError(f"{path}: there is a file of this name", "choose another name") from error
    except OSError as error:
        path.unlink(missing_ok=True)
        raise FileError(f"{path}: {error.strerror or error}", "name a place you can write to") from error
