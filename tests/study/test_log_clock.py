"""Laws of the hybrid clock and of the ids that sort by it."""

from datetime import UTC, datetime, timedelta, timezone
from itertools import pairwise
from uuid import RFC_4122, UUID

from hypothesis import given
from hypothesis import strategies as st

from flashcards.study.clock import horizon, milliseconds, tick, uuid7, wall_time

moments = st.datetimes(datetime(1971, 1, 1), datetime(8000, 1, 1), timezones=st.just(UTC))


@given(st.lists(moments))
def test_every_reading_comes_after_the_one_before_whatever_the_clock_does(times: list[datetime]) -> None:
    readings = [0]
    for now in times:
        readings.append(tick(readings[-1], now))
    assert all(before < after for before, after in pairwise(readings))


@given(moments, st.integers(0, 5000))
def test_a_clock_set_back_goes_on_from_the_last_reading(now: datetime, more: int) -> None:
    last = tick(0, now)
    for _ in range(more):
        last = tick(last, now - timedelta(days=3))
    assert timedelta() <= wall_time(last, 0) - now.replace(microsecond=0) < timedelta(seconds=2)


@given(moments, st.integers(-1439, 1439))
def test_a_reading_tells_its_time_in_the_zone_where_it_was_made(now: datetime, offset: int) -> None:
    there = now.astimezone(timezone(timedelta(minutes=offset)))
    told = wall_time(tick(0, there), offset)
    assert milliseconds(told) == milliseconds(now)
    assert told.utcoffset() == there.utcoffset()


@given(moments)
def test_a_day_ahead_is_believed_and_more_is_not(now: datetime) -> None:
    day = timedelta(hours=24)
    assert tick(0, now + day) <= horizon(now) < tick(0, now + day + timedelta(milliseconds=1))


@given(moments, moments, st.binary())
def test_ids_are_uuids_of_version_7_and_sort_by_time(one: datetime, other: datetime, content: bytes) -> None:
    first, second = (uuid7(tick(0, now), content) for now in (one, other))
    assert (UUID(first).version, UUID(first).variant) == (7, RFC_4122)
    if milliseconds(one) != milliseconds(other):
        assert (first < second) == (one < other)


@given(moments, st.lists(st.binary(), unique=True))
def test_different_events_have_different_ids(now: datetime, contents: list[bytes]) -> None:
    assert len({uuid7(tick(0, now), content) for content in contents}) == len(contents)
