"""True wordings that were written for marking, not for the lint: none of them is held to be wrong."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from flashcards.anatomy.lint.attachment import clauses
from flashcards.anatomy.lint.landmarks import is_known, misplaced
from flashcards.anatomy.lint.levels import faults
from flashcards.anatomy.terms_file import read
from tests.documents import ROOT

PAIRS = read(ROOT / "tests" / "quiz" / "pairs" / "landmarks.yaml")


def told(*verdicts: str) -> Iterator[tuple[str, str]]:
    """Yield every answer that gets one of the verdicts, with the reason."""
    for pair in PAIRS:
        yield from ((answer, why) for verdict in verdicts for answer, why in pair.get(verdict, {}).items())


TRUE = sorted({pair["expected"] for pair in PAIRS} | {answer for answer, _ in told("right")})


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
