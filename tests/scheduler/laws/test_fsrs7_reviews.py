"""Laws of FSRS-7's memory: what a review does to its two traces and its difficulty."""

from math import isfinite

from hypothesis import assume, given
from hypothesis import strategies as st

from flashcards.scheduler import FSRS7, Rating, TwoTraces
from tests.scheduler.laws.strategies import PASSES, never_falls, never_rises, retentions
from tests.scheduler.laws.strategies_fsrs7 import (
    LONGEST,
    Pair,
    anywhere,
    default_model,
    exact_days,
    models,
    near_models,
    reached,
)

LOWEST_FAST = 0.8 * 1e-4
AGAIN, HARD, GOOD, EASY = Rating


def answered(pair: Pair, days: float) -> list[TwoTraces]:
    """The memory after each of the four ratings."""
    model, memory = pair
    return [model.next(memory, rating, days) for rating in Rating]


def is_sound(memory: TwoTraces) -> bool:
    in_range = 1e-4 <= memory.stability <= LONGEST and LOWEST_FAST <= memory.fast <= LONGEST
    return in_range and 1 <= memory.difficulty <= 10 and all(map(isfinite, memory.fields().values()))


@given(anywhere, exact_days)
def test_traces_and_difficulty_are_finite_and_in_their_ranges(pair: Pair, days: float) -> None:
    assert all(map(is_sound, answered(pair, days)))
    assert all(is_sound(pair[0].first(rating)) for rating in Rating)


@given(models)
def test_a_first_review_gives_better_ratings_no_weaker_and_no_harder_memory(model: FSRS7) -> None:
    first = [model.first(rating) for rating in Rating]
    assert never_falls([memory.stability for memory in first])
    assert never_falls([memory.fast for memory in first])
    assert never_rises([memory.difficulty for memory in first])


@given(anywhere, exact_days)
def test_both_traces_never_fall_with_the_rating(pair: Pair, days: float) -> None:
    after = answered(pair, days)
    assert never_falls([memory.stability for memory in after])
    assert never_falls([memory.fast for memory in after])


@given(anywhere, exact_days, st.sampled_from(PASSES))
def test_a_pass_never_weakens_a_trace(pair: Pair, days: float, rating: Rating) -> None:
    model, memory = pair
    after = model.next(memory, rating, days)
    assert never_falls([memory.stability, after.stability])
    assert never_falls([memory.fast, after.fast])


@given(anywhere, exact_days)
def test_again_never_strengthens_a_trace(pair: Pair, days: float) -> None:
    model, memory = pair
    after = model.next(memory, AGAIN, days)
    assert never_rises([memory.stability, after.stability])
    assert never_rises([memory.fast, after.fast])


@given(anywhere, exact_days)
def test_after_again_the_fast_trace_is_at_most_four_fifths_of_the_slow(pair: Pair, days: float) -> None:
    after = pair[0].next(pair[1], AGAIN, days)
    assert never_rises([0.8 * after.stability, after.fast])


@given(anywhere, st.lists(exact_days, min_size=2))
def test_both_traces_never_fall_with_the_time_elapsed_before_good(pair: Pair, days: list[float]) -> None:
    model, memory = pair
    after = [model.next(memory, GOOD, span) for span in sorted(days)]
    assert never_falls([memory.stability for memory in after])
    assert never_falls([memory.fast for memory in after])


@given(anywhere, exact_days)
def test_difficulty_never_rises_with_a_better_pass(pair: Pair, days: float) -> None:
    assert never_rises([memory.difficulty for memory in answered(pair, days)[1:]])


@given(anywhere, exact_days)
def test_again_makes_no_easier_than_hard_where_recall_was_two_fifths(pair: Pair, days: float) -> None:
    assume(pair[0].retrievability(pair[1], days) >= 0.4)
    again, hard, *_ = answered(pair, days)
    assert never_rises([again.difficulty, hard.difficulty])


@given(reached(default_model), exact_days, retentions)
def test_interval_never_falls_with_the_rating_by_default(pair: Pair, days: float, retention: float) -> None:
    assert never_falls([pair[0].interval(memory, retention) for memory in answered(pair, days)])


@given(reached(near_models), retentions)
def test_good_on_time_never_shortens_the_interval_below_the_limit(pair: Pair, retention: float) -> None:
    """A slow trace at its limit cannot grow, while the memory goes on becoming easier or harder."""
    model, memory = pair
    assume(memory.stability < LONGEST)
    interval = model.interval(memory, retention)
    later = model.next(memory, GOOD, interval)
    assert never_falls([interval, model.interval(later, retention)])


@given(reached(default_model), exact_days)
def test_good_never_makes_harder_by_default(pair: Pair, days: float) -> None:
    model, memory = pair
    assert never_rises([memory.difficulty, model.next(memory, GOOD, days).difficulty])
