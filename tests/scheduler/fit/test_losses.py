"""Laws of the losses: they are the models' own, and their derivatives are the slopes one finds by trying."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flashcards.scheduler import FSRS6, FSRS7, Memory, MemoryModel, Rating
from scheduler.fit import nodes as nodes_module
from tests.scheduler.fit.logs import DAY, MODELS, Floats, Log, drawn_log, loss_of, near_default, tree_of

seeds = st.integers(0, 2**32 - 1)
Model = type[FSRS6 | FSRS7]


def slopes(model: Model, seed: int, at: Floats) -> tuple[Floats, Floats]:
    """The derivatives of a drawn log's loss, and what small steps to both sides say of them."""
    log = drawn_log(seed)
    loss = loss_of(model, tree_of(model, log), np.random.default_rng(seed).random(log.card.size))
    told, tried = loss(at)[1].copy(), np.empty(at.size)
    for number, value in enumerate(at):
        step = np.zeros(at.size)
        step[number] = 1e-6 * max(value, 0.01)
        tried[number] = (loss(at + step)[0] - loss(at - step)[0]) / (2 * step[number])
    return told, tried


@pytest.mark.parametrize("model", MODELS)
@given(seed=seeds)
@settings(max_examples=10)
def test_the_gradient_is_what_small_steps_say(model: Model, seed: int) -> None:
    told, tried = slopes(model, seed, near_default(model, seed))
    assert told == pytest.approx(tried, rel=1e-3, abs=1e-5 * np.abs(tried).max())


@pytest.mark.parametrize("model", MODELS)
def test_the_gradient_is_the_same_in_blocks_of_any_size(
    model: Model, monkeypatch: pytest.MonkeyPatch
) -> None:
    log, at = drawn_log(1, cards=200), near_default(model, 1)
    weight = np.random.default_rng(1).random(log.card.size)
    whole = loss_of(model, tree_of(model, log), weight)(at)
    for size in (7, 64):
        monkeypatch.setattr(nodes_module, "BLOCK", size)
        parts = loss_of(model, tree_of(model, log), weight)(at)
        assert parts[0] == pytest.approx(whole[0], rel=1e-12)
        assert parts[1] == pytest.approx(whole[1], rel=1e-9)


@pytest.mark.parametrize("model", MODELS)
@given(seed=seeds)
@settings(max_examples=10)
def test_the_loss_is_that_of_the_model_review_by_review(model: Model, seed: int) -> None:
    log, at = drawn_log(seed), near_default(model, seed)
    weight = np.random.default_rng(seed).random(log.card.size)
    expected = sum(costs(model(tuple(at.tolist())), log, weight))
    assert loss_of(model, tree_of(model, log), weight)(at)[0] == pytest.approx(expected, rel=1e-9)


def costs(model: MemoryModel, log: Log, weight: Floats) -> list[float]:
    """The weighted log loss of every review that counts, reckoned one by one."""
    told, memory, last = [], Memory(1, 1), (-1, 0)
    for card, time, rating, share in zip(*log, weight, strict=True):
        if card != last[0]:
            memory = model.first(Rating(int(rating)))
        else:
            days = (time - last[1]) / DAY if model.exact_days else day(time) - day(last[1])
            chance = model.retrievability(memory, days)
            if model.exact_days or days >= 1:
                told.append(-share * float(np.log(chance if rating > 1 else 1 - chance)))
            memory = model.next(memory, Rating(int(rating)), days)
        last = card, time
    return told


def day(time: int) -> int:
    """The local day of a moment, which starts at four in the morning."""
    return int(time - 4 * 3_600_000) // DAY


@pytest.mark.parametrize("model", MODELS)
@given(seed=seeds)
@settings(max_examples=10)
def test_equal_beginnings_kept_once_change_nothing(model: Model, seed: int) -> None:
    log, at = drawn_log(seed, cards=60, longest=4), near_default(model, seed)
    weight = np.random.default_rng(seed).random(log.card.size)
    once, apart = (loss_of(model, tree_of(model, log, worth), weight)(at) for worth in (1.0, 0.0))
    assert once[0] == pytest.approx(apart[0], rel=1e-12)
    assert once[1] == pytest.approx(apart[1], rel=1e-8, abs=1e-9)


@pytest.mark.parametrize("model", MODELS)
def test_a_card_may_have_thousands_of_reviews(model: Model) -> None:
    count = 7_000
    log = Log(np.zeros(count, np.int64), (1 + np.arange(count)) * DAY, 1 + np.arange(count) % 4)
    at, weight = np.array(model.table.default), np.ones(count)
    told = loss_of(model, tree_of(model, log), weight)(at)[0]
    assert told == pytest.approx(sum(costs(model(), log, weight)), rel=1e-9)


@pytest.mark.parametrize("model", MODELS)
def test_a_log_without_a_review_that_counts_costs_nothing(model: Model) -> None:
    loss = loss_of(model, tree_of(model, drawn_log(3)), np.zeros(drawn_log(3).card.size))
    assert loss(near_default(model, 3))[0] == 0
