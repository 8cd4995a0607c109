"""Placing: which day of its fuzz range a card gets, for each of the four ratings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import accumulate

from flashcards.scheduler import Rating, Reviewing, Schedule
from flashcards.study.due import due_day
from flashcards.study.settings import scheduler_for
from flashcards.study.state import State, fuzz_fraction

MOST_DAYS = 30
"""Days of a range that are tried: of a wider one as many, evenly spread over it."""

LAST = 1 - 2**-48
"""The chance that gives the last day of any range."""


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
        every = _options(state, card, rating, now, chance, safety)
        place = _picked(every, weight, chance)
        if days(place) < least:
            late = [one for one in every if days(one) >= least]
            place = _picked(late or [_place(state, card, rating, now, LAST, safety)], weight, chance)
        found[rating] = place
        if isinstance(place.schedule, Reviewing):
            least = days(place) + (gap if rating is not Rating.AGAIN else 0)
    return found


def days(place: Place) -> float:
    """Return the days a card rests; those in their steps count as without end, for nothing limits them."""
    return place.schedule.interval if isinstance(place.schedule, Reviewing) else float("inf")


def _options(
    state: State, card: str, rating: Rating, now: datetime, chance: float, safety: bool
) -> Sequence[Place]:
    """Return the places among which the chance picks, in even steps through the range.

    One of them is where the chance alone would lead, and that is picked if all weigh the same.
    """
    wanted, moment = state.settings.wanted(safety), state.next_moment(now)
    low, high = scheduler_for(state.settings).day_range(state.schedule(card), rating, moment, wanted)
    if low == high:
        return [replace(_place(state, card, rating, now, 0.5, safety), u=None)]
    steps = min(1 + high - low, MOST_DAYS)
    rest = chance * steps % 1
    return [_place(state, card, rating, now, (step + rest) / steps, safety) for step in range(steps)]


def _place(state: State, card: str, rating: Rating, now: datetime, u: float, safety: bool) -> Place:
    scheduler, wanted = scheduler_for(state.settings), state.settings.wanted(safety)
    return Place(scheduler.review(state.schedule(card), rating, state.next_moment(now), u, wanted), u)


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
