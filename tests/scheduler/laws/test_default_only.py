"""Laws of the default parameters of FSRS-6 alone; test_false_laws shows that others break them."""

from hypothesis import given
from hypothesis import strategies as st

from flashcards.scheduler import FSRS6, Memory, Rating
from tests.scheduler.laws.strategies import (
    days,
    difficulties,
    later_days,
    memories,
    never_falls,
    never_rises,
    stabilities,
)

MODEL = FSRS6()


def after(memory: Memory, rating: Rating, days: int) -> float:
    return MODEL.next(memory, rating, days).stability


@given(memories, days)
def test_good_never_raises_difficulty_by_default(memory: Memory, days: int) -> None:
    assert never_rises([memory.difficulty, MODEL.next(memory, Rating.GOOD, days).difficulty])


@given(memories, days)
def test_good_leaves_difficulty_within_a_tenth_by_default(memory: Memory, days: int) -> None:
    assert abs(memory.difficulty - MODEL.next(memory, Rating.GOOD, days).difficulty) < 0.1


@given(memories, days)
def test_easy_never_raises_difficulty_by_default(memory: Memory, days: int) -> None:
    assert never_rises([memory.difficulty, MODEL.next(memory, Rating.EASY, days).difficulty])


@given(
    st.lists(stabilities, min_size=2),
    difficulties,
    st.sampled_from((Rating.GOOD, Rating.AGAIN)),
    later_days,
)
def test_a_later_review_keeps_the_order_of_stabilities_by_default(
    stabilities: list[float], difficulty: float, rating: Rating, days: int
) -> None:
    assert never_falls([after(Memory(s, difficulty), rating, days) for s in sorted(stabilities)])


@given(memories)
def test_same_day_again_never_raises_stability_by_default(memory: Memory) -> None:
    assert never_rises([memory.stability, after(memory, Rating.AGAIN, 0)])


@given(memories)
def test_good_on_the_next_day_is_worth_no_less_than_on_the_same_by_default(memory: Memory) -> None:
    assert never_falls([after(memory, Rating.GOOD, 0), after(memory, Rating.GOOD, 1)])
