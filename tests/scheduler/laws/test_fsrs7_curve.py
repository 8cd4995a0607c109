"""Laws of forgetting in FSRS-7: how the chance of recall falls, and when it has fallen so far."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.scheduler.laws.strategies import SLACK, difficulties, never_falls, never_rises
from tests.scheduler.laws.strategies_fsrs7 import (
    LONGEST,
    Pair,
    anywhere,
    default_model,
    exact_days,
    near_models,
    reached,
    traces,
)

MICROSECONDS = 1e-10
"""In days: what fifty halvings of a century can tell apart."""

wanted = st.floats(0.01, 1)


@given(anywhere, exact_days)
def test_retrievability_is_above_0_and_at_most_1(pair: Pair, days: float) -> None:
    model, memory = pair
    assert 0 < model.retrievability(memory, days) <= 1


@given(anywhere)
def test_retrievability_just_after_a_review_is_a_hair_below_1(pair: Pair) -> None:
    model, memory = pair
    assert model.retrievability(memory, 0) == pytest.approx(1 - 1e-5, abs=1e-12)


@given(anywhere, st.lists(exact_days, min_size=2))
def test_retrievability_never_rises_with_time(pair: Pair, days: list[float]) -> None:
    model, memory = pair
    assert never_rises([model.retrievability(memory, span) for span in sorted(days)])


@given(anywhere, st.lists(wanted, min_size=2))
def test_interval_never_rises_with_the_desired_retention(pair: Pair, retentions: list[float]) -> None:
    model, memory = pair
    intervals = [model.interval(memory, retention) for retention in sorted(retentions)]
    assert all(0 <= interval <= LONGEST for interval in intervals)
    assert all(surer <= longer + MICROSECONDS + SLACK * longer for longer, surer in pairwise(intervals))


@given(anywhere, st.floats(0.01, 0.9998))
def test_retrievability_at_the_end_of_the_interval_is_the_desired_retention(
    pair: Pair, retention: float
) -> None:
    """Between a microsecond before the end and one after it, that is; at a century all intervals end."""
    model, memory = pair
    interval = model.interval(memory, retention)
    before = model.retrievability(memory, max(0, interval - MICROSECONDS))
    after = model.retrievability(memory, interval + MICROSECONDS)
    assert retention <= before + 1e-9
    assert after <= retention + 1e-9 or interval == LONGEST


@given(reached(near_models), st.lists(traces, min_size=2), exact_days)
def test_retrievability_never_falls_with_stability(pair: Pair, slow: list[float], days: float) -> None:
    model, memory = pair
    stronger = [
        memory.changed(stability=s) for s in (memory.stability, *sorted(slow)) if s >= memory.stability
    ]
    assert never_falls([model.retrievability(each, days) for each in stronger])


@given(reached(default_model), traces, exact_days)
def test_retrievability_never_falls_with_the_fast_trace_by_default(
    pair: Pair, fast: float, days: float
) -> None:
    model, memory = pair
    stronger = memory.changed(fast=max(fast, memory.fast))
    assert never_falls([model.retrievability(each, days) for each in (memory, stronger)])


@given(reached(default_model), difficulties, exact_days)
def test_retrievability_never_rises_with_difficulty_by_default(
    pair: Pair, difficulty: float, days: float
) -> None:
    model, memory = pair
    harder = memory.changed(difficulty=max(difficulty, memory.difficulty))
    assert never_rises([model.retrievability(each, days) for each in (memory, harder)])


@given(anywhere)
def test_the_shares_of_the_traces_are_one_whole(pair: Pair) -> None:
    model, memory = pair
    (fast, *_), (slow, *_) = model.curve(memory)
    assert min(fast, slow) > 0
    assert fast + slow == pytest.approx(1)
