"""FSRS-7 and SM-2 beside FSRS-6: what they refuse, and how their memories are written."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from flashcards.scheduler import (
    FSRS6,
    FSRS7,
    FSRS7_TABLE,
    SM2,
    AnkiSM2,
    Learning,
    Memory,
    MemoryModel,
    ParametersError,
    Rating,
    ReviewError,
    SettingsError,
    SM2Memory,
    TwoTraces,
    from_dict,
    to_dict,
)

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
MODELS: list[MemoryModel] = [FSRS6(), FSRS7(), SM2(), AnkiSM2()]
a_model = pytest.mark.parametrize("model", MODELS, ids=lambda model: model.name)


def test_every_model_has_a_name_of_its_own() -> None:
    assert [model.name for model in MODELS] == ["FSRS-6", "FSRS-7", "SM-2", "SM-2 of Anki"]


@a_model
def test_a_memory_of_any_model_comes_back_from_its_record(model: MemoryModel) -> None:
    memory = model.settled(model.next(model.first(Rating.GOOD), Rating.HARD, 1), 3)
    card = Learning(memory, 0, NOW, NOW + timedelta(minutes=1))
    assert from_dict(json.loads(json.dumps(to_dict(card)))) == card


@a_model
def test_a_model_refuses_what_no_review_can_be(model: MemoryModel) -> None:
    memory = model.first(Rating.GOOD)
    for wrong in (5, 0):
        with pytest.raises(ReviewError, match=f"no rating {wrong}"):
            model.first(wrong)  # type: ignore[arg-type]
        with pytest.raises(ReviewError, match=f"no rating {wrong}"):
            model.next(memory, wrong, 1)  # type: ignore[arg-type]
    for days in (-1.0, float("nan"), float("inf")):
        with pytest.raises(ReviewError, match="days cannot have passed"):
            model.next(memory, Rating.GOOD, days)
        with pytest.raises(ReviewError, match="days cannot have passed"):
            model.retrievability(memory, days)


@a_model
@pytest.mark.parametrize("retention", [0, 1.5, -1, float("nan")])
def test_a_model_refuses_a_retention_that_cannot_be_kept(model: MemoryModel, retention: float) -> None:
    with pytest.raises(SettingsError, match=f"of {retention} cannot be kept"):
        model.interval(model.first(Rating.GOOD), retention)


def test_wrong_parameters_of_fsrs7_are_all_named_at_once() -> None:
    values = list(FSRS7_TABLE.default)
    values[0], values[26], values[33] = 60, 0.1, float("nan")
    with pytest.raises(ParametersError) as refused:
        FSRS7(tuple(values))
    problems = str(refused.value).splitlines()
    assert [" ".join(problem.split()[:2]) for problem in problems[:3]] == [
        "parameter w0",
        "parameter w26",
        "parameter w33",
    ]
    assert problems[3:] == [
        "parameters w0 to w3 must not fall: sort them",
        "parameters w25 to w26 must not fall: sort them",
    ]


def test_fsrs7_has_34_parameters_and_not_the_35_of_its_draft() -> None:
    with pytest.raises(ParametersError, match="FSRS-7 has 34 parameters, not 35"):
        FSRS7((*FSRS7_TABLE.default, 0.5))


@pytest.mark.parametrize("fast", [0, -1, 36501, float("nan")])
def test_a_fast_trace_outside_its_limits_is_refused(fast: float) -> None:
    with pytest.raises(ReviewError, match="its fast trace lasts above 0"):
        TwoTraces(1, 5, fast)


@pytest.mark.parametrize(("interval", "repetitions"), [(-1, 0), (36501, 0), (1, -1), (float("nan"), 0)])
def test_an_interval_or_count_outside_its_limits_is_refused(interval: float, repetitions: float) -> None:
    with pytest.raises(ReviewError, match="no card of SM-2"):
        SM2Memory(1, 2.5, interval, repetitions)


def test_fsrs7_does_not_go_on_from_a_memory_of_another_model() -> None:
    memory: TwoTraces = Memory(10, 5)  # type: ignore[assignment]
    for use in (
        lambda: FSRS7().next(memory, Rating.GOOD, 1),
        lambda: FSRS7().retrievability(memory, 1),
        lambda: FSRS7().interval(memory, 0.9),
    ):
        with pytest.raises(ReviewError, match="of another model: replay"):
            use()


def test_fsrs7_is_never_as_sure_as_0_9999() -> None:
    memory = FSRS7().first(Rating.EASY)
    assert FSRS7().interval(memory, 0.9999) == FSRS7().interval(memory, 1) == 0
    assert FSRS7().interval(memory, 0.9998) > 0


def test_no_interval_of_fsrs7_is_above_a_century() -> None:
    strong = TwoTraces(36500, 1, 36500)
    assert FSRS7().interval(strong, 0.5) == 36500
