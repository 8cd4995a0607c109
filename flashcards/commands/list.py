"""`flashcards list`: the vocabulary, and what follows from it, by kind."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from importlib import import_module
from typing import Any

import click

from flashcards.commands import Options
from flashcards.commands.table import Row, table
from flashcards.commands.terminal import width, wrap
from flashcards.problems import did_you_mean, suggest


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of listing: what it shows, which function gives its rows, and the columns people see.

    Each function is named as `module:function`. `rows` takes WORD (empty for all), the options, and by name
    what it `narrows` by; it returns the rows as `--json` prints them, and raises UnknownName for a word that
    is none of its kind. `told` takes the width besides, and gives the lines that people see where a table is
    not what they want. `summary` says in one line what the rows come to; people see it last.
    """

    about: str
    rows: str
    columns: tuple[str, ...] = ()
    summary: str = ""
    narrows: tuple[str, ...] = ()
    told: str = ""


_TERMS, _RELATIONS = "flashcards.commands.terms", "flashcards.commands.relations"
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
    "opposites": Kind(
        "[MUSCLE]: who opposes whom, by movement",
        f"{_RELATIONS}:opposites",
        narrows=("joint", "deck"),
        told=f"{_RELATIONS}:tell_opposites",
    ),
    "synergists": Kind(
        "[MUSCLE]: who helps whom, by movement",
        f"{_RELATIONS}:synergists",
        narrows=("joint", "deck"),
        told=f"{_RELATIONS}:tell_synergists",
    ),
    "accepted": Kind(
        "[WORD]: answers you had counted as right",
        "flashcards.commands.accepted:rows",
        ("card", "answer"),
        "flashcards.commands.accepted:summary",
    ),
    "coverage": Kind(
        "[DECK]: what each muscle lacks",
        "flashcards.commands.coverage:coverage",
        ("name", "facts", "weak", "unasked", "lacks"),
        "flashcards.commands.coverage:summary",
    ),
}
"""Every kind of listing, in the order they are shown; a module is loaded when its kind is asked for."""

ALL = Kind("every kind of listing", f"{__name__}:kinds", ("kind", "about"))
Narrowing = str | tuple[str, ...]


@click.command(
    name="list",
    short_help="List the vocabulary, and what follows from it.",
    epilog="\b\nKinds:\n" + "\n".join(f"  {name:13} {kind.about}" for name, kind in KINDS.items()),
)
@click.argument("kind", required=False, default="")
@click.argument("word", nargs=-1)
@click.option("--joint", default="", help="Only what happens at this joint.")
@click.option("--deck", multiple=True, help="Only what this deck tells; may be given again.")
@click.option("--with", "speaker", metavar="DECK", help="Let the words that this deck adds count, too.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")
@click.pass_obj
def command(
    options: Options,
    /,
    kind: str,
    word: tuple[str, ...],
    speaker: str | None,
    as_json: bool,
    **narrowing: Narrowing,
) -> None:
    """List the vocabulary, and what follows from it.

    WORD narrows it down: to a joint, a bone, a region, whatever the kind says. Without a KIND, the kinds are
    listed.
    """
    if kind and kind not in KINDS:
        raise click.BadParameter(f"nothing is listed as '{kind}'{meant(kind)}", param_hint="KIND")
    shown = KINDS[kind] if kind else ALL
    for name, value in narrowing.items():
        if value and name not in shown.narrows:
            raise click.UsageError(f"--{name} does not narrow down '{kind or 'list'}'")
    asked = (" ".join(word), options)
    narrowed = {name: narrowing[name] for name in shown.narrows}
    with words_of(speaker) if speaker else nullcontext():
        if shown.told and not as_json:
            lines = function(shown.told)(*asked, columns=width(), **narrowed)
        else:
            lines = _lines(shown, list(function(shown.rows)(*asked, **narrowed)), as_json)
        for line in lines:
            click.echo(line)


def words_of(name: str) -> AbstractContextManager[None]:
    """Let the words that a deck adds count in a with block; DeckError where the deck has errors."""
    from flashcards.anatomy import read_deck
    from flashcards.anatomy.terms.data import speaking
    from flashcards.commands.collection import find

    return speaking(read_deck(find([name])[0]).vocabulary)


def _lines(kind: Kind, rows: Sequence[Row], as_json: bool) -> Iterator[str]:
    if as_json:
        yield from (json.dumps(row, ensure_ascii=False) for row in rows)
        return
    yield from table(rows, kind.columns, width())
    if kind.summary:
        yield from ("", *wrap(function(kind.summary)(rows), width()))


def function(name: str) -> Callable[..., Any]:
    """Return the function that `module:function` names, loading the module."""
    module, _, name = name.partition(":")
    found: Callable[..., Any] = getattr(import_module(module), name)
    return found


def kinds(word: str, options: Options) -> Iterable[Row]:
    """Return the kinds themselves as rows."""
    return ({"kind": name, "about": kind.about} for name, kind in KINDS.items())


def meant(kind: str) -> str:
    """Say which kind a wrong word may have meant.

    >>> meant("landmark")
    "; did you mean 'landmarks'?"
    """
    known = f"it is one of: {', '.join(KINDS)}"
    return f"; {did_you_mean(suggest(kind, KINDS)) or known}"
