"""Laws of the schedule as a whole: chance, one card's own retention, leeches, a day of clicks, exact days."""

from datetime import datetime, timedelta
from itertools import pairwise

from hypothesis import assume, given
from hypothesis import strategies as st

from flashcards.scheduler import (
    FSRS6,
    FSRS7,
    AnkiSM2,
    MemoryModel,
    New,
    Rating,
    Relearning,
    Reviewing,
    Scheduler,
    TwoTraces,
    chance_of,
    fuzz_range,
    lapses_of,
    local_day,
    pick_day,
)
from tests.scheduler.laws.scenes import Scene, any_schedulers, replay, scenes
from tests.scheduler.laws.scenes import models as any_models
from tests.scheduler.laws.strategies import (
    PASSES,
    chances,
    histories,
    models,
    moments,
    ratings,
    retentions,
    reviewings,
)

days_of_a_day = st.lists(st.tuples(ratings, st.integers(0, 60)), min_size=1, max_size=40)
"""Ratings, each with the minutes before it."""


@given(models, reviewings(), st.sampled_from(PASSES), st.integers(1, 400), chances)
def test_an_interval_is_the_day_that_fuzz_picks(
    model: FSRS6, card: Reviewing, rating: Rating, days: int, u: float
) -> None:
    """Where no last interval holds it, what the scheduler writes out equals fuzz as it stands alone."""
    scheduler = Scheduler(model)
    after = scheduler.review(card, rating, card.last_review + timedelta(days=days), u)
    assert isinstance(after, Reviewing)
    low, high = fuzz_range(model.interval(after.memory, 0.9), 1, scheduler.maximum_interval)
    assume(not low < card.interval <= high)
    assert after.interval == pick_day(low, high, u)


@given(scenes, ratings)
def test_every_day_of_the_day_range_can_be_had_and_no_other(scene: Scene, rating: Rating) -> None:
    low, high = scene.scheduler.day_range(scene.schedule, rating, scene.now)
    for day in {low, (low + high) // 2, high} if high else ():
        after = scene.scheduler.review(scene.schedule, rating, scene.now, chance_of(day, low, high))
        assert isinstance(after, Reviewing)
        assert low <= after.interval <= high
        assert after.interval == day or not scene.scheduler.model.ordered


@given(scenes, ratings)
def test_the_day_range_is_nothing_where_the_card_is_in_its_steps(scene: Scene, rating: Rating) -> None:
    after = scene.scheduler.review(scene.schedule, rating, scene.now, u=0.5)
    low, high = scene.scheduler.day_range(scene.schedule, rating, scene.now)
    assert (low, high) == (0, 0) if not isinstance(after, Reviewing) else 1 <= low <= after.interval <= high


@given(scenes, ratings, chances, retentions)
def test_a_retention_of_its_own_is_as_good_as_a_scheduler_of_its_own(
    scene: Scene, rating: Rating, u: float, retention: float
) -> None:
    own = scene.scheduler.changed(desired_retention=retention)
    after = scene.scheduler.review(scene.schedule, rating, scene.now, u, retention)
    assert after == own.review(scene.schedule, rating, scene.now, u)


@given(scenes, ratings, chances, retentions, retentions)
def test_a_higher_retention_never_gives_more_days(
    scene: Scene, rating: Rating, u: float, one: float, other: float
) -> None:
    afters = [
        scene.scheduler.review(scene.schedule, rating, scene.now, u, retention)
        for retention in sorted((one, other))
    ]
    days = [after.interval for after in afters if isinstance(after, Reviewing)]
    assert days == sorted(days, reverse=True)


@given(any_models, moments(), days_of_a_day, chances)
def test_a_day_of_passes_of_a_learned_card_is_worth_one(
    model: MemoryModel, start: datetime, clicks: list[tuple[Rating, int]], u: float
) -> None:
    """The guard: FSRS-6 alone, or FSRS-7 once fitted, would carry a card years away in a day of Easy."""
    scheduler = Scheduler(model, fuzz=False, rollover_hour=0)
    now = datetime.combine(start.date(), datetime.min.time(), start.tzinfo)
    card = first = scheduler.review(New(), Rating.EASY, now, u)
    assert isinstance(first, Reviewing)
    for rating, minutes in clicks:
        now += timedelta(minutes=minutes) / 2  # never past midnight
        card = scheduler.review(card, max(rating, Rating.HARD), now, u)
        assert isinstance(card, Reviewing)
        assert (card.memory, card.interval) == (first.memory, first.interval)


@given(any_schedulers, moments(), histories)
def test_a_card_is_a_leech_from_so_many_lapses_on(
    scheduler: Scheduler, start: datetime, history: list[tuple[Rating, timedelta, float]]
) -> None:
    strict = scheduler.changed(leech_threshold=2)
    never = scheduler.changed(leech_threshold=0)
    for card in replay(scheduler, start, history):
        assert strict.is_leech(card) == (lapses_of(card) >= 2)
        assert not never.is_leech(card)


@given(any_schedulers, moments(), histories)
def test_lapses_never_fall(
    scheduler: Scheduler, start: datetime, history: list[tuple[Rating, timedelta, float]]
) -> None:
    for before, after in pairwise(replay(scheduler, start, history)):
        assert 0 <= lapses_of(after) - lapses_of(before) <= 1


@given(moments(), st.timedeltas(timedelta(0), timedelta(days=300)), ratings, chances)
def test_a_model_of_exact_days_counts_the_hours(
    start: datetime, wait: timedelta, rating: Rating, u: float
) -> None:
    scheduler = Scheduler(FSRS7())
    card = scheduler.review(New(), Rating.EASY, start, u)
    after = scheduler.review(card, rating, start + wait, u)
    assert isinstance(card, Reviewing)
    assert isinstance(card.memory, TwoTraces)
    assert isinstance(after, Reviewing | Relearning)
    if local_day(start, 4) < local_day(start + wait, 4):
        assert after.memory == FSRS7().next(card.memory, rating, wait / timedelta(days=1))


@given(reviewings(), st.integers(1, 400), chances)
def test_each_better_button_of_the_anki_like_sm2_gives_a_day_more(
    card: Reviewing, days: int, u: float
) -> None:
    model = AnkiSM2()
    memory = model.settled(model.first(Rating.GOOD), card.interval)
    card = Reviewing(memory, card.interval, 0, card.last_review, card.due)
    after = Scheduler(model).preview(card, card.last_review + timedelta(days=days), u)
    hard, good, easy = (getattr(after[rating], "interval", 0) for rating in PASSES)
    assert hard < good < easy


@given(moments(), chances)
def test_without_steps_the_anki_like_sm2_graduates_to_one_day_and_four(now: datetime, u: float) -> None:
    after = Scheduler(AnkiSM2(), learning_steps=(), fuzz=False).preview(New(), now, u)
    assert [getattr(after[rating], "interval", 0) for rating in Rating] == [1, 1, 1, 4]
