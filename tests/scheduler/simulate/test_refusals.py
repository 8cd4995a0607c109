"""What cannot be simulated is refused, with all that is wrong at once."""

from math import nan
from typing import Any

import numpy as np
import pytest

from flashcards.scheduler import FSRS6, Habits, Memory, Plan, SettingsError, Student, simulate
from scheduler.simulate.arrays import Floats, Ints


def problems(make: Any, **given: Any) -> list[str]:
    with pytest.raises(SettingsError) as caught:
        make(**given)
    return str(caught.value).splitlines()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("retention", 0),
        ("retention", 1.5),
        ("retention", nan),
        ("cards", -1),
        ("cards", True),
        ("retention", "0.9"),
        ("retention", True),
        ("minutes_per_day", "10"),
        ("reviews_per_day", "10"),
        ("cards", 1.5),
        ("days", 0),
        ("days", 40_000),
        ("new_per_day", -1),
        ("reviews_per_day", -1),
        ("reviews_per_day", nan),
        ("minutes_per_day", 0),
        ("minutes_per_day", nan),
        ("maximum_interval", 0),
    ],
)
def test_a_plan_that_nobody_can_follow(field: str, value: float) -> None:
    (problem,) = problems(Plan, **{field: value})
    assert repr(value) in problem


@pytest.mark.parametrize(
    ("field", "value", "problem"),
    [
        ("first_ratings", [0.5, 0.5], "first_ratings needs 4 chances"),
        ("passing_ratings", [0.5, 0.3, 0.1], "passing_ratings must add up to 1, not 0.9"),
        ("passing_ratings", [-0.5, 1, 0.5], "passing_ratings has a chance below 0"),
        ("learning", [[1, 0, 0, 0]], "learning needs 4 chances in each of 3 rows"),
        ("relearning", [[nan, 0, 0, 1]] * 3, "relearning has a chance below 0 or none at all"),
        ("seconds", [[1, 2, 3, 4]], "seconds needs 4 numbers in each of 3 rows"),
        ("seconds", [[1, 2, 3, 0]] * 3, "seconds has an answer that takes no time"),
        ("learning_steps", -1, "learning_steps is -1"),
        ("relearning_steps", 10, "relearning_steps is 10"),
    ],
)
def test_habits_that_nobody_has(field: str, value: Any, problem: str) -> None:
    (told,) = problems(Habits, **{field: value})
    assert told.startswith(problem)


def test_all_problems_are_told_at_once() -> None:
    assert len(problems(Plan, cards=-1, days=0, retention=2)) == 3
    assert len(problems(Habits, seconds=[], learning_steps=-1)) == 2
    told = problems(simulate, plans=[Plan(days=1), Plan(days=2)], student="nobody", seed=-1)
    assert [line.split(":")[0] for line in told] == [
        "the plans take different numbers of days",
        "there is no student 'nobody'",
        "the seed is -1",
    ]


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({"plans": Plan()}, "give a list of them, such as [Plan()]"),
        ({"plans": [0.9]}, "give a list of them, such as [Plan()]"),
        ({"model": FSRS6}, "give a memory model, such as FSRS6()"),
        ({"student": object()}, "an object of a subclass of Student"),
        ({"student": Student}, "an object of a subclass of Student"),
        ({"habits": 3}, "give Habits()"),
        ({"begun": [Memory(1.0, 5.0)]}, "no list of Begun"),
        ({"seed": True}, "the seed is True"),
    ],
)
def test_what_is_handed_in_must_be_what_is_wanted(given: dict[str, Any], problem: str) -> None:
    (told,) = problems(simulate, **{"plans": [Plan()], "model": FSRS6(), **given})
    assert problem in told


class Plugged(Student):
    """A student of somebody else's, who gets something wrong."""

    name = "plugged"

    def __init__(self, recall: Any = 0.8, first: int = 1, then: int = 1) -> None:
        self.recall, self.rows, self.then = recall, first, then

    def first(self, ratings: Ints) -> Floats:
        return np.ones((self.rows, ratings.size))

    def next(self, memory: Floats, ratings: Ints, days: Floats | float) -> Floats:
        return np.ones((self.then, ratings.size))

    def retrievability(self, memory: Floats, days: Floats | float) -> Floats:
        found: Floats = (
            np.full(memory.shape[1], self.recall) if isinstance(self.recall, float) else self.recall
        )
        return found


@pytest.mark.parametrize(
    ("student", "problem"),
    [
        (Plugged(nan), "the student 'plugged' gives a chance of recall of nan"),
        (Plugged(1.7), "a chance of recall of 1.7: retrievability must return numbers from 0 to 1"),
        (Plugged(-0.2), "a chance of recall of -0.2"),
        (Plugged(np.full((2, 3), 0.5)), "chances of recall of shape (2, 3)"),
        (Plugged([0.5]), "chances of recall of shape None"),
        (Plugged(first=1, then=2), "must return one of shape (1, "),
    ],
)
def test_a_student_who_is_no_student_is_named(student: Student, problem: str) -> None:
    (told,) = problems(simulate, plans=[Plan(cards=20, days=10)], student=student)
    assert problem in told


def test_a_student_without_columns_is_named() -> None:
    class Flat(Plugged):
        def first(self, ratings: Ints) -> Floats:
            return np.ones(ratings.size)

    (told,) = problems(simulate, plans=[Plan(cards=20, days=10)], student=Flat())
    assert "must return one of shape (rows, " in told


def test_no_plan_is_no_simulation() -> None:
    assert problems(simulate, plans=[]) == ["there is no plan: give one for each learner"]
