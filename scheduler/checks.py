"""What a scheduler refuses before it reckons: impossible settings, and reviews that cannot have been."""

from __future__ import annotations

from datetime import datetime, timedelta

from .memory import MemoryModel, retention_problems
from .schedule import New

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from .schedule import Schedule
    from .scheduler import Scheduler
    from .steps import Steps

HIGHEST_INTERVAL = 36500


def setting_problems(scheduler: Scheduler) -> Iterator[str]:
    """Say everything that is wrong with a scheduler's settings."""
    if not isinstance(scheduler.model, MemoryModel):
        yield f"a model of {scheduler.model!r}: use a memory model, such as FSRS6()"
    yield from retention_problems(scheduler.desired_retention)
    yield from _step_problems("learning", scheduler.learning_steps)
    yield from _step_problems("relearning", scheduler.relearning_steps)
    yield from _whole("maximum interval", "days", scheduler.maximum_interval, 1, HIGHEST_INTERVAL)
    yield from _whole("roll-over hour", "", scheduler.rollover_hour, 0, 23)
    yield from _whole("leech threshold", "lapses", scheduler.leech_threshold, 0, 9999)


def _whole(name: str, unit: str, value: object, low: int, high: int) -> Iterator[str]:
    if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
        yield f"a {name} of {value!r}{unit and ' ' + unit}: use {low} to {high}"


def _step_problems(kind: str, steps: Steps) -> Iterator[str]:
    for step in steps:
        if not isinstance(step, timedelta):
            yield f"a {kind} step of {step!r}: use a timedelta, such as timedelta(minutes=10)"
        elif not timedelta() < step <= timedelta(days=HIGHEST_INTERVAL):
            yield f"a {kind} step of {step}: use more than nothing and at most {HIGHEST_INTERVAL} days"


def review_problems(model: MemoryModel, schedule: Schedule, now: datetime, u: float) -> Iterator[str]:
    """Say everything that is wrong with a review of a card at a moment that is itself sound."""
    if not isinstance(schedule, New):
        yield from _order_problems(schedule.last_review, now)
        if type(schedule.memory) is not model.memory:
            yield (
                f"{model.name} cannot go on from {schedule.memory}, of another model: "
                "replay the card's reviews"
            )
    if not 0 <= u < 1:
        yield f"a chance u of {u!r}: use a number from 0 up to, but not, 1"


def _order_problems(last: datetime, now: datetime) -> Iterator[str]:
    if last.utcoffset() is None:
        yield f"the last review at {last.isoformat()} has no time zone: give an aware datetime"
    elif now < last:
        before = f"a review at {now.isoformat()} comes before the last one, at {last.isoformat()}"
        yield f"{before}: check the clock"
