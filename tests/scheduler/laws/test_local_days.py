"""Laws of local days: the roll-over hour of the clock on the wall, whatever the zone and the time of year."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashcards.scheduler import (
    Learning,
    Memory,
    New,
    Rating,
    Reviewing,
    Schedule,
    Scheduler,
    elapsed_days,
    local_day,
)
from tests.scheduler.laws.strategies import chances, meetings, moments, ratings

ZONES = ("UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia", "Asia/Kathmandu")
zones = st.sampled_from(ZONES).map(ZoneInfo)
hours = st.integers(0, 23)
BERLIN = ZoneInfo("Europe/Berlin")


@given(moments(zones), hours)
def test_a_day_lasts_from_roll_over_to_roll_over(when: datetime, hour: int) -> None:
    on_the_wall = when.replace(tzinfo=None)
    start = datetime.combine(local_day(when, hour), datetime.min.time()) + timedelta(hours=hour)
    assert start <= on_the_wall < start + timedelta(days=1)


@given(moments(zones), hours)
def test_a_zone_and_its_offset_give_one_day(when: datetime, hour: int) -> None:
    assert local_day(when, hour) == local_day(datetime.fromisoformat(when.isoformat()), hour)


@given(moments(), st.timedeltas(timedelta(0), timedelta(days=400)), hours)
def test_days_never_run_backward_at_one_offset(when: datetime, wait: timedelta, hour: int) -> None:
    assert local_day(when, hour) <= local_day(when + wait, hour)


@given(moments(), moments(), hours)
def test_elapsed_days_are_never_below_0(one: datetime, other: datetime, hour: int) -> None:
    assert elapsed_days(one, other, hour) >= 0


@given(meetings(), ratings, chances, hours)
def test_an_interval_ends_at_the_roll_over_of_its_day(
    meeting: tuple[Schedule, datetime], rating: Rating, u: float, hour: int
) -> None:
    schedule, now = meeting
    scheduler = Scheduler(learning_steps=(), relearning_steps=(), rollover_hour=hour)
    after = scheduler.review(schedule, rating, now, u)
    assert isinstance(after, Reviewing)
    assert after.due.utcoffset() == now.utcoffset()
    assert elapsed_days(now, after.due, hour) == after.interval
    assert elapsed_days(now, after.due - timedelta(microseconds=1), hour) == after.interval - 1


@given(moments(zones), ratings, chances)
def test_a_step_lasts_as_long_as_it_says_in_every_zone(now: datetime, rating: Rating, u: float) -> None:
    after = Scheduler().review(New(), rating, now, u)
    if isinstance(after, Learning):
        waited = after.due.astimezone(UTC) - now.astimezone(UTC)
        assert waited in (timedelta(minutes=1), timedelta(minutes=5.5), timedelta(minutes=10))


@pytest.mark.parametrize(
    ("before", "now", "days"),
    [
        ("2026-03-02T23:00+01:00", "2026-03-03T01:00+01:00", 0),
        ("2026-03-02T09:00+01:00", "2026-03-03T08:59+01:00", 1),
        ("2026-03-02T03:59+01:00", "2026-03-02T04:00+01:00", 1),
        ("2026-03-28T04:00+01:00", "2026-03-29T03:59+02:00", 0),  # 22 h 59 min: the night summer time begins
        ("2026-03-28T04:00+01:00", "2026-03-29T04:00+02:00", 1),
        ("2026-10-24T04:00+02:00", "2026-10-25T03:59+01:00", 0),  # 24 h 59 min: the night it ends
        ("2026-03-03T09:00+09:00", "2026-03-02T15:00-10:00", 0),  # an hour's flight, against the date line
        ("2026-03-02T15:00-10:00", "2026-03-03T11:00+09:00", 1),
    ],
)
def test_days_by_the_clock_on_the_wall(before: str, now: str, days: int) -> None:
    assert elapsed_days(datetime.fromisoformat(before), datetime.fromisoformat(now), 4) == days


def test_the_hour_that_comes_twice_is_not_a_step_backward() -> None:
    first = datetime(2026, 10, 25, 2, 50, tzinfo=BERLIN)
    card = Learning(Memory(1, 5), 1, first, first)
    second = datetime(2026, 10, 25, 2, 10, fold=1, tzinfo=BERLIN)  # twenty minutes later
    assert isinstance(Scheduler().review(card, Rating.GOOD, second, u=0), Reviewing)


def test_an_interval_over_the_change_to_summer_time_is_whole_days() -> None:
    now = datetime(2026, 3, 28, 9, tzinfo=BERLIN)
    after = Scheduler(learning_steps=()).review(New(), Rating.GOOD, now, u=0)
    assert isinstance(after, Reviewing)
    assert local_day(after.due, 4) == date(2026, 3, 30)
