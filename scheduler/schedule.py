"""Where one card stands: new, learning, reviewing or relearning; each case has just the fields it needs."""

from dataclasses import dataclass
from datetime import datetime

from .memory import Memory


@dataclass(frozen=True, slots=True)
class New:
    """Never answered."""


@dataclass(frozen=True, slots=True)
class Learning:
    """In the learning steps; *step* counts from 0, *due* is an exact moment."""

    memory: Memory
    step: int
    last_review: datetime
    due: datetime


@dataclass(frozen=True, slots=True)
class Reviewing:
    """Learned: asked again after *interval* days, on the day starting at *due*; forgotten *lapses* times."""

    memory: Memory
    interval: int
    lapses: int
    last_review: datetime
    due: datetime


@dataclass(frozen=True, slots=True)
class Relearning:
    """Forgotten, and in the relearning steps; *step* counts from 0, *due* is an exact moment."""

    memory: Memory
    step: int
    lapses: int
    last_review: datetime
    due: datetime


Schedule = New | Learning | Reviewing | Relearning
