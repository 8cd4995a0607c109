"""Running a simulation: whose memory, and day by day."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ..errors import SettingsError, refuse
from ..fsrs6 import FSRS6
from ..fsrs7 import FSRS7
from ..memory import MemoryModel
from ..sm2 import SM2, AnkiSM2
from .cohort import Cohort
from .diary import Diary
from .fsrs6 import ArrayFSRS6
from .fsrs7 import ArrayFSRS7
from .habits import Habits
from .half_life import HalfLife
from .model import ArrayModel, OneByOne
from .plan import Plan
from .power_law import PowerLaw
from .result import Simulation
from .sbd import SBD
from .sm2 import ArraySM2
from .student import OWN, STUDENTS, Student

NAMED: dict[str, Callable[[], Student]] = {SBD.name: SBD, HalfLife.name: HalfLife, PowerLaw.name: PowerLaw}


def run(
    plans: Sequence[Plan],
    model: MemoryModel,
    student: Student | str,
    habits: Habits,
    seed: int,
    each_day: Callable[[int], object],
) -> list[Simulation]:
    """Simulate a learner for each plan."""
    refuse(SettingsError, _problems(plans, student, seed))
    memory = array_model(model)
    cohort = Cohort(plans, memory, habits, _student(student, memory), seed)
    diary = Diary(len(plans), plans[0].days)
    for today in range(plans[0].days):
        cohort.live(today, diary)
        each_day(today)
    return [diary.of(number, cohort.memory_of(number)) for number in range(len(plans))]


def array_model(model: MemoryModel) -> ArrayModel:
    """Return a memory model for many cards at once."""
    match model:
        case FSRS6():
            return ArrayFSRS6(model)
        case FSRS7():
            return ArrayFSRS7(model)
        case SM2() | AnkiSM2():
            return ArraySM2(model)
        case _:
            return OneByOne(model)


def _student(student: Student | str, model: ArrayModel) -> Student:
    if isinstance(student, str):
        return model if student == OWN else NAMED[student]()
    return student


def _problems(plans: Sequence[Plan], student: Student | str, seed: int) -> list[str]:
    problems = []
    if not plans:
        problems.append("there is no plan: give one for each learner")
    if len({plan.days for plan in plans}) > 1:
        problems.append("the plans take different numbers of days: simulate them apart")
    if isinstance(student, str) and student not in STUDENTS:
        problems.append(f"there is no student {student!r}: use {', '.join(STUDENTS)}, or one of your own")
    if not isinstance(seed, int) or seed < 0:
        problems.append(f"the seed is {seed!r}: give a whole number, 0 or more")
    return problems
