"""Days from times are those of the scheduler, which counts them one by one."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashcards.scheduler import ReviewError, local_day
from scheduler.batch import fractional_days, local_days

moments = st.integers(0, 4_000_000_000_000)
offsets = st.integers(-14 * 60, 14 * 60)


@given(moments, offsets, st.integers(0, 23))
def test_a_local_day_is_that_of_the_scheduler(moment: int, offset: int, rollover: int) -> None:
    zone = timezone(timedelta(minutes=offset))
    when = datetime(1970, 1, 1, tzinfo=UTC).astimezone(zone) + timedelta(milliseconds=moment)
    day = datetime(1970, 1, 1).date() + timedelta(days=int(local_days([moment], rollover, offset)[0]))
    assert day == local_day(when, rollover)


@given(st.lists(st.tuples(moments, offsets)))
def test_every_review_may_have_an_offset_of_its_own(reviews: list[tuple[int, int]]) -> None:
    times, zones = [time for time, _ in reviews], [zone for _, zone in reviews]
    each = [local_days([time], offset_minutes=zone)[0] for time, zone in reviews]
    assert local_days(times, offset_minutes=zones).tolist() == each


@given(st.lists(moments, min_size=1))
def test_fractional_days_are_counted_from_the_earliest_moment(times: list[int]) -> None:
    assert fractional_days(times).tolist() == [(time - min(times)) / 86_400_000 for time in times]


def test_no_times_make_no_days() -> None:
    assert local_days([]).size == fractional_days([]).size == 0


@pytest.mark.parametrize("days", [local_days, fractional_days])
@pytest.mark.parametrize("times", [[0.5], [float("nan")], ["2026-03-02"]])
def test_times_that_are_no_milliseconds_are_refused(days: Callable[[object], object], times: object) -> None:
    with pytest.raises(ReviewError, match="give whole milliseconds since 1970, in UTC"):
        days(times)


@pytest.mark.parametrize("hour", [-1, 24, 99, float("nan"), float("inf")])
def test_hours_that_no_clock_shows_are_refused(hour: float) -> None:
    with pytest.raises(ReviewError, match=r"a roll-over hour of .*: use 0 to 23"):
        local_days([0], hour)


@pytest.mark.parametrize("offset", [float("nan"), 10**9, 330.5, [0, 99_999], -(2**63)])
def test_offsets_that_no_place_has_are_refused(offset: object) -> None:
    with pytest.raises(ReviewError, match="give whole minutes from UTC"):
        local_days([0, 0], 4, offset)  # type: ignore[arg-type]


def test_all_that_is_wrong_with_days_comes_at_once() -> None:
    with pytest.raises(ReviewError) as refused:
        local_days([0.5, 1.5], 25, ["east"])
    assert len(str(refused.value).splitlines()) == 4


def test_an_offset_may_be_a_whole_number_written_as_a_float() -> None:
    assert local_days([0], 0, 330.0).tolist() == local_days([0], 0, 330).tolist()
