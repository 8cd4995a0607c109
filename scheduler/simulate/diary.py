"""A diary: what each day of each learner came to."""

from __future__ import annotations

import numpy as np

from .answers import Answers
from .arrays import Floats, Ints
from .result import Simulation


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
