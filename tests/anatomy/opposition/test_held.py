"""The end that is held still is named as a part of the body, if it is known and not the part that moves."""

from __future__ import annotations

import pytest

from flashcards.anatomy.opposition.derivation import Movers
from flashcards.anatomy.opposition.held import fixed_end, held
from flashcards.fact import Fact
from tests.anatomy.bodies import action, muscle, shipped

SPINE_AND_RIBS = "with the spine and the ribs fixed "


def told(movement: str, *insertions: str, slot: str = "reversed") -> str:
    facts = (Fact(f"insertion-{number}", "insertion", text) for number, text in enumerate(insertions))
    (move,) = Movers([muscle("a", *facts, action(movement, slot))]).moves
    return held(move)


@pytest.mark.parametrize(
    ("movement", "insertions", "said"),
    [
        ("lumbar flexion", ["lesser trochanter of the femur"], "with the thigh fixed "),
        ("pelvic elevation", ["vertebral bodies", "lower border of rib 12"], SPINE_AND_RIBS),
        ("pelvic posterior tilt", ["lower border of rib 12", "pubic crest"], "with the ribs fixed "),
        ("pelvic posterior tilt", ["pubic crest"], "with its insertion held still "),
        ("lumbar flexion", ["a place nobody knows"], "with its insertion held still "),
        ("lumbar flexion", [], "with its insertion held still "),
    ],
)
def test_the_fixed_end_is_where_the_muscle_inserts(movement: str, insertions: list[str], said: str) -> None:
    assert told(movement, *insertions) == said


def test_the_usual_end_goes_without_saying() -> None:
    assert told("hip flexion", "lesser trochanter of the femur", slot="action") == ""


def test_what_moves_is_never_told_to_be_fixed_in_the_decks_that_ship() -> None:
    tilts = [move for move in shipped().moves if move.reversed and move.joint == "pelvis"]
    assert tilts
    assert not [move for move in tilts if "pelvis" in fixed_end(move)]
