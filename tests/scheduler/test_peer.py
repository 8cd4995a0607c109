"""FSRS-6 equals py-fsrs, a peer of its own making, wherever that one is right.

It counts in blocks of 24 hours, so all reviews here are at noon UTC; it has no cap on stability, so histories
that reach it are left out; it lets same-day passes of a learned card grow without bound, so there are none;
its fuzz leaves its range, so nothing is fuzzed; it holds no buttons apart.
"""

from datetime import UTC, datetime, timedelta

import fsrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from flashcards.scheduler import FSRS6, Learning, New, Rating, Relearning, Reviewing, Schedule, Scheduler
from tests.scheduler.laws.strategies import models, ratings, retentions

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
STATES = {Learning: fsrs.State.Learning, Reviewing: fsrs.State.Review, Relearning: fsrs.State.Relearning}

histories = st.lists(st.tuples(ratings, st.just(0) | st.integers(1, 60)), min_size=1, max_size=12)


def peer_of(scheduler: Scheduler, model: FSRS6) -> fsrs.Scheduler:
    return fsrs.Scheduler(
        parameters=model.parameters, desired_retention=scheduler.desired_retention, enable_fuzzing=False
    )


def assert_equal(ours: Schedule, theirs: fsrs.Card) -> None:
    """The same case, step, memory and, in the steps, the same moment."""
    assert not isinstance(ours, New)
    assert theirs.state == STATES[type(ours)]
    assert ours.memory.stability == pytest.approx(theirs.stability, rel=1e-9)
    assert ours.memory.difficulty == pytest.approx(theirs.difficulty, rel=1e-9)
    if not isinstance(ours, Reviewing):
        assert (ours.step, ours.due) == (theirs.step, theirs.due)


@given(models, retentions, histories)
def test_every_state_of_a_history_equals_py_fsrs(
    model: FSRS6, retention: float, history: list[tuple[Rating, int]]
) -> None:
    scheduler = Scheduler(model, desired_retention=retention, fuzz=False)
    peer = peer_of(scheduler, model)
    ours: Schedule = New()
    theirs, now = fsrs.Card(), NOON
    for rating, days in history:
        if isinstance(ours, Reviewing) and days == 0 and rating is not Rating.AGAIN:
            continue  # ours leaves such a memory as it was
        now += timedelta(days=days)
        ours = scheduler.review(ours, rating, now, u=0)
        theirs, _ = peer.review_card(theirs, fsrs.Rating(rating), now)
        assume(theirs.stability is not None and theirs.stability < 36500)
        assert_equal(ours, theirs)
        assert scheduler.retrievability(ours, now + timedelta(days=3)) == pytest.approx(
            peer.get_card_retrievability(theirs, now + timedelta(days=3)), rel=1e-9
        )


@given(models, retentions, st.lists(st.integers(1, 60), max_size=8))
def test_intervals_of_again_and_hard_equal_py_fsrs(model: FSRS6, retention: float, waits: list[int]) -> None:
    """No rating comes before these two, so none holds their interval up."""
    scheduler = Scheduler(model, retention, learning_steps=(), relearning_steps=(), fuzz=False)
    peer = peer_of(scheduler, model)
    peer.learning_steps = peer.relearning_steps = ()
    ours: Schedule = New()
    theirs, now = fsrs.Card(), NOON
    for number, days in enumerate(waits):
        now += timedelta(days=days)
        rating = (Rating.HARD, Rating.AGAIN)[number % 2]
        ours = scheduler.review(ours, rating, now, u=0)
        theirs, _ = peer.review_card(theirs, fsrs.Rating(rating), now)
        assert isinstance(ours, Reviewing)
        assert ours.interval == (theirs.due - now).days
