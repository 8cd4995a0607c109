"""The desk: the cards as they lie while events are taken up one by one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time

from flashcards.scheduler import Reviewing, Scheduler, local_day
from flashcards.study.event import Event, EventKind
from flashcards.study.reading import Move, Vacation, read_day, read_moves, read_review, read_vacation
from flashcards.study.settings import Settings
from flashcards.study.state import CardState, State, answered

Names = Mapping[str, str]
"""What each card an event is about goes by now."""


@dataclass(slots=True)
class Desk:
    """Where every card stands so far; an event that makes no sense raises and leaves it as it was."""

    settings: Settings
    cards: dict[str, CardState] = field(default_factory=dict)
    suspended: set[str] = field(default_factory=set)
    buried: dict[str, date] = field(default_factory=dict)
    vacations: list[Vacation] = field(default_factory=list)

    @classmethod
    def of(cls, state: State) -> Desk:
        """Lay out a state, to go on from it."""
        standing = (dict(state.cards), set(state.suspended), dict(state.buried), list(state.vacations))
        return cls(state.settings, *standing)

    def onto(self, state: State) -> State:
        """Return a state with the cards as they lie here."""
        return replace(
            state,
            cards=self.cards,
            suspended=frozenset(self.suspended),
            buried=self.buried,
            vacations=tuple(self.vacations),
        )

    def take(self, event: Event, names: Names, scheduler: Scheduler) -> None:
        """Take up one event; the scheduler has the steps and the roll-over hour then in force."""
        match event.kind:
            case EventKind.REVIEW:
                self._review(event, names[event.card], scheduler)
            case EventKind.RESCHEDULE:
                self._reschedule(event, names, scheduler.rollover_hour)
            case EventKind.SUSPEND:
                self.suspended |= set(names.values())
            case EventKind.UNSUSPEND:
                self.suspended -= set(names.values())
            case EventKind.BURY:
                day = read_day(event) or local_day(event.when, scheduler.rollover_hour)
                self.buried |= dict.fromkeys(names.values(), day)

    def _review(self, event: Event, name: str, scheduler: Scheduler) -> None:
        given, u, safety = read_review(event)
        retention, before = self.settings.wanted(safety), self.cards.get(name)
        self.cards[name] = answered(before, event.card, given, event.when, scheduler, u, retention)

    def _reschedule(self, event: Event, names: Names, rollover_hour: int) -> None:
        moves, vacation = read_moves(event), read_vacation(event)
        for card, move in moves.items():
            if lying := self.cards.get(names[card]):
                self.cards[names[card]] = moved(lying, move, event.when, rollover_hour)
        if vacation:
            self.vacations.append(vacation)


def moved(card: CardState, move: Move, when: datetime, rollover_hour: int) -> CardState:
    """Return a card due on another day; one in its steps, or answered since the move was planned, stays."""
    if not isinstance(card.schedule, Reviewing) or card.reviews != move.reviews:
        return card
    due = datetime.combine(move.day, time(rollover_hour), when.tzinfo)
    return replace(card, schedule=card.schedule.changed(due=due))
