"""The registry: ids are given once, and a change of looks comes with a new time."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from flashcards.anatomy import read_deck
from flashcards.anki.note import anki_note, facts_of
from flashcards.anki.registry import form_title, note_types, registry
from flashcards.anki.writing import look_of
from flashcards.card import Card
from flashcards.deck import Deck
from flashcards.decks import builtin
from flashcards.errors import ExportError
from flashcards.fact import NOWHERE, Fact
from flashcards.note import Note
from flashcards.question import Typed
from tests.anki.bench import HIP
from tests.anki.stamp_registry import lacking, promises

GIVEN = {
    "muscles": "ee3f70d6a6043836",
    "movers": "1d1f91aa03ca88e0",
    "nerves": "eb9b008998bc8bd9",
    "techniques": "5f120430f784551b",
    "opposites": "05664556a04eb5e7",
    "confusable": "2c9ed9b0045d0516",
    "bones": "663304769abbaca3",
    "joints": "ba444e9057e6d0c7",
    "cards": "13294a732f930a21",
    "cards/cloze": "6673609fbccbd410",
}
"""A hash of every note type's ids, names and ordinals. To change one here is to break every deck in Anki that
was made with it: its notes would conflict, or their cards double. A new note type gets a line of its own."""


def test_nothing_given_once_has_changed() -> None:
    assert {kind: promises(note_type) for kind, note_type in note_types().items()} == GIVEN


def test_every_form_a_kind_declares_has_its_template() -> None:
    assert lacking() == [], "run python -m tests.anki.stamp_registry, and add the lines it prints to GIVEN"


def test_the_namespace_of_guids_stays() -> None:
    assert registry()["namespace"] == "anatomy-flashcards"


def every_id() -> Iterator[int]:
    for note_type in note_types().values():
        yield from (note_type.id, *note_type.fields.values(), *note_type.forms.values())


def test_no_id_is_used_twice() -> None:
    assert [number for number, times in Counter(every_id()).items() if times > 1] == []
    assert len({note_type.name for note_type in note_types().values()}) == len(note_types())


@pytest.mark.parametrize("kind", note_types())
def test_a_note_type_has_fields_for_all_its_forms_and_spare_ones(kind: str) -> None:
    note_type = note_types()[kind]
    sides = [f"{form_title(form)} {side}" for form in note_type.forms for side in ("Front", "Back")]
    spare = ["Extra", "Mnemonic", "Image", "Version", "Reserved 1", "Reserved 2", "Reserved 3", "My Notes"]
    assert list(note_type.fields) == ["Key", "Title", *sides, "Source", *spare]


@pytest.mark.parametrize("kind", note_types())
def test_a_changed_look_has_a_new_time(kind: str) -> None:
    note_type = note_types()[kind]
    told = "the look has changed: run python -m tests.anki.stamp_registry"
    assert look_of(note_type) == note_type.look, told


@pytest.mark.parametrize("path", [HIP, *builtin()], ids=lambda path: path.stem)
def test_every_card_of_a_deck_has_its_place(path: Path) -> None:
    deck = read_deck(path)
    cards = sum(len(anki_note(deck, cards, "guid").forms) for cards in facts_of(deck).values())
    assert cards == len(deck.cards)


def deck_of(*cards: Card) -> Deck:
    return Deck("hip", "Hip", HIP, cards=cards)


def card(kind: str = "cards", form: str = "forward", prompt: str = "Asked?") -> Card:
    return Card(Note("bone", kind, "hip", NOWHERE), Fact("one", "front", "one"), form, Typed(prompt, "x"))


@pytest.mark.parametrize(
    ("cards", "said"),
    [
        ([card(form="sideways")], "no note type for the form 'sideways' of 'cards'"),
        ([card(), card(form="sideways")], "no note type for the form 'sideways' of 'cards'"),
        ([card(kind="nerves")], "no note type for the form 'forward' of 'nerves'"),
        ([card(), card(prompt="Asked again?")], "two cards are called hip/bone/one/forward"),
        ([card(prompt=" … ")], "the card hip/bone/one/forward asks nothing"),
    ],
)
def test_a_card_without_a_place_is_refused_and_never_dropped(cards: list[Card], said: str) -> None:
    with pytest.raises(ExportError, match=said):
        anki_note(deck_of(*cards), cards, "guid")
