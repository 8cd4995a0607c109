"""What is desired comes about, and the simulator of fsrs-rs comes to the same."""

import fsrs_rs_python
import numpy as np
import pytest

from flashcards.scheduler import FSRS6_TABLE, Habits, Plan, Simulation, simulate
from tests.scheduler.simulate.peer import peer_plan

NO_HARD_STEPS = ((0.4, 0.0, 0.5, 0.1), (0.1, 0.0, 0.8, 0.1), (0.1, 0.0, 0.8, 0.1))
"""The simulator of fsrs-rs lets Hard within the steps lower stability, which FSRS-6 elsewhere does not."""

HABITS = Habits(learning=NO_HARD_STEPS, relearning=NO_HARD_STEPS)
LEARNERS = 30


@pytest.mark.parametrize("retention", [0.8, 0.85, 0.9, 0.95])
def test_who_remembers_as_the_scheduler_believes_recalls_as_desired(retention: float) -> None:
    """But for intervals of whole days, of which the shortest is one."""
    plan = Plan(retention=retention, cards=2000, days=365, new_per_day=20)
    assert simulate([plan])[0].recall == pytest.approx(retention, abs=0.025)


def test_a_student_who_forgets_faster_recalls_less_than_desired() -> None:
    plan = Plan(retention=0.9, cards=500)
    own, other = (simulate([plan], student=name)[0] for name in ("own", "half-life"))
    assert other.recall < own.recall


def test_without_a_review_there_is_no_share_of_recall() -> None:
    assert np.isnan(simulate([Plan(days=1)])[0].recall)


PLANS = {
    "free": Plan(cards=1500, days=200, new_per_day=15),
    "too little time": Plan(cards=3000, days=200, new_per_day=30, minutes_per_day=15),
    "too few reviews": Plan(cards=1500, days=200, new_per_day=30, reviews_per_day=60),
}


@pytest.mark.parametrize("plan", PLANS.values(), ids=PLANS)
def test_it_is_as_in_fsrs_rs(plan: Plan) -> None:
    """Means of several learners, each within 2 %; recall within 0.01."""
    ours = figures(simulate([plan] * LEARNERS, habits=HABITS))
    theirs = np.mean([peer_figures(plan, seed) for seed in range(LEARNERS)], axis=0)
    np.testing.assert_allclose(ours[:4], theirs[:4], rtol=0.02)
    assert ours[4] == pytest.approx(theirs[4], abs=0.01)


def figures(learners: list[Simulation]) -> list[float]:
    """Reviews, new cards, minutes, facts known in the end and recall."""
    columns = [
        [learner.reviews.sum(), learner.new.sum(), learner.minutes.sum(), learner.known[-1], learner.recall]
        for learner in learners
    ]
    means: list[float] = np.mean(columns, axis=0).tolist()
    return means


def peer_figures(plan: Plan, seed: int) -> list[float]:
    """The same of the peer."""
    result = fsrs_rs_python.simulate(list(FSRS6_TABLE.default), plan.retention, peer_plan(plan, HABITS), seed)
    reviews = sum(result.review_cnt_per_day)
    return [
        reviews,
        sum(result.learn_cnt_per_day),
        sum(result.cost_per_day) / 60,
        result.memorized_cnt_per_day[-1],
        sum(result.correct_cnt_per_day) / reviews,
    ]
