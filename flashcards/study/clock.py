"""The hybrid logical clock that orders events, and ids that sort by it; time comes in as an argument.

A reading is one number: the milliseconds since 1970 in its upper bits, a counter in its lower 16.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from functools import lru_cache
from hashlib import blake2b
from uuid import UUID

COUNTER_BITS = 16
DAY_AHEAD = timedelta(hours=24)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def milliseconds(when: datetime) -> int:
    """Return the whole milliseconds from 1970 to an aware time.

    >>> milliseconds(datetime(1970, 1, 1, 1, tzinfo=timezone(timedelta(hours=1))))
    0
    """
    return (when - EPOCH) // timedelta(milliseconds=1)


def offset_minutes(when: datetime) -> int:
    """Return how far an aware time's zone is from UTC, in minutes.

    >>> offset_minutes(datetime(2026, 7, 1, tzinfo=timezone(timedelta(hours=-3.5))))
    -210
    """
    return (when.utcoffset() or timedelta()) // timedelta(minutes=1)


def tick(last: int, now: datetime) -> int:
    """Return the next reading: the time where it has moved on, else just after the last one.

    >>> tick(0, EPOCH + timedelta(milliseconds=5)) == 5 << COUNTER_BITS
    True
    >>> tick(9 << COUNTER_BITS, EPOCH) == (9 << COUNTER_BITS) + 1
    True
    """
    return max(last + 1, milliseconds(now) << COUNTER_BITS)


def wall_time(reading: int, offset: int) -> datetime:
    """Return the time of a reading, `offset` minutes from UTC; OverflowError or ValueError off the calendar.

    >>> wall_time(tick(0, EPOCH), 60).isoformat()
    '1970-01-01T01:00:00+01:00'
    """
    passed = timedelta(milliseconds=reading >> COUNTER_BITS)
    return (EPOCH + passed).astimezone(_zone(offset))


@lru_cache(maxsize=64)
def _zone(offset: int) -> timezone:
    return timezone(timedelta(minutes=offset))


def horizon(now: datetime) -> int:
    """Return the latest reading believed now: 24 hours ahead, for one fast clock would drag all along."""
    return (milliseconds(now + DAY_AHEAD) + 1 << COUNTER_BITS) - 1


def uuid7(reading: int, content: bytes) -> str:
    """Return the UUIDv7 of an event: its milliseconds, then a hash of its content in place of chance.

    The same event has the same id wherever it is made, and different ones differ.

    >>> uuid7(0, b"psoas")[:15]
    '00000000-0000-7'
    """
    rest = int.from_bytes(blake2b(content, digest_size=10).digest())
    number = (reading >> COUNTER_BITS) % (1 << 48) << 80 | rest
    version, variant = (0xF << 76, 7 << 76), (3 << 62, 2 << 62)
    for mask, bits in (version, variant):
        number = number & ~mask | bits
    return str(UUID(int=number))
