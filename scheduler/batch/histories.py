"""The histories of many cards, position by position: all first reviews, all second ones, and so on."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate, pairwise

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .arrays import Floats, Ints, Numbers, review_arrays, time_array


@dataclass(frozen=True, slots=True)
class Histories:
    """Reviews in slots: those of position k (from 0) in the histories stand in `bounds[k]:bounds[k+1]`.

    The i-th slots of two positions belong to one card. Longer histories come first, so that each position
    holds the cards of the one before, less the last of them.

    - `slot`: by the caller's row, the slot of the review; `values[slot]` puts values by slot in rows;
    - `rating` (1 to 4) and `elapsed` (days since the card's review before; 0 for its first), by slot;
    - `exact`: whether days have fractions.
    """

    slot: Ints
    bounds: list[int]
    rating: NDArray[np.int8]
    elapsed: Floats
    exact: bool

    @property
    def positions(self) -> list[slice]:
        """The slots of each position."""
        return [slice(begin, end) for begin, end in pairwise(self.bounds)]


def histories(
    cards: ArrayLike,
    days: ArrayLike,
    ratings: ArrayLike,
    exact_days: bool = False,
    times: ArrayLike | None = None,
) -> Histories:
    """Put reviews, given in rows of any order, in the order of cards and time.

    *cards* are numbers, whichever; *days* are numbers of local days, or with *exact_days* moments in days
    since any one moment (see local_days and fractional_days). *times*, in any unit, are the order of reviews
    where days are not: after travel over the date line days run back, which is no time passed. Reviews of one
    card at the same time keep the order of their rows. Raises ReviewError, naming every problem.

    >>> reviews = histories(cards=[7, 5, 7], days=[12, 10, 10], ratings=[4, 3, 1])
    >>> reviews.slot.tolist(), reviews.bounds
    ([2, 1, 0], [0, 2, 3])
    >>> reviews.rating.tolist(), reviews.elapsed.tolist()
    ([1, 3, 4], [0.0, 0.0, 2.0])
    """
    card, day, rating = review_arrays(cards, days, ratings, exact_days)
    day = day.astype(np.float64 if exact_days else np.int64, copy=False)  # few bits do not hold a difference
    time = day if times is None else time_array(times, card)
    if _in_order(card, time):
        return _slotted(card, day, rating, exact_days)
    row = np.lexsort((time, card))
    reviews = _slotted(card[row], day[row], rating[row], exact_days)
    slot = np.empty_like(row)
    slot[row] = reviews.slot
    return Histories(slot, reviews.bounds, reviews.rating, reviews.elapsed, exact_days)


def _in_order(card: Numbers, time: Numbers) -> bool:
    falls = (card[1:] == card[:-1]) & (time[1:] < time[:-1])
    return bool((card[1:] >= card[:-1]).all() and not falls.any())


def _slotted(card: Numbers, day: Numbers, rating: Numbers, exact: bool) -> Histories:
    """Return the histories of reviews that stand by card, then time."""
    start = np.flatnonzero(np.concatenate([card[:1] == card[:1], card[1:] != card[:-1]]))
    length = np.diff(start, append=card.size)
    slot, bounds = _slots(start[_longest_first(length)], length)
    in_slots, elapsed = np.empty(card.size, np.int8), np.empty(card.size)
    in_slots[slot] = rating.astype(np.int8)
    elapsed[slot] = _elapsed(day, start)
    return Histories(slot, bounds, in_slots, elapsed, exact)


def _slots(start: Ints, length: Ints) -> tuple[Ints, list[int]]:
    """Return the slot of each review, and the bounds of positions; cards start here, longest first."""
    slot = np.empty(int(length.sum()), np.int64)
    cards_left = length.size - np.cumsum(np.bincount(length))[:-1]
    bounds = [0, *accumulate(cards_left.tolist())]
    for position, (begin, end) in enumerate(pairwise(bounds)):
        slot[position:][start[: end - begin]] = np.arange(begin, end)
    return slot, bounds


def _longest_first(length: Ints) -> Ints:
    """Return the cards by falling length; numbers of 16 bits are sorted by radix, in a fifth of the time."""
    short = length.max(initial=0) < 1 << 15
    return np.argsort(-(length.astype(np.int16) if short else length), kind="stable")


def _elapsed(day: Numbers, start: Ints) -> Floats:
    elapsed = np.empty(day.size)
    np.subtract(day[1:], day[:-1], out=elapsed[1:], casting="unsafe")
    elapsed[start] = 0
    np.maximum(elapsed, 0, out=elapsed)
    return elapsed
