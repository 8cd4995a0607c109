"""Paths through the steps: every way the answers of one day can go, with its chance and what it takes.

As in fsrs-rs @015c509 src/simulation.rs: a rating depends on the one before it alone. Good is a pass, Easy
ends the steps, Again starts the passes anew and Hard leaves them as they are. There are at most five answers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from .arrays import Floats, Ints
from .habits import Habits

LONGEST = 5
"""Answers within the steps of one day, at most."""

Path = tuple[tuple[int, ...], float, float]
"""The ratings in order, the chance that it goes so, and the seconds it takes."""

Chances = Sequence[Sequence[float]]


@dataclass(frozen=True, slots=True)
class Paths:
    """All paths from one beginning, the longest first.

    - `ratings`, of shape (longest, paths): the answers in order, 0 where the path has ended;
    - `longer`, one number for each answer: how many paths have one there;
    - `sums`: the chance of each path and all before it; `seconds`: what each takes.
    """

    ratings: Ints
    longer: Ints
    sums: Floats
    seconds: Floats

    def chosen(self, chances: Floats) -> Ints:
        """Return the paths that chances in [0, 1) stand for."""
        return self.sums.searchsorted(chances, "right")


def learning_paths(habits: Habits) -> Paths:
    """Return the paths of new cards, each with the first answer."""
    found: list[Path] = []
    for rating, chance in enumerate(_shares(habits.first_ratings), start=1):
        wanted = max(habits.learning_steps - (rating > 2), 0)
        for path in paths_on(habits.learning, habits.seconds[0], rating, wanted, wanted):
            found.append(_after(rating, chance, habits.seconds[0][rating - 1], path))
    return _table(found)


def relearning_paths(habits: Habits) -> Paths:
    """Return the paths of forgotten cards, without the answer that showed it."""
    steps = habits.relearning_steps
    return _table(list(paths_on(habits.relearning, habits.seconds[2], 1, steps, steps)))


def paths_on(
    chances: Chances, seconds: Sequence[float], rating: int, left: int, wanted: int, room: int = LONGEST
) -> Iterator[Path]:
    """Yield the paths on from a rating, with passes *left* of those *wanted*, in *room* answers at most."""
    if not (left and room) or rating == 4:
        yield (), 1.0, 0.0
        return
    for answer, chance in enumerate(_shares(chances[rating - 1]), start=1):
        passes = wanted if answer == 1 else left - (answer > 2)
        for path in paths_on(chances, seconds, answer, passes, wanted, room - 1):
            yield _after(answer, chance, seconds[answer - 1], path)


def _after(rating: int, chance: float, seconds: float, path: Path) -> Path:
    return (rating, *path[0]), chance * path[1], seconds + path[2]


def _shares(chances: Sequence[float]) -> list[float]:
    return [chance / sum(chances) for chance in chances]


def _table(found: list[Path]) -> Paths:
    """Put paths side by side."""
    found.sort(key=lambda path: -len(path[0]))
    longest = len(found[0][0])
    ratings = np.array([path[0] + (0,) * (longest - len(path[0])) for path in found], np.int64)
    sums = np.cumsum([path[1] for path in found])
    sums[-1] = 1.0  # what rounding lost
    return Paths(
        np.ascontiguousarray(ratings.T.reshape(longest, len(found))),
        np.count_nonzero(ratings, axis=0),
        sums,
        np.array([path[2] for path in found]),
    )
