"""`flashcards why`: why a card comes now or does not, and what was answered so far."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime

import click

from flashcards.card import Card, note_path
from flashcards.cards import in_turn
from flashcards.commands import Options
from flashcards.commands.clock import clock
from flashcards.commands.reason import Standing
from flashcards.commands.studied import studied
from flashcards.commands.terminal import width, wrap
from flashcards.errors import UnknownName
from flashcards.home import home_folder
from flashcards.problems import did_you_mean, suggest
from flashcards.study.history import history
from flashcards.study.session import Session
from flashcards.study.store import Store


@click.command(name="why", short_help="Explain why a card comes now.")
@click.argument("name", metavar="CARD|NOTE")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a card, a line each.")
@click.pass_obj
def command(options: Options, name: str, as_json: bool) -> None:
    """Explain why a card comes now.

    CARD is the id of a card, or a beginning that it shares with no other; NOTE is the note of a card. Their
    deck may be left out. `flashcards show` prints the ids.
    """
    now = clock(options.home)()
    with Store.read(home_folder(options.home)) as store:
        decks = studied((), store.state(now).settings)
        session = Session(store, in_turn(decks))
        standings = stand(session, named_cards(name, session.cards), now)
    for standing in standings:
        if as_json:
            click.echo(json.dumps(standing.record))
        else:
            say(standing)


def named_cards(name: str, cards: Sequence[Card]) -> list[Card]:
    """Return the cards of a note or fact, or the one card that begins so; UnknownName if there is none."""
    known = [(card, (card.id, card.id.partition("/")[2])) for card in cards]
    under = [card for card, ids in known if any(f"{id}/".startswith(f"{name}/") for id in ids)]
    begun = [card for card, ids in known if any(id.startswith(name) for id in ids)]
    if under or len(begun) == 1:
        return under or begun
    if begun:
        message = f"{len(begun)} cards begin with '{name}'"
        raise UnknownName(message, f"say more of it, such as {begun[0].id} or {begun[1].id}")
    nearest = suggest(name, {part for _, ids in known for id in ids for part in (id, note_path(id))})
    hint = did_you_mean(nearest) or "`flashcards show DECK` prints the ids of its cards"
    raise UnknownName(f"no card or note is called '{name}'", hint)


def stand(session: Session, cards: Sequence[Card], now: datetime) -> list[Standing]:
    """Return how each of some cards of a session stands."""
    state, waiting = session.store.state(now), {card.id for card in session.queue(now)}
    reviews = list(history(session.store, now))
    return [
        Standing(
            card=card,
            now=now,
            state=state,
            waits=card.id in waiting,
            reviews=[one for one in reviews if state.goes_by(one.event.card) == state.goes_by(card.id)],
            siblings=[other.id for other in session.cards if is_sibling(card, other)],
        )
        for card in cards
    ]


def is_sibling(card: Card, other: Card) -> bool:
    """Return whether two cards ask the same fact."""
    return card.fact_path == other.fact_path and card.id != other.id


def say(standing: Standing) -> None:
    """Print how a card stands."""
    click.echo("\n".join(wrap(standing.card.question.prompt, width())))
    for line in standing.lines:
        click.echo("\n".join(wrap(line, width(), first="  ", rest="    ")))
    click.echo()
