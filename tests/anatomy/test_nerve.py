"""Nerves: their muscles are asked for at once, under every name in use; those of a branch cost nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from flashcards.anatomy import read_deck
from flashcards.card import Card
from flashcards.question import Listing
from flashcards.quiz.marking import Verdict, mark_list

DECK = """
deck: arm
muscles:
  triceps: {name: Triceps brachii, nerve: radial nerve}
  anconeus: {name: Anconeus, nerve: radial nerve}
  supinator: {name: Supinator, nerve: {text: deep branch of the radial nerve, accept: %s}}
  indicis: {name: Extensor indicis, nerve: {text: posterior interosseous nerve, accept: %s}}
  digitorum: {name: Extensor digitorum, nerve: posterior interosseous nerve}
  gemellus: {name: Inferior gemellus, nerve: nerve to quadratus femoris}
  quadratus: {name: Quadratus femoris, nerve: nerve to quadratus femoris}
"""
BOTH = ("[radial nerve, posterior interosseous nerve]", "[radial nerve, deep branch of the radial nerve]")


def cards(folder: Path, *accept: str) -> list[Card]:
    path = folder / "arm.yaml"
    path.write_text(DECK % (accept or BOTH), encoding="utf-8")
    return list(read_deck(path).cards)


def lists(folder: Path, *accept: str) -> dict[str, Listing]:
    asked = [card for card in cards(folder, *accept) if card.note.kind == "nerves"]
    return {card.note.key: card.question for card in asked if isinstance(card.question, Listing)}


def test_a_muscle_of_a_branch_may_be_named_for_the_nerve(tmp_path: Path) -> None:
    asked = lists(tmp_path)["nerves-radial-nerve"]
    assert asked.items == ("Triceps brachii", "Anconeus")
    assert {"Supinator", "Extensor indicis"} <= set(asked.also)
    said = "triceps, anconeus, supinator"
    assert mark_list(asked.items, said, {"Triceps brachii": ("triceps",)}, also=asked.also).passes


def test_a_muscle_of_the_nerve_itself_is_none_of_its_branch(tmp_path: Path) -> None:
    asked = lists(tmp_path)["nerves-posterior-interosseous-nerve"]
    assert "Triceps brachii" not in asked.also
    said = ", ".join((*asked.items, "triceps brachii"))
    assert mark_list(asked.items, said, also=asked.also).verdict is not Verdict.RIGHT


def test_two_names_in_use_are_one_nerve(tmp_path: Path) -> None:
    asked = lists(tmp_path)["nerves-posterior-interosseous-nerve"]
    nerve = "the posterior interosseous nerve or deep branch of the radial nerve"
    assert asked.prompt == f"Name 3 muscles of the deck “arm” supplied by {nerve}."
    assert set(asked.items) == {"Supinator", "Extensor indicis", "Extensor digitorum"}


@pytest.mark.parametrize("accept", [("[radial nerve]", "[radial nerve]"), (BOTH[0], "[radial nerve]")])
def test_names_that_are_not_told_for_each_other_are_two_nerves(
    tmp_path: Path, accept: tuple[str, ...]
) -> None:
    asked = lists(tmp_path, *accept)["nerves-posterior-interosseous-nerve"]
    assert set(asked.items) == {"Extensor indicis", "Extensor digitorum"}


def test_a_nerve_named_after_its_muscle_is_asked_of_the_others_alone(tmp_path: Path) -> None:
    asked = {card.note.key for card in cards(tmp_path) if card.fact.slot == "nerve" and card.form == "recall"}
    assert "gemellus" in asked
    assert "quadratus" not in asked
