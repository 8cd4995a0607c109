"""The students: SBD holds to its known answers, and all forget as time goes by."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashcards.scheduler import Student
from scheduler.simulate.half_life import HalfLife
from scheduler.simulate.power_law import PowerLaw, traces
from scheduler.simulate.sbd import SBD

VECTORS = Path(__file__).parent / "vectors_sbd.json"
KNOWN: list[dict[str, Any]] = json.loads(VECTORS.read_text(encoding="utf-8"))
STUDENTS: list[Student] = [SBD(), HalfLife(), PowerLaw()]
students = st.sampled_from(STUDENTS)
answers = st.lists(st.tuples(st.integers(1, 4), st.floats(0.001, 400)), min_size=1, max_size=12)


def memory_after(student: Student, history: list[tuple[int, float]]) -> Any:
    memory = student.first(np.array([history[0][0]]))
    for rating, days in history[1:]:
        memory = student.next(memory, np.array([rating]), days)
    return memory


@pytest.mark.parametrize("known", KNOWN)
def test_sbd_remembers_as_known(known: dict[str, Any]) -> None:
    student = SBD(tuple(known["parameters"]))
    history = list(zip(known["ratings"], known["delta_days"], strict=True))
    for place, state in enumerate(known["states"], start=1):
        memory = memory_after(student, history[:place])
        assert memory[:, 0].tolist() == pytest.approx(state, rel=known["rel_tol"])
    recall = [student.retrievability(memory, days)[0] for days in known["curve"]["t"]]
    assert recall == pytest.approx(known["curve"]["R"], rel=known["rel_tol"])


@given(students, answers, st.floats(0.001, 4000), st.floats(0.001, 4000))
def test_recall_is_a_chance_and_never_rises_while_nothing_is_answered(
    student: Student, history: list[tuple[int, float]], one: float, other: float
) -> None:
    memory = memory_after(student, history)
    sooner, later = (student.retrievability(memory, days)[0] for days in sorted((one, other)))
    assert 0 <= later <= sooner <= 1


@given(students, answers, st.integers(3, 4), st.floats(1, 400), st.floats(0.001, 4000))
def test_a_good_answer_like_the_last_one_never_does_harm(
    student: Student, history: list[tuple[int, float]], rating: int, days: float, after: float
) -> None:
    memory = memory_after(student, [(rating, 0.0), *history[1:], (rating, 1.0)])
    passed = student.next(memory, np.array([rating]), days)
    assert student.retrievability(passed, after) >= student.retrievability(memory, days + after) - 1e-12


@given(students, answers, st.floats(0.01, 400), st.floats(0.001, 4000))
def test_who_passes_recalls_no_worse_than_who_fails(
    student: Student, history: list[tuple[int, float]], days: float, after: float
) -> None:
    memory = memory_after(student, history)
    failed, passed = (student.next(memory, np.array([rating]), days) for rating in (1, 3))
    assert student.retrievability(passed, after) >= student.retrievability(failed, after) - 1e-12


@given(students, st.lists(answers, min_size=2, max_size=2), st.floats(0.01, 400))
def test_cards_do_not_mind_one_another(
    student: Student, histories: list[list[tuple[int, float]]], days: float
) -> None:
    memories = [memory_after(student, history) for history in histories]
    together = student.next(np.concatenate(memories, axis=1), np.array([3, 1]), days)
    apart = [
        student.next(memory, np.array([rating]), days)
        for memory, rating in zip(memories, (3, 1), strict=True)
    ]
    np.testing.assert_allclose(together, np.concatenate(apart, axis=1), rtol=1e-12)


def test_forgetting_by_half_takes_the_half_life() -> None:
    student = HalfLife()
    memory = student.first(np.array([1, 2, 3, 4]))
    np.testing.assert_allclose(student.retrievability(memory, memory[0]), 0.5)


def test_the_power_law_is_that_of_all_traces_when_practice_was_even() -> None:
    """Petrov's approximation against the sum it stands for, of daily practice."""
    student = PowerLaw()
    memory = memory_after(student, [(1, 0.0), *[(3, 1.0)] * 29])
    exact = sum((10.0 + day) ** -0.5 for day in range(30))
    assert traces(memory, 10.0)[0] == pytest.approx(exact, rel=0.02)
