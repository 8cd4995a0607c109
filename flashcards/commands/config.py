"""`flashcards config`: lists the settings, shows one, or changes one."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

import click

from flashcards.commands import Options
from flashcards.commands.clock import clock
from flashcards.commands.collection import find
from flashcards.commands.terminal import width, wrap
from flashcards.commands.words import counted
from flashcards.home import home_folder
from flashcards.study.effect import Effect, effect
from flashcards.study.settings import RETROACTIVE, SETTINGS, Settings, setting
from flashcards.study.store import Store

TOLD = RETROACTIVE | {"learning_steps", "relearning_steps", "rollover_hour"}
"""The settings of which one expects that due dates move."""


@click.command(
    name="config",
    short_help="Read or change a setting.",
    context_settings={"ignore_unknown_options": True},  # a value may begin with a dash
)
@click.argument("name", required=False)
@click.argument("value", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a setting, a line each.")
@click.option("--yes", is_flag=True, help="Change it without asking.")
@click.option("--dry-run", is_flag=True, help="Only say which due dates would move.")
@click.pass_obj
def command(
    options: Options, name: str | None, value: Sequence[str], as_json: bool, yes: bool, dry_run: bool
) -> None:
    """Read or change a setting.

    Without NAME, all are listed. Retention, the longest wait and the memory model hold for all answers ever
    given, so that a change of them moves due dates: how many is said first, and at a terminal asked about.
    Steps and the hour at which a day starts count from the next answer on.
    """
    home, now = home_folder(options.home), clock(options.home)()
    if name and value:
        text = decks(value) if name == "decks" else " ".join(value)
        Settings().changed(name, text)  # refuses what cannot be before a store is made for it
        if dry_run:
            with Store.read(home) as store:
                foretell(store, name, text, now)
            return
        with Store.open(home, os.urandom) as store:
            if not change(store, name, text, now, yes):
                return
    with Store.read(home) as store:
        settings = store.state(now).settings
    for listed in [name] if name else SETTINGS:
        for line in [as_object(listed, settings)] if as_json else shown(listed, settings):
            click.echo(line)


def change(store: Store, name: str, text: str, now: datetime, yes: bool) -> bool:
    """Change a setting, and return whether that was agreed to: at a terminal it asks if due dates move."""
    moved = name in TOLD and store.state(now).cards and foretell(store, name, text, now).moved
    if moved and not yes and sys.stdin and sys.stdin.isatty() and not click.confirm("Change it?", err=True):
        click.echo("Not changed.", err=True)
        return False
    store.set(name, text, now)
    store.state(now)  # folded here once, so that those who only read need not
    return True


def foretell(store: Store, name: str, text: str, now: datetime) -> Effect:
    """Say how many due dates a change would move, and return it."""
    moves = effect(store.state(now), store.state_with(name, text, now), now)
    for line in wrap(told(moves), width()):
        click.echo(line, err=True)
    return moves


def told(moves: Effect) -> str:
    """Say how many due dates move, which way, and what that does to today.

    >>> told(Effect(cards=40, earlier=10, later=2, waiting=5, waiting_then=8))
    '12 of 40 due dates move: 10 earlier, 2 later. Waiting today: 5 reviews, then 8.'
    """
    if not moves.moved:
        return "No due date moves."
    ways = f"{moves.earlier} earlier, {moves.later} later"
    today = f"Waiting today: {counted(moves.waiting, 'review')}, then {moves.waiting_then}."
    return f"{moves.moved} of {counted(moves.cards, 'due date')} move: {ways}. {today}"


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
    other = "your own" if default == "default" else f"default: {default or 'none'}"
    changed = f" ({other})" if value != default else ""
    yield from wrap(f"{name} = {value}{changed}", width(), rest="  ")
    yield from wrap(setting(name).help, width(), first="  ", rest="  ")


def as_object(name: str, settings: Settings) -> str:
    """Return one setting as `--json` prints it."""
    values = {"value": settings.shown(name), "default": Settings().shown(name)}
    return json.dumps({"name": name, **values, "help": setting(name).help})
