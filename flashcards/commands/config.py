"""`flashcards config`: lists the settings, shows one, or changes one."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from flashcards.commands import Options
from flashcards.commands.clock import clock
from flashcards.commands.collection import find
from flashcards.commands.terminal import width, wrap
from flashcards.home import home_folder
from flashcards.study.settings import SETTINGS, Settings, setting
from flashcards.study.store import Store


@click.command(
    name="config",
    short_help="Read or change a setting.",
    context_settings={"ignore_unknown_options": True},  # a value may begin with a dash
)
@click.argument("name", required=False)
@click.argument("value", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a setting, a line each.")
@click.pass_obj
def command(options: Options, name: str | None, value: Sequence[str], as_json: bool) -> None:
    """Read or change a setting.

    Without NAME, all are listed. A change counts from the next answer on; answers given before keep the
    settings they were given under.
    """
    home, now = home_folder(options.home), clock(options.home)()
    if name and value:
        text = decks(value) if name == "decks" else " ".join(value)
        Settings().changed(name, text)  # refuses what cannot be before a store is made for it
        with Store.open(home, os.urandom) as store:
            store.set(name, text, now)
    with Store.read(home) as store:
        settings = store.state(now).settings
    for listed in [name] if name else SETTINGS:
        for line in [as_object(listed, settings)] if as_json else shown(listed, settings):
            click.echo(line)


def decks(words: Sequence[str]) -> str:
    """Return decks as the setting holds them: ids, and paths that hold from every folder."""
    names = [name.strip() for name in ",".join(words).split(",") if name.strip()]
    return ", ".join(_lasting(name) for name in names)


def _lasting(name: str) -> str:
    """Return a name that holds from every folder; UnknownName where it stands for nothing."""
    path = Path(name).expanduser()
    if path.exists():
        return str(path.resolve())
    find([name])
    return name


def shown(name: str, settings: Settings) -> Iterator[str]:
    """Yield the lines that show one setting: its value, the default where it differs, and what it means."""
    value, default = settings.shown(name), Settings().shown(name)
    changed = f" (default: {default or 'none'})" if value != default else ""
    yield from wrap(f"{name} = {value}{changed}", width(), rest="  ")
    yield from wrap(setting(name).help, width(), first="  ", rest="  ")


def as_object(name: str, settings: Settings) -> str:
    """Return one setting as `--json` prints it."""
    values = {"value": settings.shown(name), "default": Settings().shown(name)}
    return json.dumps({"name": name, **values, "help": setting(name).help})
