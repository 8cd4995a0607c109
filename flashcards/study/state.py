"""The state: where every card stands, which settings are in force, and what goes by another name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from hashlib import blake2b

from flashcards.scheduler import Learning, New, Rating, Relearning, Reviewing, Schedule
from flashcards.study.clock import offset_minutes, tick, wall_time
from flashcards.study.links import resolve
from flashcards.study.settings import Settings, scheduler_for

RECENT = 5


@dataclass(frozen=True, slots=True)
class Given:
    """One answer in short: its rating, what was given and how that was marked."""

    rating: Rating
    answer: str
    verdict: str


@dataclass(frozen=True, slots=True)
class CardState:
    """A card answered at least once: its schedule, how often and since when, and the last answers."""

    schedule: Learning | Reviewing | Relearning
    reviews: int
    first_at: datetime
    recent: tuple[Given, ...]

    @property
    def last_at(self) -> datetime:
        """When it was answered last."""
        return self.schedule.last_review

    @property
    def lapses(self) -> int:
        """How often it was forgotten once learned."""
        return 0 if isinstance(self.schedule, Learning) else self.schedule.lapses


@dataclass(frozen=True, slots=True)
class State:
    """All that follows from the events: `cards` by the id each goes by now, settings, links.

    `latest` is the reading of the last event; `unreadable` are the ids of events that made no sense and were
    passed over.
    """

    cards: Mapping[str, CardState] = field(default_factory=dict)
    settings: Settings = Settings()  # noqa: RUF009 (frozen, so it can be shared)
    moves: Mapping[str, str] = field(default_factory=dict)
    latest: int = 0
    unreadable: tuple[str, ...] = ()

    def goes_by(self, card: str) -> str:
        """Return the card that keeps what is answered as this one: itself, unless it was linked."""
        return resolve(card, self.moves)

    def schedule(self, card: str) -> Schedule:
        """Return where a card stands: New where it was never answered."""
        found = self.cards.get(self.goes_by(card))
        return found.schedule if found else New()

    def reviews(self, card: str) -> int:
        """Return how often a card was answered."""
        found = self.cards.get(self.goes_by(card))
        return found.reviews if found else 0

    def preview(self, card: str, now: datetime) -> dict[Rating, Schedule]:
        """Return where each rating given now would leave the card; a clock set back counts as no time."""
        moment = wall_time(tick(self.latest, now), offset_minutes(now))
        u = fuzz_fraction(card, self.reviews(card))
        return scheduler_for(self.settings).preview(self.schedule(card), moment, u)

    def reviewed(self, card: str, given: Given, now: datetime) -> State:
        """Return the state after one more answer; ValueError for one that cannot have been."""
        name = self.goes_by(card)
        after = answered(self.cards.get(name), card, given, now, self.settings)
        return replace(self, cards={**self.cards, name: after})


def answered(
    before: CardState | None, card: str, given: Given, now: datetime, settings: Settings
) -> CardState:
    """Return where an answer given as `card` leaves it, under the settings then in force."""
    schedule, reviews = (before.schedule, before.reviews) if before else (New(), 0)
    after = scheduler_for(settings).review(schedule, given.rating, now, fuzz_fraction(card, reviews))
    assert not isinstance(after, New)
    first_at, recent = (before.first_at, before.recent) if before else (now, ())
    return CardState(after, reviews + 1, first_at, (*recent, given)[-RECENT:])


def fuzz_fraction(card: str, reviews: int) -> float:
    """Return the chance in [0, 1) that spreads a card's next interval, the same on every device.

    >>> [round(fuzz_fraction("deck/note/fact/recall", reviews), 3) for reviews in (0, 1, 2)]
    [0.402, 0.18, 0.141]
    """
    digest = blake2b(f"{card} {reviews}".encode("utf-8", "surrogatepass"), digest_size=6).digest()
    return int.from_bytes(digest) / 2**48
