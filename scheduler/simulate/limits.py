"""The limits of a day: how many cards may be asked and begun, for how long."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from .arrays import Bools, Floats, Ints
from .plan import Plan


class Limits:
    """What the plans of learners allow, one number each, and the seconds `spent` today.

    `cheapest` is the least number of seconds that a card takes.
    """

    def __init__(self, plans: Sequence[Plan], cheapest: float) -> None:
        self.cheapest = cheapest
        self.cards = np.array([plan.cards for plan in plans])
        self.new = np.array([plan.new_per_day for plan in plans])
        self.reviews = np.array([plan.reviews_per_day for plan in plans], np.float64)
        self.seconds = np.array([plan.minutes_per_day * 60 for plan in plans])
        self.spent = np.zeros(len(plans))

    def reviews_left(self) -> Floats:
        """Return how many reviews there is room and time for, at most."""
        return np.minimum(self.reviews, self._affordable())

    def new_left(self, begun: Ints) -> Ints:
        """Return how many new cards there is room and time for, at most."""
        room = np.minimum(np.minimum(self.new, self.cards - begun), self._affordable())
        return np.asarray(room, np.int64)

    def in_time(self, learner: Ints, seconds: Floats) -> Bools:
        """Return which cards are begun before their learner's time is up: the last may run over it."""
        before = seconds.cumsum() - seconds
        before -= before.take(first_of(learner, self.spent.size))
        return before <= (self.seconds - self.spent).take(learner)

    def spend(self, learner: Ints, seconds: Floats) -> None:
        """Take time for answers."""
        self.spent += np.bincount(learner, seconds, self.spent.size)

    def _affordable(self) -> Floats:
        """Return how many of the cheapest cards there is time to begin."""
        cards: Floats = np.floor((self.seconds - self.spent) / self.cheapest) + 1
        return np.maximum(cards, 0.0)


def first_of(learner: Ints, learners: int) -> Ints:
    """Return for each entry the place of its learner's first; those of one learner stand side by side.

    >>> first_of(np.array([0, 0, 2, 2, 2]), 3).tolist()
    [0, 0, 2, 2, 2]
    """
    counts = np.bincount(learner, minlength=learners)
    return (counts.cumsum() - counts).take(learner)


def rank(learner: Ints, learners: int) -> Ints:
    """Return for each entry how many of the same learner stand before it.

    >>> rank(np.array([0, 0, 2, 2, 2]), 3).tolist()
    [0, 1, 0, 1, 2]
    """
    return np.arange(learner.size) - first_of(learner, learners)
