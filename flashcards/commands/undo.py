"""`flashcards undo`: takes back the last answer, and the one before it when it is said again."""

from __future__ import annotations

import os

import click

from flashcards.commands import Options
from flashcards.commands.clock import clock
from flashcards.commands.rating import named
from flashcards.commands.terminal import width, wrap
from flashcards.commands.words import counted
from flashcards.home import home_folder
from flashcards.study.event import Event, EventKind
from flashcards.study.history import last_act, last_undo
from flashcards.study.reading import read_answer, read_cards, read_vacation
from flashcards.study.store import Store

DONE = {
    EventKind.RESCHEDULE.value: "moved",
    EventKind.SUSPEND.value: "suspended",
    EventKind.UNSUSPEND.value: "unsuspended",
    EventKind.BURY.value: "buried",
}
"""What was done to cards, but for answering them."""


@click.command(name="undo", short_help="Take back the last answer.")
@click.option("--redo", is_flag=True, help="Let the answer taken back last count again.")
@click.pass_obj
def command(options: Options, redo: bool) -> None:
    """Take back the last answer.

    Said again, it takes back the one before. So it does with cards moved (`advance`, `postpone`, `vacation`),
    suspended or buried. The log keeps the answer, and that it was taken back.
    """
    home, now = home_folder(options.home), clock(options.home)()
    with Store.read(home) as store:
        undo = last_undo(store, now) if redo else last_act(store, now)
        acts = {event.id: event for event in store.events(now)}
    with Store.open(home, os.urandom) as store:
        store.undo(undo.id, now)
    act = acts[str(undo.said["event"])] if redo else undo
    for line in wrap(f"{'Counts again' if redo else 'Took back'}: {told(act)}", width()):
        click.echo(line)


def told(event: Event) -> str:
    """Say which answer an event is, or what else was done to cards."""
    if event.kind in DONE:
        off = read_vacation(event) if event.kind == EventKind.RESCHEDULE else None
        why = f" for the vacation from {off.first} to {off.last}" if off else ""
        cards = counted(len(read_cards(event)), "card")
        return f"{cards} {DONE[event.kind]}{why}, {event.when:%Y-%m-%d at %H:%M}."
    given = read_answer(event)
    words = f" to '{given.answer}'" if given.answer else ""
    return f"{named(given.rating)}{words} for {event.card}, answered {event.when:%Y-%m-%d at %H:%M}."
