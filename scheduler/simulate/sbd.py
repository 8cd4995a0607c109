"""SBD, a student with a memory of seven numbers: strength, the last grade and how much was ever missed.

Equations: srs-benchmark @28e255f models/sbd.py (DOI 10.5281/zenodo.22727105). Grades are
0 (Again) to 3 (Easy), days have their fraction.
"""

from __future__ import annotations

from math import exp

import numpy as np

from .arrays import Floats, Ints
from .student import Student

PARAMETERS = (-2.803101, 1.386926, 1.739235, -1.819954, 0.529839, -0.886052, -1.393709)
"""The defaults: L, H, k, alpha, c, v, log delta."""

LOWEST_STRENGTH, HIGHEST_STRENGTH = 0.001, 36500.0
SURENESS = 1e-6
"""How far from 0 and from 1 every chance of recall stays."""

MOST_MISSED = 50.0
SHORTEST = 1e-9
"""Days; less counts as so many, and so does a chance of forgetting."""


class SBD(Student):
    """The student; its rows are the strength S, the last grade g and what was missed, n.

    >>> student = SBD()
    >>> memory = student.first(np.array([3]))
    >>> student.retrievability(memory, 1.0).round(4).tolist()
    [0.9421]
    """

    name = "sbd"

    def __init__(self, parameters: tuple[float, ...] = PARAMETERS) -> None:
        self.low, self.high, self.k, self.alpha, self.c, self.v, log_delta = parameters
        self.rho, self.delta = exp((self.high - self.low) / 3), exp(log_delta)

    def first(self, ratings: Ints) -> Floats:
        """Return what is remembered after a first answer: S = e^L rho^g."""
        grade = ratings - 1.0
        return np.array([exp(self.low) * self.rho**grade, grade, missed(ratings)])

    def next(self, memory: Floats, ratings: Ints, days: Floats | float) -> Floats:
        """Return what is remembered after an answer: a pass adds the age, Again takes S (1 - R)^c of it."""
        strength, _, missing = memory
        recall, fade = self.retrievability(memory, days), self.fading(missing)
        passed = strength * recall ** (-1 / fade)
        lapsed = strength * np.maximum(1 - recall, SHORTEST) ** self.c
        after = np.where(ratings > 1, passed, lapsed).clip(LOWEST_STRENGTH, HIGHEST_STRENGTH)
        return np.array([after, ratings - 1.0, np.minimum(MOST_MISSED, missing + missed(ratings))])

    def retrievability(self, memory: Floats, days: Floats | float) -> Floats:
        """Return the chances of recall: (1 + A / S)^-beta."""
        strength, grade, missing = memory
        recall: Floats = (1 + self.age(strength, grade, days) / strength) ** -self.fading(missing)
        return recall.clip(SURENESS, 1 - SURENESS)

    def age(self, strength: Floats, grade: Floats, days: Floats | float) -> Floats:
        """Return A, the age of a memory: days^(1/k) + e^(v/k) rho^(-g/2) sqrt(S)."""
        begin = exp(self.v / self.k) * self.rho ** (-grade / 2) * np.sqrt(strength)
        age: Floats = np.maximum(days, SHORTEST) ** (1 / self.k) + begin
        return age

    def fading(self, missing: Floats) -> Floats:
        """Return beta, how fast recall fades: e^alpha (delta + n)^c."""
        fading: Floats = exp(self.alpha) * (self.delta + missing) ** self.c
        return fading


def missed(ratings: Ints) -> Floats:
    """Return what an answer adds to n: 1 for Again, 1/2 for Hard."""
    return np.maximum(0.0, (4 - ratings) / 2 - 0.5)
