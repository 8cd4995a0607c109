"""The state: where every card stands, which settings are in force, and what goes by another name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from hashlib import blake2b

from flashcards.scheduler import (
    Learning,
    New,
    Relearning,
    Reviewing,
    Schedule,
    Scheduler,
    lapses_of,
    local_day,
)
from flashcards.study.clock import offset_minutes, tick, wall_time
from flashcards.study.links import resolve
from flashcards.study.reading import Given, Vacation
from flashcards.study.settings import Settings, scheduler_for

RECENT = 5


@dataclass(frozen=True, slots=True)
class CardState:
    """A card answered at least once: its schedule, how often and since when, and the last answers.

    `accepted` are the answers that count as right for this learner, because "I was right" was said.
    """

    schedule: Learning | Reviewing | Relearning
    reviews: int
    first_at: datetime
    recent: tuple[Given, ...]
    accepted: tuple[str, ...] = ()

    @property
    def last_at(self) -> datetime:
        """When it was answered last."""
        return self.schedule.last_review

    @property
    def lapses(self) -> int:
        """How often it was forgotten once learned."""
        return lapses_of(self.schedule)


@dataclass(frozen=True, slots=True)
class State:
    """All that follows from the events: `cards` by the id each goes by now, settings, links.

    `latest` is the reading of the last event; `unreadable` are the ids of events that made no sense and were
    passed over. `buried` names the day on which a card is not asked; `vacations` stand in order of events.
    """

    cards: Mapping[str, CardState] = field(default_factory=dict)
    settings: Settings = Settings()  # noqa: RUF009 (frozen, so it can be shared)
    moves: Mapping[str, str] = field(default_factory=dict)
    latest: int = 0
    unreadable: tuple[str, ...] = ()
    suspended: frozenset[str] = frozenset()
    buried: Mapping[str, date] = field(default_factory=dict)
    vacations: tuple[Vacation, ...] = ()

    def goes_by(self, card: str) -> str:
        """Return the card that keeps what is answered as this one: itself, unless it was linked."""
        return resolve(card, self.moves) if self.moves else card

    def schedule(self, card: str) -> Schedule:
        """Return where a card stands: New where it was never answered."""
        found = self.cards.get(self.goes_by(card))
        return found.schedule if found else New()

    def reviews(self, card: str) -> int:
        """Return how often a card was answered."""
        found = self.cards.get(self.goes_by(card))
        return found.reviews if found else 0

    def accepted(self, card: str) -> tuple[str, ...]:
        """Return what counts as right for a card, besides what its deck says."""
        found = self.cards.get(self.goes_by(card))
        return found.accepted if found else ()

    def is_hidden(self, card: str, now: datetime) -> bool:
        """Return whether a card is not asked now: suspended, or buried today."""
        name = self.goes_by(card)
        if name in self.suspended:
            return True
        return name in self.buried and self.buried[name] == self.day(now)

    def day(self, moment: datetime) -> date:
        """Return the local day a moment belongs to."""
        return local_day(moment, self.settings.rollover_hour)

    def next_moment(self, now: datetime) -> datetime:
        """Return when an answer given now counts as given: after the last one, even by a clock set back."""
        return wall_time(tick(self.latest, now), offset_minutes(now))

    def reviewed(
        self, card: str, given: Given, now: datetime, u: float | None = None, safety: bool = False
    ) -> State:
        """Return the state after one more answer; ValueError for one that cannot have been."""
        name, scheduler = self.goes_by(card), scheduler_for(self.settings)
        retention = self.settings.wanted(safety)
        after = answered(self.cards.get(name), card, given, now, scheduler, u, retention)
        return replace(self, cards={**self.cards, name: after})


def answered(
    before: CardState | None,
    card: str,
    given: Given,
    now: datetime,
    scheduler: Scheduler,
    u: float | None,
    retention: float,
) -> CardState:
    """Return where an answer given as `card` leaves it; `u` is the chance chosen for its day, if any was."""
    schedule, reviews = (before.schedule, before.reviews) if before else (New(), 0)
    chance = fuzz_fraction(card, reviews) if u is None else u
    after = scheduler.review(schedule, given.rating, now, chance, retention)
    assert not isinstance(after, New)
    first_at, recent = (before.first_at, before.recent) if before else (now, ())
    accepted = dict.fromkeys((*(before.accepted if before else ()), *([given.answer] * given.accepted)))
    return CardState(after, reviews + 1, first_at, (*recent, given)[-RECENT:], tuple(accepted))


def fuzz_fraction(card: str, reviews: int) -> float:
    """Return the chance in [0, 1) that spreads a card's next interval, the same on every device.

    >>> [round(fuzz_fraction("deck/note/fact/recall", reviews), 3) for reviews in (0, 1, 2)]
    [0.402, 0.18, 0.141]
    """
    digest = blake2b(f"{card} {reviews}".encode("utf-8", "surrogatepass"), digest_size=6).digest()
    return int.from_bytes(digest) / 2**48
