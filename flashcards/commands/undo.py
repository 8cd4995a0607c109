"""`flashcards undo`: takes back the last act, and the one before it when it is said again."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from datetime import datetime

import click

from flashcards.commands import Options
from flashcards.commands.clock import clock
from flashcards.commands.config import TOLD
from flashcards.commands.config import told as moved
from flashcards.commands.rating import named
from flashcards.commands.terminal import width, wrap
from flashcards.commands.words import counted
from flashcards.home import home_folder
from flashcards.study.effect import effect
from flashcards.study.event import Event, EventKind
from flashcards.study.history import last_act, last_undo
from flashcards.study.reading import (
    read_answer,
    read_cards,
    read_link,
    read_setting,
    read_undo,
    read_vacation,
)
from flashcards.study.settings import Settings
from flashcards.study.state import State
from flashcards.study.store import Store

DONE = {
    EventKind.RESCHEDULE.value: "moved",
    EventKind.SUSPEND.value: "suspended",
    EventKind.UNSUSPEND.value: "unsuspended",
    EventKind.BURY.value: "buried",
}
"""What was done to cards, but for answering them."""


@click.command(name="undo", short_help="Take back what you did last.")
@click.option("--redo", is_flag=True, help="Let what was taken back last count again.")
@click.option("--yes", is_flag=True, help="Take back an answer of another day without asking.")
@click.pass_obj
def command(options: Options, redo: bool, yes: bool) -> None:
    """Take back what you did last.

    That is an answer, a setting, a link, or cards moved (`advance`, `postpone`, `vacation`), suspended or
    buried. Said again, it takes back the one before. The log keeps what was done, and that it was taken back.
    """
    home, now = home_folder(options.home), clock(options.home)()
    with Store.read(home) as store:
        undo = last_undo(store, now) if redo else last_act(store, now)
        events, before = {event.id: event for event in store.events(now)}, store.state(now)
    act = events[read_undo(undo)] if redo else undo
    what, old = told(act, events), act.kind == EventKind.REVIEW and before.day(act.when) < before.day(now)
    if old and not redo and not yes and sys.stdin and sys.stdin.isatty():
        say(f"The last act is an answer that is not of today: {what}.")
        if not click.confirm("Take it back?"):
            return
    with Store.open(home, os.urandom) as store:
        store.undo(undo.id, now)
        after = store.state(now)
    if redo:
        say(f"Counts again: {what}.", *effects(act, before, after, now))
    else:
        taken = f"Took back{' an answer that is not of today' if old else ''}: {what}"
        again = f", now {shown(act, after.settings)} again" if act.kind == EventKind.SETTING else ""
        say(f"{taken}{again}.", *effects(act, before, after, now))
        say("`flashcards undo --redo` lets it count again.")


def say(*sentences: str) -> None:
    """Print sentences, wrapped."""
    click.echo("\n".join(wrap(" ".join(sentences), width())))


def told(event: Event, events: Mapping[str, Event]) -> str:
    """Say what an act was: which answer, which setting, or what else was done; `events` are all, by id."""
    at = f"{event.when:%Y-%m-%d at %H:%M}"
    match event.kind:
        case EventKind.REVIEW:
            given = read_answer(event)
            words = f" to '{given.answer}'" if given.answer else ""
            return f"{named(given.rating)}{words} for {event.card}, answered {at}"
        case EventKind.SETTING:
            name, value = read_setting(event)
            return f"{name} = {in_short(name, value)}"
        case EventKind.LINK:
            old, new = read_link(event)
            return f"{old} linked to {new}, {at}"
        case EventKind.UNDO:
            return f"the {vacation(events[read_undo(event)])} cancelled, {at}"
        case _:
            off = vacation(event) if event.kind == EventKind.RESCHEDULE else ""
            cards = counted(len(read_cards(event)), "card")
            return f"{cards} {DONE[event.kind]}{f' for the {off}' if off else ''}, {at}"


def vacation(event: Event) -> str:
    """Say which days off a rescheduling makes room for, nothing where it is for another reason."""
    off = read_vacation(event)
    return f"vacation from {off.first} to {off.last}" if off else ""


def shown(event: Event, settings: Settings) -> str:
    """Say the value that the setting of an event has in some settings."""
    name = read_setting(event)[0]
    return in_short(name, settings.shown(name))


def in_short(name: str, value: str) -> str:
    """Say the value of a setting; the many numbers of a model are but called the learner's own.

    >>> in_short("retention", "0.9"), in_short("decks", ""), in_short("parameters", "0.2 1.3 2.4")
    ('0.9', 'none', 'your own')
    """
    own = Settings().shown(name) == "default" != value
    return "your own" if own else value or "none"


def effects(event: Event, before: State, after: State, now: datetime) -> Iterator[str]:
    """Yield how many due dates an undone or redone setting moves, where one expects it."""
    expected = event.kind == EventKind.SETTING and read_setting(event)[0] in TOLD
    if expected and (moves := effect(before, after, now)).moved:
        yield moved(moves)
