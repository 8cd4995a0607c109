"""Many cards at once come to what the scheduler says of each card by itself."""

from collections.abc import Iterator
from math import floor

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashcards.scheduler import (
    FSRS6,
    FSRS7,
    SM2,
    AnkiSM2,
    Habits,
    Memory,
    MemoryModel,
    Plan,
    Rating,
    Simulation,
    Student,
)
from scheduler.simulate.arrays import Floats, Ints
from scheduler.simulate.cohort import Cohort
from scheduler.simulate.diary import Diary
from scheduler.simulate.fsrs6 import ArrayFSRS6
from scheduler.simulate.fsrs7 import ArrayFSRS7
from scheduler.simulate.model import ArrayModel, OneByOne
from scheduler.simulate.running import array_model
from tests.scheduler.laws.strategies import days, memories, models, ratings

PLAN = Plan(retention=0.85, cards=40, days=120, maximum_interval=50)
Answer = tuple[Rating, float]


class Recorder(Student):
    """A student who remembers all answers, each by the place of the one before, and recalls 4 cards of 5."""

    name = "recorder"

    def __init__(self) -> None:
        self.answers: list[tuple[int, Answer]] = []

    def first(self, ratings: Ints) -> Floats:
        return self.next(np.full((1, ratings.size), -1.0), ratings, 0.0)

    def next(self, memory: Floats, ratings: Ints, days: Floats | float) -> Floats:
        begin = len(self.answers)
        given = zip(memory[0], ratings.tolist(), np.broadcast_to(days, ratings.size).tolist(), strict=True)
        self.answers += [(int(before), (Rating(rating), after)) for before, rating, after in given]
        return np.arange(begin, len(self.answers), dtype=float)[np.newaxis]

    def retrievability(self, memory: Floats, days: Floats | float) -> Floats:
        return np.full(memory.shape[1], 0.8)

    def history(self, place: int) -> list[Answer]:
        found: list[Answer] = []
        while place >= 0:
            place, answer = self.answers[place]
            found.insert(0, answer)
        return found


def lives(model: MemoryModel) -> Iterator[tuple[list[Answer], list[float]]]:
    """Yield the answers to each card of a plan, and the numbers of the memory that the simulation came to."""
    recorder = Recorder()
    cohort = Cohort([PLAN], array_model(model), Habits(), recorder, seed=3)
    for today in range(PLAN.days):
        cohort.live(today, Diary(1, PLAN.days))
    for last, memory in zip(cohort.minds[1].memory[0], cohort.memory_of(0).T.tolist(), strict=True):
        yield recorder.history(int(last)), memory


def wait(model: MemoryModel, memory: Memory) -> int:
    days = floor(model.interval(memory, PLAN.retention) + 0.5)
    return min(max(days, 1), PLAN.maximum_interval)


def replayed(model: MemoryModel, answers: list[Answer]) -> Memory:
    """The memory one card comes to; it was asked on the very day on which it was due."""
    memory = model.first(answers[0][0])
    for rating, after in answers[1:]:
        if after >= 1:
            assert after == wait(model, memory)
            memory = model.settled(memory, int(after))
        memory = model.next(memory, rating, after)
    return model.settled(memory, wait(model, memory))


@pytest.mark.parametrize("model", [FSRS6(), FSRS7(), SM2(), AnkiSM2()], ids=lambda model: model.name)
def test_each_card_is_due_and_remembered_as_the_scheduler_says(model: MemoryModel) -> None:
    found = list(lives(model))
    assert sum(len(answers) for answers, _ in found) > 5 * PLAN.cards
    for answers, memory in found:
        plain = list(replayed(model, answers).fields().values())
        assert memory == pytest.approx(plain, rel=1e-9)


@given(models, memories, ratings, days)
def test_an_answer_leaves_the_same_memory(model: FSRS6, memory: Memory, rating: Rating, days: int) -> None:
    many, column = ArrayFSRS6(model), np.array([[memory.stability], [memory.difficulty]])
    plain = model.next(memory, rating, days)
    for given_days in (float(days), np.array([float(days)])):
        after = many.next(column, np.array([rating]), given_days)[:, 0]
        assert after.tolist() == pytest.approx([plain.stability, plain.difficulty], rel=1e-9)


@given(models, memories, days, st.floats(0.5, 0.99))
def test_recall_and_interval_are_the_same(model: FSRS6, memory: Memory, days: int, retention: float) -> None:
    many, column = ArrayFSRS6(model), np.array([[memory.stability], [memory.difficulty]])
    recall, interval = many.retrievability(column, float(days)), many.interval(column, np.array([retention]))
    assert recall[0] == pytest.approx(model.retrievability(memory, days), rel=1e-9)
    assert interval[0] == pytest.approx(model.interval(memory, retention), rel=1e-9)


@given(models, ratings)
def test_a_first_answer_leaves_the_same_memory(model: FSRS6, rating: Rating) -> None:
    plain, many = model.first(rating), ArrayFSRS6(model).first(np.array([rating]))
    assert many[:, 0].tolist() == [plain.stability, plain.difficulty]


@pytest.mark.parametrize("model", [FSRS6(), FSRS7(), SM2(), AnkiSM2()], ids=lambda model: model.name)
def test_a_model_asked_card_by_card_gives_the_same_simulation(model: MemoryModel) -> None:
    plan = Plan(cards=60, days=90)
    many, by_card = (live(one, plan) for one in (array_model(model), OneByOne(model)))
    np.testing.assert_array_equal(many.reviews, by_card.reviews)
    np.testing.assert_allclose(many.known, by_card.known, rtol=1e-5)
    np.testing.assert_allclose(many.memory, by_card.memory, rtol=1e-9)


def live(model: ArrayModel, plan: Plan) -> Simulation:
    cohort, diary = Cohort([plan], model, Habits(), model, seed=1), Diary(1, plan.days)
    for today in range(plan.days):
        cohort.live(today, diary)
    return diary.of(0, cohort.memory_of(0))


@given(st.lists(st.tuples(ratings, st.floats(0, 300)), max_size=6), st.floats(0.01, 0.9999))
def test_fsrs7_says_the_same_interval_by_arrays(
    answers: list[tuple[Rating, float]], retention: float
) -> None:
    memory = FSRS7().first(Rating.GOOD)
    for rating, after in answers:
        memory = FSRS7().next(memory, rating, after)
    column = np.array([[memory.stability], [memory.difficulty], [memory.fast]])
    days = ArrayFSRS7(FSRS7()).interval(column, np.array([retention]))
    assert days[0] == pytest.approx(FSRS7().interval(memory, retention), rel=1e-6, abs=1e-9)
