"""Amounts: any number in the range that is normal is right, and one that is hardly beside it, too."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashcards.quiz.amount import LARGEST, TOLERANCE, Amount, amount, mark_amount
from flashcards.quiz.mark import Verdict
from flashcards.quiz.marking import mark_text

SPARE = TOLERANCE["degrees"]
units = st.sampled_from(["", " degrees", "°", " deg"])
numbers = st.integers(0, LARGEST)
ranges = st.tuples(st.integers(1, LARGEST), st.integers(1, LARGEST)).map(sorted)


def verdict(expected: str, given: str, *accept: str) -> Verdict:
    return mark_text(expected, given, accept).verdict


@given(ranges, st.data(), units)
def test_every_number_in_the_range_is_right(ends: list[int], data: st.DataObject, unit: str) -> None:
    low, high = ends
    said = data.draw(st.integers(max(0, low - SPARE), min(LARGEST, high + SPARE)))
    assert verdict(f"{low}-{high} degrees", f"{said}{unit}") is Verdict.RIGHT


@given(ranges, numbers, units)
def test_every_number_beyond_the_tolerance_is_wrong(ends: list[int], said: int, unit: str) -> None:
    low, high = ends
    if low - SPARE <= said <= high + SPARE:
        return
    mark = mark_text(f"{low}-{high} degrees", f"{said}{unit}")
    assert mark.verdict is Verdict.WRONG
    assert mark.reason.endswith("too little" if said < low else "too much")


@given(ranges, numbers)
def test_a_range_that_another_book_gives_is_right_as_well(ends: list[int], other: int) -> None:
    low, high = ends
    assert verdict(f"{low}-{high} degrees", str(other), f"{other} degrees") is Verdict.RIGHT


@given(st.integers(1, LARGEST), units)
def test_a_range_from_nought_is_told_by_its_end(high: int, unit: str) -> None:
    assert amount(f"0-{high}{unit}") == amount(f"{high}{unit}")
    assert verdict(f"{high} degrees", f"0 to {high}{unit}") is Verdict.RIGHT


@given(st.text(max_size=12))
def test_no_text_passes_that_holds_no_number(text: str) -> None:
    if not any(map(str.isdigit, text)):
        assert verdict("125 degrees", text) is Verdict.WRONG


@pytest.mark.parametrize(
    ("expected", "given", "right"),
    [
        ("125 degrees", "about 120", True),
        ("125 degrees", "120-130", True),
        ("125 degrees", "90 to 125", False),
        ("125 degrees", "125 mm", False),
        ("35-50 mm", "40", True),
        ("35-50 mm", "40 degrees", False),
        ("35-50 mm", "60 mm", False),
        ("125 degrees", "L5", False),
        ("125 degrees", "125 125", False),
        ("125 degrees", "1250", False),
    ],
)
def test_what_a_learner_may_write(expected: str, given: str, right: bool) -> None:
    assert (verdict(expected, given) is Verdict.RIGHT) == right


@pytest.mark.parametrize("expected", ["lesser trochanter", "rib 12", "L1-L5", "12", "twelve degrees"])
def test_what_is_no_amount_is_marked_by_its_words(expected: str) -> None:
    assert mark_amount(expected, "12 degrees") is None


def test_the_numbers_of_an_amount_stand_in_order() -> None:
    assert amount("90-45 degrees") is None
    assert amount("45–90 degrees") == Amount(45, 90, "degrees")
