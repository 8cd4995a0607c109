"""A student who forgets by half in ever longer spans: an exponential curve, where FSRS has power curves."""

from __future__ import annotations

import numpy as np

from .arrays import Floats, Ints
from .student import Student

FIRST = np.array([0.0, 1.0, 2.0, 4.0, 15.0])
"""Days of the first half-life, by rating."""

GAIN = np.array([0.0, 0.0, 6.0, 12.0, 20.0])
"""How much a pass lengthens a half-life that was all but over, by rating."""

LAPSE_SHARE, SHORTEST = 0.25, 1.0
"""What a lapse leaves of a half-life; below a day it takes nothing more."""


class HalfLife(Student):
    """The student; its one row is the half-life in days. The numbers are ours, chosen to look like a learner.

    The curve is that of half-life regression (Settles and Meeder 2016); what an answer does is the spacing
    effect at its plainest, a gain in proportion to what was forgotten.

    >>> student = HalfLife()
    >>> student.retrievability(student.first(np.array([3])), 4.0).tolist()
    [0.5]
    """

    name = "half-life"

    def first(self, ratings: Ints) -> Floats:
        """Return the half-lives after a first answer."""
        return np.array([FIRST.take(ratings)])

    def next(self, memory: Floats, ratings: Ints, days: Floats | float) -> Floats:
        """Return the half-lives after an answer: h (1 + gain (1 - R)), and a quarter of h after a lapse."""
        passed = memory[0] * (1 + GAIN.take(ratings) * (1 - self.retrievability(memory, days)))
        lapsed = np.maximum(LAPSE_SHARE * memory[0], np.minimum(memory[0], SHORTEST))
        return np.array([np.where(ratings > 1, passed, lapsed)])

    def retrievability(self, memory: Floats, days: Floats | float) -> Floats:
        """Return the chances of recall: 2^(-days / h)."""
        recall: Floats = 2 ** (-days / memory[0])
        return recall
