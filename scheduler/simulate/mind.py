"""A mind: what one kind of student remembers of all cards."""

from __future__ import annotations

import numpy as np

from .answers import Answers
from .arrays import Floats, Ints
from .checked import chances, remembered
from .paths import Paths
from .student import Student

STEP = 10 / 1440
"""Days between two answers within the steps: ten minutes."""


class Mind:
    """A student and the memory of each card, in columns; `taught` is what each path of new cards leaves."""

    def __init__(self, student: Student, learning: Paths, relearning: Paths, cards: int) -> None:
        self.student, self.relearning = student, relearning
        begun = learning.ratings[0]
        self.taught = remembered(student, student.first(begun), None, begun.size)
        self._go_through(self.taught, learning.ratings[1:], learning.longer[1:])
        self.memory = np.repeat(self.taught[:, :1], cards, axis=1)

    def recall(self, cards: Ints, days: Floats) -> Floats:
        """Return the chances of recall of some cards."""
        return chances(self.student, self.memory.take(cards, 1), days)

    def after(self, answers: Answers) -> Floats:
        """Return the memory of the cards that were answered, as the day leaves it."""
        memory = self._next(self.memory.take(answers.card, 1), answers.rating, answers.days)
        forgotten = (answers.path >= 0).nonzero()[0]
        if forgotten.size:
            path = answers.path.take(forgotten)
            order = path.argsort()  # the longest paths first
            path, forgotten = path[order], forgotten[order]
            relearned = memory.take(forgotten, 1)
            longer = path.searchsorted(self.relearning.longer)
            self._go_through(relearned, self.relearning.ratings.take(path, 1), longer)
            memory[:, forgotten] = relearned
        return memory

    def _go_through(self, memory: Floats, ratings: Ints, longer: Ints) -> None:
        """Let memories go through the steps; those with a k-th answer are the first `longer[k]`."""
        for answers, count in zip(ratings, longer.tolist(), strict=True):
            if not count:
                break
            memory[:, :count] = self._next(memory[:, :count], answers[:count], STEP)

    def _next(self, memory: Floats, ratings: Ints, days: Floats | float) -> Floats:
        return remembered(self.student, self.student.next(memory, ratings, days), *memory.shape)
