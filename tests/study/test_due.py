"""Laws of falling due: a review by the day of the place where the learner is, a step at its very moment."""

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashcards.scheduler import Rating, Reviewing, local_day
from flashcards.study.due import due_at, due_day
from flashcards.study.effect import effect
from flashcards.study.moves import postponed
from flashcards.study.queue import coming, queue_at
from flashcards.study.settings import Settings
from flashcards.study.state import State
from tests.study.card_box import DAY, NOW, answered, card

PSOAS = card("psoas")
offsets = st.integers(-12 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
hours = st.integers(0, 23)


def learned(there: timezone, rollover: int) -> tuple[State, date]:
    """A card that was answered once in some place, and the day it falls due on."""
    state = State(settings=Settings(rollover_hour=rollover))
    state = answered(state, PSOAS, Rating.EASY, NOW.astimezone(there))
    schedule = state.schedule(PSOAS.id)
    assert isinstance(schedule, Reviewing)
    return state, due_day(schedule)


@given(offsets, offsets, hours, hours, st.integers(-48, 48))
def test_a_review_waits_once_its_day_has_begun_where_the_learner_is(
    there: timezone, here: timezone, before: int, rollover: int, hour: int
) -> None:
    state, day = learned(there, before)
    state = replace(state, settings=Settings(rollover_hour=rollover))
    now = datetime(day.year, day.month, day.day, rollover, tzinfo=here) + timedelta(hours=hour)
    waits = queue_at(now, [PSOAS], state).due == (PSOAS,)
    assert waits == (local_day(now, rollover) >= day)
    assert len(postponed(now, [PSOAS], state, 1, 0)) == waits == effect(state, state, now).waiting
    if not waits:
        assert next(coming(now, [PSOAS], state)).at.astimezone(here).date() == day


@given(offsets, offsets, hours)
def test_a_step_waits_from_its_very_moment_on_wherever_the_learner_is(
    there: timezone, here: timezone, rollover: int
) -> None:
    state = answered(
        State(settings=Settings(rollover_hour=rollover)), PSOAS, Rating.GOOD, NOW.astimezone(there)
    )
    schedule = state.cards[PSOAS.id].schedule
    assert due_at(schedule, NOW.astimezone(here), rollover) == schedule.due
    assert due_at(schedule, NOW.astimezone(here), rollover).utcoffset() == here.utcoffset(None)


@pytest.mark.parametrize(("month", "day"), [(3, 22), (10, 18)])
def test_the_clock_set_forth_or_back_does_not_shift_the_hour_reviews_wait_from(month: int, day: int) -> None:
    berlin = ZoneInfo("Europe/Berlin")
    state = answered(State(), PSOAS, Rating.EASY, datetime(2026, month, day, 20, tzinfo=berlin))
    due = state.cards[PSOAS.id].schedule.due
    start = datetime(due.year, due.month, due.day, 4, tzinfo=berlin)
    assert start.utcoffset() != due.utcoffset()
    assert not queue_at(start - timedelta(minutes=1), [PSOAS], state).due
    assert queue_at(start, [PSOAS], state).due == (PSOAS,)
    assert queue_at(start + DAY, [PSOAS], state).due == (PSOAS,)
