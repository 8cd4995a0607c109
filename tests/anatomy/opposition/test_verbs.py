"""Movements said as verbs: every muscle that ships does something to a joint that is named."""

from __future__ import annotations

import pytest

from flashcards.anatomy.action import action_cards
from flashcards.anatomy.opposition.move import Move
from flashcards.anatomy.opposition.verbs import VERBS, acts, place
from flashcards.anatomy.terms import vocabulary
from tests.anatomy.bodies import shipped
from tests.shipped import notes as shipped_notes


def test_every_shipped_movement_has_a_verb_that_names_the_joint() -> None:
    for move in shipped().moves:
        where = place(move.joint, move.fact)
        assert move.direction.axis in VERBS, move.fact.text
        assert where in acts(move, where)


def test_a_pelvis_is_held_level() -> None:
    move = does("pelvis held level in single-leg stance")
    assert acts(move, "the pelvis") == "holds the pelvis level in single-leg stance"


def does(text: str) -> Move:
    """Return the first shipped move that a deck tells in these words."""
    return next(move for move in shipped().moves if move.fact.text == text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("wrist ulnar deviation", "bends the wrist to the little-finger side"),
        ("wrist radial deviation", "bends the wrist to the thumb side"),
        ("thumb cmc abduction", "abducts the thumb"),
        ("toes 2-4 extension", "extends toes 2-4"),
        ("little finger mcp abduction", "abducts the little finger"),
    ],
)
def test_a_movement_is_said_as_people_say_it(text: str, said: str) -> None:
    found = {
        acts(move, place(move.joint, move.fact))
        for move in shipped().moves
        if vocabulary.movement(move.fact.text) == vocabulary.movement(text)
    }
    assert found == {said}


@pytest.mark.parametrize(
    "text", ["pelvis held level", "stabilise the pelvis level", "stabilizes pelvis level"]
)
def test_the_pelvis_is_known_to_be_held_level_however_it_is_put(text: str) -> None:
    known = vocabulary.movement(f"{text} in single-leg stance")
    assert known == vocabulary.Movement("pelvis", "held level in single-leg stance")


def test_which_end_is_held_still_is_asked_of_the_hold_in_words() -> None:
    cards = action_cards(does("pelvis held level in single-leg stance").subject, shipped_notes())
    prompts = [card.question.prompt for card in cards if card.form == "fixed"]
    holds = "when it holds the pelvis level in single-leg stance?"
    assert f"Which end of gluteus medius is held still {holds}" in prompts
