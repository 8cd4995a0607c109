"""A sweep over desired retentions, as `flashcards simulate` makes it, against fsrs-rs, one run a retention.

Both have a deck of 10,000 cards, a year, at most 30 new cards, 200 reviews and 30 minutes a day, the same
chances of ratings and the same seconds for answers. What both come to is printed, for the speed counts for
nothing unless that is the same.

    python -m benchmarks.simulate      one learner at a time, and without limits, too
"""

import sys
from collections.abc import Callable, Sequence
from functools import partial
from math import inf
from statistics import fmean

import fsrs_rs_python

from benchmarks.figure import Figure, cpu_seconds, figure
from flashcards.scheduler import FSRS6_TABLE, Habits, Plan, simulate
from tests.scheduler.simulate.peer import peer_plan

SWEEP = [hundredth / 100 for hundredth in range(80, 96)]
YEAR = Plan(cards=10_000, days=365, new_per_day=30, reviews_per_day=200, minutes_per_day=30)
HABITS = Habits()

Outcome = tuple[int, float, float]
"""All reviews, the share of them recalled, and the facts known in the end."""


def measure() -> Figure:
    """Return the reviews simulated in a second."""
    return compared([YEAR.changed(retention=retention) for retention in SWEEP])


def compared(plans: Sequence[Plan], rounds: int = 5) -> Figure:
    """Measure ours and the peer's in turn, and print what they came to."""
    pairs, outcomes = [], []
    for seed in range(rounds):
        ours, our_rate = timed(partial(simulated, plans, seed))
        theirs, their_rate = timed(partial(peer_simulated, plans, seed))
        pairs.append((our_rate, their_rate))
        outcomes.append((ours, theirs))
    for name, values in zip(("ours", "peer"), zip(*outcomes, strict=True), strict=True):
        print(f"{name}: {described(values)}", file=sys.stderr)
    return figure(pairs, "reviews/s", more_is_better=True)


def timed(task: Callable[[], list[Outcome]]) -> tuple[list[Outcome], float]:
    """Return what a task came to, and the reviews in a second of its CPU time."""
    done: list[Outcome] = []
    seconds = cpu_seconds(lambda: done.extend(task()))
    return done, sum(outcome[0] for outcome in done) / seconds


def described(rounds: Sequence[Sequence[Outcome]]) -> str:
    """Say the means over all learners."""
    learners = [outcome for outcomes in rounds for outcome in outcomes]
    reviews, recall, known = (fmean(column) for column in zip(*learners, strict=True))
    return f"{reviews:,.0f} reviews a learner, recall {recall:.4f}, {known:,.0f} facts known in the end"


def simulated(plans: Sequence[Plan], seed: int) -> list[Outcome]:
    """Simulate all plans at once."""
    learners = simulate(plans, habits=HABITS, seed=seed)
    return [(int(one.reviews.sum()), one.recall, one.known_at_the_end) for one in learners]


def peer_simulated(plans: Sequence[Plan], seed: int) -> list[Outcome]:
    """Simulate them by fsrs-rs, one by one."""
    return [peer_outcome(plan, seed * len(plans) + number) for number, plan in enumerate(plans)]


def peer_outcome(plan: Plan, seed: int) -> Outcome:
    result = fsrs_rs_python.simulate(list(FSRS6_TABLE.default), plan.retention, peer_plan(plan, HABITS), seed)
    reviews = sum(result.review_cnt_per_day)
    return reviews, sum(result.correct_cnt_per_day) / reviews, result.memorized_cnt_per_day[-1]


def main() -> None:
    """Print the figure beside those of other plans."""
    free = {"reviews_per_day": inf, "minutes_per_day": inf}
    for name, plans in {
        "the sweep": [YEAR.changed(retention=retention) for retention in SWEEP],
        "one learner": [YEAR],
        "the sweep without limits": [YEAR.changed(retention=retention, **free) for retention in SWEEP],
        "one learner without limits": [YEAR.changed(**free)],
    }.items():
        found = compared(plans)
        print(f"{name}: {found['ours']:,.0f} against {found['peer']:,.0f}, {found['ratio']:.2f} times")


if __name__ == "__main__":
    main()
