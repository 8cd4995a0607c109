"""What a memory model must do with arrays, so that whole histories can be reckoned with it."""

from __future__ import annotations

import numpy as np

from .arrays import Floats, Ratings

Memories = tuple[Floats, ...]
"""Many memories: an array for each field of one, as the model's `fields` name them."""


class BatchModel:
    """A memory model over arrays, which holds to the plain one: the same numbers, but for rounding."""

    fields: tuple[str, ...]

    def first(self, rating: Ratings) -> Memories:
        """Return the memories that first reviews leave."""
        raise NotImplementedError

    def next(self, memories: Memories, rating: Ratings, days: Floats) -> tuple[Memories, Floats]:
        """Return the memories that reviews leave, *days* after the ones before, and the chances of recall."""
        raise NotImplementedError


def limited(values: Floats, low: float, high: float) -> Floats:
    """Limit values in place and return them; two calls of numpy cost less than its clip on short arrays."""
    np.maximum(values, low, out=values)
    return np.minimum(values, high, out=values)
