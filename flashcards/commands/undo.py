"""`flashcards undo`: takes back the last answer, and the one before it when it is said again."""

from __future__ import annotations

import os

import click

from flashcards.commands import Options
from flashcards.commands.clock import clock
from flashcards.commands.rating import named
from flashcards.commands.terminal import width, wrap
from flashcards.home import home_folder
from flashcards.study.event import Event
from flashcards.study.fold import read_answer
from flashcards.study.history import last_undo
from flashcards.study.store import Store


@click.command(name="undo", short_help="Take back the last answer.")
@click.option("--redo", is_flag=True, help="Let the answer taken back last count again.")
@click.pass_obj
def command(options: Options, redo: bool) -> None:
    """Take back the last answer.

    Said again, it takes back the one before. The log keeps the answer, and that it was taken back.
    """
    home, now = home_folder(options.home), clock(options.home)()
    with Store.read(home) as store:
        undo = last_undo(store, now) if redo else store.last_answer(now)
        answers = {event.id: event for event in store.events(now)}
    with Store.open(home, os.urandom) as store:
        store.undo(undo.id, now)
    answer = answers[str(undo.said["event"])] if redo else undo
    for line in wrap(f"{'Counts again' if redo else 'Took back'}: {told(answer)}", width()):
        click.echo(line)


def told(event: Event) -> str:
    """Say which answer an event is."""
    given = read_answer(event)
    words = f" to '{given.answer}'" if given.answer else ""
    return f"{named(given.rating)}{words} for {event.card}, answered {event.when:%Y-%m-%d at %H:%M}."
