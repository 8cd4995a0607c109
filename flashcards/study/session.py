"""The session: one sitting over some cards, in which every answer is kept before the next card is asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property

from flashcards.anatomy.safety import is_safety
from flashcards.card import Card
from flashcards.errors import UnknownName
from flashcards.scheduler import Rating, Schedule
from flashcards.study.balance import Balance, due_days, loads
from flashcards.study.event import Answer
from flashcards.study.leeches import turns_leech
from flashcards.study.placing import Place, places
from flashcards.study.queue import Coming, Queue, coming, queue_at
from flashcards.study.spacing import next_card
from flashcards.study.state import fuzz_fraction
from flashcards.study.store import Store


@dataclass(frozen=True, slots=True)
class Turn:
    """One card to answer: its place in the session, and the number in [0, 1) that settles how it is shown."""

    card: Card
    number: int
    total: int
    u: float


@dataclass(frozen=True, slots=True)
class Kept:
    """One answer of this session, as kept under an event's id; `leech` says that it made the card one."""

    event: str
    card: Card
    answer: Answer
    leech: bool = False


class Session:
    """One sitting over some cards, which are given in the order they are taught; the deck is read no more."""

    def __init__(self, store: Store, cards: Sequence[Card]) -> None:
        self.store, self.cards = store, tuple(cards)
        self.kept: list[Kept] = []
        self._again: list[Card] = []

    def queue(self, now: datetime) -> Queue:
        """Return the cards that wait."""
        return queue_at(now, self.cards, self.store.state(now))

    def turn(self, now: datetime) -> Turn | None:
        """Return the next turn; None where no card waits or falls due soon."""
        queue = self.queue(now)
        waiting = self._again[-1:] or queue.waiting or queue.early
        if not waiting:
            return None
        card = next_card(waiting, [kept.card for kept in self.kept])
        done, u = len(self.kept), fuzz_fraction(card.id, self.store.state(now).reviews(card.id))
        return Turn(card, done + 1, done + max(1, len(queue)), u)

    def coming(self, now: datetime) -> Iterator[Coming]:
        """Yield the moments to come at which cards wait."""
        return coming(now, self.cards, self.store.state(now))

    def outcomes(self, card: Card, now: datetime) -> Mapping[Rating, Schedule]:
        """Return where each rating given now would leave the card."""
        return {rating: place.schedule for rating, place in self._places(card, now).items()}

    def accepted(self, card: Card, now: datetime) -> tuple[str, ...]:
        """Return what counts as right for a card, besides what its deck says."""
        return self.store.state(now).accepted(card.id)

    def answer(self, card: Card, answer: Answer, now: datetime) -> Schedule:
        """Keep an answer, on the disk when this returns; return where it leaves the card."""
        placed = replace(answer, u=self._places(card, now)[answer.rating].u, safety=is_safety(card))
        before = self.store.state(now).schedule(card.id)
        event = self.store.answer(card.id, placed, now)
        state = self.store.state(now)
        after = state.schedule(card.id)
        self.kept.append(Kept(event.id, card, answer, turns_leech(before, after, state.settings)))
        self._again = [other for other in self._again if other.id != card.id]
        return after

    def undo(self, now: datetime) -> Kept:
        """Take back the last answer of this session and ask that card next; UnknownName if there is none."""
        if not self.kept:
            raise UnknownName(
                "this session has no answer to take back", "`flashcards undo` goes further back"
            )
        self.store.undo(self.kept[-1].event, now)
        taken = self.kept.pop()
        self._again.append(taken.card)
        return taken

    def _places(self, card: Card, now: datetime) -> Mapping[Rating, Place]:
        state = self.store.state(now)
        kin = {other for one in card.kin for other in self._kin[one]} - {card.id}
        balance = Balance(state, loads(state, but=state.goes_by(card.id)), due_days(state, kin))
        return places(state, card.id, now, balance.weight, is_safety(card))

    @cached_property
    def _kin(self) -> Mapping[str, Sequence[str]]:
        """The cards by what they may not share on one day."""
        shared: dict[str, list[str]] = {}
        for card in self.cards:
            for one in card.kin:
                shared.setdefault(one, []).append(card.id)
        return shared
