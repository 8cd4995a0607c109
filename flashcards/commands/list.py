"""`flashcards list`: the vocabulary, and what follows from it, by kind."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib import import_module

import click

from flashcards.commands import Options
from flashcards.commands.table import Row, table
from flashcards.commands.terminal import width
from flashcards.problems import suggest


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of listing: what it shows, which function gives its rows, and the columns people see.

    `rows` is `module:function`. The function takes WORD (empty for all) and the options, returns the rows as
    `--json` prints them, and raises UnknownName for a word that is none of its kind.
    """

    about: str
    rows: str
    columns: tuple[str, ...]


_TERMS = "flashcards.commands.terms"
KINDS = {
    "movements": Kind(
        "[JOINT]: movements with their opposites",
        f"{_TERMS}:movements",
        ("joint", "movement", "opposite", "also"),
    ),
    "joints": Kind(
        "[JOINT]: joints and what they can do", f"{_TERMS}:joints", ("joint", "name", "also", "movements")
    ),
    "landmarks": Kind(
        "[BONE]: named places on bones", f"{_TERMS}:landmarks", ("name", "bone", "latin", "also")
    ),
    "bones": Kind("[REGION]: bones", f"{_TERMS}:bones", ("name", "region", "latin", "also")),
    "muscles": Kind(
        "[REGION]: muscles and groups", f"{_TERMS}:muscles", ("name", "region", "latin", "also", "holds")
    ),
    "nerves": Kind("[ROOT]: nerves with roots", f"{_TERMS}:nerves", ("name", "roots", "latin", "also")),
    "levels": Kind("vertebrae, ribs and other numbers", f"{_TERMS}:levels", ("name", "numbers", "written")),
    "synonyms": Kind("[WORD]: what means the same", f"{_TERMS}:synonyms", ("term", "kind", "also")),
    "contrasts": Kind("[WORD]: what never means the same", f"{_TERMS}:contrasts", ("words",)),
    "reversals": Kind(
        "[JOINT]: movements seen from the other end", f"{_TERMS}:reversals", ("movement", "reversed")
    ),
    "compounds": Kind("movements made of several", f"{_TERMS}:compounds", ("movement", "made_of")),
    "endangerment": Kind(
        "[MUSCLE]: where pressure can harm", f"{_TERMS}:endangerment", ("site", "holds", "near")
    ),
    "areas": Kind("areas of the licensing exam", f"{_TERMS}:areas", ("tag", "name", "percent")),
    "directions": Kind("directions of the body", f"{_TERMS}:directions", ("name", "meaning")),
    "roles": Kind("what a muscle can be in a movement", f"{_TERMS}:roles", ("name", "meaning")),
    "contractions": Kind("kinds of contraction", f"{_TERMS}:contractions", ("name", "meaning")),
    "positions": Kind("positions of the client", f"{_TERMS}:positions", ("name", "meaning")),
}
"""Every kind of listing, in the order they are shown; a module is loaded when its kind is asked for."""


@click.command(
    name="list",
    short_help="List the vocabulary, and what follows from it.",
    epilog="\b\nKinds:\n" + "\n".join(f"  {name:13} {kind.about}" for name, kind in KINDS.items()),
)
@click.argument("kind", required=False, default="")
@click.argument("word", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")
@click.pass_obj
def command(options: Options, kind: str, word: tuple[str, ...], as_json: bool) -> None:
    """List the vocabulary, and what follows from it.

    WORD narrows it down: to a joint, a bone, a region, whatever the kind says. Without a KIND, the kinds are
    listed.
    """
    if kind and kind not in KINDS:
        raise click.BadParameter(f"nothing is listed as '{kind}'{meant(kind)}", param_hint="KIND")
    rows = list(rows_of(KINDS[kind])(" ".join(word), options) if kind else kinds())
    if as_json:
        for row in rows:
            click.echo(json.dumps(row, ensure_ascii=False))
        return
    for line in table(rows, KINDS[kind].columns if kind else ("kind", "about"), width()):
        click.echo(line)


def rows_of(kind: Kind) -> Callable[[str, Options], Iterable[Row]]:
    """Return the function that gives the rows of a kind."""
    module, _, name = kind.rows.partition(":")
    found: Callable[[str, Options], Iterable[Row]] = getattr(import_module(module), name)
    return found


def kinds() -> Iterable[Row]:
    """Return the kinds themselves as rows."""
    return ({"kind": name, "about": kind.about} for name, kind in KINDS.items())


def meant(kind: str) -> str:
    """Say which kind a wrong word may have meant.

    >>> meant("landmark")
    "; did you mean 'landmarks'?"
    """
    nearest = suggest(kind, KINDS)
    return f"; did you mean '{nearest}'?" if nearest else f"; it is one of: {', '.join(KINDS)}"
