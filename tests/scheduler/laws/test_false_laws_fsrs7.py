"""Claims about FSRS-7 that sound true and are not, each with its counterexample; build on none of them."""

import pytest

from flashcards.scheduler import FSRS7, FSRS7_TABLE, Rating, TwoTraces

DEFAULT = FSRS7()
AGAIN, HARD, GOOD, EASY = Rating

UNREACHED = TwoTraces(stability=0.0055, difficulty=7.84, fast=2658)
"""A memory within the limits to which no reviews lead."""


def changed(number: int, value: float) -> FSRS7:
    """The default model with one parameter changed."""
    return FSRS7((*FSRS7_TABLE.default[:number], value, *FSRS7_TABLE.default[number + 1 :]))


# False with the default parameters already.


def test_not_a_law_stability_of_fsrs7_says_when_recall_is_nine_tenths() -> None:
    memory = TwoTraces(stability=4.714, difficulty=9.726, fast=9.023)
    assert DEFAULT.retrievability(memory, days=4.714) == pytest.approx(0.8128, abs=1e-4)
    assert DEFAULT.interval(memory, 0.9) == pytest.approx(0.4972, abs=1e-4)


def test_not_a_law_again_makes_no_easier_than_hard() -> None:
    memory = DEFAULT.first(AGAIN)
    assert DEFAULT.retrievability(memory, days=365) == pytest.approx(0.312, abs=0.001)
    again, hard = (DEFAULT.next(memory, rating, days=365).difficulty for rating in (AGAIN, HARD))
    assert [again, hard] == pytest.approx([7.389, 7.660], abs=0.001)


def test_not_a_law_again_never_makes_easier() -> None:
    after = DEFAULT.next(TwoTraces(stability=1, difficulty=9.99, fast=1), AGAIN, days=10)
    assert after.difficulty == pytest.approx(9.898, abs=0.001)


def test_not_a_law_intervals_never_fall_with_the_rating_in_any_state() -> None:
    intervals = [DEFAULT.interval(DEFAULT.next(UNREACHED, rating, 0.026), 0.9) for rating in Rating]
    assert intervals == pytest.approx([1.9e-7, 0.2217, 0.2128, 0.2073], abs=1e-4)


def test_not_a_law_retrievability_never_falls_with_stability_in_any_state() -> None:
    chances = [DEFAULT.retrievability(UNREACHED.changed(stability=s), days=1) for s in (0.0055, 0.01)]
    assert chances == pytest.approx([0.7931, 0.7895], abs=1e-4)


def test_not_a_law_good_on_time_never_shortens_the_interval_in_any_state() -> None:
    interval = DEFAULT.interval(UNREACHED, 0.9)
    after = DEFAULT.interval(DEFAULT.next(UNREACHED, GOOD, interval), 0.9)
    assert [interval, after] == pytest.approx([0.2207, 0.2035], abs=1e-4)


# True with the default parameters on every memory that reviews lead to, false with others.


def test_not_a_law_intervals_never_fall_with_the_rating_whatever_the_parameters() -> None:
    """A better answer makes the memory easier, and with w31 = 1 the slow trace of an easy one counts less."""
    model = changed(31, 1.0)
    after = [model.next(model.first(GOOD), rating, days=0.43) for rating in Rating]
    intervals = [model.interval(memory, 0.8) for memory in after]
    assert intervals == pytest.approx([5.91, 78.82, 99.38, 15.42], abs=0.01)


def test_not_a_law_retrievability_never_rises_with_difficulty_whatever_the_parameters() -> None:
    model = changed(31, 1.0)
    memory = model.first(GOOD)
    chances = [model.retrievability(memory.changed(difficulty=d), days=0.43) for d in (3.53, 9)]
    assert chances == pytest.approx([0.8869, 0.9726], abs=1e-4)


def test_not_a_law_retrievability_never_falls_with_stability_whatever_the_parameters() -> None:
    model = changed(24, 0.95)
    memory = model.first(AGAIN)
    chances = [model.retrievability(memory.changed(stability=s), days=483) for s in (0.1104, 0.3312)]
    assert chances == pytest.approx([0.0307, 0.0270], abs=1e-4)


def test_not_a_law_retrievability_never_falls_with_the_fast_trace() -> None:
    model = changed(33, 0.0)
    memory = model.first(GOOD)
    chances = [model.retrievability(memory.changed(fast=f), days=0.01) for f in (3.13768, 31.3768)]
    assert chances == pytest.approx([0.9613, 0.9556], abs=1e-4)


def test_not_a_law_good_never_makes_harder() -> None:
    model = changed(5, 0.5)
    easy = model.first(EASY).changed(difficulty=1)
    assert model.next(easy, GOOD, days=1).difficulty == pytest.approx(1.0169, abs=1e-4)
