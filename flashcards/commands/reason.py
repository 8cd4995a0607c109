"""The reason why a card comes now or does not, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from flashcards.anatomy.safety import is_safety
from flashcards.card import Card
from flashcards.commands.rating import named
from flashcards.commands.words import counted, moment
from flashcards.scheduler import Learning, New, Relearning, Reviewing, Schedule, to_dict
from flashcards.study.due import due_at
from flashcards.study.history import Review
from flashcards.study.settings import scheduler_for
from flashcards.study.state import State


@dataclass(frozen=True, slots=True)
class Standing:
    """How a card stands at one moment; `waits` says that it is in the queue, `siblings` are their ids."""

    card: Card
    now: datetime
    state: State
    waits: bool
    reviews: Sequence[Review]
    siblings: Sequence[str]

    @property
    def schedule(self) -> Schedule:
        """Where it stands."""
        return self.state.schedule(self.card.id)

    @property
    def retrievability(self) -> float:
        """The chance of recall now, 0 for a new card."""
        return scheduler_for(self.state.settings).retrievability(self.schedule, self.now)

    @property
    def reason(self) -> str:
        """Why it comes now, or does not."""
        if hidden := self._hidden:
            return hidden
        wanted, recall = self.state.settings.wanted(is_safety(self.card)), self.retrievability
        match self.schedule:
            case New():
                return f"Never answered. {self._room}"
            case Reviewing() as resting if self._due(resting) > self.now:
                return f"It rests: its chance of recall is {recall:.0%}. It is due {self._at(resting)}."
            case Reviewing():
                due_as = f"its chance of recall is {recall:.0%}, and {wanted:.0%} is wanted"
                return f"It is due: {due_as}.{self._held}"
            case Learning() | Relearning() as step:
                steps = "learning" if isinstance(step, Learning) else "relearning"
                return f"It is in its {steps} steps, due {self._at(step)}.{self._held}"

    @property
    def _hidden(self) -> str:
        if not self.state.is_hidden(self.card.id, self.now):
            return ""
        name = self.state.goes_by(self.card.id)
        suspended = "It is suspended: `flashcards unsuspend` lets it come again."
        return suspended if name in self.state.suspended else "It is buried until tomorrow."

    @property
    def _room(self) -> str:
        settings = self.state.settings
        if self.waits:
            return "It is among today's new cards."
        limits = f"{settings.new_per_day} new cards a day, {settings.new_per_note} of one note"
        return f"It waits for a day with room for it: {limits}, one of its siblings a day."

    @property
    def _held(self) -> str:
        return "" if self.waits else " A sibling has this day."

    def _due(self, schedule: Learning | Reviewing | Relearning) -> datetime:
        return due_at(schedule, self.now, self.state.settings.rollover_hour)

    def _at(self, schedule: Learning | Reviewing | Relearning) -> str:
        return moment(self._due(schedule), self.now, self.state.settings.rollover_hour)

    @property
    def lines(self) -> Iterator[str]:
        """What to print."""
        yield self.reason
        schedule = self.schedule
        if not isinstance(schedule, New):
            memory = schedule.memory
            lapses = self.state.cards[self.state.goes_by(self.card.id)].lapses
            yield (
                f"Memory: stability {memory.stability:.1f} days, difficulty {memory.difficulty:.1f} of 10, "
                f"chance of recall {self.retrievability:.0%}, {counted(lapses, 'lapse')}."
            )
        yield from map(answered, self.reviews)
        yield from (f"Sibling: {sibling}" for sibling in self.siblings)
        yield f"Card: {self.card.id}"

    @property
    def record(self) -> dict[str, object]:
        """What JSON says of it."""
        return {
            "card": self.card.id,
            "question": self.card.question.prompt,
            "waits": self.waits,
            "reason": self.reason,
            "schedule": to_dict(self.schedule),
            "retrievability": self.retrievability,
            "reviews": [review.record for review in self.reviews],
            "siblings": list(self.siblings),
        }


def answered(review: Review) -> str:
    """Say when a card was answered, how, and what it was rated."""
    given = review.given
    words = f" '{given.answer}'" if given.answer else " nothing given" if given.verdict else ""
    verdict = f" ({given.verdict})" if given.verdict else ""
    judged = ", I was right" if review.override else ""
    undone = ", taken back" if review.undone else ""
    return f"{review.event.when:%Y-%m-%d %H:%M} {named(given.rating)}:{words}{verdict}{judged}{undone}"
