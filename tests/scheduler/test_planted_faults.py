"""The laws are able to fail: every fault planted in the equations turns a law red."""

import subprocess
import sys
from pathlib import Path

from flashcards.scheduler import fsrs6
from tests.scheduler.laws.test_curve import test_retrievability_is_1_just_after_a_review as a_law
from tests.scheduler.planted_faults import FAULTS, Fault, caught_by

ROOT = Path(__file__).parents[2]


def test_each_planted_fault_turns_its_law_red() -> None:
    command = [sys.executable, "-m", "tests.scheduler.planted_faults", "--quick"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    assert f"{len(FAULTS)} faults" in run.stdout
    assert "0 survivors" in run.stdout


def test_what_is_no_fault_turns_no_law_red() -> None:
    harmless = Fault("none", "", "forgetting_curve", fsrs6.forgetting_curve)
    assert caught_by(harmless, {"a law": a_law}) == []


def test_equations_are_whole_again_after_a_fault() -> None:
    equation = fsrs6.days_until
    caught_by(Fault("none", "", "days_until", lambda *given: 0.0), {})
    assert fsrs6.days_until is equation
