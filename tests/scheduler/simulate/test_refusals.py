"""What cannot be simulated is refused, with all that is wrong at once."""

from math import nan
from typing import Any

import pytest

from flashcards.scheduler import Habits, Plan, SettingsError, simulate


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
        ("cards", 0),
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
    assert len(problems(Plan, cards=0, days=0, retention=2)) == 3
    assert len(problems(Habits, seconds=[], learning_steps=-1)) == 2
    told = problems(simulate, plans=[Plan(days=1), Plan(days=2)], student="nobody", seed=-1)
    assert [line.split(":")[0] for line in told] == [
        "the plans take different numbers of days",
        "there is no student 'nobody'",
        "the seed is -1",
    ]


def test_no_plan_is_no_simulation() -> None:
    assert problems(simulate, plans=[]) == ["there is no plan: give one for each learner"]
