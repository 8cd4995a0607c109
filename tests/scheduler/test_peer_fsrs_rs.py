"""FSRS-6 equals fsrs-rs, the peer in Rust, over whole days.

It reckons in numbers of 32 bits. Along a history a stability may differ by 1e-5 of itself with the default
parameters and by 3e-4 with those near them; after one review with any parameters, by 1e-3 or 2e-5 days, since
some make it the small difference of two numbers. A difficulty may differ by 1e-5, an interval by 5e-5.
"""

import fsrs_rs_python as peer
import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashcards.scheduler import FSRS6, Memory, Rating
from tests.scheduler.laws.strategies import days, memories, models, near_models, ratings, retentions

History = list[tuple[Rating, int]]

histories = st.lists(st.tuples(ratings, st.just(0) | st.integers(1, 400)), min_size=1, max_size=16)


def memories_of(model: FSRS6, history: History) -> list[Memory]:
    """Every memory of a history; no days count before its first review."""
    (rating, _), *later = history
    memories = [model.first(rating)]
    for rating, elapsed in later:
        memories.append(model.next(memories[-1], rating, elapsed))
    return memories


def item(history: History) -> peer.FSRSItem:
    """A history as the peer takes it."""
    waits = [0, *(elapsed for _, elapsed in history[1:])]
    return peer.FSRSItem(
        [peer.FSRSReview(int(rating), wait) for (rating, _), wait in zip(history, waits, strict=True)]
    )


def assert_equal(ours: Memory, theirs: peer.MemoryState, tolerance: float) -> None:
    assert ours.stability == pytest.approx(theirs.stability, rel=tolerance, abs=2e-5)
    assert ours.difficulty == pytest.approx(theirs.difficulty, rel=1e-5)


def assert_history_equals(model: FSRS6, history: History, tolerance: float) -> None:
    theirs = peer.FSRS(model.parameters).historical_memory_states(item(history))
    for our, their in zip(memories_of(model, history), theirs, strict=True):
        assert_equal(our, their, tolerance)


@given(histories)
def test_every_memory_of_a_history_equals_fsrs_rs(history: History) -> None:
    assert_history_equals(FSRS6(), history, 1e-5)


@given(near_models, histories)
def test_every_memory_of_a_history_equals_fsrs_rs_near_the_defaults(model: FSRS6, history: History) -> None:
    assert_history_equals(model, history, 3e-4)


@given(models, memories, retentions, days)
def test_the_memory_and_interval_of_every_rating_equal_fsrs_rs(
    model: FSRS6, memory: Memory, retention: float, elapsed: int
) -> None:
    before = peer.MemoryState(memory.stability, memory.difficulty)
    states = peer.FSRS(model.parameters).next_states(before, retention, elapsed)
    for rating in Rating:
        theirs = getattr(states, rating.name.lower())
        assert_equal(model.next(memory, rating, elapsed), theirs.memory, 1e-3)
        after = Memory(theirs.memory.stability, theirs.memory.difficulty)
        assert model.interval(after, retention) == pytest.approx(theirs.interval, rel=5e-5)
