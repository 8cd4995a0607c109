"""A schedule as a mapping of JSON values, and back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from .checks import HIGHEST_INTERVAL
from .days import check_moment
from .errors import RecordError, ScheduleError, refuse
from .fsrs7 import TwoTraces
from .memory import Memory
from .schedule import Learning, New, Relearning, Reviewing, Schedule
from .sm2 import SM2Memory

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

CASES: dict[str, type[Schedule]] = {
    "new": New,
    "learning": Learning,
    "reviewing": Reviewing,
    "relearning": Relearning,
}
MEMORIES: dict[frozenset[str], type[Memory]] = {
    frozenset(case.__match_args__): case for case in (Memory, TwoTraces, SM2Memory)
}
"""The memories of all models: the names of their numbers tell them apart."""


def to_dict(schedule: Schedule) -> dict[str, object]:
    """Return a schedule as a mapping that JSON can hold; from_dict gives it back.

    >>> to_dict(New())
    {'state': 'new'}
    """
    values = {name: _written(value) for name, value in schedule.fields().items()}
    return {"state": type(schedule).__name__.lower(), **values}


def _written(value: object) -> object:
    match value:
        case Memory():
            return value.fields()
        case datetime():
            return value.isoformat()
        case _:
            return value


def from_dict(record: Mapping[str, object]) -> Schedule:
    """Return the schedule a mapping describes.

    Raises RecordError with every problem in it.

    >>> from_dict({"state": "new"})
    New()
    """
    state = record.get("state")
    if not isinstance(state, str) or state not in CASES:
        raise RecordError(f"unknown state {state!r}: use one of {', '.join(CASES)}")
    case = CASES[state]
    names = case.__match_args__
    refuse(RecordError, _problems(record, names))
    build: Callable[..., Schedule] = case
    return build(**{name: READ[name](record[name]) for name in names})


def _problems(record: Mapping[str, object], names: tuple[str, ...]) -> Iterator[str]:
    for name in names:
        if name not in record:
            yield f"{name} is missing from a schedule that is {record['state']}"
        else:
            yield from _problem(name, record[name])
    for name in record.keys() - {"state", *names}:
        yield f"{name} does not belong to a schedule that is {record['state']}"


def _problem(name: str, value: object) -> Iterator[str]:
    try:
        READ[name](value)
    except (ScheduleError, OverflowError) as error:
        yield f"{name}: {error}"


def _memory(value: object) -> Memory:
    if not isinstance(value, Mapping):
        raise RecordError(f"{value!r} is not a mapping of stability and difficulty")
    case = MEMORIES.get(frozenset(value))
    if case is None:
        raise RecordError(
            f"stability and difficulty are wanted, not {', '.join(map(str, value)) or 'nothing'}"
        )
    return case(*(_number(value[name]) for name in case.__match_args__))


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise RecordError(f"{value!r} is not a number")
    return float(value)


def _count(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise RecordError(f"{value!r} is not a whole number from 0 up")
    return value


def _days(value: object) -> int:
    if not 1 <= _count(value) <= HIGHEST_INTERVAL:
        raise RecordError(f"an interval has 1 to {HIGHEST_INTERVAL} days")
    return _count(value)


def _moment(value: object) -> datetime:
    try:
        moment = datetime.fromisoformat(str(value))
    except ValueError:
        raise RecordError(f"{value!r} is not a time such as 2026-03-02T09:00:00+01:00") from None
    check_moment(moment)
    return moment


READ: dict[str, Callable[[object], object]] = {
    "memory": _memory,
    "step": _count,
    "interval": _days,
    "lapses": _count,
    "last_review": _moment,
    "due": _moment,
}
