"""`flashcards quiz`: a sitting over what is due and what is new."""

from __future__ import annotations

import os
from collections.abc import Sequence

import click

from flashcards.anatomy.safety import study_aid
from flashcards.anatomy.subject import joined
from flashcards.cards import in_turn
from flashcards.commands import Options
from flashcards.commands.changes import changes
from flashcards.commands.clock import clock
from flashcards.commands.dialogue import open_dialogue
from flashcards.commands.sitting import Sitting
from flashcards.commands.studied import studied
from flashcards.commands.words import counted
from flashcards.deck import Deck
from flashcards.home import home_folder
from flashcards.study.edits import sync_deck
from flashcards.study.queue import Queue
from flashcards.study.session import Session
from flashcards.study.store import Store

STEERING = ":? helps, :u takes back, :q stops."


@click.command(name="quiz", short_help="Study what is due and what is new.")
@click.argument("names", nargs=-1, metavar="[DECK]...")
@click.pass_obj
def command(options: Options, names: Sequence[str]) -> None:
    """Study what is due and what is new.

    DECK is a deck's file, a folder of decks, or the id of a deck that ships or was added. Without one, your
    collection is studied (see `flashcards config decks`), at first the decks that ship; and where nothing was
    answered yet, the one of them to begin with.
    """
    home, time = home_folder(options.home), clock(options.home)
    with Store.read(home) as store:
        state = store.state(time())
        decks = studied(names, state.settings, first_run=not state.cards)
    dialogue = open_dialogue()
    with Store.open(home, os.urandom) as store:
        edits = [sync_deck(store, deck, time()) for deck in decks]
        session = Session(store, in_turn(decks))
        for line in greeting(decks, session.queue(time())):
            dialogue.say(line)
        for line in (*early(store.ahead(time())), *(line for edit in edits for line in changes(edit))):
            dialogue.say(line)
        aliases = {deck.id: deck.aliases() for deck in decks}
        own = {deck.id: deck.vocabulary for deck in decks}
        Sitting(session, dialogue, time, aliases, own).run()


NAMED = 3
"""How many decks are named when a quiz begins; more are counted."""


def greeting(decks: Sequence[Deck], queue: Queue) -> list[str]:
    """Return what is studied, how much of it waits, and how to get help."""
    waits = f"{len(queue.due) + len(queue.early)} due, {len(queue.new)} new"
    titles = [deck.title for deck in decks]
    lines = [f"{joined(titles) if len(titles) <= NAMED else f'{len(titles)} decks'}: {waits}.", STEERING]
    return [*lines, *dict.fromkeys(filter(None, map(study_aid, decks)))]


def early(events: int) -> list[str]:
    """Return what to say of events dated over a day from now, as a clock set back leaves them.

    >>> early(2)
    ['2 events are dated more than a day ahead and wait until then. Is the clock right?']
    """
    dated = f"{counted(events, 'event')} {'is' if events == 1 else 'are'} dated more than a day ahead"
    return [f"{dated} and wait until then. Is the clock right?"] if events else []
