"""The learning and relearning steps: what each rating does to a card still within them.

Rules: ankitects/anki @c32cb29 rslib/src/scheduler/states/steps.rs.
"""

from __future__ import annotations

from datetime import timedelta

from .rating import Rating
from .value import Value

Steps = tuple[timedelta, ...]

A_DAY = timedelta(days=1)


class Wait(Value):
    """Stay in the steps, and be asked again after the delay."""

    __slots__ = ("step", "delay")
    step: int
    delay: timedelta

    def __init__(self, step: int, delay: timedelta) -> None:
        self.fill(step=step, delay=delay)


class Graduate(Value):
    """Leave the steps, for an interval of days."""

    __slots__ = ()


def next_step(steps: Steps, step: int, rating: Rating) -> Wait | Graduate:
    """Return what a rating leads to: Again to the first step, Hard to this, Good to the next, Easy out."""
    if not steps or rating is Rating.EASY:
        return Graduate()
    if rating is Rating.AGAIN:
        return Wait(0, steps[0])
    if rating is Rating.HARD:
        return Wait(step, hard_delay(steps, step))
    return Wait(step + 1, steps[step + 1]) if step + 1 < len(steps) else Graduate()


def hard_delay(steps: Steps, step: int) -> timedelta:
    """Return the delay of Hard: between Again's and Good's on the first step, later the step itself.

    >>> hard_delay((timedelta(minutes=1), timedelta(minutes=10)), 0)
    datetime.timedelta(seconds=330)
    """
    if step > 0:
        return steps[step]
    if len(steps) > 1:
        return (steps[0] + steps[1]) / 2
    return min(steps[0] * 1.5, steps[0] + A_DAY)


Plan = tuple[tuple[Wait | Graduate, ...], ...]
"""What a rating leads to, by the step a card is on, then by the rating; its place 0 stays unused."""


def plan_of(steps: Steps) -> Plan:
    """Return what `next_step` says of every step and rating, reckoned once; without steps, of one."""
    return tuple(
        (Graduate(), *(next_step(steps, step, rating) for rating in Rating))
        for step in range(max(1, len(steps)))
    )
