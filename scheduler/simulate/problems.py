"""What is wrong with a call to simulate, all of it at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..memory import MemoryModel
from .begun import Begun
from .habits import Habits
from .plan import Plan
from .student import OWN, STUDENTS, Student


def problems(
    plans: object, model: object, student: object, habits: object, begun: object, seed: object
) -> Iterator[str]:
    """Say what cannot be simulated, and what could be."""
    yield from _plan_problems(plans)
    if not isinstance(model, MemoryModel):
        yield f"the model is {model!r}: give a memory model, such as FSRS6()"
    yield from _student_problems(student)
    if not isinstance(habits, Habits):
        yield f"the habits are {habits!r}: give Habits()"
    yield from _begun_problems(begun, model, student)
    if isinstance(seed, bool) or not isinstance(seed, int) or seed < 0:
        yield f"the seed is {seed!r}: give a whole number, 0 or more"


def _plan_problems(plans: object) -> Iterator[str]:
    if not isinstance(plans, Sequence) or not all(isinstance(plan, Plan) for plan in plans):
        yield f"the plans are {plans!r}: give a list of them, such as [Plan()]"
    elif not plans:
        yield "there is no plan: give one for each learner"
    elif len({plan.days for plan in plans}) > 1:
        yield "the plans take different numbers of days: simulate them apart"


def _student_problems(student: object) -> Iterator[str]:
    if isinstance(student, str):
        if student not in STUDENTS:
            yield f"there is no student {student!r}: use {', '.join(STUDENTS)}, or one of your own"
    elif not isinstance(student, Student):
        yield f"the student is {student!r}: use {', '.join(STUDENTS)}, or an object of a subclass of Student"


def _begun_problems(begun: object, model: object, student: object) -> Iterator[str]:
    if not isinstance(begun, Sequence) or not all(isinstance(card, Begun) for card in begun):
        yield "the cards begun before are no list of Begun: give one for each card"
    elif begun and student != OWN:
        yield f"only the student {OWN!r} can go on from cards begun before: another has no memory of them"
    elif begun and isinstance(model, MemoryModel):
        strange = [card for card in begun if type(card.memory) is not model.memory]
        if strange:
            yield f"{model.name} cannot go on from {strange[0].memory}, of another model: replay the reviews"
