"""Movements said as verbs: every muscle that ships does something to a joint that is named."""

from __future__ import annotations

from flashcards.anatomy.verbs import VERBS, acts, place
from tests.anatomy.bodies import shipped


def test_every_shipped_movement_has_a_verb_that_names_the_joint() -> None:
    for move in shipped().moves:
        where = place(move.joint, move.fact)
        assert move.direction.axis in VERBS, move.fact.text
        assert where in acts(move, where)


def test_a_pelvis_is_held_level() -> None:
    (move, *_) = (move for move in shipped().moves if "stance" in move.direction.axis)
    assert acts(move, "the pelvis") == "holds the pelvis level in single-leg stance"
