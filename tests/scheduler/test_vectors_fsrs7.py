"""FSRS-7 gives the known answers of vectors_fsrs7.json, where each has its source and tolerance."""

import json
from pathlib import Path
from typing import Any

import pytest

from flashcards.scheduler import FSRS7, FSRS7_TABLE, Rating, TwoTraces

VECTORS: dict[str, Any] = json.loads(
    Path(__file__).with_name("vectors_fsrs7.json").read_text(encoding="utf-8")
)
OWN, PUBLISHED = VECTORS["own"], VECTORS["published"]


def published(kind: str) -> list[dict[str, Any]]:
    return [known for known in PUBLISHED if known["kind"] == kind]


def memory_of(state: list[float]) -> TwoTraces:
    slow, fast, difficulty = state
    return TwoTraces(slow, difficulty, fast)


def state_of(memory: TwoTraces) -> list[float]:
    return [memory.stability, memory.fast, memory.difficulty]


def states_along(model: FSRS7, known: dict[str, Any]) -> list[list[float]]:
    """The state after each review of a history; the first of the days is unused."""
    memories = [model.first(Rating(known["ratings"][0]))]
    for rating, days in zip(known["ratings"][1:], known["delta_days"][1:], strict=True):
        memories.append(model.next(memories[-1], Rating(rating), days))
    return [state_of(memory) for memory in memories]


def test_parameters_bounds_and_deviations() -> None:
    assert list(FSRS7_TABLE.default) == VECTORS["default_parameters"]
    assert list(FSRS7_TABLE.lowest) == VECTORS["bounds_lo"]
    assert list(FSRS7_TABLE.highest) == VECTORS["bounds_hi"]
    assert list(FSRS7_TABLE.deviations) == VECTORS["prior_sd"]


@pytest.mark.parametrize("known", published("history_state"))
def test_published_histories(known: dict[str, Any]) -> None:
    states = states_along(FSRS7(), known)
    assert states[-1] == pytest.approx(known.get("final") or known["states"][-1], rel=known["rel_tol"])
    for state, expected in zip(states, known.get("states", states), strict=True):
        assert state == pytest.approx(expected, rel=known["rel_tol"])


@pytest.mark.parametrize("known", published("curve"))
def test_published_curves(known: dict[str, Any]) -> None:
    curve = [FSRS7().retrievability(memory_of(known["state"]), days) for days in known["t"]]
    assert curve == pytest.approx(known["R"], rel=known["rel_tol"])


@pytest.mark.parametrize("known", published("interval"))
def test_published_intervals(known: dict[str, Any]) -> None:
    for state, retention, days in known["cases"]:
        interval = FSRS7().interval(memory_of(state), retention)
        assert interval == pytest.approx(days, rel=known["rel_tol"])


@pytest.mark.parametrize("known", published("next_states"))
def test_published_next_states(known: dict[str, Any]) -> None:
    before = memory_of(known["state"])
    for name, interval in zip(known["interval_columns"], known["interval_at_0_9"], strict=True):
        memory = FSRS7().next(before, Rating[name.upper()], known["elapsed"])
        assert state_of(memory) == pytest.approx(known[name], rel=known["rel_tol"])
        assert FSRS7().interval(memory, 0.9) == pytest.approx(interval, rel=known["rel_tol"])


@pytest.mark.parametrize("known", OWN, ids=lambda known: known["parameter_class"])
def test_own_histories(known: dict[str, Any]) -> None:
    states = states_along(FSRS7(tuple(known["parameters"])), known)
    for state, expected in zip(states, known["states"], strict=True):
        assert state == pytest.approx(expected, rel=known["rel_tol"])
    assert states[-1] == pytest.approx(known["final"], rel=known["rel_tol"])


@pytest.mark.parametrize("known", OWN, ids=lambda known: known["parameter_class"])
def test_own_curves_and_intervals(known: dict[str, Any]) -> None:
    model, memory = FSRS7(tuple(known["parameters"])), memory_of(known["final"])
    curve = [model.retrievability(memory, days) for days in known["curve"]["t"]]
    assert curve == pytest.approx(known["curve"]["R"], rel=known["rel_tol"])
    for retention, days in known["interval_days"].items():
        assert model.interval(memory, float(retention)) == pytest.approx(days, rel=known["rel_tol"])


def test_the_vectors_hold_each_kind_and_class() -> None:
    assert {known["kind"] for known in PUBLISHED} == {"history_state", "curve", "interval", "next_states"}
    assert {known["parameter_class"] for known in OWN} == {"default", "near", "uniform"}
