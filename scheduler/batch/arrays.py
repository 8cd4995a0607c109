"""The arrays reviews come in, one entry a review, and what no review can have."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import ArrayLike as ArrayLike
from numpy.typing import NDArray

from ..errors import ReviewError, refuse

Floats = NDArray[np.float64]
Ratings = NDArray[np.int8]
Ints = NDArray[np.int64]
Numbers = NDArray[Any]

LONGEST_SPAN = 1 << 24
"""Days, 46 thousand years: more than any log spans, few enough to be packed beside other numbers."""


def review_arrays(
    cards: ArrayLike, days: ArrayLike, ratings: ArrayLike, exact_days: bool
) -> tuple[Numbers, Numbers, Numbers]:
    """Return the three as arrays of one length.

    Raises ReviewError, naming every problem and the first row that has it.
    """
    arrays = np.asarray(cards), np.asarray(days), np.asarray(ratings)
    refuse(ReviewError, _shape_problems(*arrays))
    refuse(
        ReviewError,
        [*_card_problems(arrays[0]), *_day_problems(arrays[1], exact_days), *_rating_problems(arrays[2])],
    )
    return arrays


def time_array(times: ArrayLike, cards: Numbers) -> Numbers:
    """Return the times of reviews on these cards as an array; ReviewError for what can be no times."""
    time = np.asarray(times)
    if time.shape != cards.shape:
        raise ReviewError(f"{time.size} times for {cards.size} reviews: give one for each")
    if (time.size and time.dtype.kind not in "iuf") or (time.dtype.kind == "f" and np.isnan(time).any()):
        raise ReviewError(f"times are of the type {time.dtype}, or no numbers: give one number for each")
    return time


def _shape_problems(cards: Numbers, days: Numbers, ratings: Numbers) -> Iterator[str]:
    for name, array in {"cards": cards, "days": days, "ratings": ratings}.items():
        if array.ndim != 1:
            yield f"{name} have the shape {array.shape}: give one row of numbers, one for each review"
        elif array.size and array.dtype.kind not in "iuf":
            yield f"{name} are of the type {array.dtype}: give numbers"
    if len({cards.shape, days.shape, ratings.shape}) > 1:
        yield (
            f"{cards.size} cards, {days.size} days and {ratings.size} ratings do not go together: "
            "give one of each for every review"
        )


def _card_problems(cards: Numbers) -> Iterator[str]:
    if cards.size and cards.dtype.kind == "f":
        yield f"cards are of the type {cards.dtype}: number them with whole numbers"


def _day_problems(days: Numbers, exact_days: bool) -> Iterator[str]:
    if days.dtype.kind == "f" and not np.isfinite(days).all():
        yield from _first_row(days, ~np.isfinite(days), "is no day")
    elif days.size and float(days.max()) - float(days.min()) > LONGEST_SPAN:
        yield f"the days reach from {days.min()} to {days.max()}: give days, not seconds or milliseconds"
    elif days.dtype.kind == "f" and not exact_days and (days != np.floor(days)).any():
        remedy = "is no whole day: this model counts local days, which local_days makes of times"
        yield from _first_row(days, days != np.floor(days), remedy)


def _rating_problems(ratings: Numbers) -> Iterator[str]:
    if ratings.size and ratings.dtype.kind in "iu" and ratings.min() >= 1 and ratings.max() <= 4:
        return
    wrong = ~np.isin(ratings, (1, 2, 3, 4))
    if wrong.any():
        yield from _first_row(ratings, wrong, "is no rating: use 1 (again), 2 (hard), 3 (good) or 4 (easy)")


def _first_row(values: Numbers, wrong: NDArray[np.bool_], problem: str) -> Iterator[str]:
    row, more = int(np.argmax(wrong)), int(np.count_nonzero(wrong)) - 1
    yield f"row {row}: {values[row]} {problem}" + (f" ({more} more rows)" if more else "")
