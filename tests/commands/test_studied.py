"""What is studied where no deck is named: first the one to begin with, then the collection."""

from __future__ import annotations

import json
from pathlib import Path

from flashcards.anatomy import shelf
from flashcards.commands.collection import find
from flashcards.commands.studied import FIRST, studied
from flashcards.decks import builtin
from flashcards.study.settings import Settings
from tests.commands.driving import flashcards, hip_deck


def ids(home: Path, *words: str) -> set[str]:
    """The decks of the cards that wait to be begun."""
    queue = json.loads(flashcards(home, "due", "--json", *words).stdout)
    return {card.split("/")[0] for card in queue["new"]}


def test_the_first_run_studies_the_deck_to_begin_with(tmp_path: Path) -> None:
    assert [deck.id for deck in studied((), Settings(), first_run=True)] == [FIRST]
    assert ids(tmp_path) == {FIRST}


def test_later_all_that_ship_are_studied_the_one_to_begin_with_first(tmp_path: Path) -> None:
    decks = [deck.id for deck in studied((), Settings())]
    assert decks[0] == FIRST
    assert len(decks) == len(builtin()) == len(set(decks))


def test_what_was_added_is_studied_in_place_of_what_ships(tmp_path: Path) -> None:
    hip = hip_deck(tmp_path)
    settings = Settings(decks=(hip,))
    for first_run in (True, False):
        assert [deck.id for deck in studied((), settings, first_run=first_run)] == ["hip"]
        assert [deck.id for deck in studied((FIRST,), settings, first_run=first_run)] == [FIRST]


def test_decks_that_were_added_may_be_named_from_anywhere(tmp_path: Path) -> None:
    added = Path(hip_deck(tmp_path))
    assert find(["hip"], [str(added)]) == [added]
    assert shelf((added,)).find("hip", Path("elsewhere.yaml")) == added
