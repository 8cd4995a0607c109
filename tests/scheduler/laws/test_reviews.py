"""Laws of the scheduler that must hold for every memory model, on cards in every case."""

import copy
import json
from datetime import datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from flashcards.scheduler import (
    Learning,
    Memory,
    New,
    Rating,
    Relearning,
    Reviewing,
    Schedule,
    Scheduler,
    from_dict,
    fuzz_range,
    to_dict,
)
from tests.scheduler.laws.scenes import History, Scene, any_schedulers, replay, scenes
from tests.scheduler.laws.strategies import (
    PASSES,
    chances,
    histories,
    memories,
    moments,
    ratings,
    reviewings,
    schedulers,
    schedules,
    waits,
)


def shifted(schedule: Schedule, span: timedelta) -> Schedule:
    """The same card with all its times moved."""
    record = to_dict(schedule)
    for name in record.keys() & {"last_review", "due"}:
        record[name] = (datetime.fromisoformat(str(record[name])) + span).isoformat()
    return from_dict(record)


def recorded(schedule: Schedule) -> Schedule:
    return from_dict(json.loads(json.dumps(to_dict(schedule))))


@given(scenes, chances)
def test_review_is_what_preview_showed(scene: Scene, u: float) -> None:
    preview = scene.scheduler.preview(scene.schedule, scene.now, u)
    assert list(preview) == list(Rating)
    for rating, shown in preview.items():
        assert scene.scheduler.review(scene.schedule, rating, scene.now, u) == shown


@given(any_schedulers, moments(), histories)
def test_replay_equals_one_by_one_from_the_records(
    scheduler: Scheduler, start: datetime, history: History
) -> None:
    card: Schedule = New()
    now = start
    for (rating, wait, u), replayed in zip(history, replay(scheduler, start, history)[1:], strict=True):
        now = datetime.fromisoformat((now + wait).isoformat())
        card = scheduler.review(recorded(card), rating, now, u)
        assert card == replayed


@given(scenes, chances, st.integers(-5000, 5000))
def test_a_shift_in_time_changes_nothing_else(scene: Scene, u: float, days: int) -> None:
    span = timedelta(days=days)
    before = scene.scheduler.preview(scene.schedule, scene.now, u)
    after = scene.scheduler.preview(shifted(scene.schedule, span), scene.now + span, u)
    assert after == {rating: shifted(outcome, span) for rating, outcome in before.items()}


@given(scenes, chances)
def test_a_review_changes_nothing_given_to_it(scene: Scene, u: float) -> None:
    before = copy.deepcopy(scene)
    scene.scheduler.preview(scene.schedule, scene.now, u)
    assert scene == before


@given(schedules())
def test_a_record_in_json_gives_the_schedule_back(schedule: Schedule) -> None:
    assert recorded(schedule) == schedule


@given(scenes, chances)
def test_the_record_of_a_review_gives_it_back(scene: Scene, u: float) -> None:
    for outcome in scene.scheduler.preview(scene.schedule, scene.now, u).values():
        assert recorded(outcome) == outcome


@given(scenes, chances)
def test_no_interval_is_below_a_day_or_above_the_maximum(scene: Scene, u: float) -> None:
    most = scene.scheduler.maximum_interval
    for outcome in scene.scheduler.preview(scene.schedule, scene.now, u).values():
        assert not isinstance(outcome, Reviewing) or 1 <= outcome.interval <= most


@given(scenes, chances)
def test_better_passes_never_give_fewer_days(scene: Scene, u: float) -> None:
    after = scene.scheduler.preview(scene.schedule, scene.now, u)
    passes = [after[rating] for rating in PASSES]
    intervals = [outcome.interval for outcome in passes if isinstance(outcome, Reviewing)]
    for shorter, longer in pairwise(intervals):
        assert shorter <= longer


@given(scenes, chances)
def test_again_gives_no_more_days_than_hard(scene: Scene, u: float) -> None:
    after = scene.scheduler.preview(scene.schedule, scene.now, u)
    again, hard = after[Rating.AGAIN], after[Rating.HARD]
    if isinstance(again, Reviewing) and isinstance(hard, Reviewing):
        assert again.interval <= hard.interval


@given(scenes, chances)
def test_the_first_interval_lies_in_its_fuzz_range(scene: Scene, u: float) -> None:
    """The first that a preview holds; the later ones begin where it ends."""
    for outcome in scene.scheduler.preview(scene.schedule, scene.now, u).values():
        if isinstance(outcome, Reviewing):
            ideal = scene.scheduler.model.interval(outcome.memory, scene.scheduler.desired_retention)
            low, high = fuzz_range(ideal, 1, scene.scheduler.maximum_interval)
            assert low <= outcome.interval <= high
            return


@given(schedulers, reviewings(), waits, st.sampled_from(PASSES), chances)
def test_fuzz_alone_never_shortens_an_interval(
    scheduler: Scheduler, card: Reviewing, wait: timedelta, rating: Rating, u: float
) -> None:
    after = scheduler.review(card, rating, card.last_review + wait, u)
    assert isinstance(after, Reviewing)
    ideal = scheduler.model.interval(after.memory, scheduler.desired_retention)
    if card.interval <= min(ideal, scheduler.maximum_interval):
        assert after.interval >= card.interval


@given(any_schedulers, moments(), histories)
def test_a_lapse_is_an_again_in_review_and_nothing_else(
    scheduler: Scheduler, start: datetime, history: History
) -> None:
    path = replay(scheduler, start, history)
    lapses = 0
    for (rating, _, _), (before, after) in zip(history, pairwise(path), strict=True):
        lapses += isinstance(before, Reviewing) and rating is Rating.AGAIN
        assert getattr(after, "lapses", 0) == lapses


@given(scenes, ratings, chances)
def test_only_a_lapse_leads_to_relearning_and_nothing_back_to_learning(
    scene: Scene, rating: Rating, u: float
) -> None:
    schedule = scene.schedule
    after = scene.scheduler.review(schedule, rating, scene.now, u)
    assert not isinstance(after, New)
    assert isinstance(schedule, New | Learning) or not isinstance(after, Learning)
    if isinstance(after, Relearning):
        assert isinstance(schedule, Relearning) or rating is Rating.AGAIN


@given(scenes)
def test_retrievability_of_a_card_is_a_chance(scene: Scene) -> None:
    chance = scene.scheduler.retrievability(scene.schedule, scene.now)
    assert chance == 0 if isinstance(scene.schedule, New) else 0 < chance <= 1


@given(schedulers, memories, moments(), st.integers(0, 20000))
def test_retrievability_of_a_card_is_its_models_after_whole_days(
    scheduler: Scheduler, memory: Memory, now: datetime, days: int
) -> None:
    card, later = Learning(memory, 0, now, now), now + timedelta(days=days)
    assert scheduler.retrievability(card, later) == scheduler.model.retrievability(memory, days)
