"""Whole learners over months: what a desired retention costs in minutes, and what it brings in facts.

Loaded without numpy; only `simulate` itself needs it.
"""

from __future__ import annotations

from ..extra import Extra
from ..fsrs6 import FSRS6
from .begun import Begun
from .habits import Habits
from .plan import Plan
from .result import Simulation
from .student import OWN, STUDENTS, Student

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ..memory import MemoryModel

__all__ = ["OWN", "STUDENTS", "Begun", "Habits", "Plan", "Simulation", "Student", "simulate"]


def simulate(
    plans: Sequence[Plan],
    model: MemoryModel | None = None,
    *,
    student: Student | str = OWN,
    habits: Habits | None = None,
    begun: Sequence[Begun] = (),
    seed: int = 0,
    each_day: Callable[[int], object] = bool,
) -> list[Simulation]:
    """Simulate a learner for each plan and return what each comes to, in the order of the plans.

    The memory model (FSRS-6 by default) says when a card is due; the student, one of STUDENTS or an object of
    your own, says whether it is recalled. Plans may differ in all but their days. The n-th learner's chance
    follows from the seed (0 or more) and n alone: the same call gives the same result, and equal plans in one
    call are several learners. Each starts with the cards `begun` before, on top of those of the plan; only
    the student "own" can, for no other has a memory of them. `each_day` is called with the number of each day
    that is over, from 0.

    Needs numpy. Raises SettingsError, naming every problem. The rules of a day are those of fsrs-rs @015c509
    src/simulation.rs; docs/simulate.md says them and where they differ.

    >>> [learner] = simulate([Plan(retention=0.9, cards=100, days=60)])
    >>> int(learner.new.sum()), int(learner.known_at_the_end)
    (100, 95)
    """
    with Extra():
        from .running import run

    return run(plans, model or FSRS6(), student, habits or Habits(), begun, seed, each_day)
