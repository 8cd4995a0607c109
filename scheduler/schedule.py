"""Where one card stands: new, learning, reviewing or relearning; each case has just the fields it needs."""

from __future__ import annotations

from .value import Value, setters

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import datetime

    from .memory import Memory


class New(Value):
    """Never answered."""

    __slots__ = ()


class Learning(Value):
    """In the learning steps; *step* counts from 0, *due* is an exact moment."""

    __slots__ = ("memory", "step", "last_review", "due")
    memory: Memory
    step: int
    last_review: datetime
    due: datetime

    def __init__(self, memory: Memory, step: int, last_review: datetime, due: datetime) -> None:
        set_memory, set_step, set_last_review, set_due = _of_learning
        set_memory(self, memory)
        set_step(self, step)
        set_last_review(self, last_review)
        set_due(self, due)


class Reviewing(Value):
    """Learned: asked again after *interval* days, on the day starting at *due*; forgotten *lapses* times."""

    __slots__ = ("memory", "interval", "lapses", "last_review", "due")
    memory: Memory
    interval: int
    lapses: int
    last_review: datetime
    due: datetime

    def __init__(
        self, memory: Memory, interval: int, lapses: int, last_review: datetime, due: datetime
    ) -> None:
        set_memory, set_interval, set_lapses, set_last_review, set_due = _of_reviewing
        set_memory(self, memory)
        set_interval(self, interval)
        set_lapses(self, lapses)
        set_last_review(self, last_review)
        set_due(self, due)


class Relearning(Value):
    """Forgotten, and in the relearning steps; *step* counts from 0, *due* is an exact moment."""

    __slots__ = ("memory", "step", "lapses", "last_review", "due")
    memory: Memory
    step: int
    lapses: int
    last_review: datetime
    due: datetime

    def __init__(self, memory: Memory, step: int, lapses: int, last_review: datetime, due: datetime) -> None:
        set_memory, set_step, set_lapses, set_last_review, set_due = _of_relearning
        set_memory(self, memory)
        set_step(self, step)
        set_lapses(self, lapses)
        set_last_review(self, last_review)
        set_due(self, due)


_of_learning, _of_reviewing, _of_relearning = map(setters, (Learning, Reviewing, Relearning))

Schedule = New | Learning | Reviewing | Relearning
