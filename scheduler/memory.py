"""What a learner remembers of one card, and what every model of it can do."""

from __future__ import annotations

from math import inf

from .errors import ReviewError, SettingsError, refuse
from .value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from .rating import Rating

LOWEST_RETENTION = 0.01


class _OpenMemory:
    __slots__ = ("stability", "difficulty")
    stability: float
    difficulty: float


class Memory(_OpenMemory, Value):
    """The state of one memory: stability in days (above 0) and difficulty (the scale is the model's).

    A model that needs more than the two numbers subclasses it. Raises ReviewError for impossible numbers.
    """

    __slots__ = ()
    __match_args__ = ("stability", "difficulty")

    def __init__(self, stability: float, difficulty: float) -> None:
        self.fill(stability=stability, difficulty=difficulty)
        if not (0 < stability < inf and 0 < difficulty < inf):
            raise ReviewError(
                f"no memory has {self}: stability (in days) and difficulty are above 0, and finite"
            )


_blank = object.__new__


def limited_memory(stability: float, difficulty: float) -> Memory:
    """Return a memory of numbers that a model has limited: not checked again, filled while it is open."""
    memory = _blank(_OpenMemory)
    memory.stability = stability
    memory.difficulty = difficulty
    memory.__class__ = Memory
    return memory  # type: ignore[return-value]


class MemoryModel:
    """A model of memory: how it starts, how a review changes it, how it fades, when it fades to a chance.

    `name` is written beside a review; `memory` is the class of its memories, the only ones it takes. With
    `exact_days` the model wants the days since the last review with their fraction, else it wants whole local
    days. `ordered` models never give a better rating a shorter interval, and `strict` ones want each better
    button of a card in review at least a day longer.
    """

    __slots__ = ()
    name: str
    memory: type[Memory] = Memory
    exact_days = False
    ordered = False
    strict = False

    def first(self, rating: Rating) -> Memory:
        """Return the memory a first review leaves."""
        raise NotImplementedError

    def next(self, memory: Any, rating: Rating, days: float) -> Memory:
        """Return the memory a review leaves, *days* after the one before it."""
        raise NotImplementedError

    def retrievability(self, memory: Any, days: float) -> float:
        """Return the chance of recall *days* after the last review."""
        raise NotImplementedError

    def interval(self, memory: Any, retention: float) -> float:
        """Return the days, not rounded, until the chance of recall has fallen to *retention*."""
        raise NotImplementedError

    def settled(self, memory: Any, interval: int) -> Memory:
        """Return the memory once its interval in days is chosen, fuzz and all: most do not mind it."""
        settled: Memory = memory
        return settled


def check_days(days: float) -> None:
    """Raise ReviewError unless *days* is a span of time: finite and not below 0."""
    if not 0 <= days < inf:
        raise ReviewError(f"{days!r} days cannot have passed since a review: give 0 or more")


def retention_problems(retention: float) -> Iterator[str]:
    """Say what is wrong with a desired retention, if anything."""
    if not isinstance(retention, int | float) or not LOWEST_RETENTION <= retention <= 1:
        yield f"a desired retention of {retention!r} cannot be kept: use {LOWEST_RETENTION} to 1, such as 0.9"


def check_retention(retention: float) -> None:
    """Raise SettingsError unless a memory can fall to *retention*."""
    refuse(SettingsError, retention_problems(retention))
