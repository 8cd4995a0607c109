"""SM-2 for many cards: reviews card by card, and over arrays what is asked of every card every day."""

from __future__ import annotations

from math import log

import numpy as np

from .arrays import Floats
from .model import OneByOne


class ArraySM2(OneByOne):
    """Classic or Anki-like SM-2; its rows are the interval asked for, the ease and what else SM-2 keeps."""

    def retrievability(self, memory: Floats, days: Floats | float) -> Floats:
        """Return the chances of recall by SM-2's convention, 0.9^(days / interval)."""
        recall: Floats = 0.9 ** (days / memory[0])
        return recall

    def interval(self, memory: Floats, retention: Floats) -> Floats:
        """Return the days for a retention: interval ln(retention) / ln(0.9)."""
        days: Floats = memory[0] * np.log(retention) / log(0.9)
        return days
