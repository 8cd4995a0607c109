"""Balance: how well each day suits a card, by what falls due on it already, its kin and the days off."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from flashcards.scheduler import Reviewing
from flashcards.study.due import due_day
from flashcards.study.state import State

LOWEST_SHARE = 0.0001
"""What a day of 0 % counts: it is taken where nothing else is in reach."""

KIN_WEIGHTS = (1e-6, 0.2, 0.4, 0.6, 0.8)
"""How well a day suits a card whose nearest kin is so many days off; further off, kin does not matter."""


@dataclass(frozen=True, slots=True)
class Balance:
    """How many cards fall due on each day, and on which days the kin of the card in question does."""

    state: State
    loads: Counter[date]
    kin_days: tuple[date, ...] = ()

    def weight(self, day: date) -> float:
        """Return how well a day suits the card: 1 at best, 0 on a vacation.

        The factors are multiplied, so the greatest difference wins: a vacation, then kin on the same day,
        then a day of 0 %, and only then how full the days are.
        """
        if self.is_off(day):
            return 0.0
        return self.share(day) * self._apart(day) * self._room(day)

    def is_off(self, day: date) -> bool:
        """Return whether a day lies in a vacation."""
        return any(day in vacation for vacation in self.state.vacations)

    def share(self, day: date) -> float:
        """Return how much of a usual day's cards a day of this name may have."""
        return max(self.state.settings.easy_days[day.weekday()] / 100, LOWEST_SHARE)

    def _apart(self, day: date) -> float:
        nearest = min((abs((day - other).days) for other in self.kin_days), default=len(KIN_WEIGHTS))
        return KIN_WEIGHTS[nearest] if nearest < len(KIN_WEIGHTS) else 1.0

    def _room(self, day: date) -> float:
        """Fall with the square of the load, so that a day of 50 % ends up with half of the cards."""
        if not self.state.settings.load_balance:
            return 1.0
        return (1 + self.loads[day] / self.share(day)) ** -2


def loads(state: State, but: str = "") -> Counter[date]:
    """Return how many reviews fall due on each day, without one card and those suspended."""
    standing = ((card, kept.schedule) for card, kept in state.cards.items())
    return Counter(
        due_day(schedule)
        for card, schedule in standing
        if isinstance(schedule, Reviewing) and card != but and card not in state.suspended
    )


def due_days(state: State, cards: Iterable[str]) -> tuple[date, ...]:
    """Return the days on which those of some cards fall due that are in review."""
    schedules = map(state.schedule, cards)
    return tuple(due_day(schedule) for schedule in schedules if isinstance(schedule, Reviewing))
