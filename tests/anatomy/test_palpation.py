"""What the hands feel may be named by any muscle that the same scene is told of."""

from __future__ import annotations

from pathlib import Path

from flashcards.anatomy import read_deck
from flashcards.deck import Deck
from flashcards.question import Typed

SCENE = "palpation: {at: the outer leg, do: turns the sole outward}"
DECK = """\
deck: leg
sources: {here: This test}
muscles:
  fibularis-longus: {name: Fibularis longus, aka: [peroneus longus], source: here, SCENE}
  fibularis-brevis: {name: Fibularis brevis, source: here, SCENE}
  tibialis-anterior:
    name: Tibialis anterior
    source: here
    palpation: {at: the front of the leg, do: turns the sole inward}
"""


def accepted(tmp_path: Path, muscle: str) -> set[str]:
    questions = [
        card.question for card in _deck(tmp_path).cards if card.note.key == muscle and card.form == "muscle"
    ]
    (question,) = (question for question in questions if isinstance(question, Typed))
    return {question.answer, *question.accept}


def _deck(tmp_path: Path) -> Deck:
    path = tmp_path / "leg.yaml"
    path.write_text(DECK.replace("SCENE", SCENE), encoding="utf-8")
    return read_deck(path)


def test_each_of_two_muscles_felt_alike_is_right(tmp_path: Path) -> None:
    both = {"Fibularis longus", "peroneus longus", "Fibularis brevis"}
    assert accepted(tmp_path, "fibularis-longus") == accepted(tmp_path, "fibularis-brevis") == both


def test_a_muscle_of_another_scene_is_not(tmp_path: Path) -> None:
    assert accepted(tmp_path, "tibialis-anterior") == {"Tibialis anterior"}
