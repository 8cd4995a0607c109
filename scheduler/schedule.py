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
        self.fill(memory=memory, step=step, last_review=last_review, due=due)


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
        _set_memory(self, memory)
        _set_interval(self, interval)
        _set_lapses(self, lapses)
        _set_last_review(self, last_review)
        _set_due(self, due)


_set_memory, _set_interval, _set_lapses, _set_last_review, _set_due = setters(Reviewing)


class Relearning(Value):
    """Forgotten, and in the relearning steps; *step* counts from 0, *due* is an exact moment."""

    __slots__ = ("memory", "step", "lapses", "last_review", "due")
    memory: Memory
    step: int
    lapses: int
    last_review: datetime
    due: datetime

    def __init__(self, memory: Memory, step: int, lapses: int, last_review: datetime, due: datetime) -> None:
        self.fill(memory=memory, step=step, lapses=lapses, last_review=last_review, due=due)


Schedule = New | Learning | Reviewing | Relearning
