"""Importing the scheduler is cheap: it loads nothing heavy, and numpy only where it is used."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
HEAVY = {"dataclasses", "inspect", "json", "matplotlib", "numpy", "re", "scipy", "typing"}


def loaded_by(code: str) -> set[str]:
    """The modules that a fresh Python has loaded once it ran the code."""
    code = f"import sys\n{code}\nprint(*sys.modules)"
    return set(subprocess.check_output([sys.executable, "-c", code], cwd=ROOT, text=True).split())


def test_the_core_loads_nothing_heavy() -> None:
    assert loaded_by("import flashcards.scheduler") & HEAVY <= loaded_by("pass")


def test_what_is_heavy_would_be_seen() -> None:
    assert "dataclasses" in loaded_by("import flashcards.scheduler, dataclasses")
