"""Laws of SM-2, classic and as Anki had it."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashcards.scheduler import SM2, AnkiSM2, Rating, SM2Memory
from tests.scheduler.laws.strategies import PASSES, never_rises, ratings, retentions

Model = SM2 | AnkiSM2

models = st.sampled_from((SM2(), AnkiSM2()))
eases = st.floats(1.3, 5)
given_days = st.integers(1, 5000)
days = st.integers(0, 10000)


def memory_of(interval: int, ease: float, repetitions: int) -> SM2Memory:
    """A card in review: it was given its interval."""
    return SM2Memory(interval, ease, interval, repetitions)


memories = st.builds(memory_of, given_days, eases, st.integers(1, 5))
in_steps = st.builds(SM2Memory, st.just(1.0), eases, st.just(0), st.integers(0, 5))


def rounded(model: Model, memory: SM2Memory) -> int:
    """The days a learner is given without fuzz."""
    return max(1, int(model.interval(memory, 0.9) + 0.5))


@given(models, memories | in_steps, ratings, days)
def test_ease_is_never_below_1_3_and_stability_never_below_half_a_day(
    model: Model, memory: SM2Memory, rating: Rating, days: int
) -> None:
    for after in (model.first(rating), model.next(memory, rating, days)):
        assert after.difficulty >= 1.3
        assert 0.5 <= after.stability <= 36500


@given(models, memories, st.integers(1, 10000))
def test_ease_never_falls_with_the_rating(model: Model, memory: SM2Memory, days: int) -> None:
    assert never_rises([model.next(memory, rating, days).difficulty for rating in reversed(Rating)])


@given(models, memories)
def test_retrievability_by_convention_is_nine_tenths_at_the_interval(model: Model, memory: SM2Memory) -> None:
    assert model.retrievability(memory, model.interval(memory, 0.9)) == pytest.approx(0.9)


@given(models, memories, retentions)
def test_retrievability_by_convention_at_the_end_of_any_interval_is_the_desired_retention(
    model: Model, memory: SM2Memory, retention: float
) -> None:
    assert model.retrievability(memory, model.interval(memory, retention)) == pytest.approx(retention)


@given(given_days, eases, st.integers(2, 9), st.sampled_from(PASSES))
def test_a_pass_of_classic_sm2_lengthens_the_interval_by_the_ease(
    interval: int, ease: float, repetitions: int, rating: Rating
) -> None:
    after = SM2().next(memory_of(interval, ease, repetitions), rating, interval)
    assert after.stability == pytest.approx(min(interval * ease, 36500))


@given(memories | in_steps, st.sampled_from(PASSES))
def test_a_further_pass_on_one_day_changes_nothing_in_classic_sm2(memory: SM2Memory, rating: Rating) -> None:
    assert SM2().next(memory, rating, days=0) == memory


@given(memories, st.integers(0, 5000))
def test_each_better_rating_gives_a_day_more_on_time_or_late(memory: SM2Memory, late: int) -> None:
    days = int(memory.interval) + late
    after = [rounded(AnkiSM2(), AnkiSM2().next(memory, rating, days)) for rating in Rating]
    assert all(worse < better for worse, better in pairwise(after) if better < 36500)


@given(memories, st.sampled_from(PASSES), st.integers(0, 5000))
def test_a_pass_on_time_or_late_gives_a_day_more_than_the_last(
    memory: SM2Memory, rating: Rating, late: int
) -> None:
    after = AnkiSM2().next(memory, rating, int(memory.interval) + late)
    assert rounded(AnkiSM2(), after) > memory.interval


@given(memories, st.sampled_from(PASSES), st.lists(days, min_size=2))
def test_a_later_pass_never_gives_fewer_days(memory: SM2Memory, rating: Rating, days: list[int]) -> None:
    after = [AnkiSM2().next(memory, rating, span).stability for span in sorted(days, reverse=True)]
    assert never_rises(after)


@given(in_steps, st.sampled_from((Rating.AGAIN, Rating.HARD, Rating.GOOD)), days)
def test_in_its_steps_only_easy_changes_a_card(memory: SM2Memory, rating: Rating, days: int) -> None:
    assert AnkiSM2().next(memory, rating, days) == memory
    assert AnkiSM2().next(memory, Rating.EASY, days).difficulty == memory.difficulty


@given(models, memories | in_steps, given_days)
def test_a_settled_interval_is_remembered(model: Model, memory: SM2Memory, interval: int) -> None:
    settled = model.settled(memory, interval)
    assert settled.interval == interval
    assert (settled.stability, settled.difficulty) == (memory.stability, memory.difficulty)
