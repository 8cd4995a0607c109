"""FSRS-6 for many cards at once: the equations of `scheduler/fsrs6.py`, over arrays."""

from __future__ import annotations

from collections.abc import Callable
from math import exp

import numpy as np

from .. import fsrs6 as equations
from ..parameters import Parameters
from ..rating import Rating
from .arrays import Floats, Ints
from .model import ArrayModel

RATINGS = tuple(Rating)


class ArrayFSRS6(ArrayModel):
    """FSRS-6; its rows are stability and difficulty. What depends on the rating alone is looked up by it."""

    name = equations.FSRS6.name

    def __init__(self, model: equations.FSRS6) -> None:
        w = self.w = model.parameters
        firsts = [model.first(rating) for rating in RATINGS]
        self._first = np.array(
            [[0, *(one.stability for one in firsts)], [0, *(one.difficulty for one in firsts)]]
        )
        self._rate = equations.curve_factor(w[20])
        self._gain = by_rating(lambda rating: exp(w[8]) * equations.rating_factor(w, rating))
        self._same_day = by_rating(lambda rating: exp(w[17] * (rating - 3 + w[18])))
        self._least = by_rating(lambda rating: float(rating > 1))
        self._harder = by_rating(lambda rating: _unlimited_difficulty(w, 0.0, rating))
        self._kept = by_rating(lambda rating: _unlimited_difficulty(w, 1.0, rating)) - self._harder

    def first(self, ratings: Ints) -> Floats:
        """Return the memories first reviews leave."""
        return self._first.take(ratings, 1)

    def next(self, memory: Floats, ratings: Ints, days: Floats | float) -> Floats:
        """Return the memories reviews leave; below 1 day they are on the same day."""
        after = np.empty_like(memory)
        stability, difficulty = memory
        if isinstance(days, float):
            grown = self.same_day(stability, ratings) if days < 1 else self.later(memory, ratings, days)
        else:
            grown = np.where(days < 1, self.same_day(stability, ratings), self.later(memory, ratings, days))
        limit(grown, equations.LOWEST_STABILITY, equations.HIGHEST_STABILITY, after[0])
        changed = self._harder.take(ratings) + self._kept.take(ratings) * difficulty
        limit(changed, equations.LOWEST_DIFFICULTY, equations.HIGHEST_DIFFICULTY, after[1])
        return after

    def same_day(self, stability: Floats, ratings: Ints) -> Floats:
        """Return the stabilities, not limited, after reviews on the same day."""
        change = self._same_day.take(ratings) * stability ** -self.w[19]
        grown: Floats = stability * np.maximum(change, self._least.take(ratings))
        return grown

    def later(self, memory: Floats, ratings: Ints, days: Floats | float) -> Floats:
        """Return the stabilities, not limited, after reviews on a later day."""
        recall = self.retrievability(memory, days)
        grown = self.recalled(memory, recall, ratings)
        lapsed = (ratings == 1).nonzero()[0]
        grown[lapsed] = self.lapsed(memory.take(lapsed, 1), recall.take(lapsed))
        return grown

    def recalled(self, memory: Floats, recall: Floats, ratings: Ints) -> Floats:
        """Return the stabilities after recall on a later day."""
        stability, difficulty = memory
        w = self.w
        gain = (
            self._gain.take(ratings)
            * (11 - difficulty)
            * stability ** -w[9]
            * np.expm1(w[10] - w[10] * recall)
        )
        grown: Floats = stability * (1 + gain)
        return grown

    def lapsed(self, memory: Floats, recall: Floats) -> Floats:
        """Return the stabilities after lapses."""
        stability, difficulty = memory
        w = self.w
        relearned = difficulty ** -w[12] * ((stability + 1) ** w[13] - 1) * np.exp(w[14] - w[14] * recall)
        after: Floats = np.minimum(w[11] * relearned, stability / exp(w[17] * w[18]))
        return after

    def retrievability(self, memory: Floats, days: Floats | float) -> Floats:
        """Return the chances of recall."""
        recall: Floats = (1 + self._rate * days / memory[0]) ** -self.w[20]
        return recall

    def interval(self, memory: Floats, retention: Floats) -> Floats:
        """Return the days until the chances have fallen to *retention*."""
        days: Floats = memory[0] / self._rate * (retention ** (-1 / self.w[20]) - 1)
        return days


def by_rating(value: Callable[[Rating], float]) -> Floats:
    """Return what a rating stands for, in the places 1 to 4."""
    return np.array([0.0, *map(value, RATINGS)])


def limit(values: Floats, low: float, high: float, into: Floats) -> None:
    """Put values, none below *low* or above *high*, into an array of their own."""
    np.minimum(np.maximum(values, low), high, out=into)


def _unlimited_difficulty(w: Parameters, difficulty: float, rating: Rating) -> float:
    """Return the next difficulty, not limited; it is a straight line over the difficulty before."""
    change = equations.difficulty_change(w, difficulty, rating)
    return equations.mean_reversion(w, difficulty + change)
