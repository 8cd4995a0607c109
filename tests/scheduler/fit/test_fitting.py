"""Laws of fitting: one log gives one result, bounds and order hold, and what is no better is not kept."""

import sys

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flashcards.scheduler import FSRS6, FSRS7, SM2, ParametersError, ReviewError, SettingsError
from scheduler.fit import fit
from scheduler.fit.check import calibration, moving_average, paired
from scheduler.fit.kinds import KINDS
from scheduler.fit.variables import Variables
from tests.scheduler.fit.logs import DAY, MODELS, Log, drawn_log, learner, near_default

Model = type[FSRS6 | FSRS7]
seeds = st.integers(0, 2**32 - 1)


@pytest.mark.parametrize("model", MODELS)
def test_rows_in_any_order_give_the_same_fit(model: Model) -> None:
    log = drawn_log(5, cards=60)
    shuffled = np.random.default_rng(5).permutation(log.card.size)
    offsets = np.where(np.arange(log.card.size) % 2, 120, -300)
    told = fit(model(), *log, offset_minutes=offsets)
    assert fit(model(), *(column[shuffled] for column in log), offset_minutes=offsets[shuffled]) == told


@pytest.mark.parametrize("model", MODELS)
@given(seed=seeds)
@settings(max_examples=5)
def test_what_is_fitted_the_model_accepts(model: Model, seed: int) -> None:
    chance = np.random.default_rng(seed)
    log = drawn_log(seed, cards=60)
    senseless = Log(log.card, log.time_ms, chance.integers(1, 5, log.card.size))
    model(fit(model(), *senseless, checked=0).fitted)


def test_a_learner_who_is_the_model_is_found_out() -> None:
    truth = FSRS6((1.0, 5.0, 12.0, 60.0, *FSRS6().parameters[4:20], 0.3))
    log = learner(truth, seed=1, cards=1500)
    found, true = fit(FSRS6(), *log), fit(truth, *log).check
    assert found.kept
    assert found.check
    assert true
    assert found.check.gain > 3 * found.check.error
    assert found.check.losses["new"] < min(found.check.losses[name] for name in ("average", "moving average"))
    assert found.check.losses["new"] == pytest.approx(true.losses["old"], abs=0.002)
    assert found.parameters[0:3:2] == pytest.approx(truth.parameters[0:3:2], rel=0.4)


def test_a_learner_who_is_the_default_keeps_old_parameters_that_are_right() -> None:
    found = fit(FSRS6(), *learner(FSRS6(), seed=2, cards=300))
    assert found.model == (FSRS6(found.fitted) if found.kept else FSRS6())
    assert found.after == pytest.approx(found.before, abs=0.01)


@pytest.mark.parametrize("model", MODELS)
def test_a_fit_never_ends_worse_than_it_began(model: Model) -> None:
    found = fit(model(), *drawn_log(9, cards=150), checked=0)
    assert found.after < found.before


def test_a_large_log_gives_what_the_whole_search_gives(monkeypatch: pytest.MonkeyPatch) -> None:
    log = learner(FSRS6(), seed=3, cards=400)
    whole = fit(FSRS6(), *log, checked=0)
    monkeypatch.setattr(sys.modules["scheduler.fit.search"], "SAMPLE", 300)
    assert fit(FSRS6(), *log, checked=0).after == pytest.approx(whole.after, abs=2e-4)


def test_progress_rises_to_one() -> None:
    told: list[float] = []
    fit(FSRS6(), *drawn_log(4, cards=60), progress=told.append)
    assert told == sorted(told)
    assert told[-1] == 1


@pytest.mark.parametrize("model", MODELS)
@given(seed=seeds)
def test_variables_and_parameters_go_both_ways(model: Model, seed: int) -> None:
    variables, values = Variables(KINDS[model.name], 500), near_default(model, seed)
    for number, lowest in KINDS[model.name].lowest.items():
        values[number] = max(values[number], lowest)
    assert variables.parameters(variables.of(values)) == pytest.approx(values, rel=1e-12)


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("side", [0, 1])
def test_the_model_accepts_the_bounds_of_the_search(model: Model, side: int) -> None:
    variables = Variables(KINDS[model.name], 500)
    at = np.array([bounds[side] for bounds in variables.bounds()])
    model(tuple(variables.parameters(at).tolist()))


@given(st.lists(st.floats(-3, 3), min_size=3, max_size=30))
def test_the_error_of_cards_seen_once_is_the_usual_standard_error(gains: list[float]) -> None:
    values = np.array(gains)
    mean, error = paired(values, np.arange(values.size))
    assert mean == pytest.approx(values.mean())
    assert error == pytest.approx(values.std(ddof=1) / np.sqrt(values.size), abs=1e-12)


def test_reviews_told_twice_on_the_same_cards_are_no_surer() -> None:
    gains, cards = np.random.default_rng(1).normal(size=40), np.arange(40)
    once, twice = paired(gains, cards)[1], paired(np.tile(gains, 2), np.tile(cards, 2))[1]
    assert twice == pytest.approx(once)


@given(st.lists(st.tuples(st.floats(0.001, 1), st.booleans()), min_size=1, max_size=300))
def test_calibration_counts_every_review_once(reviews: list[tuple[float, bool]]) -> None:
    chance, won = (np.array(column) for column in zip(*reviews, strict=True))
    bins = calibration(chance, won)
    assert sum(each.count for each in bins) == len(reviews)
    assert sum(each.count * each.recalled for each in bins) == pytest.approx(won.sum())
    assert sum(each.count * each.foretold for each in bins) == pytest.approx(chance.sum())
    assert len(bins) == 1 or min(each.count for each in bins) >= 10


def test_a_moving_average_comes_near_what_goes_on() -> None:
    assert moving_average(np.ones(300, bool))[-1] > 0.95
    assert moving_average(np.zeros(300, bool))[-1] < 0.05


def test_what_cannot_be_fitted_is_refused() -> None:
    log = drawn_log(1)
    with pytest.raises(ParametersError, match=r"cannot be fitted: give FSRS6\(\) or FSRS7\(\)"):
        fit(SM2(), *log)  # type: ignore[arg-type]
    with pytest.raises(SettingsError, match=r"a share of 0.9 of the reviews cannot be kept back"):
        fit(FSRS6(), *log, checked=0.9)
    with pytest.raises(ReviewError, match="reviews count for a fit of FSRS-6, and at least 50 must"):
        fit(FSRS6(), *drawn_log(1, cards=5))
    with pytest.raises(ReviewError, match="too close together"):
        fit(FSRS7(), np.arange(200) // 2, np.zeros(200, np.int64), np.full(200, 3))


def test_every_problem_of_the_arrays_is_named() -> None:
    with pytest.raises(ReviewError) as caught:
        fit(FSRS6(), [1, 2, 3], [0.5, 1.5], [3, 3, 3], offset_minutes=[60, 60])
    for part in ("2 times and 3 cards", "times are of the type float64", "2 offsets for 3 reviews"):
        assert part in str(caught.value)
    with pytest.raises(ReviewError, match="2 ratings and 3 cards do not go together"):
        fit(FSRS6(), [1, 2, 3], [0, DAY, 2 * DAY], [3, 3])
    with pytest.raises(ReviewError, match="a roll-over hour of 99: use 0 to 23"):
        fit(FSRS7(), [1], [0], [3], rollover_hour=99)
    with pytest.raises(ReviewError, match="row 2: 7 is no rating"):
        fit(FSRS6(), [1, 2, 3], [0, DAY, 2 * DAY], [3, 3, 7])
    with pytest.raises(ReviewError, match="0 reviews count"):
        fit(FSRS6(), [], np.zeros(0, np.int64), [])
