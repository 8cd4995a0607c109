"""A day keeps to its limits, and what no limit touches is the same without one."""

from math import inf

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from flashcards.scheduler import AnkiSM2, Begun, Habits, Plan, SM2Memory, simulate

DEAREST = 200.0
"""Seconds: no card takes as long on one day, at five answers of 20 seconds and one before them."""

plans = st.builds(
    Plan,
    retention=st.sampled_from((0.7, 0.9, 0.97)),
    cards=st.integers(1, 80),
    days=st.just(25),
    new_per_day=st.integers(0, 30),
    reviews_per_day=st.integers(0, 30) | st.just(inf),
    minutes_per_day=st.floats(0.1, 20) | st.just(inf),
    maximum_interval=st.integers(1, 30),
)
cohorts = st.lists(plans, min_size=1, max_size=4)


@settings(max_examples=30)
@given(cohorts, st.integers(0, 99))
def test_no_limit_is_exceeded(cohort: list[Plan], seed: int) -> None:
    for plan, learner in zip(cohort, simulate(cohort, seed=seed), strict=True):
        assert learner.reviews.max() <= plan.reviews_per_day
        assert learner.new.max() <= plan.new_per_day
        assert learner.new.sum() <= plan.cards
        assert learner.minutes.max() <= plan.minutes_per_day + DEAREST / 60


@settings(max_examples=30)
@given(cohorts, st.integers(0, 99))
def test_nobody_knows_more_than_was_begun_or_recalls_more_than_was_asked(
    cohort: list[Plan], seed: int
) -> None:
    for learner in simulate(cohort, seed=seed):
        begun = learner.new.cumsum()
        assert (learner.known >= 0).all()
        assert (learner.known <= begun * (1 + 1e-6)).all()
        assert (learner.correct <= learner.reviews).all()
        assert learner.memory.shape == (2, begun[-1])


@settings(max_examples=15)
@given(plans, st.integers(0, 99))
def test_a_limit_that_is_never_reached_changes_nothing(plan: Plan, seed: int) -> None:
    free = plan.changed(reviews_per_day=inf, minutes_per_day=inf)
    wide = plan.changed(reviews_per_day=10_000, minutes_per_day=1440)
    without, within = simulate([free], seed=seed), simulate([wide], seed=seed)
    assert_same(without[0], within[0])


def test_time_runs_out_in_the_middle_of_a_card_at_the_latest() -> None:
    plan = Plan(cards=500, days=60, new_per_day=50, minutes_per_day=10)
    minutes = simulate([plan])[0].minutes
    assert (minutes > 10).all()  # there is always more to do, so the card that crosses the line is finished
    assert (minutes < 10 + DEAREST / 60).all()


def test_new_cards_wait_until_the_reviews_of_the_day_are_done() -> None:
    plan = Plan(cards=5000, days=80, new_per_day=5000, minutes_per_day=20)
    learner = simulate([plan])[0]
    backlog = learner.reviews[40:].mean()
    assert learner.new[0] > 2 * learner.new[40:].mean()
    assert backlog > 2 * learner.reviews[1:5].mean()


def test_when_time_is_short_sm2_too_takes_the_easiest_first() -> None:
    """Its second number is the ease, which is high where a card is easy."""
    eases = [1.3 + number / 100 for number in range(60)]
    begun = [Begun(SM2Memory(5.0, ease, 5.0), days=5, due=0) for ease in eases]
    [learner] = simulate([Plan(cards=0, days=1, reviews_per_day=20)], AnkiSM2(), begun=begun)
    asked = (learner.memory[0] != 5.0) | (learner.memory[2] != 5.0)
    assert asked.nonzero()[0].tolist() == list(range(40, 60))


def test_answers_twice_as_slow_take_twice_the_time_and_change_nothing_else() -> None:
    slow = Habits(seconds=[[2 * seconds for seconds in row] for row in Habits().seconds])
    plan = Plan(cards=200, days=60)
    (usual,), (slower,) = simulate([plan]), simulate([plan], habits=slow)
    np.testing.assert_allclose(slower.minutes, 2 * usual.minutes)
    np.testing.assert_array_equal(slower.reviews, usual.reviews)
    np.testing.assert_array_equal(slower.known, usual.known)


def assert_same(one: object, other: object) -> None:
    for name in ("reviews", "correct", "new", "minutes", "known", "memory"):
        np.testing.assert_array_equal(getattr(one, name), getattr(other, name), err_msg=name)
