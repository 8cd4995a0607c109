"""When to ask again: memory models, steps and local days.

Plain numbers and times go in and come out; in here is no clock, no chance and no card.

>>> from datetime import UTC, datetime
>>> now = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
>>> Scheduler().review(New(), Rating.EASY, now, u=0.5).due.isoformat()
'2026-03-10T04:00:00+00:00'
"""

from . import fsrs6, fsrs7, sm2
from .arrays import fractional_days, local_days, replay
from .days import elapsed_days, exact_days, local_day
from .errors import ParametersError, RecordError, ReviewError, ScheduleError, SettingsError
from .fit import Bin, Check, Fit, fit
from .fsrs6 import FSRS6
from .fsrs7 import FSRS7, TwoTraces
from .fuzz import chance_of, fuzz_range, pick_day
from .memory import Memory, MemoryModel
from .parameters import ParameterTable
from .rating import Rating
from .record import from_dict, to_dict
from .schedule import Learning, New, Relearning, Reviewing, Schedule
from .scheduler import Scheduler, lapses_of
from .simulate import OWN, STUDENTS, Begun, Habits, Plan, Simulation, Student, simulate
from .sm2 import SM2, AnkiSM2, SM2Memory
from .tables import FSRS6_TABLE, FSRS7_TABLE

__all__ = [
    "FSRS6",
    "FSRS6_TABLE",
    "FSRS7",
    "FSRS7_TABLE",
    "OWN",
    "SM2",
    "STUDENTS",
    "AnkiSM2",
    "Begun",
    "Bin",
    "Check",
    "Fit",
    "Habits",
    "Learning",
    "Memory",
    "MemoryModel",
    "New",
    "ParameterTable",
    "ParametersError",
    "Plan",
    "Rating",
    "RecordError",
    "Relearning",
    "ReviewError",
    "Reviewing",
    "SM2Memory",
    "Schedule",
    "ScheduleError",
    "Scheduler",
    "SettingsError",
    "Simulation",
    "Student",
    "TwoTraces",
    "chance_of",
    "elapsed_days",
    "exact_days",
    "fit",
    "fractional_days",
    "from_dict",
    "fsrs6",
    "fsrs7",
    "fuzz_range",
    "lapses_of",
    "local_day",
    "local_days",
    "pick_day",
    "replay",
    "simulate",
    "sm2",
    "to_dict",
]
