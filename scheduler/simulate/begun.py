"""A card begun before the first day of a simulation: what is remembered of it, and when it is due."""

from __future__ import annotations

from math import inf

from ..errors import SettingsError, refuse
from ..memory import Memory
from ..value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator


class Begun(Value):
    """A card that a learner knows already; raises SettingsError that names every problem.

    `memory` is what the scheduler holds of it, `days` how many have gone by since its last review, `due` in
    how many it falls due: below 0 it is overdue.

    >>> Begun(Memory(12.0, 5.0), days=3, due=9).due
    9
    """

    __slots__ = ("memory", "days", "due")
    memory: Memory
    days: float
    due: float

    def __init__(self, memory: Memory, days: float, due: float) -> None:
        self.fill(memory=memory, days=days, due=due)
        refuse(SettingsError, self._problems())

    def _problems(self) -> Iterator[str]:
        if not isinstance(self.memory, Memory):
            yield f"memory is {self.memory!r}: give what a memory model returned"
        if not isinstance(self.days, int | float) or not 0 <= self.days < inf:
            yield f"days is {self.days!r}: give how many days the last review is ago, 0 or more"
        if not isinstance(self.due, int | float) or not -inf < self.due < inf:
            yield f"due is {self.due!r}: give in how many days the card falls due"
