"""The answers of one day to the cards that were due."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .arrays import Floats, Ints


@dataclass(frozen=True, slots=True)
class Answers:
    """Which cards were asked, and how that went; one entry a card, those of one learner side by side.

    - `learner`, and `card`, its number among those of all learners;
    - `days` since the last time it was asked, and the `rating` given now;
    - `path`: how a forgotten card went through the steps, -1 for one that was recalled;
    - `seconds`: what all that took.
    """

    learner: Ints
    card: Ints
    days: Floats
    rating: Ints
    path: Ints
    seconds: Floats

    def only(self, kept: NDArray[np.bool_]) -> Answers:
        """Return those that are kept."""
        if kept.all():
            return self
        return Answers(
            *(self.learner[kept], self.card[kept], self.days[kept]),
            *(self.rating[kept], self.path[kept], self.seconds[kept]),
        )
