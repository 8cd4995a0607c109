"""What no review can have is refused, all of it at once."""

import numpy as np
import pytest
from numpy.typing import ArrayLike

from flashcards.scheduler import ReviewError
from scheduler.batch import histories

REFUSED: dict[str, tuple[ArrayLike, ArrayLike, ArrayLike, str]] = {
    "too few days": ([1, 2], [0], [3, 3], "2 cards, 1 days and 2 ratings do not go together"),
    "a table": ([[1]], [0], [3], r"cards have the shape \(1, 1\)"),
    "names": (["a"], [0], [3], "cards are of the type <U1: give numbers"),
    "half a card": ([1.5], [0], [3], "cards are of the type float64: number them with whole numbers"),
    "no day": ([1, 1], [0, np.nan], [3, 3], "row 1: nan is no day"),
    "endless days": ([1, 1], [0, np.inf], [3, 3], "row 1: inf is no day"),
    "half a day": ([1, 1], [0, 1.5], [3, 3], "row 1: 1.5 is no whole day"),
    "milliseconds": ([1, 1], [0, 1711744352250], [3, 3], "give days, not seconds or milliseconds"),
    "rating 0": ([1, 1], [0, 1], [3, 0], "row 1: 0 is no rating"),
    "rating 5": ([1], [0], [5], "row 0: 5 is no rating"),
    "rating between": ([1], [0], [2.5], "row 0: 2.5 is no rating"),
    "rating NaN": ([1], [0], [np.nan], "row 0: nan is no rating"),
}


@pytest.mark.parametrize(("cards", "days", "ratings", "message"), REFUSED.values(), ids=REFUSED)
def test_impossible_reviews_are_refused(
    cards: ArrayLike, days: ArrayLike, ratings: ArrayLike, message: str
) -> None:
    with pytest.raises(ReviewError, match=message):
        histories(cards, days, ratings)


@pytest.mark.parametrize("times", [[0], ["noon", "one"], [0, np.nan]])
def test_times_that_order_nothing_are_refused(times: ArrayLike) -> None:
    with pytest.raises(ReviewError, match=r"times.*: give one"):
        histories([1, 1], [0, 1], [3, 3], times=times)


def test_all_problems_come_at_once() -> None:
    with pytest.raises(ReviewError) as refused:
        histories([1.0, 2.0, 2.0], [0, np.nan, np.nan], [3, 9, 7])
    assert str(refused.value).splitlines() == [
        "cards are of the type float64: number them with whole numbers",
        "row 1: nan is no day (1 more rows)",
        "row 1: 9 is no rating: use 1 (again), 2 (hard), 3 (good) or 4 (easy) (1 more rows)",
    ]


@pytest.mark.parametrize("exact", [False, True])
def test_no_reviews_are_no_histories(exact: bool) -> None:
    reviews = histories([], [], [], exact)
    assert (reviews.bounds, reviews.slot.size, reviews.elapsed.size) == ([0], 0, 0)


def test_whole_numbers_may_be_written_as_floats() -> None:
    assert histories([1, 1], [0.0, 2.0], [3.0, 4.0]).elapsed.tolist() == [0, 2]


def test_the_caller_keeps_the_arrays_as_they_are() -> None:
    given = np.array([2, 1, 2]), np.array([5, 3, 1]), np.array([1, 2, 3])
    before = [array.copy() for array in given]
    histories(*given)
    assert all((array == copy).all() for array, copy in zip(given, before, strict=True))


@pytest.mark.parametrize("small", ["int8", "uint8", "int16", "float32"])
@pytest.mark.parametrize("exact", [False, True])
def test_numbers_of_few_bits_are_as_good(small: str, exact: bool) -> None:
    lowest = 0 if small == "uint8" else -100
    days = np.array([100, lowest, 120, 90, 3], small)
    cards, ratings = np.array([1, 1, 1, 2, 2], np.uint8), np.array([1, 2, 3, 4, 1], small)
    few = histories(cards, days, ratings, exact)
    many = histories(cards.tolist(), days.tolist(), ratings.tolist(), exact)
    assert few.elapsed.tolist() == many.elapsed.tolist()
    assert few.rating.tolist() == many.rating.tolist()
