"""Words that turn a meaning round are never a slip, and a doubled letter turns none."""

from __future__ import annotations

import pytest

from flashcards.quiz.contrast import against
from flashcards.quiz.marking import Verdict, mark_text


@pytest.mark.parametrize(
    ("word", "turned"), [("symptomatic", "asymptomatic"), ("flexion", "hyperflexion"), ("stable", "unstable")]
)
def test_a_word_that_is_turned_round_is_another(word: str, turned: str) -> None:
    assert turned in against(word)
    assert word in against(turned)


def test_a_doubled_letter_is_a_slip() -> None:
    assert "aanterior" not in against("anterior")
    assert (
        mark_text("anterior surface of the sacrum", "aanterior surface of the sacrum").verdict is Verdict.SLIP
    )
