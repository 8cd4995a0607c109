"""SM-2 of Anki equals the real Anki's without FSRS, over whole lives of a card answered on time or late.

Anki reckons in numbers of 32 bits, so where a half is rounded one of the two may win a day. Left out: answers
before the day, which in Anki count as on time unless a filtered deck asks for them.
"""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flashcards.scheduler import (
    AnkiSM2,
    Learning,
    New,
    Rating,
    Relearning,
    Reviewing,
    Schedule,
    Scheduler,
    SM2Memory,
    lapses_of,
)
from tests.scheduler.anki_bench import AnkiCard, Answered, steps
from tests.scheduler.laws.strategies import PASSES, ratings

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
CASES = {Learning: "learning", Reviewing: "review", Relearning: "relearning"}

schedulers = st.builds(
    Scheduler,
    model=st.just(AnkiSM2()),
    learning_steps=steps(3),
    relearning_steps=steps(2),
    fuzz=st.just(False),
)
histories = st.lists(st.tuples(ratings, st.just(0) | st.integers(1, 400)), min_size=1, max_size=16)
"""Ratings, each with the days it comes late."""


def assert_equal(ours: Schedule, theirs: Answered) -> None:
    """The same case, and the same wait, ease and lapses."""
    assert not isinstance(ours, New)
    assert isinstance(ours.memory, SM2Memory)
    assert theirs.case == CASES[type(ours)]
    assert theirs.lapses == lapses_of(ours)
    if isinstance(ours, Reviewing):
        assert theirs.days in days(ours.memory.stability)
        assert ours.interval in days(ours.memory.stability)
        assert theirs.ease == pytest.approx(ours.memory.difficulty, rel=1e-6)
    else:
        assert theirs.seconds == int((ours.due - ours.last_review).total_seconds())


def days(ideal: float) -> range:
    """What an interval may be rounded to: one day, or two where it is near a half."""
    low, high = (int(ideal * near + 0.5) for near in (1 - 1e-6, 1 + 1e-6))
    return range(low, high + 1)


def as_stored(ours: Schedule, card: AnkiCard) -> Schedule:
    """The schedule with the interval that Anki goes on from."""
    if not isinstance(ours, Reviewing):
        return ours
    assert isinstance(ours.memory, SM2Memory)
    return ours.changed(interval=card.interval, memory=ours.memory.changed(interval=card.interval))


@settings(max_examples=2 * settings().max_examples)
@given(schedulers, histories)
def test_every_rating_along_a_history_leads_where_it_does_in_anki_without_fsrs(
    anki_card: AnkiCard, scheduler: Scheduler, history: list[tuple[Rating, int]]
) -> None:
    anki_card.begin(learning=scheduler.learning_steps, relearning=scheduler.relearning_steps)
    before: Schedule = New()
    now = NOON
    for rating, late in history:
        if isinstance(before, Reviewing):
            now += timedelta(days=before.interval + late)
            anki_card.wait(before.interval + late)
        ours, theirs = scheduler.preview(before, now, u=0), anki_card.preview()
        for each in Rating:
            assert_equal(ours[each], theirs[each])
        anki_card.answer(rating)
        before = as_stored(ours[rating], anki_card)


@given(st.integers(50, 100), st.lists(st.tuples(st.sampled_from(PASSES), st.integers(0, 60)), max_size=10))
def test_a_retention_above_nine_tenths_does_what_the_modifier_does_in_anki(
    anki_card: AnkiCard, percent: int, history: list[tuple[Rating, int]]
) -> None:
    """In review, where Anki applies it, from 50 to 100 % and up to 1,000 days; yet intervals grow."""
    modifier = percent / 100
    scheduler = Scheduler(AnkiSM2(), 0.9**modifier, learning_steps=(), relearning_steps=(), fuzz=False)
    anki_card.begin(modifier=modifier)
    before, now = scheduler.review(New(), Rating.GOOD, NOON, u=0), NOON
    anki_card.answer(Rating.GOOD)
    for rating, late in history:
        assert isinstance(before, Reviewing)
        if before.interval > 1000:
            break
        now += timedelta(days=before.interval + late)
        anki_card.wait(before.interval + late)
        ours, theirs = scheduler.preview(before, now, u=0), anki_card.preview()
        for each in PASSES:
            shown = ours[each]
            assert isinstance(shown, Reviewing)
            assert shown.interval > before.interval
            assert theirs[each].days in {shown.interval, *days(shown.memory.stability * modifier)}
        anki_card.answer(rating)
        before = as_stored(ours[rating], anki_card)
