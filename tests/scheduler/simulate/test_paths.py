"""The paths through the steps: every rule of a day holds on each, and together they are all there is."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashcards.scheduler import Habits
from scheduler.simulate.paths import LONGEST, Paths, learning_paths, relearning_paths

shares = st.floats(0.01, 1)
rows = st.lists(shares, min_size=4, max_size=4).map(lambda row: [share / sum(row) for share in row])
tables = st.lists(rows, min_size=3, max_size=3)
habits = st.builds(
    Habits,
    first_ratings=rows,
    learning=tables,
    relearning=tables,
    learning_steps=st.integers(0, 4),
    relearning_steps=st.integers(0, 4),
)


def paths_of(paths: Paths) -> list[list[int]]:
    return [[rating for rating in column if rating] for column in paths.ratings.T.tolist()]


def is_over(path: list[int], wanted: int) -> bool:
    """Whether the steps end with this path: by Easy, or by enough passes since the last Again."""
    passes = 0
    for rating in path:
        passes = 0 if rating == 1 else passes + (rating > 2)
    return passes >= wanted or path[-1:] == [4]


def ends_in_time(path: list[int], wanted: int) -> bool:
    over = [end for end in range(len(path) + 1) if is_over(path[:end], wanted)]
    return over == [len(path)] or (not over and len(path) == LONGEST)


@given(habits)
def test_a_path_ends_when_the_steps_do_and_no_sooner(habits: Habits) -> None:
    for path in paths_of(relearning_paths(habits)):
        assert ends_in_time(path, habits.relearning_steps)
    for first, *path in paths_of(learning_paths(habits)):
        wanted = 0 if first == 4 else habits.learning_steps - (first == 3)
        assert ends_in_time(path, wanted)


@given(habits)
def test_chances_are_positive_and_add_up_to_one(habits: Habits) -> None:
    for paths in (learning_paths(habits), relearning_paths(habits)):
        assert (np.diff(paths.sums, prepend=0) > 0).all()
        assert paths.sums[-1] == 1.0


@given(habits)
def test_the_first_answers_are_as_frequent_as_the_habits_say(habits: Habits) -> None:
    paths = learning_paths(habits)
    chances = np.diff(paths.sums, prepend=0)
    found = np.bincount(paths.ratings[0], chances, minlength=5)[1:]
    np.testing.assert_allclose(found, habits.first_ratings, atol=1e-9)


@given(habits)
def test_no_two_paths_are_the_same_and_the_longest_come_first(habits: Habits) -> None:
    for paths in (learning_paths(habits), relearning_paths(habits)):
        found = paths_of(paths)
        assert len({tuple(path) for path in found}) == len(found)
        assert [len(path) for path in found] == sorted(map(len, found), reverse=True)
        assert paths.longer.tolist() == [
            sum(len(path) > place for path in found) for place in range(len(found[0]))
        ]


@given(habits)
def test_a_path_takes_the_seconds_of_its_answers(habits: Habits) -> None:
    for paths, row in ((learning_paths(habits), 0), (relearning_paths(habits), 2)):
        for path, seconds in zip(paths_of(paths), paths.seconds.tolist(), strict=True):
            assert seconds == pytest.approx(sum(habits.seconds[row][rating - 1] for rating in path))


@given(habits, st.lists(st.floats(0, 1, exclude_max=True), max_size=20))
def test_every_chance_stands_for_a_path(habits: Habits, chances: list[float]) -> None:
    paths = relearning_paths(habits)
    chosen = paths.chosen(np.array(chances))
    assert ((chosen >= 0) & (chosen < paths.sums.size)).all()
