"""FSRS-6 for many cards at once: how memories fade, and when they have faded to a chance.

Equations: `scheduler/fsrs6.py`, over arrays.
"""

from __future__ import annotations

import numpy as np

from .. import fsrs6 as equations
from ..batch.fsrs6 import BatchFSRS6
from ..batch.model import limited
from .arrays import Floats, Ints
from .model import BatchedModel


class ArrayFSRS6(BatchedModel):
    """FSRS-6; its rows are stability and difficulty."""

    name = equations.FSRS6.name
    batch: BatchFSRS6

    def __init__(self, model: equations.FSRS6) -> None:
        self.batch, self.decay = BatchFSRS6(model), model.parameters[20]
        self.rate = equations.curve_factor(self.decay)

    def next(self, memory: Floats, ratings: Ints, days: Floats | float) -> Floats:
        """Return the memories reviews leave; within the steps, where most calls are, in half the time."""
        if not isinstance(days, float) or days >= 1:
            return super().next(memory, ratings, days)
        rating, after = ratings.astype(np.int8), np.empty_like(memory)
        grown = self.batch.same_day_stability(memory[0], rating)
        after[0] = limited(grown, equations.LOWEST_STABILITY, equations.HIGHEST_STABILITY)
        after[1] = self.batch.next_difficulty(memory[1], rating)
        return after

    def retrievability(self, memory: Floats, days: Floats | float) -> Floats:
        """Return the chances of recall, (1 + f days / stability)^-decay, by way of the logarithm."""
        recall: Floats = np.log(1 + self.rate * days / memory[0])
        recall *= -self.decay
        return np.exp(recall, out=recall)

    def interval(self, memory: Floats, retention: Floats) -> Floats:
        """Return the days until the chances have fallen to *retention*."""
        days: Floats = memory[0] / self.rate * (retention ** (-1 / self.decay) - 1)
        return days
