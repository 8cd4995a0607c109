"""Laws of difficulty in FSRS-6: what a review does to it."""

from hypothesis import given

from flashcards.scheduler import FSRS6, Memory, Rating, fsrs6
from tests.scheduler.laws.strategies import days, memories, models, never_falls, never_rises, ratings


@given(models, memories, ratings, days)
def test_difficulty_is_from_1_to_10(model: FSRS6, memory: Memory, rating: Rating, days: int) -> None:
    assert 1 <= model.first(rating).difficulty <= 10
    assert 1 <= model.next(memory, rating, days).difficulty <= 10


@given(models)
def test_first_difficulty_never_rises_with_the_rating(model: FSRS6) -> None:
    assert never_rises([model.first(rating).difficulty for rating in Rating])


@given(models, memories, days)
def test_difficulty_never_rises_with_the_rating(model: FSRS6, memory: Memory, days: int) -> None:
    assert never_rises([model.next(memory, rating, days).difficulty for rating in Rating])


@given(models, memories, days)
def test_good_draws_difficulty_toward_the_first_of_easy(model: FSRS6, memory: Memory, days: int) -> None:
    goal = fsrs6.first_difficulty(model.parameters, Rating.EASY)
    path = [memory.difficulty, model.next(memory, Rating.GOOD, days).difficulty, min(max(goal, 1), 10)]
    assert never_falls(path) or never_rises(path)
