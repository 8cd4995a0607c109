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
from tests.scheduler.laws.strategies import (
    PASSES,
    chances,
    histories,
    meetings,
    memories,
    moments,
    ratings,
    reviewings,
    schedulers,
    schedules,
    waits,
)

Meeting = tuple[Schedule, datetime]
History = list[tuple[Rating, timedelta, float]]


def replay(scheduler: Scheduler, start: datetime, history: History) -> list[Schedule]:
    """Where the card stands after each review of its history, one by one."""
    card: Schedule = New()
    now, path = start, []
    for rating, wait, u in history:
        now += wait
        card = scheduler.review(card, rating, now, u)
        path.append(card)
    return path


def shifted(schedule: Schedule, span: timedelta) -> Schedule:
    """The same card with all its times moved."""
    record = to_dict(schedule)
    for name in record.keys() & {"last_review", "due"}:
        record[name] = (datetime.fromisoformat(str(record[name])) + span).isoformat()
    return from_dict(record)


def recorded(schedule: Schedule) -> Schedule:
    return from_dict(json.loads(json.dumps(to_dict(schedule))))


@given(schedulers, meetings(), chances)
def test_review_is_what_preview_showed(scheduler: Scheduler, meeting: Meeting, u: float) -> None:
    preview = scheduler.preview(*meeting, u)
    assert list(preview) == list(Rating)
    for rating, shown in preview.items():
        assert scheduler.review(meeting[0], rating, meeting[1], u) == shown


@given(schedulers, moments(), histories)
def test_replay_equals_one_by_one_from_the_records(
    scheduler: Scheduler, start: datetime, history: History
) -> None:
    card: Schedule = New()
    now = start
    for (rating, wait, u), replayed in zip(history, replay(scheduler, start, history), strict=True):
        now = datetime.fromisoformat((now + wait).isoformat())
        card = scheduler.review(recorded(card), rating, now, u)
        assert card == replayed


@given(schedulers, meetings(), chances, st.integers(-5000, 5000))
def test_a_shift_in_time_changes_nothing_else(
    scheduler: Scheduler, meeting: Meeting, u: float, days: int
) -> None:
    schedule, now = meeting
    span = timedelta(days=days)
    before = scheduler.preview(schedule, now, u)
    after = scheduler.preview(shifted(schedule, span), now + span, u)
    assert after == {rating: shifted(outcome, span) for rating, outcome in before.items()}


@given(schedulers, meetings(), chances)
def test_a_review_changes_nothing_given_to_it(scheduler: Scheduler, meeting: Meeting, u: float) -> None:
    before = copy.deepcopy((scheduler, meeting))
    scheduler.preview(*meeting, u)
    assert (scheduler, meeting) == before


@given(schedules())
def test_a_record_in_json_gives_the_schedule_back(schedule: Schedule) -> None:
    assert recorded(schedule) == schedule


@given(schedulers, meetings(), chances)
def test_the_record_of_a_review_gives_it_back(scheduler: Scheduler, meeting: Meeting, u: float) -> None:
    for outcome in scheduler.preview(*meeting, u).values():
        assert recorded(outcome) == outcome


@given(schedulers, meetings(), chances)
def test_no_interval_is_below_a_day_or_above_the_maximum(
    scheduler: Scheduler, meeting: Meeting, u: float
) -> None:
    for outcome in scheduler.preview(*meeting, u).values():
        assert not isinstance(outcome, Reviewing) or 1 <= outcome.interval <= scheduler.maximum_interval


@given(schedulers, meetings(), chances)
def test_better_passes_never_give_fewer_days(scheduler: Scheduler, meeting: Meeting, u: float) -> None:
    after = scheduler.preview(*meeting, u)
    passes = [after[rating] for rating in PASSES]
    intervals = [outcome.interval for outcome in passes if isinstance(outcome, Reviewing)]
    for shorter, longer in pairwise(intervals):
        assert shorter <= longer


@given(schedulers, meetings(), chances)
def test_again_gives_no_more_days_than_hard(scheduler: Scheduler, meeting: Meeting, u: float) -> None:
    after = scheduler.preview(*meeting, u)
    again, hard = after[Rating.AGAIN], after[Rating.HARD]
    if isinstance(again, Reviewing) and isinstance(hard, Reviewing):
        assert again.interval <= hard.interval


@given(schedulers, meetings(), chances)
def test_the_first_interval_lies_in_its_fuzz_range(scheduler: Scheduler, meeting: Meeting, u: float) -> None:
    """The first that a preview holds; the later ones begin where it ends."""
    for outcome in scheduler.preview(*meeting, u).values():
        if isinstance(outcome, Reviewing):
            ideal = scheduler.model.interval(outcome.memory, scheduler.desired_retention)
            low, high = fuzz_range(ideal, 1, scheduler.maximum_interval)
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


@given(schedulers, moments(), histories)
def test_a_lapse_is_an_again_in_review_and_nothing_else(
    scheduler: Scheduler, start: datetime, history: History
) -> None:
    path = [New(), *replay(scheduler, start, history)]
    lapses = 0
    for (rating, _, _), (before, after) in zip(history, pairwise(path), strict=True):
        lapses += isinstance(before, Reviewing) and rating is Rating.AGAIN
        assert getattr(after, "lapses", 0) == lapses


@given(schedulers, meetings(), ratings, chances)
def test_only_a_lapse_leads_to_relearning_and_nothing_back_to_learning(
    scheduler: Scheduler, meeting: Meeting, rating: Rating, u: float
) -> None:
    schedule, now = meeting
    after = scheduler.review(schedule, rating, now, u)
    assert not isinstance(after, New)
    assert isinstance(schedule, New | Learning) or not isinstance(after, Learning)
    if isinstance(after, Relearning):
        assert isinstance(schedule, Relearning) or rating is Rating.AGAIN


@given(schedulers, meetings())
def test_retrievability_of_a_card_is_a_chance(scheduler: Scheduler, meeting: Meeting) -> None:
    schedule, now = meeting
    chance = scheduler.retrievability(schedule, now)
    assert chance == 0 if isinstance(schedule, New) else 0 < chance <= 1


@given(schedulers, memories, moments(), st.integers(0, 20000))
def test_retrievability_of_a_card_is_its_models_after_whole_days(
    scheduler: Scheduler, memory: Memory, now: datetime, days: int
) -> None:
    card, later = Learning(memory, 0, now, now), now + timedelta(days=days)
    assert scheduler.retrievability(card, later) == scheduler.model.retrievability(memory, days)
