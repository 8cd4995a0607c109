"""Local days: they start at the roll-over hour, so a review after midnight counts for the evening."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, timezone
from functools import lru_cache

from .errors import ReviewError

# Room to count a longest interval forth and a roll-over back without leaving the calendar.
EARLIEST_YEAR, LATEST_YEAR = 2, 9800

A_DAY = timedelta(days=1)


def check_moment(when: datetime) -> None:
    """Raise ReviewError unless *when* knows its UTC offset and lies well inside the calendar."""
    if when.utcoffset() is None:
        raise ReviewError(f"the time {when.isoformat()} has no time zone: give an aware datetime")
    if not EARLIEST_YEAR <= when.year <= LATEST_YEAR:
        raise ReviewError(
            f"the time {when.isoformat()} is outside the years {EARLIEST_YEAR} to {LATEST_YEAR}"
        )


def at_own_offset(when: datetime) -> datetime:
    """Return the same moment with its UTC offset fixed; ReviewError as `check_moment` raises it.

    Arithmetic inside one zone goes by its clock face, which summer time sets forth and back; with a fixed
    offset it goes by the time that passes, and a replay from a log of offsets gives what the preview gave.
    """
    if when.tzinfo.__class__ is not timezone:
        check_moment(when)
        return when.replace(tzinfo=timezone(when.utcoffset() or timedelta()))
    if not EARLIEST_YEAR <= when.year <= LATEST_YEAR:
        check_moment(when)
    return when


def local_day(when: datetime, rollover_hour: int) -> date:
    """Return the day *when* belongs to by its own offset; it starts at *rollover_hour* of the clock.

    >>> local_day(datetime.fromisoformat("2026-03-02T03:59+01:00"), rollover_hour=4)
    datetime.date(2026, 3, 1)
    """
    check_moment(when)
    if not 0 <= rollover_hour <= 23:
        raise ReviewError(f"a roll-over hour of {rollover_hour!r}: use 0 to 23")
    return (when - timedelta(hours=rollover_hour)).date()


def elapsed_days(before: datetime, now: datetime, rollover_hour: int) -> int:
    """Return the local days between two moments; 0 when travel or a wrong clock would make it fewer."""
    return max(0, (local_day(now, rollover_hour) - local_day(before, rollover_hour)).days)


def exact_days(before: datetime, now: datetime) -> float:
    """Return the days between two moments with their fraction; 0 when a wrong clock would make it fewer.

    >>> evening, morning = "2026-03-02T21:00+01:00", "2026-03-03T09:00+01:00"
    >>> exact_days(datetime.fromisoformat(evening), datetime.fromisoformat(morning))
    0.5
    """
    return max(0.0, (at_own_offset(now) - at_own_offset(before)) / A_DAY)


@lru_cache(maxsize=1024)  # most cards fall due on the same few hundred days
def start_of_day(ordinal: int, rollover: time, zone: timezone) -> datetime:
    """Return the start of a local day, given by its number (date.toordinal), at a fixed offset."""
    return datetime.combine(date.fromordinal(ordinal), rollover, zone)
