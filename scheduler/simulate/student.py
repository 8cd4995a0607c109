"""A student: who decides in a simulation what is recalled."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .arrays import Floats, Ints

OWN = "own"
STUDENTS = {
    OWN: "remembers just as the scheduler believes",
    "sbd": "SBD, a model of seven parameters that is not FSRS's kin",
    "half-life": "forgets exponentially, by half in ever longer spans",
    "power-law": "ACT-R: counts how often and how long ago, not how it went",
}
"""The students that can be named, and what each is."""


class Student:
    """One who learns and forgets; subclass it to plug in a theory of memory that is not the scheduler's.

    A student works on many cards at once. What is remembered of n cards is an array of shape (rows, n), with
    as many rows as the theory needs numbers; ratings are an array of n numbers, 1 Again to 4 Easy; days are
    n numbers, or one for all, since the last review: fractions of a day within the steps, else whole days.
    Nothing that is handed in may be changed.
    """

    name: str

    def first(self, ratings: Ints) -> Floats:
        """Return what is remembered after a first answer."""
        raise NotImplementedError

    def next(self, memory: Floats, ratings: Ints, days: Floats | float) -> Floats:
        """Return what is remembered after an answer, *days* after the one before it."""
        raise NotImplementedError

    def retrievability(self, memory: Floats, days: Floats | float) -> Floats:
        """Return the chances of recall, 0 to 1, *days* after the last answer."""
        raise NotImplementedError
