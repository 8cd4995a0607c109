"""What the hands feel is asked once for all the muscles that the same scene is told of."""

from __future__ import annotations

from pathlib import Path

from flashcards.anatomy import read_deck
from flashcards.deck import Deck
from flashcards.question import Listing, Question, Typed

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


def asked(tmp_path: Path, muscle: str) -> list[Question]:
    return [
        card.question for card in _deck(tmp_path).cards if card.note.key == muscle and card.form == "muscle"
    ]


def _deck(tmp_path: Path) -> Deck:
    path = tmp_path / "leg.yaml"
    path.write_text(DECK.replace("SCENE", SCENE), encoding="utf-8")
    return read_deck(path)


def test_two_muscles_felt_alike_are_asked_for_once_as_a_list(tmp_path: Path) -> None:
    (question,) = asked(tmp_path, "fibularis-longus")
    assert question == Listing(
        "Your hands: the outer leg. The client: turns the sole outward. Which 2 muscles do you feel?",
        ("Fibularis longus", "Fibularis brevis"),
        (("peroneus longus",), ()),
    )
    assert asked(tmp_path, "fibularis-brevis") == []


def test_a_muscle_of_another_scene_is_asked_for_alone(tmp_path: Path) -> None:
    (question,) = asked(tmp_path, "tibialis-anterior")
    assert isinstance(question, Typed)
    assert (question.answer, question.accept) == ("Tibialis anterior", ())
