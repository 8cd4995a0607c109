"""How well a fact is backed: what may be asked of it, and what is told after the answer."""

from __future__ import annotations

from pathlib import Path

from flashcards.anatomy import examine, read_deck

DECK = """\
deck: arm
tags: [exam-kinesiology]
sources: {table: Reference table}
muscles:
  biceps-brachii:
    name: Biceps brachii
    tags: [flexors]
    source: table
    parts:
      long-head: {origin: {at: supraglenoid tubercle of the scapula, backing: 1}}
    insertion: {at: radial tuberosity, backing: 5}
    actions:
      - {movement: elbow flexion, backing: 5}
      - {movement: shoulder abduction, backing: 0}
    reversed: {movement: shoulder flexion, backing: 0, follows: elbow flexion}
    nerve: {text: musculocutaneous nerve, roots: C5-C6, backing: 4}
"""


def test_what_no_source_backs_is_told_and_never_asked(tmp_path: Path) -> None:
    cards = read_deck(_written(tmp_path, DECK)).cards
    assert not [card for card in cards if card.fact.text == "shoulder abduction"]
    told = "Also told: shoulder abduction. None of the sources compared confirms it."
    assert [card for card in cards if card.fact.slot == "action" and told in card.explanation]


def test_what_follows_from_another_action_is_asked_with_the_reason(tmp_path: Path) -> None:
    asked = [card for card in read_deck(_written(tmp_path, DECK)).cards if card.fact.slot == "reversed"]
    assert asked
    assert all(
        "Follows from elbow flexion: the same movement, seen from the other end." in card.explanation
        for card in asked
    )


def test_few_sources_are_told_after_the_answer(tmp_path: Path) -> None:
    cards = read_deck(_written(tmp_path, DECK)).cards
    few = {card.fact.text for card in cards if "Backed by few: 1 of 5 groups of sources." in card.explanation}
    assert few == {"supraglenoid tubercle of the scapula"}


def test_roots_are_told_and_not_asked(tmp_path: Path) -> None:
    cards = [card for card in read_deck(_written(tmp_path, DECK)).cards if card.fact.slot == "nerve"]
    assert cards
    assert all("Roots: C5-C6; books may differ by one." in card.explanation for card in cards)


def test_the_number_of_a_cranial_nerve_is_beyond_doubt(tmp_path: Path) -> None:
    cards = read_deck(_written(tmp_path, DECK.replace("roots: C5-C6", "roots: CN XI"))).cards
    assert {line for card in cards for line in card.explanation if "CN XI" in line} == {"Number: CN XI."}


def test_only_0_to_5_groups_can_agree(tmp_path: Path) -> None:
    reading = examine(_written(tmp_path, DECK.replace("backing: 4", "backing: 6")))
    assert [(problem.code, problem.place.line) for problem in reading.problems] == [("unknown-value", 16)]


def test_a_deck_and_its_notes_have_tags(tmp_path: Path) -> None:
    deck = read_deck(_written(tmp_path, DECK))
    assert deck.tags == ("exam-kinesiology",)
    assert deck.note("biceps-brachii").words["tags"] == ("flexors",)


def _written(folder: Path, text: str) -> Path:
    path = folder / "arm.yaml"
    path.write_text(text, encoding="utf-8")
    return path
