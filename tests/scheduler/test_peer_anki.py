"""FSRS-6 under the real Anki equals ours: memory, steps and intervals, over whole lives of a card.

Anki reckons in numbers of 32 bits, so a stability may differ by a part in a thousand or by 2e-5 days, and an
interval by a part in a thousand before it is rounded. It holds the buttons a day apart, where ours may not;
even without fuzz it holds an interval at the last one where fuzz could reach it. Left out: further passes
of a learned card on one day, which ours does not count; steps of which 1.5 is over a day, which Anki rounds;
retentions below 0.7, which it does not take.
"""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flashcards.scheduler import (
    FSRS6,
    Learning,
    New,
    Rating,
    Relearning,
    Reviewing,
    Schedule,
    Scheduler,
    fuzz_range,
    lapses_of,
)
from tests.scheduler.anki_bench import AnkiCard, Answered, steps
from tests.scheduler.laws.strategies import models, ratings

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
TOLERANCE = 1e-3
CASES = {Learning: "learning", Reviewing: "review", Relearning: "relearning"}


schedulers = st.builds(
    Scheduler,
    model=models,
    desired_retention=st.floats(0.7, 0.99),
    learning_steps=steps(3),
    relearning_steps=steps(2),
    maximum_interval=st.just(36500) | st.integers(2, 36500),
    fuzz=st.just(False),
)
histories = st.lists(st.tuples(ratings, st.just(0) | st.integers(1, 400)), min_size=1, max_size=12)


def begin(card: AnkiCard, scheduler: Scheduler) -> None:
    assert isinstance(scheduler.model, FSRS6)
    card.begin(
        scheduler.model.parameters,
        scheduler.desired_retention,
        scheduler.learning_steps,
        scheduler.relearning_steps,
        scheduler.maximum_interval,
    )


def assert_equal(ours: Schedule, theirs: Answered, scheduler: Scheduler) -> None:
    """The same case and memory, and in the steps the same step and wait."""
    assert not isinstance(ours, New)
    assert theirs.case == CASES[type(ours)]
    assert theirs.lapses == lapses_of(ours)
    assert theirs.memory
    assert ours.memory.stability == pytest.approx(theirs.memory.stability, rel=TOLERANCE, abs=2e-5)
    assert ours.memory.difficulty == pytest.approx(theirs.memory.difficulty, rel=1e-5)
    if not isinstance(ours, Reviewing):
        steps = scheduler.learning_steps if isinstance(ours, Learning) else scheduler.relearning_steps
        assert theirs.steps_left == len(steps) - ours.step
        assert theirs.seconds == int((ours.due - ours.last_review).total_seconds())


def assert_same_days(
    scheduler: Scheduler, before: Schedule, ours: dict[Rating, Schedule], theirs: dict[Rating, Answered]
) -> None:
    """Ours are the days of the memory; Anki's are, too, or as few as it allows."""
    learned = before.interval if isinstance(before, Reviewing) else 0
    fewest = range(1, 2)
    for rating, our, their in zip(Rating, ours.values(), theirs.values(), strict=True):
        assert not isinstance(our, New)
        ideal = scheduler.model.interval(our.memory, scheduler.desired_retention)
        lowest, highest = fuzz_range(ideal, 1, scheduler.maximum_interval)
        held = learned if lowest < learned <= highest and rating is not Rating.AGAIN else 1
        if isinstance(our, Reviewing):
            assert our.interval in days(ideal, range(1, 2), scheduler)
            assert their.days in days(ideal, at_least(fewest, held), scheduler)
        if rating is Rating.GOOD or (rating is Rating.HARD and learned):
            fewest = one_more(days(ideal, at_least(fewest, held), scheduler))


def days(ideal: float, fewest: range, scheduler: Scheduler) -> range:
    """What an interval may be rounded to, within the tolerance."""
    low, high = (int(ideal * near + 0.5) for near in (1 - TOLERANCE, 1 + TOLERANCE))
    most = scheduler.maximum_interval
    return range(min(max(low, fewest[0]), most), min(max(high, fewest[-1]), most) + 1)


def at_least(days: range, held: int) -> range:
    return range(max(days[0], held), max(days[-1], held) + 1)


def one_more(days: range) -> range:
    return range(days[0] + 1, days[-1] + 2)


def as_stored(ours: Schedule, card: AnkiCard) -> Schedule:
    """The schedule with the numbers that Anki goes on from."""
    if isinstance(ours, Reviewing):
        return ours.changed(memory=card.memory, interval=card.interval)
    return ours.changed(memory=card.memory)


def anki_would_crash(scheduler: Scheduler, before: Schedule, now: datetime) -> bool:
    """Whether Good would reach the maximum in the steps: Anki then wants Easy a day beyond it, and panics."""
    if isinstance(before, Reviewing):
        return False
    without_steps = scheduler.changed(learning_steps=(), relearning_steps=())
    good = without_steps.review(before, Rating.GOOD, now, u=0)
    return isinstance(good, Reviewing) and good.interval >= scheduler.maximum_interval


@settings(max_examples=2 * settings().max_examples)
@given(schedulers, histories)
def test_every_rating_along_a_history_leads_where_it_does_in_anki(
    anki_card: AnkiCard, scheduler: Scheduler, history: list[tuple[Rating, int]]
) -> None:
    begin(anki_card, scheduler)
    before: Schedule = New()
    now = NOON
    for rating, elapsed in history:
        if not isinstance(before, New):
            wait = elapsed or isinstance(before, Reviewing)
            now += timedelta(days=wait)
            anki_card.wait(wait)
        ours = scheduler.preview(before, now, u=0)
        if anki_would_crash(scheduler, before, now):
            return
        theirs = anki_card.preview()
        for each in Rating:
            assert_equal(ours[each], theirs[each], scheduler)
        assert_same_days(scheduler, before, ours, theirs)
        anki_card.answer(rating)
        before = as_stored(ours[rating], anki_card)
