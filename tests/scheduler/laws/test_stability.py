"""Laws of stability in FSRS-6: what a review does to it."""

from math import isfinite

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from flashcards.scheduler import FSRS6, Memory, Rating, fsrs6
from tests.scheduler.laws.strategies import (
    PASSES,
    days,
    difficulties,
    extreme_memories,
    later_days,
    memories,
    models,
    never_falls,
    never_rises,
    ratings,
    retentions,
    stabilities,
)

CAP = 36500


def after(model: FSRS6, memory: Memory, rating: Rating, days: int) -> float:
    return model.next(memory, rating, days).stability


@given(models)
def test_first_stability_never_falls_with_the_rating(model: FSRS6) -> None:
    assert never_falls([model.first(rating).stability for rating in Rating])


@given(models, memories | extreme_memories, ratings, days)
def test_stability_is_finite_and_in_its_range(
    model: FSRS6, memory: Memory, rating: Rating, days: int
) -> None:
    for stability in (model.first(rating).stability, after(model, memory, rating, days)):
        assert isfinite(stability)
        assert 0.001 <= stability <= CAP


@given(models, memories, days)
def test_stability_never_falls_with_the_rating(model: FSRS6, memory: Memory, days: int) -> None:
    assert never_falls([after(model, memory, rating, days) for rating in Rating])


@given(models, memories, days, retentions)
def test_interval_never_falls_with_the_rating(
    model: FSRS6, memory: Memory, days: int, retention: float
) -> None:
    outcomes = [model.next(memory, rating, days) for rating in Rating]
    assert never_falls([model.interval(outcome, retention) for outcome in outcomes])


@given(models, memories, st.sampled_from(PASSES), days)
def test_a_pass_never_lowers_stability(model: FSRS6, memory: Memory, rating: Rating, days: int) -> None:
    assert never_falls([memory.stability, after(model, memory, rating, days)])


@given(models, memories, later_days)
def test_a_later_again_never_raises_stability(model: FSRS6, memory: Memory, days: int) -> None:
    assert never_rises([memory.stability, after(model, memory, Rating.AGAIN, days)])


@given(models, memories, st.sampled_from((Rating.GOOD, Rating.AGAIN)), st.lists(later_days, min_size=2))
def test_stability_never_falls_with_the_days_elapsed(
    model: FSRS6, memory: Memory, rating: Rating, spans: list[int]
) -> None:
    assert never_falls([after(model, memory, rating, span) for span in sorted(spans)])


@given(
    models,
    stabilities,
    st.lists(difficulties, min_size=2),
    st.sampled_from((Rating.GOOD, Rating.AGAIN)),
    later_days,
)
def test_stability_never_rises_with_difficulty(
    model: FSRS6, stability: float, difficulties: list[float], rating: Rating, days: int
) -> None:
    memories = [Memory(stability, difficulty) for difficulty in sorted(difficulties)]
    assert never_rises([after(model, memory, rating, days) for memory in memories])


@given(models, st.lists(stabilities, min_size=2), difficulties, st.floats(0, 1))
def test_gain_never_rises_with_stability_at_one_recall(
    model: FSRS6, stabilities: list[float], difficulty: float, recall: float
) -> None:
    gains = [fsrs6.recall_gain(model.parameters, s, difficulty, recall) for s in sorted(stabilities)]
    assert never_rises(gains)


@given(models, memories, st.sampled_from((Rating.HARD, Rating.EASY)), later_days)
def test_hard_and_easy_scale_the_gain_of_good(
    model: FSRS6, memory: Memory, rating: Rating, days: int
) -> None:
    scaled, good = after(model, memory, rating, days), after(model, memory, Rating.GOOD, days)
    assume(max(scaled, good) < CAP)
    factor = {Rating.HARD: model.parameters[15], Rating.EASY: model.parameters[16]}[rating]
    expected = memory.stability + factor * (good - memory.stability)
    assert scaled == pytest.approx(expected, rel=1e-9)


@given(models, memories, retentions)
def test_good_on_time_never_shortens_the_interval(model: FSRS6, memory: Memory, retention: float) -> None:
    interval = model.interval(memory, retention)
    later = model.next(memory, Rating.GOOD, max(1, round(interval)))
    assert never_falls([interval, model.interval(later, retention)])
