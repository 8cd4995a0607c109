"""The queue: which cards wait at one moment, in which order, and when the next ones will."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from flashcards.card import Card, fact_path, note_path
from flashcards.scheduler import New, Reviewing, local_day
from flashcards.study.backlog import Begun, place_in_order
from flashcards.study.due import due_at
from flashcards.study.settings import Settings
from flashcards.study.state import State


@dataclass(frozen=True, slots=True)
class Queue:
    """The cards that wait at one moment.

    `due` holds learning steps, the longest waiting first, then reviews as the setting `order` says; `new` the
    cards to begin today, in the order they are taught; `early` those due so soon that they end the session.
    """

    due: tuple[Card, ...] = ()
    new: tuple[Card, ...] = ()
    early: tuple[Card, ...] = ()

    @property
    def waiting(self) -> tuple[Card, ...]:
        """The cards of this very moment, without the early ones."""
        return self.due + self.new

    def __len__(self) -> int:
        return len(self.waiting) + len(self.early)

    def __iter__(self) -> Iterator[Card]:
        return iter(self.waiting + self.early)


@dataclass(frozen=True, slots=True)
class Coming:
    """A moment to come, and how many cards wait by then if none is answered before."""

    at: datetime
    cards: int


def queue_at(now: datetime, cards: Sequence[Card], state: State) -> Queue:
    """Return the queue of some cards, which are given in the order they are taught."""
    cards = [card for card in cards if not state.is_hidden(card.id, now)]
    day, begun = Day(now, state, cards), begun_of(cards, state)
    soon = now + timedelta(minutes=state.settings.learn_ahead_minutes)
    waiting = [found for found in begun if _at(found, now, state) <= now]
    due = [*_steps(waiting), *_reviews(waiting, now, state.settings)]
    early = sorted((found for found in begun if now < _at(found, now, state) <= soon), key=_due)
    unseen = (card for card in cards if isinstance(state.schedule(card.id), New))
    return Queue(
        due=tuple(day.one_sibling(card for card, _ in due)),
        early=tuple(day.one_sibling(card for card, _ in early)),
        new=tuple(day.within_limits(day.one_sibling(unseen))),
    )


def coming(now: datetime, cards: Sequence[Card], state: State) -> Iterator[Coming]:
    """Yield the moments at which more cards fall due or a day begins, where cards wait by then."""
    moments = {_at(found, now, state) for found in begun_of(cards, state)}
    tomorrow = next_day(now, state.settings.rollover_hour)
    for moment in sorted({tomorrow, *(moment for moment in moments if moment > now)}):
        waiting = len(queue_at(moment, cards, state).waiting)
        if waiting:
            yield Coming(moment, waiting)


def next_day(now: datetime, rollover_hour: int) -> datetime:
    """Return when the local day after that of `now` begins.

    >>> next_day(datetime.fromisoformat("2026-03-02T03:59+01:00"), 4).isoformat()
    '2026-03-02T04:00:00+01:00'
    """
    tomorrow = local_day(now, rollover_hour) + timedelta(days=1)
    return datetime.combine(tomorrow, time(rollover_hour), now.tzinfo)


def begun_of(cards: Iterable[Card], state: State) -> list[Begun]:
    """Return the cards that were answered at least once, each with its schedule."""
    standing = ((card, state.schedule(card.id)) for card in cards)
    return [(card, schedule) for card, schedule in standing if not isinstance(schedule, New)]


def _at(found: Begun, now: datetime, state: State) -> datetime:
    return due_at(found[1], now, state.settings.rollover_hour)


def _due(found: Begun) -> datetime:
    return found[1].due


def _steps(waiting: list[Begun]) -> list[Begun]:
    """Return the learning and relearning steps among what waits, the longest waiting first."""
    return sorted((found for found in waiting if not isinstance(found[1], Reviewing)), key=_due)


def _reviews(waiting: list[Begun], now: datetime, settings: Settings) -> list[Begun]:
    """Return the reviews among what waits, in the order of the settings."""
    reviews = (found for found in waiting if isinstance(found[1], Reviewing))
    return sorted(reviews, key=lambda found: place_in_order(found, now, settings))


class Day:
    """What one local day has room for: one card of those that are kin, so many new ones and of a note."""

    def __init__(self, now: datetime, state: State, cards: Iterable[Card]) -> None:
        self.state, self.rollover = state, state.settings.rollover_hour
        self.date = local_day(now, self.rollover)
        self.answered = {name for name, card in state.cards.items() if self._has(card.last_at)}
        told = (card.kin for card in cards if state.goes_by(card.id) in self.answered)
        self.told = set(map(fact_path, self.answered)).union(*told)
        begun = [name for name, card in state.cards.items() if self._has(card.first_at)]
        self.begun, self.begun_of = len(begun), Counter(map(note_path, begun))

    def _has(self, when: datetime) -> bool:
        return local_day(when, self.rollover) == self.date

    def one_sibling(self, cards: Iterable[Card]) -> Iterator[Card]:
        """Yield the cards that have no kin before them today; steps of a card answered today go on."""
        for card in cards:
            name = self.state.goes_by(card.id)
            kin = card.kin | {fact_path(name)}
            if name in self.answered or not kin & self.told:
                self.told |= kin
                yield card

    def within_limits(self, cards: Iterable[Card]) -> Iterator[Card]:
        """Yield the new cards that the day and their notes have room for."""
        limits = self.state.settings
        for card in cards:
            if self.begun >= limits.new_per_day:
                return
            note = note_path(self.state.goes_by(card.id))
            if self.begun_of[note] < limits.new_per_note:
                self.begun += 1
                self.begun_of[note] += 1
                yield card
