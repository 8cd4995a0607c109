"""A note about a pair asks what follows from the movements, and is there only where a deck writes it."""

from __future__ import annotations

from pathlib import Path

import pytest

from flashcards.anatomy import examine, read_deck
from flashcards.card import Card
from flashcards.decks import builtin
from flashcards.question import Typed

MUSCLES = """deck: hip
muscles:
  glutes: {name: Glutes, origin: ilium, actions: [hip extension, hip abduction]}
  psoas: {name: Psoas, origin: spine, actions: [hip flexion]}
  sartorius: {name: Sartorius, origin: ASIS, actions: [hip flexion, hip abduction]}
"""


def pair_cards(path: Path) -> list[Card]:
    return [card for card in read_deck(path).cards if card.note.kind == "opposites"]


def written(folder: Path, entry: str = "") -> Path:
    (folder / "hip.yaml").write_text(MUSCLES + (f"opposites:\n  - {entry}\n" if entry else ""))
    return folder / "hip.yaml"


def codes(path: Path) -> list[str]:
    return [problem.code for problem in examine(path).problems if problem.severity == "error"]


def test_no_pair_is_asked_that_no_deck_writes(tmp_path: Path) -> None:
    assert not pair_cards(written(tmp_path))


@pytest.mark.parametrize("pair", ["[glutes, sartorius]", "[sartorius, glutes]"])
def test_a_pair_written_is_asked_from_both_sides_and_for_its_movements(tmp_path: Path, pair: str) -> None:
    cards = pair_cards(written(tmp_path, f"{{pair: {pair}, note: Mind the joint.}}"))
    assert [(card.fact.slot, card.form) for card in cards] == [
        ("opposes", "recall"),
        ("opposes", "other"),
        ("opposes", "movement"),
        ("shares", "movement"),
    ]
    assert {card.fact.text for card in cards} == {"hip extension against hip flexion", "hip abduction"}
    assert all("Mind the joint." in card.explanation for card in cards)


def test_whoever_opposes_the_same_movement_is_right_where_a_pair_asks(tmp_path: Path) -> None:
    first = pair_cards(written(tmp_path, "{pair: [glutes, sartorius]}"))[0].question
    assert isinstance(first, Typed)
    assert (first.answer, first.accept) == ("Sartorius", ("Psoas", "pes anserinus group"))


def test_the_cards_of_the_seeds_pair_keep_their_ids() -> None:
    pair = "psoas-and-ql/opposites-psoas-major-quadratus-lumborum"
    assert [card.id for card in pair_cards(builtin("psoas-and-ql")[0])] == [
        f"{pair}/opposes-3d2d3b19/recall",
        f"{pair}/opposes-3d2d3b19/other",
        f"{pair}/opposes-3d2d3b19/movement",
        f"{pair}/shares-62ca466e/movement",
    ]


@pytest.mark.parametrize(
    ("entry", "found"),
    [
        ("{pair: [glutes, psoas]}", []),
        ("{pair: [glutes, psoas], movement: hip flexion / hip extension}", []),
        ("{pair: [glutes, psoas], movement: knee flexion / knee extension}", ["stated-opposite"]),
        ("{pair: [psoas, sartorius]}", ["stated-opposite"]),
        ("{pair: [psoas, sartorius], never: true}", []),
        ("{pair: [glutes, psoas], never: sometimes}", ["unknown-value"]),
        ("{pair: [glutes, piriformis]}", ["unknown-muscle"]),
    ],
)
def test_what_a_deck_states_must_follow_from_its_movements(
    tmp_path: Path, entry: str, found: list[str]
) -> None:
    assert codes(written(tmp_path, entry)) == found


def test_a_pair_that_never_opposes_is_asked_nowhere(tmp_path: Path) -> None:
    cards = read_deck(written(tmp_path, "{pair: [glutes, psoas], never: true}")).cards
    asked = [card.question for card in cards if "opposes it" in card.question.prompt]
    assert asked
    for question in asked:
        assert isinstance(question, Typed)
        named = {question.answer, *question.accept}
        assert not ({"Glutes", "Psoas"} <= named | {question.prompt.split(" ")[0]})


def test_a_pair_may_hold_a_muscle_of_another_deck(tmp_path: Path) -> None:
    (tmp_path / "front.yaml").write_text(
        "deck: front\nmuscles:\n  rectus: {name: Rectus, actions: [hip flexion]}\n"
    )
    cards = pair_cards(written(tmp_path, "{pair: [front/rectus, glutes]}"))
    answers = [card.question.answer for card in cards if isinstance(card.question, Typed)]
    assert answers == ["Rectus", "Glutes"]
    assert {card.note.deck for card in cards} == {"hip"}
