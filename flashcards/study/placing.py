"""Placing: which day of its fuzz range a card gets, for each of the four ratings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import accumulate

from flashcards.scheduler import Rating, Reviewing, Schedule
from flashcards.study.due import due_day
from flashcards.study.settings import scheduler_for
from flashcards.study.state import State, fuzz_fraction


@dataclass(frozen=True, slots=True)
class Place:
    """Where a rating leaves a card, and the chance that puts it there, None where there is no choice."""

    schedule: Schedule
    u: float | None = None


def places(
    state: State, card: str, now: datetime, weight: Callable[[date], float], safety: bool = False
) -> dict[Rating, Place]:
    """Return where each rating given now leaves a card; where two passes give days, a better one no fewer.

    The card's own chance picks among the days of each range, each as likely as it weighs; where all weigh the
    same, that is the scheduler's own fuzz. One chance and the same weights for all keep the ratings in order,
    but for a model that does not order its intervals: there a pass has only the days from the worse one's on.
    """
    chance, least = fuzz_fraction(card, state.reviews(card)), 0.0
    found: dict[Rating, Place] = {}
    gap = scheduler_for(state.settings).model.strict and isinstance(state.schedule(card), Reviewing)
    for rating in Rating:
        every = _options(state, card, rating, now, safety)
        place = _picked(every, weight, chance)
        if days(place) < least:
            place = _picked([one for one in every if days(one) >= least] or every[-1:], weight, chance)
        found[rating] = place
        if isinstance(place.schedule, Reviewing):
            least = days(place) + (gap if rating is not Rating.AGAIN else 0)
    return found


def days(place: Place) -> float:
    """Return the days a card rests; those in their steps count as without end, for nothing limits them."""
    return place.schedule.interval if isinstance(place.schedule, Reviewing) else float("inf")


def _options(state: State, card: str, rating: Rating, now: datetime, safety: bool) -> Sequence[Place]:
    """Return each place that chance can give; a range of n days is gone through in n even steps."""
    scheduler, schedule = scheduler_for(state.settings), state.schedule(card)
    moment, wanted = state.next_moment(now), state.settings.wanted(safety)
    low, high = scheduler.day_range(schedule, rating, moment, wanted)
    if low == high:
        return [Place(scheduler.review(schedule, rating, moment, 0.5, wanted))]
    chances = [(day + 0.5) / (1 + high - low) for day in range(1 + high - low)]
    return [Place(scheduler.review(schedule, rating, moment, u, wanted), u) for u in chances]


def _picked(options: Sequence[Place], weight: Callable[[date], float], chance: float) -> Place:
    schedules = (place.schedule for place in options)
    weights = [weight(due_day(one)) if isinstance(one, Reviewing) else 1.0 for one in schedules]
    return options[_pick(weights, chance)]


def _pick(weights: Sequence[float], chance: float) -> int:
    """Return the number of the weight that a chance in [0, 1) falls on; if all are 0, each is as likely.

    >>> _pick([1, 0, 2, 1], 0.2), _pick([1, 0, 2, 1], 0.25), _pick([0, 0], 0.5)
    (0, 2, 1)
    """
    if not any(weights):
        return int(chance * len(weights))
    sums = list(accumulate(weights))
    return next((place for place, sum in enumerate(sums) if chance * sums[-1] < sum), len(weights) - 1)
