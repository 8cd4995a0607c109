"""The effect of a setting: how many due dates a change of it would move."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from flashcards.scheduler import Reviewing
from flashcards.study.due import due_day
from flashcards.study.state import State


@dataclass(frozen=True, slots=True)
class Effect:
    """How many of the cards in review fall due earlier or later, and how many wait today, before and then."""

    cards: int
    earlier: int
    later: int
    waiting: int
    waiting_then: int

    @property
    def moved(self) -> int:
        """How many due dates move."""
        return self.earlier + self.later


def effect(before: State, after: State, now: datetime) -> Effect:
    """Compare the due days of two states that have the same answers."""
    old, new, today = _due_days(before), _due_days(after), before.day(now)
    moves = [(day, new[card]) for card, day in old.items() if card in new]
    return Effect(
        cards=len(moves),
        earlier=sum(then < day for day, then in moves),
        later=sum(then > day for day, then in moves),
        waiting=sum(day <= today for day in old.values()),
        waiting_then=sum(day <= today for day in new.values()),
    )


def _due_days(state: State) -> dict[str, date]:
    standing = ((card, kept.schedule) for card, kept in state.cards.items() if card not in state.suspended)
    return {card: due_day(schedule) for card, schedule in standing if isinstance(schedule, Reviewing)}
