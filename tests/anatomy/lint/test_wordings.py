"""True wordings that were written for marking, not for the lint: none of them is held to be wrong."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from flashcards.anatomy.lint import nerves
from flashcards.anatomy.lint.attachment import clauses
from flashcards.anatomy.lint.bones import misplaced
from flashcards.anatomy.lint.landmarks import is_known
from flashcards.anatomy.lint.levels import faults
from flashcards.anatomy.terms.terms_file import read
from tests.documents import ROOT

PAIRS, NERVES = (
    read(ROOT / "tests/quiz/pairs" / name) for name in ("landmarks.yaml", "nerves-and-levels.yaml")
)


def told(verdict: str) -> Iterator[tuple[str, str]]:
    """Yield every answer for a landmark that gets a verdict, with the reason."""
    for pair in PAIRS:
        yield from pair.get(verdict, {}).items()


TRUE = sorted({pair["expected"] for pair in PAIRS} | {answer for answer, _ in told("right")})
TRUE_NERVES = sorted(
    wording
    for pair in NERVES
    if "nerve" in pair["expected"]
    for wording in (pair["expected"], *pair.get("right", {}))
)


@pytest.mark.parametrize("wording", TRUE)
def test_a_true_wording_passes(wording: str) -> None:
    assert is_known(wording)
    assert [misplaced(clause) for clause in clauses(wording) if misplaced(clause)] == []
    assert faults(wording, False) == ()


@pytest.mark.parametrize("wording", [answer for answer, why in told("wrong") if why.startswith("wrong bone")])
def test_a_landmark_on_the_wrong_bone_is_told(wording: str) -> None:
    assert misplaced(wording)


@pytest.mark.parametrize("wording", [answer for answer, _ in told("slip")])
def test_a_misspelt_landmark_is_told(wording: str) -> None:
    assert not is_known(wording)


@pytest.mark.parametrize("wording", TRUE_NERVES)
def test_a_nerve_is_known_by_any_true_wording(wording: str) -> None:
    assert nerves.is_known(wording)
    assert faults(wording, True) == ()
