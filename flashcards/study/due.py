"""When a card falls due, seen from where the learner is now: a review by its day, a step at its moment."""

from __future__ import annotations

from datetime import date, datetime, time

from flashcards.scheduler import Learning, Relearning, Reviewing


def due_day(schedule: Reviewing) -> date:
    """Return the local day a review is due on, which is the same wherever the learner travels."""
    return schedule.due.date()


def due_at(schedule: Learning | Reviewing | Relearning, now: datetime, rollover_hour: int) -> datetime:
    """Return the moment from which a card waits, by the clock that shows `now`.

    A review waits as soon as the local day it is due on begins here, whatever the offset and the roll-over
    hour were when it was answered; a step waits from the same moment on everywhere.
    """
    if isinstance(schedule, Reviewing):
        return datetime.combine(due_day(schedule), time(rollover_hour), now.tzinfo)
    return schedule.due.astimezone(now.tzinfo)
