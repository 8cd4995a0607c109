"""A sweep: the same plan at several desired retentions, and which of them is worth most."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import fmean

from flashcards.scheduler import Habits, Plan, Simulation, simulate
from flashcards.study.pace import Pace
from flashcards.study.settings import Settings, scheduler_for

LEARNERS = 5
"""For each retention; a figure is their mean."""

MOST_STEPS = 9


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a desired retention comes to, on average over learners.

    `known` are the facts known when the last day is over, `known_per_minute` is that for each minute of all
    days, `recall` the share of reviews that were recalled.
    """

    retention: float
    minutes_a_day: float
    reviews_a_day: float
    new: float
    known: float
    known_per_minute: float
    recall: float


def sweep(
    plans: Sequence[Plan],
    settings: Settings,
    pace: Pace,
    student: str,
    seed: int,
    each_day: Callable[[int], object],
) -> list[Outcome]:
    """Simulate learners for each plan, who go by these settings and answer at this pace; it needs numpy."""
    learners = simulate(
        [plan for plan in plans for _ in range(LEARNERS)],
        scheduler_for(settings).model,
        student=student,
        habits=habits(settings, pace),
        seed=seed,
        each_day=each_day,
    )
    groups = (learners[begin : begin + LEARNERS] for begin in range(0, len(learners), LEARNERS))
    return [outcome(plan.retention, group) for plan, group in zip(plans, groups, strict=True)]


def habits(settings: Settings, pace: Pace) -> Habits:
    """Return the habits of a learner with this pace and as many steps as are set."""
    return Habits(
        seconds=pace.seconds,
        learning_steps=min(len(settings.learning_steps), MOST_STEPS),
        relearning_steps=min(len(settings.relearning_steps), MOST_STEPS),
    )


def outcome(retention: float, learners: Sequence[Simulation]) -> Outcome:
    """Return the means of learners."""
    return Outcome(
        retention,
        minutes_a_day=fmean(learner.minutes_a_day for learner in learners),
        reviews_a_day=fmean(float(learner.reviews.mean()) for learner in learners),
        new=fmean(int(learner.new.sum()) for learner in learners),
        known=fmean(learner.known_at_the_end for learner in learners),
        known_per_minute=fmean(learner.known_per_minute for learner in learners),
        recall=fmean(learner.recall for learner in learners),
    )


def best(outcomes: Sequence[Outcome]) -> Outcome:
    """Return the one with most facts known for each minute, the first of equals."""
    return max(outcomes, key=lambda outcome: outcome.known_per_minute)
