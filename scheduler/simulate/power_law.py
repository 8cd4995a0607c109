"""A student by the power law of practice: what counts is how often and how long ago, not how it went.

It is the base-level learning of ACT-R (Anderson and Schooler 1991) with the usual decay of 1/2: each practice
leaves a trace of 1 / sqrt(age), and all traces add up. The sum is approximated from the last practice, their
number and the time they span, as in Petrov (2006), "Computationally efficient approximation of the base-level
learning equation in ACT-R"; for a decay of 1/2 that is 1 / sqrt(t) + 2 (n - 1) / (sqrt(t + span) + sqrt(t)).
"""

from __future__ import annotations

import numpy as np

from .arrays import Floats, Ints
from .student import Student

KNOWN_BEFORE = np.array([0.0, 1.0, 1.0, 2.0, 8.0])
"""How many practices a first answer stands for, by rating: who finds a new card easy has met it before."""

THRESHOLD, NOISE = 0.5, 0.4
"""The sum of traces at which recall is even, and ACT-R's noise s."""

SHORTEST = 1e-6
"""Days; no answer is younger, for its trace would be without end."""


class PowerLaw(Student):
    """The student; its rows are the number of practices and the days from the first to the last.

    >>> student = PowerLaw()
    >>> student.retrievability(student.first(np.array([1])), 4.0).tolist()
    [0.5]
    """

    name = "power-law"

    def first(self, ratings: Ints) -> Floats:
        """Return what a first answer leaves."""
        return np.array([KNOWN_BEFORE.take(ratings), np.zeros(ratings.size)])

    def next(self, memory: Floats, ratings: Ints, days: Floats | float) -> Floats:
        """Return what one more answer leaves: a wrong one is practice, too, for the right one was shown."""
        return np.array([memory[0] + 1, memory[1] + days])

    def retrievability(self, memory: Floats, days: Floats | float) -> Floats:
        """Return the chances of recall: 1 / (1 + (threshold / traces)^(1 / noise))."""
        recall: Floats = 1 / (1 + (THRESHOLD / traces(memory, days)) ** (1 / NOISE))
        return recall


def traces(memory: Floats, days: Floats | float) -> Floats:
    """Return the sum of the traces of all practices."""
    practices, span = memory
    last = np.sqrt(np.maximum(days, SHORTEST))
    sum_: Floats = 1 / last + 2 * (practices - 1) / (np.sqrt(days + span) + last)
    return sum_
