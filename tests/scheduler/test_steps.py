"""A card's way through the steps, rating by rating."""

from datetime import UTC, datetime, timedelta

import pytest

from flashcards.scheduler import (
    FSRS6,
    Learning,
    Memory,
    MemoryModel,
    New,
    Rating,
    Relearning,
    Reviewing,
    Schedule,
    Scheduler,
)

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
TEN_AGO = NOW - timedelta(minutes=10)
MEMORY = Memory(2.5, 5)
AGAIN, HARD, GOOD, EASY = Rating


def minutes(*counts: float) -> tuple[timedelta, ...]:
    return tuple(timedelta(minutes=count) for count in counts)


def learning(step: int) -> Learning:
    return Learning(MEMORY, step, TEN_AGO, NOW)


def relearning(step: int) -> Relearning:
    return Relearning(MEMORY, step, 3, TEN_AGO, NOW)


REVIEWING = Reviewing(MEMORY, 2, 3, NOW - timedelta(days=2), NOW)


def brief(after: Schedule) -> tuple[object, ...]:
    """The case, and the step and delay in minutes where it is in the steps."""
    if isinstance(after, Learning | Relearning):
        return type(after), after.step, (after.due - NOW) / timedelta(minutes=1)
    return (type(after),)


@pytest.mark.parametrize(
    ("card", "again", "hard", "good"),
    [
        (New(), (Learning, 0, 1), (Learning, 0, 5.5), (Learning, 1, 10)),
        (learning(0), (Learning, 0, 1), (Learning, 0, 5.5), (Learning, 1, 10)),
        (learning(1), (Learning, 0, 1), (Learning, 1, 10), (Reviewing,)),
        (learning(7), (Learning, 0, 1), (Learning, 1, 10), (Reviewing,)),  # from when there were more steps
        (REVIEWING, (Relearning, 0, 10), (Reviewing,), (Reviewing,)),
        (relearning(0), (Relearning, 0, 10), (Relearning, 0, 15), (Reviewing,)),
    ],
)
def test_the_default_steps(card: Schedule, again: object, hard: object, good: object) -> None:
    after = Scheduler().preview(card, NOW, u=0.5)
    assert [brief(after[rating]) for rating in Rating] == [again, hard, good, (Reviewing,)]


@pytest.mark.parametrize("card", [New(), learning(0), REVIEWING, relearning(0)])
def test_without_steps_every_rating_gives_days(card: Schedule) -> None:
    after = Scheduler(learning_steps=(), relearning_steps=()).preview(card, NOW, u=0.5)
    assert [type(outcome) for outcome in after.values()] == [Reviewing] * 4


def test_hard_on_a_single_step_adds_half_but_a_day_at_most() -> None:
    for step, hard in ((10, 15), (4 * 1440, 5 * 1440)):
        after = Scheduler(learning_steps=minutes(step)).preview(New(), NOW, u=0.5)
        assert brief(after[HARD]) == (Learning, 0, hard)


def test_a_pass_out_of_relearning_keeps_the_lapses() -> None:
    after = Scheduler().review(relearning(0), GOOD, NOW, u=0.5)
    assert isinstance(after, Reviewing)
    assert after.lapses == 3


def test_every_review_changes_the_memory_even_in_the_steps() -> None:
    after = Scheduler().review(learning(0), AGAIN, NOW, u=0.5)
    assert isinstance(after, Learning)
    assert after.memory == FSRS6().next(MEMORY, AGAIN, days=0)


def test_a_pass_holds_the_last_interval_within_reach_and_a_lapse_does_not() -> None:
    last = NOW - timedelta(days=4)
    card = Reviewing(Memory(3.2, 5), 4, 0, last, NOW)  # fuzz reaches from 2 to 4 days
    after = Scheduler(model=Multiplying(HARD), relearning_steps=()).preview(card, NOW, u=0)
    assert [getattr(after[rating], "interval", 0) for rating in (AGAIN, HARD)] == [2, 4]


def test_without_fuzz_an_interval_is_the_nearest_day_and_halves_go_up() -> None:
    after = Scheduler(model=Multiplying(HARD), fuzz=False).preview(REVIEWING, NOW, u=0)
    assert [getattr(after[rating], "interval", 0) for rating in (HARD, GOOD)] == [3, 8]  # of 2.5 and 7.5


def test_another_model_can_take_the_place_of_fsrs6() -> None:
    """A door for the models to come: a scheduler asks no more of one than MemoryModel says."""
    after = Scheduler(model=Multiplying(), fuzz=False).preview(REVIEWING, NOW, u=0)
    assert [getattr(after[rating], "interval", 0) for rating in Rating] == [0, 5, 8, 10]


class Multiplying(MemoryModel):
    """A toy: a rating above *least* multiplies the stability by itself, the others leave it."""

    name = "multiplying"

    def __init__(self, least: Rating = AGAIN) -> None:
        self.least = least

    def first(self, rating: Rating) -> Memory:
        return Memory(float(rating), 1)

    def next(self, memory: Memory, rating: Rating, days: float) -> Memory:
        return Memory(memory.stability * (rating if rating > self.least else 1), 1)

    def retrievability(self, memory: Memory, days: float) -> float:
        return 1 / (1 + days / memory.stability)

    def interval(self, memory: Memory, retention: float) -> float:
        return memory.stability
