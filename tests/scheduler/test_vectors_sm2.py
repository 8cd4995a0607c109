"""SM-2 gives the known answers of vectors_sm2.json, and the intervals it is known for."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from flashcards.scheduler import SM2, AnkiSM2, Learning, New, Rating, Reviewing, Scheduler, SM2Memory

VECTORS: dict[str, Any] = json.loads(Path(__file__).with_name("vectors_sm2.json").read_text(encoding="utf-8"))
START = datetime(2026, 3, 2, 12, tzinfo=UTC)
SCHEDULER = Scheduler(AnkiSM2(), relearning_steps=(), fuzz=False)
AGAIN, HARD, GOOD, EASY = Rating


def memory_of(known: dict[str, Any]) -> SM2Memory:
    """A card in review, with the interval that it was given."""
    days = known["scheduled_days"]
    return SM2Memory(days, known["ease"], interval=days, repetitions=1)


@pytest.mark.parametrize("known", VECTORS["reviews"], ids=str)
def test_reviews_of_anki(known: dict[str, Any]) -> None:
    days, now = known["scheduled_days"], START + timedelta(days=known["elapsed_days"])
    card = Reviewing(memory_of(known), days, 0, START, START + timedelta(days))
    for rating, after in SCHEDULER.preview(card, now, u=0).items():
        assert isinstance(after, Reviewing)
        assert [after.interval, after.memory.difficulty] == known[rating.name.lower()]


@pytest.mark.parametrize("known", VECTORS["reviews"], ids=str)
def test_the_model_asks_for_the_interval_by_itself(known: dict[str, Any]) -> None:
    """Without the scheduler's limits, that is, but for the one day that every interval has at least."""
    for rating in Rating:
        ideal = AnkiSM2().interval(AnkiSM2().next(memory_of(known), rating, known["elapsed_days"]), 0.9)
        assert max(1, int(ideal + 0.5)) == known[rating.name.lower()][0]


def test_good_graduates_to_1_day_and_easy_to_4() -> None:
    card = SCHEDULER.review(New(), GOOD, START, u=0)
    assert isinstance(card, Learning)
    graduates = SCHEDULER.preview(card, card.due, u=0)
    good, easy = graduates[GOOD], graduates[EASY]
    assert isinstance(good, Reviewing)
    assert isinstance(easy, Reviewing)
    assert (good.interval, easy.interval) == (1, 4)
    assert good.memory == SM2Memory(1, 2.5, interval=1, repetitions=1)


def test_a_forgotten_card_is_relearned_to_1_day_and_with_easy_to_2() -> None:
    model = AnkiSM2()
    forgotten = model.next(SM2Memory(30, 2.5, interval=30, repetitions=1), AGAIN, 30)
    assert forgotten == SM2Memory(1, 2.3, interval=0, repetitions=1)
    assert model.next(forgotten, AGAIN, 0) == model.next(forgotten, GOOD, 1) == forgotten
    assert model.next(forgotten, EASY, 0).stability == 2


def test_classic_sm2_gives_1_day_then_6_then_ever_the_ease_more() -> None:
    model = SM2()
    memory, stabilities = model.first(GOOD), []
    for _ in range(4):
        stabilities.append(memory.stability)
        memory = model.next(memory, GOOD, round(memory.stability))
    assert stabilities == [1, 6, 15, 37.5]


def test_classic_sm2_begins_anew_after_again() -> None:
    model = SM2()
    forgotten = model.next(SM2Memory(15, 2.5, interval=15, repetitions=3), AGAIN, 15)
    assert forgotten == SM2Memory(1, 2.18)
    once = model.next(forgotten, GOOD, 1)
    assert [once.stability, model.next(once, GOOD, 1).stability] == [1, 6]


@pytest.mark.parametrize(("rating", "ease"), [(AGAIN, 2.18), (HARD, 2.36), (GOOD, 2.5), (EASY, 2.6)])
def test_ease_of_classic_sm2(rating: Rating, ease: float) -> None:
    assert SM2().first(rating).difficulty == pytest.approx(ease)


def test_an_interval_grows_from_the_one_that_was_given() -> None:
    classic, anki = SM2().first(GOOD), AnkiSM2().first(GOOD)
    second = SM2().settled(SM2().next(classic, GOOD, 1), 7)
    assert SM2().next(second, GOOD, 7).stability == 17.5
    assert AnkiSM2().next(AnkiSM2().settled(anki, 10), GOOD, 10).stability == 25
