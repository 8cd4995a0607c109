"""What is written out for speed equals the plain equations."""

from math import isclose

from hypothesis import given

from flashcards.scheduler import FSRS6, Memory, Rating, fsrs6
from tests.scheduler.laws.strategies import days, extreme_memories, memories, models, ratings, retentions


@given(models, memories | extreme_memories, ratings, days)
def test_the_written_out_review_equals_the_equations(
    model: FSRS6, memory: Memory, rating: Rating, days: int
) -> None:
    w = model.parameters
    after = model.next(memory, rating, days)
    assert isclose(after.stability, fsrs6.next_stability(w, memory, rating, days), rel_tol=1e-12)
    assert isclose(after.difficulty, fsrs6.next_difficulty(w, memory.difficulty, rating), rel_tol=1e-12)


@given(models, memories | extreme_memories, retentions)
def test_the_written_out_interval_equals_the_equation(model: FSRS6, memory: Memory, retention: float) -> None:
    plain = fsrs6.days_until(retention, memory.stability, model.parameters[20])
    assert isclose(model.interval(memory, retention), plain, rel_tol=1e-12)
