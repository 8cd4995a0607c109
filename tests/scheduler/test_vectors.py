"""FSRS-6, steps and fuzz give the known answers of vectors.json, where each has its source and tolerance."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from flashcards.scheduler import (
    FSRS6,
    FSRS6_TABLE,
    Learning,
    Memory,
    New,
    Rating,
    Relearning,
    Reviewing,
    Schedule,
    Scheduler,
    fuzz_range,
    pick_day,
)

VECTORS: dict[str, Any] = json.loads(Path(__file__).with_name("vectors.json").read_text(encoding="utf-8"))
PUBLISHED, STEPS_AND_FUZZ = VECTORS["published"], VECTORS["steps_and_fuzz"]
SINGLE = 1e-6
"""Relative; numbers published in 32 bits."""

START = datetime(2026, 3, 2, 12, tzinfo=UTC)


def memories_along(model: FSRS6, ratings: list[int], days: list[int]) -> list[Memory]:
    """The memory after each review of a history; the first of the days is unused."""
    memories = [model.first(Rating(ratings[0]))]
    for rating, elapsed in zip(ratings[1:], days[1:], strict=True):
        memories.append(model.next(memories[-1], Rating(rating), elapsed))
    return memories


def minutes(counts: list[int]) -> tuple[timedelta, ...]:
    return tuple(timedelta(minutes=count) for count in counts)


def pair(memory: Memory) -> list[float]:
    return [memory.stability, memory.difficulty]


def test_parameters_and_bounds() -> None:
    assert list(FSRS6_TABLE.default) == VECTORS["default_parameters"]
    assert list(FSRS6_TABLE.lowest) == VECTORS["bounds_lo"]
    assert list(FSRS6_TABLE.highest) == VECTORS["bounds_hi"]


def test_published_history() -> None:
    known = PUBLISHED["history_state"]
    last = memories_along(FSRS6(), known["ratings"], known["delta_days"])[-1]
    assert pair(last) == pytest.approx([known["stability"], known["difficulty"]], abs=known["tol"])


@pytest.mark.parametrize("known", VECTORS["own"], ids=lambda known: known["parameter_class"])
def test_own_histories(known: dict[str, Any]) -> None:
    model = FSRS6(tuple(known["parameters"]))
    memories = memories_along(model, known["ratings"], known["delta_days"])
    for memory, state in zip(memories, known["states"], strict=True):
        assert pair(memory) == pytest.approx(state, rel=known["rel_tol"])
    for retention, interval in known["interval_days_unrounded"].items():
        assert model.interval(memories[-1], float(retention)) == pytest.approx(interval, rel=known["rel_tol"])


@pytest.mark.parametrize("known", VECTORS["own"], ids=lambda known: known["parameter_class"])
def test_own_histories_agree_with_their_judges(known: dict[str, Any]) -> None:
    model = FSRS6(tuple(known["parameters"]))
    last = memories_along(model, known["ratings"], known["delta_days"])[-1]
    for stability, difficulty in known["judges"].values():
        assert last.stability == pytest.approx(stability, rel=2e-6, abs=2e-4)
        assert last.difficulty == pytest.approx(difficulty, abs=5e-5)


def test_published_intervals_of_a_history_reviewed_when_due() -> None:
    known = PUBLISHED["interval_history_days_no_fuzz"]
    scheduler = Scheduler(
        desired_retention=known["desired_retention"],
        learning_steps=minutes(known["learning_steps_min"]),
        relearning_steps=minutes(known["relearning_steps_min"]),
        fuzz=False,
    )
    card: Schedule = New()
    now, intervals = START, []
    for rating in known["ratings"]:
        card = scheduler.review(card, rating, now, u=0)
        assert not isinstance(card, New)
        now = card.due
        intervals.append(card.interval if isinstance(card, Reviewing) else 0)
    assert intervals == known["intervals"]


def test_published_intervals_by_desired_retention() -> None:
    known = PUBLISHED["next_interval_round_min1"]
    memory = Memory(known["stability"], 5)
    for retention, interval in zip(known["desired_retention"], known["intervals"], strict=True):
        rounded = max(1, round(FSRS6().interval(memory, retention)))
        assert rounded == pytest.approx(interval, rel=2e-6 if interval > 1e5 else 0)


def test_published_forgetting_curve() -> None:
    known = PUBLISHED["retrievability"]
    model = FSRS6((*FSRS6_TABLE.default[:20], known["decay"]))
    curve = [model.retrievability(Memory(known["stability"], 5), t) for t in known["t"]]
    assert curve == pytest.approx(known["R"], rel=SINGLE)


def test_published_difficulty_after_ten_times_easy() -> None:
    easy = memories_along(FSRS6(), [4] * 10, [0] * 10)
    assert easy[-1].difficulty == PUBLISHED["difficulty_after_10_easy_same_moment"]["difficulty"]


def test_published_memories_from_sm2() -> None:
    for ease, interval, retention, stability, difficulty in PUBLISHED["sm2_to_fsrs"]["cases"]:
        memory = FSRS6().from_sm2(ease, interval, retention)
        assert pair(memory) == pytest.approx([stability, difficulty], rel=SINGLE)


def test_published_next_state() -> None:
    known = PUBLISHED["next_states"]
    model = FSRS6.from_parameters(known["params"])
    memory = model.next(Memory(*known["state"]), Rating.GOOD, known["elapsed"])
    assert pair(memory) == pytest.approx(known["good"], rel=2 * SINGLE)


@pytest.mark.parametrize("rating", [Rating.AGAIN, Rating.GOOD])
def test_published_next_states_after_a_history(rating: Rating) -> None:
    known = PUBLISHED["next_states_after_history"]
    model = FSRS6.from_parameters(known["params"])
    before = memories_along(model, known["ratings"], known["delta_days"])[-1]
    memory = model.next(before, rating, known["elapsed"])
    values = [*pair(memory), model.interval(memory, known["desired_retention"])]
    assert values == pytest.approx(known[rating.name.lower()], rel=2 * SINGLE)


@pytest.mark.parametrize("known", STEPS_AND_FUZZ["learning_step_delays"]["cases"], ids=str)
@pytest.mark.parametrize("case", [Learning, Relearning])
def test_published_delays_of_steps(known: dict[str, Any], case: type[Learning] | type[Relearning]) -> None:
    steps = minutes(known["steps_min"])
    scheduler = Scheduler(learning_steps=steps, relearning_steps=steps)
    step = len(steps) - known["remaining"]
    memory, due = Memory(2, 5), START + timedelta(minutes=1)
    card = Learning(memory, step, START, due) if case is Learning else Relearning(memory, step, 1, START, due)
    for rating, after in scheduler.preview(card, due, u=0).items():
        seconds = known.get(f"{rating.name.lower()}_s")  # none is given for Easy, which always graduates
        assert isinstance(after, Reviewing if seconds is None else case)
        assert seconds is None or after.due == due + timedelta(seconds=seconds)


@pytest.mark.parametrize("known", STEPS_AND_FUZZ["fuzz_bounds_like_anki"]["cases"], ids=str)
def test_published_fuzz(known: list[float]) -> None:
    interval, minimum, maximum, *days = known
    low, high = fuzz_range(interval, int(minimum), int(maximum))
    assert [pick_day(low, high, u) for u in (0, 0.5, 0.99)] == days
