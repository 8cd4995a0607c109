"""The histories of many cards: reviews by card, and within a card by time."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from .arrays import Ints, Numbers, review_arrays


@dataclass(frozen=True, slots=True)
class Histories:
    """Reviews in places: all of one card stand side by side, in the order of time.

    - `row`: the caller's row of the review in each place, or None where row and place are the same;
    - `rating` (1 to 4) and `elapsed`, by place: the days since the card's review before it, 0 for its first.
      Ratings are int8, whole days int64,
      exact ones float64;
    - `start`: by card, the place of its first review. Cards stand by falling length of their history, so that
      those with more than k reviews are the first `front[k]`, and their reviews of position k (from 0) stand
      in the places `start[:front[k]] + k`;
    - `front`: by position.
    """

    row: Ints | None
    rating: Numbers
    elapsed: Numbers
    start: Ints
    front: list[int]

    @property
    def exact(self) -> bool:
        """Whether days have fractions."""
        return self.elapsed.dtype.kind == "f"


def histories(cards: ArrayLike, days: ArrayLike, ratings: ArrayLike, exact_days: bool = False) -> Histories:
    """Put reviews, given in rows of any order, in the order of cards and time.

    *cards* are numbers, whichever; *days* are numbers of local days, or with *exact_days* moments in days
    since any one moment (see local_days, exact_days of this package). Reviews of one card at the same time
    keep the order of their rows. Raises ReviewError, naming every problem.

    >>> reviews = histories(cards=[7, 5, 7], days=[12, 10, 10], ratings=[4, 3, 1])
    >>> reviews.row.tolist(), reviews.elapsed.tolist(), reviews.start.tolist(), reviews.front
    ([1, 2, 0], [0, 0, 2], [1, 0], [2, 1])
    """
    card, day, rating = review_arrays(cards, days, ratings, exact_days)
    day = day.astype(np.float64 if exact_days else np.int64, copy=False)
    row = _order(card, day)
    if row is not None:
        card, day, rating = card[row], day[row], rating[row]
    start = np.flatnonzero(np.concatenate([card[:1] == card[:1], card[1:] != card[:-1]]))
    length = np.diff(start, append=card.size)
    return Histories(
        row, rating.astype(np.int8), _elapsed(day, start), start[_longest_first(length)], _front(length)
    )


def _order(card: Numbers, day: Numbers) -> Ints | None:
    """Return the rows by card, then day, then row; None when that is how they stand."""
    same, falls = card[1:] == card[:-1], day[1:] < day[:-1]
    if (card[1:] >= card[:-1]).all() and not (same & falls).any():
        return None
    return np.lexsort((day, card))


def _elapsed(day: Numbers, start: Ints) -> Numbers:
    elapsed = np.diff(day, prepend=day[:1])
    elapsed[start] = 0
    return elapsed


def _longest_first(length: Ints) -> Ints:
    """Return the cards by falling length; numbers of 16 bits are sorted by radix, in a fifth of the time."""
    short = length.max(initial=0) < 1 << 15
    return np.argsort(-(length.astype(np.int16) if short else length), kind="stable")


def _front(length: Ints) -> list[int]:
    """Return, for each position, how many cards have a review there."""
    ended = np.cumsum(np.bincount(length))[:-1]
    front: list[int] = (length.size - ended).tolist()
    return front
