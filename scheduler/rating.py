"""The four answers a learner can give."""

from __future__ import annotations

from enum import IntEnum

from .errors import ReviewError


class Rating(IntEnum):
    """How well a card was recalled, from not at all to without effort."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4

    __hash__ = int.__hash__  # in place of the name's, which every lookup by rating would reckon anew


RATINGS = tuple(Rating)


def as_rating(value: int) -> Rating:
    """Return the rating with this number.

    Raises ReviewError for any other number.

    >>> as_rating(3)
    <Rating.GOOD: 3>
    """
    if value.__class__ is Rating:
        return value
    try:
        return Rating(value)
    except ValueError:
        raise ReviewError(f"there is no rating {value!r}: use 1 Again, 2 Hard, 3 Good or 4 Easy") from None
