"""`flashcards link`: joins a fact whose words changed altogether to what it was before."""

from __future__ import annotations

import os
from collections.abc import Collection
from datetime import datetime

import click

from flashcards.card import fact_path, note_path
from flashcards.commands import Options
from flashcards.commands.clock import clock
from flashcards.commands.studied import studied
from flashcards.commands.terminal import width, wrap
from flashcards.deck import Deck
from flashcards.errors import UnknownName
from flashcards.home import home_folder
from flashcards.problems import did_you_mean, suggest
from flashcards.study.store import Store


@click.command(name="link", short_help="Join a reworded fact to its old self.")
@click.argument("old")
@click.argument("new")
@click.option(
    "--deck", "names", multiple=True, metavar="DECK", help="The deck NEW is in, if it was not added."
)
@click.pass_obj
def command(options: Options, old: str, new: str, names: tuple[str, ...]) -> None:
    """Join a reworded fact to its old self.

    OLD and NEW are facts (deck/note/fact) or notes (deck/note), as `flashcards log` and `flashcards show`
    print them. What was answered as OLD counts for NEW from then on.
    """
    home, now = home_folder(options.home), clock(options.home)()
    if old == new:
        raise UnknownName(f"'{old}' is '{new}' already", "name the old fact, then the new one")
    with Store.read(home) as store:
        answered = paths(store, now)
        told = {path for deck in studied(names, store.state(now).settings) for path in paths_of(deck)}
    old, new = known(old, answered, "was answered as"), known(new, told, "is asked as")
    with Store.open(home, os.urandom) as store:
        store.link(old, new, now, act=True)
        store.state(now)  # folded here once, so that those who only read need not
    for line in wrap(f"Linked: what was answered as {old} now counts for {new}.", width()):
        click.echo(line)


def paths(store: Store, now: datetime) -> set[str]:
    """Return the facts and notes that were ever answered."""
    cards = [event.card for event in store.events(now) if event.card]
    return {path for card in cards for path in (fact_path(card), note_path(card))}


def paths_of(deck: Deck) -> set[str]:
    """Return the facts and notes a deck asks."""
    return {path for card in deck.cards for path in (card.fact_path, card.note.path)}


def known(name: str, paths: Collection[str], how: str) -> str:
    """Return the path a name means, a card's id being taken for its fact; UnknownName for none."""
    path = fact_path(name) if name.count("/") > 2 else name
    if path in paths:
        return path
    nearest = suggest(path, [known for known in paths if known.count("/") == path.count("/")])
    hint = did_you_mean(nearest) or "`flashcards log` and `flashcards show` print the ids"
    raise UnknownName(f"nothing {how} '{path}'", hint)
