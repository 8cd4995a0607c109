"""Running a simulation: whose memory, and day by day."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ..errors import SettingsError, refuse
from ..fsrs6 import FSRS6
from ..fsrs7 import FSRS7
from ..memory import MemoryModel
from ..sm2 import SM2, AnkiSM2
from .begun import Begun
from .cohort import Cohort
from .diary import Diary
from .fsrs6 import ArrayFSRS6
from .fsrs7 import ArrayFSRS7
from .habits import Habits
from .half_life import HalfLife
from .model import ArrayModel, OneByOne
from .plan import Plan
from .power_law import PowerLaw
from .problems import problems
from .result import Simulation
from .sbd import SBD
from .sm2 import ArraySM2
from .student import OWN, Student

NAMED: dict[str, Callable[[], Student]] = {SBD.name: SBD, HalfLife.name: HalfLife, PowerLaw.name: PowerLaw}


def run(
    plans: Sequence[Plan],
    model: MemoryModel,
    student: Student | str,
    habits: Habits,
    begun: Sequence[Begun],
    seed: int,
    each_day: Callable[[int], object],
) -> list[Simulation]:
    """Simulate a learner for each plan."""
    refuse(SettingsError, problems(plans, model, student, habits, begun, seed))
    memory = array_model(model)
    cohort = Cohort(plans, memory, habits, _student(student, memory), seed, begun)
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
