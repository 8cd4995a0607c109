"""Models, memories, times and schedules for Hypothesis to draw from, and what "not above" means."""

from datetime import datetime, timedelta, timezone, tzinfo
from itertools import pairwise
from math import exp, log

from hypothesis import strategies as st

from flashcards.scheduler import (
    FSRS6,
    FSRS6_TABLE,
    Learning,
    Memory,
    New,
    Rating,
    Relearning,
    Reviewing,
    Schedule,
    Scheduler,
)

SLACK = 1e-9
"""Relative; sums and powers are rounded."""

PASSES = (Rating.HARD, Rating.GOOD, Rating.EASY)


def never_falls(values: list[float]) -> bool:
    """No value lies below the one before it, but for rounding."""
    return all(before <= after + SLACK * abs(after) for before, after in pairwise(values))


def never_rises(values: list[float]) -> bool:
    """No value lies above the one before it, but for rounding."""
    return never_falls(values[::-1])


def model_of(values: tuple[float, ...]) -> FSRS6:
    """The model with these parameters, the first stabilities put in order as a model wants them."""
    return FSRS6((*sorted(values[:4]), *values[4:]))


def near(default: float, low: float, high: float) -> st.SearchStrategy[float]:
    """Up to about twice or half the default, within the bounds."""
    return st.floats(-0.75, 0.75).map(lambda shift: min(max(default * exp(shift), low), high))


BOUNDS = tuple(zip(FSRS6_TABLE.default, FSRS6_TABLE.lowest, FSRS6_TABLE.highest, strict=True))
near_models = st.tuples(*[near(*bounds) for bounds in BOUNDS]).map(model_of)
uniform_models = st.tuples(*[st.floats(low, high) for _, low, high in BOUNDS]).map(model_of)
models = st.just(FSRS6()) | near_models | uniform_models

stabilities = st.floats(log(0.001), log(36500)).map(lambda power: min(max(exp(power), 0.001), 36500.0))
difficulties = st.floats(1, 10)
memories = st.builds(Memory, stabilities, difficulties)
ratings = st.sampled_from(Rating)
later_days = st.integers(1, 1000) | st.integers(1, 36500)
extreme_memories = st.builds(Memory, st.sampled_from((0.001, 36500.0)), difficulties)
days = st.just(0) | later_days
retentions = st.floats(0.5, 0.99)
chances = st.floats(0, 1, exclude_max=True)


def steps(longest: int) -> st.SearchStrategy[tuple[timedelta, ...]]:
    """Up to so many steps, of a minute to a day."""
    minutes = st.integers(1, 1440).map(lambda count: timedelta(minutes=count))
    return st.lists(minutes, max_size=longest).map(tuple)


schedulers = st.builds(
    Scheduler,
    model=models,
    desired_retention=retentions,
    learning_steps=steps(3),
    relearning_steps=steps(2),
    maximum_interval=st.just(36500) | st.integers(1, 36500),
    rollover_hour=st.integers(0, 23),
    fuzz=st.booleans(),
)

offsets = st.integers(-12 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))


def moments(zones: st.SearchStrategy[tzinfo] = offsets) -> st.SearchStrategy[datetime]:
    """A moment of this century, in some zone."""
    return st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=zones)


waits = st.timedeltas(timedelta(0), timedelta(minutes=30)) | st.timedeltas(timedelta(0), timedelta(days=400))


@st.composite
def reviewings(draw: st.DrawFn) -> Reviewing:
    """A card in review, whatever its memory says of the interval."""
    last, interval = draw(moments()), draw(st.integers(1, 1000))
    return Reviewing(draw(memories), interval, draw(st.integers(0, 9)), last, last + timedelta(days=interval))


@st.composite
def schedules(draw: st.DrawFn) -> Schedule:
    """Any case, due some time after its last review."""
    last, memory, step = draw(moments()), draw(memories), draw(st.integers(0, 3))
    soon = last + timedelta(minutes=10)
    cases: tuple[Schedule, ...] = (
        New(),
        Learning(memory, step, last, soon),
        draw(reviewings()),
        Relearning(memory, step, draw(st.integers(0, 9)), last, soon),
    )
    return draw(st.sampled_from(cases))


@st.composite
def meetings(draw: st.DrawFn) -> tuple[Schedule, datetime]:
    """A card and a moment to review it, not before the last review."""
    schedule = draw(schedules())
    if isinstance(schedule, New):
        return schedule, draw(moments())
    return schedule, (schedule.last_review + draw(waits)).astimezone(draw(offsets))


histories = st.lists(st.tuples(ratings, waits, chances), min_size=1, max_size=12)
"""Ratings, each with the wait before it and the chance of its fuzz."""
