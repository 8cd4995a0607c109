"""What a learner remembers of one card, and what every model of it can do."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import isfinite
from typing import Protocol

from .errors import ReviewError, SettingsError, refuse
from .rating import Rating

LOWEST_RETENTION = 0.01


@dataclass(frozen=True, slots=True)
class Memory:
    """The state of one memory: stability in days (above 0) and difficulty (the scale is the model's).

    A model that needs more than the two numbers subclasses it. Raises ReviewError for impossible numbers.
    """

    stability: float
    difficulty: float

    def __post_init__(self) -> None:
        if not (isfinite(self.stability) and self.stability > 0 and isfinite(self.difficulty)):
            raise ReviewError(f"no memory has {self}: stability is above 0 days, both are finite")


class MemoryModel(Protocol):
    """A model of memory: how it starts, how a review changes it, how it fades, when it fades to a chance."""

    @property
    def name(self) -> str:
        """What the model is called, as written beside a review."""

    def first(self, rating: Rating) -> Memory:
        """Return the memory a first review leaves."""

    def next(self, memory: Memory, rating: Rating, days: float) -> Memory:
        """Return the memory a review leaves, *days* after the one before it."""

    def retrievability(self, memory: Memory, days: float) -> float:
        """Return the chance of recall *days* after the last review."""

    def interval(self, memory: Memory, retention: float) -> float:
        """Return the days, not rounded, until the chance of recall has fallen to *retention*."""


def check_days(days: float) -> None:
    """Raise ReviewError unless *days* is a span of time: finite and not below 0."""
    if not (isfinite(days) and days >= 0):
        raise ReviewError(f"{days!r} days cannot have passed since a review: give 0 or more")


def retention_problems(retention: float) -> Iterator[str]:
    """Say what is wrong with a desired retention, if anything."""
    if not LOWEST_RETENTION <= retention <= 1:
        yield f"a desired retention of {retention!r} cannot be kept: use {LOWEST_RETENTION} to 1, such as 0.9"


def check_retention(retention: float) -> None:
    """Raise SettingsError unless a memory can fall to *retention*."""
    refuse(SettingsError, retention_problems(retention))
