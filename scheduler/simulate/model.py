"""A memory model for many cards at once: what the scheduler goes by in a simulation."""

from __future__ import annotations

import numpy as np

from ..batch.model import BatchModel
from ..memory import Memory, MemoryModel
from ..rating import Rating
from ..sm2 import SM2Memory
from .arrays import Floats, Ints
from .student import Student


class ArrayModel(Student):
    """A student that knows when to ask again; its first two rows are those of Memory."""

    def interval(self, memory: Floats, retention: Floats) -> Floats:
        """Return the days, not rounded, until the chances of recall have fallen to those of *retention*."""
        raise NotImplementedError

    def difficulty(self, memory: Floats) -> Floats:
        """Return how difficult the cards are: what is due is asked in this order, the easiest first."""
        difficulty: Floats = memory[1]
        return difficulty

    def settled(self, memory: Floats, intervals: Floats) -> Floats:
        """Return what is remembered once the intervals in days are chosen: most models do not mind them."""
        return memory


class BatchedModel(ArrayModel):
    """A model whose equations for reviews are those that replay whole histories."""

    batch: BatchModel

    def first(self, ratings: Ints) -> Floats:
        """Return the memories first reviews leave."""
        return np.array(self.batch.first(ratings.astype(np.int8)))

    def next(self, memory: Floats, ratings: Ints, days: Floats | float) -> Floats:
        """Return the memories reviews leave."""
        spread = np.broadcast_to(days, ratings.shape).astype(np.float64)
        return np.array(self.batch.next(tuple(memory), ratings.astype(np.int8), spread)[0])


class OneByOne(ArrayModel):
    """Any memory model, asked card by card: for those without equations of their own for arrays."""

    def __init__(self, model: MemoryModel) -> None:
        self.model, self.name = model, model.name
        self.kind = type(model.first(Rating.GOOD))

    def first(self, ratings: Ints) -> Floats:
        """Return the memories first reviews leave."""
        return self._columns([self.model.first(Rating(rating)) for rating in ratings.tolist()])

    def next(self, memory: Floats, ratings: Ints, days: Floats | float) -> Floats:
        """Return the memories reviews leave."""
        given = zip(self._memories(memory), ratings.tolist(), _each(days, memory), strict=True)
        return self._columns([self.model.next(one, Rating(rating), after) for one, rating, after in given])

    def retrievability(self, memory: Floats, days: Floats | float) -> Floats:
        """Return the chances of recall."""
        given = zip(self._memories(memory), _each(days, memory), strict=True)
        return np.array([self.model.retrievability(one, after) for one, after in given])

    def difficulty(self, memory: Floats) -> Floats:
        """Return how difficult the cards are: in SM-2, the more the lower the ease."""
        difficulty: Floats = -memory[1] if issubclass(self.kind, SM2Memory) else memory[1]
        return difficulty

    def interval(self, memory: Floats, retention: Floats) -> Floats:
        """Return the days until the chances have fallen to *retention*."""
        given = zip(self._memories(memory), retention.tolist(), strict=True)
        return np.array([self.model.interval(one, chance) for one, chance in given])

    def settled(self, memory: Floats, intervals: Floats) -> Floats:
        """Return the memories once their intervals are chosen."""
        given = zip(self._memories(memory), intervals.tolist(), strict=True)
        return self._columns([self.model.settled(one, int(interval)) for one, interval in given])

    def _memories(self, memory: Floats) -> list[Memory]:
        return [self.kind(*numbers) for numbers in memory.T.tolist()]

    def _columns(self, memories: list[Memory]) -> Floats:
        rows = [list(one.fields().values()) for one in memories]
        return np.array(rows, np.float64).reshape(-1, len(self.kind.__match_args__)).T


def _each(days: Floats | float, memory: Floats) -> list[float]:
    spread: list[float] = np.broadcast_to(days, memory.shape[1]).tolist()
    return spread
