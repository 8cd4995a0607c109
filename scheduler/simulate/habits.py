"""Habits: how a learner rates what is recalled, goes through the steps, and how long an answer takes."""

from __future__ import annotations

from itertools import chain
from math import inf, isclose

from ..errors import SettingsError, refuse
from ..value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    Row = Sequence[float]
    Table = Sequence[Row]

FIRST_RATINGS = (0.24, 0.094, 0.495, 0.171)
PASSING_RATINGS = (0.224, 0.631, 0.145)
LEARNING = (
    (0.3686, 0.0628, 0.5108, 0.0577),
    (0.0442, 0.4553, 0.4457, 0.0549),
    (0.0519, 0.047, 0.8462, 0.055),
)
RELEARNING = (
    (0.2157, 0.0643, 0.6595, 0.0604),
    (0.05, 0.4638, 0.4475, 0.0387),
    (0.1057, 0.1434, 0.7266, 0.0244),
)
SECONDS = ((19.58, 18.79, 13.78, 10.71), (19.38, 17.59, 12.38, 8.94), (16.44, 15.25, 12.32, 8.03))


class Habits(Value):
    """How a learner answers. What is not given is the average of Anki's users, as fsrs-rs has it.

    - `first_ratings`: the chances of Again, Hard, Good, Easy at the first sight of a card.
    - `passing_ratings`: the chances of Hard, Good, Easy once it is recalled on a later day.
    - `learning`, `relearning`: within the steps, the chances of the four ratings after Again, Hard and Good.
    - `seconds`: what an answer of each rating takes, for a new card, a review, a forgotten card.
    - `learning_steps`, `relearning_steps`: how many passes in a row end the steps (at most 9).

    Chances need not add up to 1 exactly: they are taken in proportion. Raises SettingsError that names every
    problem. Defaults: fsrs-rs @015c509 src/simulation.rs.
    """

    __slots__ = (
        "first_ratings",
        "passing_ratings",
        "learning",
        "relearning",
        "seconds",
        "learning_steps",
        "relearning_steps",
    )
    first_ratings: Row
    passing_ratings: Row
    learning: Table
    relearning: Table
    seconds: Table
    learning_steps: int
    relearning_steps: int

    def __init__(
        self,
        first_ratings: Row = FIRST_RATINGS,
        passing_ratings: Row = PASSING_RATINGS,
        learning: Table = LEARNING,
        relearning: Table = RELEARNING,
        seconds: Table = SECONDS,
        learning_steps: int = 2,
        relearning_steps: int = 1,
    ) -> None:
        self.fill(first_ratings=tuple(first_ratings), passing_ratings=tuple(passing_ratings))
        self.fill(learning=_frozen(learning), relearning=_frozen(relearning), seconds=_frozen(seconds))
        self.fill(learning_steps=learning_steps, relearning_steps=relearning_steps)
        refuse(SettingsError, self._problems())

    def _problems(self) -> Iterator[str]:
        yield from _chance_problems("first_ratings", (self.first_ratings,), 1, 4)
        yield from _chance_problems("passing_ratings", (self.passing_ratings,), 1, 3)
        yield from _chance_problems("learning", self.learning, 3, 4)
        yield from _chance_problems("relearning", self.relearning, 3, 4)
        yield from _second_problems(self.seconds)
        for name in ("learning_steps", "relearning_steps"):
            if getattr(self, name) not in range(10):
                yield f"{name} is {getattr(self, name)!r}: give a whole number from 0 to 9"


def _frozen(table: Table) -> Table:
    return tuple(tuple(row) for row in table)


def _chance_problems(name: str, table: Table, rows: int, columns: int) -> Iterator[str]:
    if [len(row) for row in table] != [columns] * rows:
        yield f"{name} needs {columns} chances" + (f" in each of {rows} rows" if rows > 1 else "")
    elif not all(chance >= 0 for chance in chain(*table)):
        yield f"{name} has a chance below 0 or none at all: give numbers from 0 to 1"
    elif not all(isclose(sum(row), 1, abs_tol=0.01) for row in table):
        yield f"{name} must add up to 1, not {', '.join(f'{sum(row):g}' for row in table)}"


def _second_problems(seconds: Table) -> Iterator[str]:
    if [len(row) for row in seconds] != [4, 4, 4]:
        yield "seconds needs 4 numbers in each of 3 rows: new cards, reviews, forgotten cards"
    elif not all(0 < value < inf for value in chain(*seconds)):
        yield "seconds has an answer that takes no time, or for ever: give numbers above 0"
