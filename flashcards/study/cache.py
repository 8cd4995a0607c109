"""The state as it was last folded, kept beside the events: it can be dropped at any time and comes back."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date, datetime
from typing import Any

from flashcards.scheduler import New, Rating, from_dict, to_dict
from flashcards.study.database import Database
from flashcards.study.event import canonical
from flashcards.study.log import Extent
from flashcards.study.reading import UNREADABLE, Given, Vacation
from flashcards.study.settings import Settings
from flashcards.study.state import CardState, State

FOLD = 3
"""The version of the fold: one more whenever the same events would give another state."""

HEAD = ""
"""The key of the row that holds everything but the cards."""

MAKE = "CREATE TABLE IF NOT EXISTS state (card TEXT PRIMARY KEY, body TEXT NOT NULL)"
PUT = "INSERT OR REPLACE INTO state VALUES (?, ?)"


class Cache:
    """The table `state`: one row a card, and one that says which stretch of the log was folded."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def load(self, extent: Extent, fold: Callable[[], State]) -> State:
        """Return the state kept, if it was folded from this stretch and can be read; else fold anew."""
        if not self.holds(extent):
            return fold()
        rows = self.database.all("SELECT card, body FROM state WHERE card <> ?", HEAD)
        try:
            return _read_state(self._head(), {card: json.loads(body) for card, body in rows})
        except UNREADABLE:
            return fold()

    def holds(self, extent: Extent) -> bool:
        """Return whether what is kept was folded from this stretch, by this version of the fold."""
        head = self._head()
        return head.get("extent") == list(extent) and head.get("fold") == FOLD

    def _head(self) -> dict[str, Any]:
        if not self.database.has("state"):
            return {}
        try:
            ((body,),) = self.database.all("SELECT body FROM state WHERE card = ?", HEAD)
            return dict(json.loads(body))
        except UNREADABLE:
            return {}

    def keep(self, state: State, extent: Extent) -> None:
        """Keep a whole state, inside a transaction."""
        self.database.run(MAKE, [()])
        self.database.run("DELETE FROM state", [()])
        rows = [(card, canonical(_card_row(kept))) for card, kept in state.cards.items()]
        self.database.run(PUT, [*rows, (HEAD, canonical(_head_row(state, extent)))])

    def keep_changes(self, before: State, state: State, extent: Extent) -> None:
        """Keep what one more event changed, inside a transaction: the head and the cards it moved."""
        changed = {card: kept for card, kept in state.cards.items() if before.cards.get(card) is not kept}
        rows = [(card, canonical(_card_row(kept))) for card, kept in changed.items()]
        self.database.run(PUT, [*rows, (HEAD, canonical(_head_row(state, extent)))])


def _head_row(state: State, extent: Extent) -> dict[str, object]:
    settings = {field.name: state.settings.shown(field.name) for field in fields(Settings)}
    head: dict[str, object] = {"extent": list(extent), "fold": FOLD, "settings": settings}
    return head | {
        "moves": dict(state.moves),
        "latest": state.latest,
        "unreadable": list(state.unreadable),
        "suspended": sorted(state.suspended),
        "buried": {card: day.isoformat() for card, day in state.buried.items()},
        "vacations": [[str(off.first), str(off.last), off.event] for off in state.vacations],
    }


def _read_state(head: Mapping[str, Any], rows: Mapping[str, Mapping[str, Any]]) -> State:
    settings = Settings()
    for name, text in head["settings"].items():
        settings = settings.changed(name, text)
    cards = {card: _read_card(row) for card, row in rows.items()}
    return State(
        cards=cards,
        settings=settings,
        moves=head["moves"],
        latest=head["latest"],
        unreadable=tuple(head["unreadable"]),
        suspended=frozenset(head["suspended"]),
        buried={card: date.fromisoformat(day) for card, day in head["buried"].items()},
        vacations=tuple(_vacation(*off) for off in head["vacations"]),
    )


def _vacation(first: str, last: str, event: str) -> Vacation:
    return Vacation(date.fromisoformat(first), date.fromisoformat(last), event)


def _card_row(card: CardState) -> dict[str, object]:
    recent = [[int(given.rating), given.answer, given.verdict, given.accepted] for given in card.recent]
    return {
        "schedule": to_dict(card.schedule),
        "reviews": card.reviews,
        "first_at": card.first_at.isoformat(),
        "recent": recent,
        "accepted": list(card.accepted),
    }


def _read_card(row: Mapping[str, Any]) -> CardState:
    schedule = from_dict(row["schedule"])
    assert not isinstance(schedule, New)
    recent = tuple(Given(Rating(rating), *told) for rating, *told in row["recent"])
    first_at, accepted = datetime.fromisoformat(row["first_at"]), tuple(row["accepted"])
    return CardState(schedule, row["reviews"], first_at, recent, accepted)
