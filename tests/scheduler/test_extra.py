"""Without numpy, what needs it says how to get it, and all else works."""

import subprocess
import sys
from pathlib import Path

import pytest

WITHOUT = """
import sys
sys.modules["numpy"] = None
from flashcards.scheduler import *
{call}
"""
CALLS = (
    "replay(FSRS6(), [1], [0], [3])",
    "local_days([0])",
    "fractional_days([0])",
    "fit(FSRS6(), [1], [0], [3])",
    "simulate([Plan()])",
)


@pytest.mark.parametrize("call", CALLS)
def test_what_needs_numpy_says_how_to_get_it(call: str) -> None:
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT.format(call=call)], cwd=root, capture_output=True, text=True
    )
    assert done.stderr.strip().endswith(
        "ModuleNotFoundError: numpy is needed for this: pip install 'anatomy-flashcards[fit]'"
    )
