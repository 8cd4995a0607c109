"""When to ask again: memory models, steps and local days.

Plain numbers and times go in and come out; in here is no clock, no chance and no card.

>>> from datetime import UTC, datetime
>>> now = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
>>> Scheduler().review(New(), Rating.EASY, now, u=0.5).due.isoformat()
'2026-03-10T04:00:00+00:00'
"""

from . import fsrs6
from .days import elapsed_days, local_day
from .errors import ParametersError, RecordError, ReviewError, ScheduleError, SettingsError
from .fsrs6 import FSRS6
from .fuzz import fuzz_range, pick_day
from .memory import Memory, MemoryModel
from .parameters import DEFAULT_PARAMETERS, HIGHEST_PARAMETERS, LOWEST_PARAMETERS
from .rating import Rating
from .record import from_dict, to_dict
from .schedule import Learning, New, Relearning, Reviewing, Schedule
from .scheduler import Scheduler

__all__ = [
    "DEFAULT_PARAMETERS",
    "FSRS6",
    "HIGHEST_PARAMETERS",
    "LOWEST_PARAMETERS",
    "Learning",
    "Memory",
    "MemoryModel",
    "New",
    "ParametersError",
    "Rating",
    "RecordError",
    "Relearning",
    "ReviewError",
    "Reviewing",
    "Schedule",
    "ScheduleError",
    "Scheduler",
    "SettingsError",
    "elapsed_days",
    "from_dict",
    "fsrs6",
    "fuzz_range",
    "local_day",
    "pick_day",
    "to_dict",
]
