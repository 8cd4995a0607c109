"""Where one card stands: new, learning, reviewing or relearning; each case has just the fields it needs.

Reviews make these by the hundred thousand, and a value that is closed from the start is slow to fill. So each
is filled while it is still open, as its base, and then becomes the case that never changes.
"""

from __future__ import annotations

from .errors import ReviewError
from .value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import datetime

    from .memory import Memory

_blank = object.__new__


def _impossible(case: type[Value], **counts: int) -> ReviewError:
    given = ", ".join(f"{name} {count}" for name, count in counts.items())
    return ReviewError(
        f"no card is {case.__name__} with {given}: an interval is 1 or more, lapses and steps 0 or more"
    )


class New(Value):
    """Never answered."""

    __slots__ = ()


class _OpenLearning:
    __slots__ = ("memory", "step", "last_review", "due")
    memory: Memory
    step: int
    last_review: datetime
    due: datetime


class Learning(_OpenLearning, Value):
    """In the learning steps; *step* counts from 0, *due* is an exact moment."""

    __slots__ = ()
    __match_args__ = ("memory", "step", "last_review", "due")

    def __new__(cls, memory: Memory, step: int, last_review: datetime, due: datetime) -> Learning:
        """Fill it, then close it."""
        if step < 0:
            raise _impossible(cls, step=step)
        card = _blank(_OpenLearning)
        card.memory = memory
        card.step = step
        card.last_review = last_review
        card.due = due
        card.__class__ = cls
        return card  # type: ignore[return-value]


class _OpenReviewing:
    __slots__ = ("memory", "interval", "lapses", "last_review", "due")
    memory: Memory
    interval: int
    lapses: int
    last_review: datetime
    due: datetime


class Reviewing(_OpenReviewing, Value):
    """Learned: asked again after *interval* days, on the day starting at *due*; forgotten *lapses* times."""

    __slots__ = ()
    __match_args__ = ("memory", "interval", "lapses", "last_review", "due")

    def __new__(
        cls, memory: Memory, interval: int, lapses: int, last_review: datetime, due: datetime
    ) -> Reviewing:
        """Check the numbers, then fill it and close it."""
        if interval < 1 or lapses < 0:
            raise _impossible(cls, interval=interval, lapses=lapses)
        return learned(memory, interval, lapses, last_review, due)


def learned(memory: Memory, interval: int, lapses: int, last_review: datetime, due: datetime) -> Reviewing:
    """Return a card in review of numbers that are known to be sound: not checked again."""
    card = _blank(_OpenReviewing)
    card.memory = memory
    card.interval = interval
    card.lapses = lapses
    card.last_review = last_review
    card.due = due
    card.__class__ = Reviewing
    return card  # type: ignore[return-value]


class _OpenRelearning:
    __slots__ = ("memory", "step", "lapses", "last_review", "due")
    memory: Memory
    step: int
    lapses: int
    last_review: datetime
    due: datetime


class Relearning(_OpenRelearning, Value):
    """Forgotten, and in the relearning steps; *step* counts from 0, *due* is an exact moment."""

    __slots__ = ()
    __match_args__ = ("memory", "step", "lapses", "last_review", "due")

    def __new__(
        cls, memory: Memory, step: int, lapses: int, last_review: datetime, due: datetime
    ) -> Relearning:
        """Fill it, then close it."""
        if step < 0 or lapses < 0:
            raise _impossible(cls, step=step, lapses=lapses)
        card = _blank(_OpenRelearning)
        card.memory = memory
        card.step = step
        card.lapses = lapses
        card.last_review = last_review
        card.due = due
        card.__class__ = cls
        return card  # type: ignore[return-value]


Schedule = New | Learning | Reviewing | Relearning
