"""What the scheduler refuses.

ValueError
└── ScheduleError
    ├── ParametersError   parameters no memory model can work with
    ├── SettingsError     a retention, step, interval or hour out of range
    ├── ReviewError       a rating, time or chance no review can have
    └── RecordError       a mapping that is not a schedule
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


class ScheduleError(ValueError):
    """The root of all the scheduler refuses; the message says what is wrong and what would be right."""


class ParametersError(ScheduleError):
    """Parameters of the wrong number, not finite, out of bounds or out of order."""


class SettingsError(ScheduleError):
    """A setting of the scheduler out of range."""


class ReviewError(ScheduleError):
    """A review that cannot have happened: an unknown rating, an impossible time, a chance outside [0, 1)."""


class RecordError(ScheduleError):
    """A mapping that does not describe a schedule."""


def refuse(error: type[ScheduleError], problems: Iterable[str]) -> None:
    """Raise *error* with all the problems, one a line; do nothing when there are none."""
    if message := "\n".join(problems):
        raise error(message)
