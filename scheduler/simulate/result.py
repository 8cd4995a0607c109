"""What a simulation comes to, day by day."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .answers import Answers
from .arrays import Floats, Ints


@dataclass(frozen=True, slots=True, eq=False)
class Simulation:
    """One learner's figures in arrays of one entry a day, and where the cards stand in the end.

    - `reviews`: cards asked again on a later day, without those asked again within the steps;
    - `correct`: how many of them were recalled;
    - `new`: cards begun;
    - `minutes`: time spent on all answers, those within the steps, too;
    - `known`: facts known when the day is over: the sum, over the cards begun, of the true chances of recall;
    - `memory`: what the scheduler holds of each card begun, in columns; the rows are the model's numbers,
      with FSRS stability and difficulty first.
    """

    reviews: Ints
    correct: Ints
    new: Ints
    minutes: Floats
    known: Floats
    memory: Floats

    @property
    def known_at_the_end(self) -> float:
        """How many facts are known when the last day is over."""
        return float(self.known[-1])

    @property
    def minutes_a_day(self) -> float:
        """The minutes of an average day."""
        return float(self.minutes.mean())

    @property
    def recall(self) -> float:
        """The share of reviews that were recalled, the true retention; NaN where there was no review."""
        reviews = int(self.reviews.sum())
        return int(self.correct.sum()) / reviews if reviews else float("nan")


class Diary:
    """The figures of all learners, written down day by day."""

    def __init__(self, learners: int, days: int) -> None:
        self.reviews, self.correct, self.new = np.zeros((3, learners, days), np.int64)
        self.seconds, self.known = np.zeros((2, learners, days))

    def write(self, today: int, answers: Answers, new: Ints, seconds: Floats, known: Floats) -> None:
        """Write a day down."""
        learners = len(self.reviews)
        recalled = answers.learner[answers.path < 0]
        self.reviews[:, today] = np.bincount(answers.learner, minlength=learners)
        self.correct[:, today] = np.bincount(recalled, minlength=learners)
        self.new[:, today], self.seconds[:, today], self.known[:, today] = new, seconds, known

    def of(self, learner: int, memory: Floats) -> Simulation:
        """Return one learner's figures, with the memory of the cards."""
        figures = (self.reviews, self.correct, self.new, self.seconds / 60, self.known)
        reviews, correct, new, minutes, known = (figure[learner] for figure in figures)
        return Simulation(reviews, correct, new, minutes, known, memory)
