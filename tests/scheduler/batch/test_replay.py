"""Replayed from arrays, a history leaves the memories that the model leaves one by one."""

from math import isnan

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.logs import REAL, real
from flashcards.scheduler import FSRS6, FSRS7, SM2, Memory, MemoryModel, Rating, ReviewError, SettingsError
from scheduler.batch import fractional_days, local_days, replay
from tests.scheduler.batch.logs import Rows, Step, histories_of, rows_of
from tests.scheduler.laws import strategies, strategies_fsrs7

CLOSE = 1e-9
MODELS: dict[str, st.SearchStrategy[tuple[MemoryModel, Rows]]] = {
    "FSRS-6": st.tuples(strategies.models, rows_of(exact=False)),
    "FSRS-7": st.tuples(strategies_fsrs7.models, rows_of(exact=True)),
}
kinds = pytest.mark.parametrize("kind", MODELS)


def one_by_one(model: MemoryModel, history: tuple[Step, ...]) -> tuple[Memory, float]:
    """The memory after the last review, and the chance of recall before it."""
    memory, chance = model.first(Rating(history[0][0])), float("nan")
    for rating, days in history[1:]:
        chance = model.retrievability(memory, days)
        memory = model.next(memory, Rating(rating), days)
    return memory, chance


def row_by_row(model: MemoryModel, rows: Rows) -> dict[str, list[float]]:
    """What replay returns, of the model's own reviews."""
    found = [one_by_one(model, history) for history in histories_of(rows)]
    fields = model.first(Rating.GOOD).fields()
    columns = {name: [getattr(memory, name) for memory, _ in found] for name in fields}
    return columns | {"retrievability": [chance for _, chance in found]}


def check_replay(model: MemoryModel, rows: Rows) -> None:
    found, expected = replay(model, *rows), row_by_row(model, rows)
    assert found.keys() == expected.keys()
    for name, column in expected.items():
        assert found[name].tolist() == pytest.approx(column, rel=CLOSE, nan_ok=True)


@kinds
@given(st.data())
def test_replay_is_one_by_one_in_any_order_of_rows(kind: str, data: st.DataObject) -> None:
    check_replay(*data.draw(MODELS[kind]))


@kinds
@given(st.data())
def test_replay_of_a_long_history_is_one_by_one(kind: str, data: st.DataObject) -> None:
    model = data.draw(MODELS[kind])[0]
    waits = strategies_fsrs7.exact_days if model.exact_days else strategies.days
    steps = data.draw(st.lists(st.tuples(st.integers(1, 4), waits), min_size=1, max_size=200))
    days = [float(day) for day in np.cumsum([wait for _, wait in steps])]
    check_replay(model, Rows([1] * len(days), days, [rating for rating, _ in steps]))


@kinds
@given(st.data(), st.integers(0, 200))
def test_what_comes_later_does_not_change_what_came_before(
    kind: str, data: st.DataObject, count: int
) -> None:
    model, rows = data.draw(MODELS[kind])
    order = sorted(range(len(rows.days)), key=lambda row: rows.days[row])
    begun = replay(model, *rows.in_order(order[:count]))
    whole = replay(model, *rows.in_order(order))
    assert all(
        begun[name].tolist() == pytest.approx(whole[name][:count].tolist(), CLOSE, nan_ok=True)
        for name in whole
    )


@kinds
@given(st.data())
def test_a_first_review_is_foretold_by_nothing(kind: str, data: st.DataObject) -> None:
    model, rows = data.draw(MODELS[kind])
    chances = replay(model, *rows)["retrievability"].tolist()
    assert [isnan(chance) for chance in chances] == [len(history) == 1 for history in histories_of(rows)]


def test_a_model_without_arrays_is_refused() -> None:
    with pytest.raises(SettingsError, match="SM-2 is not reckoned over arrays: use FSRS-6 or FSRS-7"):
        replay(SM2(), [1], [0], [3])


def test_half_days_are_refused_of_a_model_of_whole_days_only() -> None:
    with pytest.raises(ReviewError, match=r"row 1: 0\.5 is no whole day"):
        replay(FSRS6(), [1, 1], [0, 0.5], [3, 3])
    assert replay(FSRS7(), [1, 1], [0, 0.5], [3, 3])["fast"].size == 2


@pytest.mark.skipif(not REAL.exists(), reason=f"{REAL} is not here: the real log to replay")
@pytest.mark.parametrize("model", [FSRS6(), FSRS7()], ids=lambda model: model.name)
def test_replay_of_a_real_log_is_one_by_one(model: MemoryModel) -> None:
    card, time_ms, rating = real()
    days = fractional_days(time_ms) if model.exact_days else local_days(time_ms)
    check_replay(model, Rows(card.tolist(), days.tolist(), rating.tolist()))
