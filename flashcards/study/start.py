"""The start: where a learner stands when a simulation begins."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from flashcards.scheduler import Begun, Reviewing
from flashcards.study.due import due_day
from flashcards.study.state import CardState, State


@dataclass(frozen=True, slots=True)
class Start:
    """The cards begun already, and how many are still new; those suspended are neither.

    `uncounted` of the new ones are begun in truth, where a learner is to start from nothing.
    """

    begun: tuple[Begun, ...]
    new: int
    uncounted: int = 0

    def from_nothing(self) -> Start:
        """Return the start of one who has begun no card yet."""
        return Start((), self.new + len(self.begun), len(self.begun))


def start(state: State, cards: Iterable[str], now: datetime) -> Start:
    """Return where a learner stands with these cards, each counted once by whatever ids it goes."""
    asked = {state.goes_by(card) for card in cards} - state.suspended
    begun = [state.cards[card] for card in sorted(asked) if card in state.cards]
    return Start(tuple(standing(card, state, now) for card in begun), len(asked) - len(begun))


def standing(card: CardState, state: State, now: datetime) -> Begun:
    """Return where a card stands today; one that is in its steps is due."""
    schedule, today = card.schedule, state.day(now)
    due = (due_day(schedule) - today).days if isinstance(schedule, Reviewing) else 0
    return Begun(schedule.memory, max((today - state.day(card.last_at)).days, 0), due)
