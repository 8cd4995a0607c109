"""What a student says, checked: somebody else may have written it."""

from __future__ import annotations

from ..errors import SettingsError
from .arrays import Floats
from .student import Student

ROUNDING = 1e-5
"""How far a chance may be outside 0 to 1, for it may be reckoned in half the precision."""


def chances(student: Student, memory: Floats, days: Floats | float) -> Floats:
    """Return the chances of recall; SettingsError unless there is one from 0 to 1 for each card."""
    found = student.retrievability(memory, days)
    if (shape := getattr(found, "shape", None)) != (count := memory.shape[1],):
        raise SettingsError(
            f"the student {_name(student)} gives chances of recall of shape {shape}: "
            f"retrievability must return an array of shape {count}, a chance for each card"
        )
    if found.size and not -ROUNDING <= found.min() <= found.max() <= 1 + ROUNDING:
        strange = found[~((found >= -ROUNDING) & (found <= 1 + ROUNDING))][0]
        raise SettingsError(
            f"the student {_name(student)} gives a chance of recall of {strange:g}: "
            "retrievability must return numbers from 0 to 1"
        )
    return found


def remembered(student: Student, memory: Floats, rows: int | None, cards: int) -> Floats:
    """Return what is remembered; SettingsError unless it has a column for each card, and as many rows."""
    shape: tuple[int, ...] = getattr(memory, "shape", ())
    if len(shape) != 2 or shape != (rows or shape[0], cards):
        raise SettingsError(
            f"the student {_name(student)} remembers cards in an array of shape {shape}: first and next must "
            f"return one of shape ({'rows' if rows is None else rows}, {cards}), a column for each card"
        )
    return memory


def _name(student: Student) -> str:
    return repr(getattr(student, "name", type(student).__name__))
