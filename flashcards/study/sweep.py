"""A sweep: the same plan at several desired retentions, and which of them is worth most."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import fmean

from flashcards.scheduler import Begun, Habits, Plan, Simulation, simulate
from flashcards.study.pace import Pace
from flashcards.study.settings import Settings, scheduler_for

LEARNERS = 10
"""For each retention; a figure is their mean."""

MOST_STEPS = 9

LUCK = 0.02
"""The share by which the gain of a minute differs by chance alone, about."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a desired retention comes to, on average over learners.

    `known` are the facts known when the last day is over; `gained_per_minute` is that without those known
    anyway, for each minute of all days; `recall` is the share of reviews that were recalled, NaN without any.
    """

    retention: float
    minutes_a_day: float
    reviews_a_day: float
    new: float
    known: float
    gained_per_minute: float
    recall: float


def sweep(
    plans: Sequence[Plan],
    settings: Settings,
    pace: Pace,
    begun: Sequence[Begun] = (),
    *,
    student: str,
    seed: int,
    each_day: Callable[[int], object],
) -> list[Outcome]:
    """Simulate learners for each plan, who go by these settings and answer at this pace; it needs numpy.

    One more learner does nothing at all, which says what of the cards begun would be known anyway.
    """
    idle, *learners = simulate(
        [plans[0].changed(new_per_day=0, reviews_per_day=0)]
        + [plan for plan in plans for _ in range(LEARNERS)],
        scheduler_for(settings).model,
        student=student,
        habits=habits(settings, pace),
        begun=begun,
        seed=seed,
        each_day=each_day,
    )
    groups = (learners[begin : begin + LEARNERS] for begin in range(0, len(learners), LEARNERS))
    return [
        outcome(plan.retention, group, idle.known_at_the_end)
        for plan, group in zip(plans, groups, strict=True)
    ]


def habits(settings: Settings, pace: Pace) -> Habits:
    """Return the habits of a learner with this pace and as many steps as are set."""
    return Habits(
        seconds=pace.seconds,
        learning_steps=min(len(settings.learning_steps), MOST_STEPS),
        relearning_steps=min(len(settings.relearning_steps), MOST_STEPS),
    )


def outcome(retention: float, learners: Sequence[Simulation], anyway: float) -> Outcome:
    """Return the means of learners; so many facts would be known *anyway*."""
    return Outcome(
        retention,
        minutes_a_day=fmean(learner.minutes_a_day for learner in learners),
        reviews_a_day=fmean(float(learner.reviews.mean()) for learner in learners),
        new=fmean(int(learner.new.sum()) for learner in learners),
        known=fmean(learner.known_at_the_end for learner in learners),
        gained_per_minute=fmean(gained_per_minute(learner, anyway) for learner in learners),
        recall=fmean(learner.recall for learner in learners),
    )


def gained_per_minute(learner: Simulation, anyway: float) -> float:
    """Return the facts that each minute of study brought; 0 where no time was spent."""
    minutes = float(learner.minutes.sum())
    return (learner.known_at_the_end - anyway) / minutes if minutes else 0.0


def worthwhile(outcomes: Sequence[Outcome]) -> Sequence[Outcome]:
    """Return those where a minute brings most, the first to the last that is no worse but by luck."""
    enough = max(outcome.gained_per_minute for outcome in outcomes)
    enough -= LUCK * abs(enough)
    places = [place for place, one in enumerate(outcomes) if one.gained_per_minute >= enough]
    return outcomes[places[0] : places[-1] + 1]
