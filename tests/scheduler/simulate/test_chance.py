"""Chance comes from the seed and the learner's number, and from nothing else."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from flashcards.scheduler import STUDENTS, Plan, simulate
from tests.scheduler.simulate.test_limits import assert_same, plans

PLAN = Plan(cards=300, days=90)


@settings(max_examples=10)
@given(plans, st.sampled_from(sorted(STUDENTS)), st.integers(0, 2**40))
def test_the_same_call_gives_the_same_result(plan: Plan, student: str, seed: int) -> None:
    first, again = (simulate([plan], student=student, seed=seed)[0] for _ in range(2))
    assert_same(first, again)


@settings(max_examples=15)
@given(plans, st.lists(plans, max_size=3), st.integers(0, 99))
def test_a_learner_does_not_mind_the_others(plan: Plan, others: list[Plan], seed: int) -> None:
    alone, beside = simulate([plan], seed=seed)[0], simulate([plan, *others], seed=seed)[0]
    for name in ("reviews", "correct", "new", "memory"):
        np.testing.assert_array_equal(getattr(alone, name), getattr(beside, name))
    np.testing.assert_allclose(alone.minutes, beside.minutes)  # summed up in another order
    np.testing.assert_allclose(alone.known, beside.known, rtol=1e-5)


def test_equal_plans_are_several_learners() -> None:
    one, other = simulate([PLAN, PLAN])
    assert (one.reviews != other.reviews).any()


def test_another_seed_is_another_learner() -> None:
    assert (simulate([PLAN], seed=1)[0].reviews != simulate([PLAN], seed=2)[0].reviews).any()


def test_every_day_is_told_in_order() -> None:
    told: list[int] = []
    simulate([PLAN, PLAN], each_day=told.append)
    assert told == list(range(PLAN.days))
