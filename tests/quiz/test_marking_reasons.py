"""A reason quotes what the learner typed and what the answer says, never how they were read."""

from __future__ import annotations

import pytest

from flashcards.quiz.marking import mark_text

SADDLE = "numbness in the saddle area and loss of bladder or bowel control"


@pytest.mark.parametrize(
    ("expected", "typed", "reason"),
    [
        ("cauda equina", "cerebral aneurysm", "'cerebral aneurysm' is not the answer"),
        ("iliac crest", "femoral artery", "'femoral artery' is not the answer"),
        ("sciatic nerve", "inner", "'inner' is not the answer"),
        ("lateral", "Patella", "'patella' is not the answer"),
        ("in front of", "deep to psoas", "that is not the answer"),
        (SADDLE, "numbness in the saddle area", "missing: loss of bladder; bowel control"),
        ("cerebral aneurysm", "cerebral", "'aneurysm' is missing"),
        ("pull the skin off the muscle", "pull the muscle off the skin", "that is the other way round"),
    ],
)
def test_a_reason_is_in_the_words_of_the_learner_and_of_the_card(
    expected: str, typed: str, reason: str
) -> None:
    assert mark_text(expected, typed).reason == reason
