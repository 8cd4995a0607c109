"""Laws of forgetting in FSRS-6: how the chance of recall falls, and when it has fallen so far."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashcards.scheduler import FSRS6, Memory
from tests.scheduler.laws.strategies import (
    days,
    difficulties,
    later_days,
    memories,
    models,
    never_falls,
    never_rises,
    stabilities,
)

spans = days | st.floats(0, 36500)
wanted = st.floats(0.01, 1)


@given(models, memories, spans)
def test_retrievability_is_above_0_and_at_most_1(model: FSRS6, memory: Memory, span: float) -> None:
    assert 0 < model.retrievability(memory, span) <= 1


@given(models, memories)
def test_retrievability_is_1_just_after_a_review(model: FSRS6, memory: Memory) -> None:
    assert model.retrievability(memory, 0) == 1


@given(models, memories, st.lists(spans, min_size=2))
def test_retrievability_never_rises_with_time(model: FSRS6, memory: Memory, spans: list[float]) -> None:
    assert never_rises([model.retrievability(memory, span) for span in sorted(spans)])


@given(models, memories, later_days)
def test_retrievability_has_fallen_after_a_day(model: FSRS6, memory: Memory, span: int) -> None:
    assert model.retrievability(memory, span) < 1


@given(models, st.lists(stabilities, min_size=2), difficulties, spans)
def test_retrievability_never_falls_with_stability(
    model: FSRS6, stabilities: list[float], difficulty: float, span: float
) -> None:
    chances = [model.retrievability(Memory(s, difficulty), span) for s in sorted(stabilities)]
    assert never_falls(chances)


@given(models, memories)
def test_retrievability_is_nine_tenths_after_the_stability(model: FSRS6, memory: Memory) -> None:
    assert model.retrievability(memory, memory.stability) == pytest.approx(0.9, rel=1e-9)


@given(models, memories)
def test_interval_at_nine_tenths_is_the_stability(model: FSRS6, memory: Memory) -> None:
    assert model.interval(memory, 0.9) == pytest.approx(memory.stability, rel=1e-9)


@given(models, memories, st.lists(wanted, min_size=2))
def test_interval_never_rises_with_the_desired_retention(
    model: FSRS6, memory: Memory, retentions: list[float]
) -> None:
    assert never_rises([model.interval(memory, retention) for retention in sorted(retentions)])


@given(models, memories, wanted)
def test_retrievability_at_the_end_of_the_interval_is_the_desired_retention(
    model: FSRS6, memory: Memory, retention: float
) -> None:
    end = model.interval(memory, retention)
    assert model.retrievability(memory, end) == pytest.approx(retention, rel=1e-9)
