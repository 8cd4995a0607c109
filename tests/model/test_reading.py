"""What a deck is read as: the notes, their facts, and every mistake with its place."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from flashcards.anatomy import examine, read_deck
from flashcards.card import Card
from flashcards.deck import Deck
from flashcards.errors import DeckError, FileError
from flashcards.question import Choice, Listing, Ordering, SelfRated, Typed, answer_lines

HEAD = "deck: hip\n"


@pytest.fixture
def read(tmp_path: Path) -> Reader:
    return Reader(tmp_path / "hip.yaml")


class Reader:
    """Writes a deck and reads it."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def deck(self, text: str) -> Deck:
        self.path.write_text(HEAD + text, encoding="utf-8")
        return read_deck(self.path)

    def codes(self, text: str, head: str = HEAD) -> list[tuple[int, str]]:
        self.path.write_text(head + text, encoding="utf-8")
        return [(problem.place.line, problem.code) for problem in examine(self.path).problems]


def card(deck: Deck, end: str) -> Card:
    return next(card for card in deck.cards if card.id.endswith(end))


MUSCLE = "muscles:\n  iliacus:\n    name: Iliacus\n"


@pytest.mark.parametrize("value", ["no", "12", "1:30", "2025-01-01", "~", "null", "0x1F"])
def test_a_value_is_the_text_that_was_written(read: Reader, value: str) -> None:
    deck = read.deck(f"cards:\n  a: {{front: Which?, back: {value}}}\n")
    assert answer_lines(deck.cards[0].question) == (value,)


def test_a_fact_is_a_string_a_list_of_them_or_a_mapping(read: Reader) -> None:
    short = read.deck(MUSCLE + "    origin: iliac fossa\n")
    listed = read.deck(MUSCLE + "    origin: [iliac fossa]\n")
    whole = read.deck(MUSCLE + "    origin: {at: iliac fossa}\n")
    assert [c.id for c in short.cards] == [c.id for c in listed.cards] == [c.id for c in whole.cards]


def test_levels_are_part_of_the_fact(read: Reader) -> None:
    mapped = read.deck(MUSCLE + "    origin: {at: transverse processes, levels: L1-L5}\n")
    plain = read.deck(MUSCLE + "    origin: transverse processes of L1-L5\n")
    assert [c.id for c in mapped.cards] == [c.id for c in plain.cards]


def test_reversed_is_short_for_a_fixed_insertion(read: Reader) -> None:
    short = read.deck(MUSCLE + "    reversed: lumbar flexion\n")
    whole = read.deck(MUSCLE + "    actions: {movement: lumbar flexion, fixed: insertion}\n")
    assert [c.id for c in short.cards] == [c.id for c in whole.cards]


def test_the_same_text_in_one_slot_is_an_error_even_with_other_case(read: Reader) -> None:
    assert read.codes(MUSCLE + "    origin: [iliac fossa, 'Iliac  fossa.']\n") == [(5, "same-fact")]


def test_a_written_id_names_a_fact_for_ever(read: Reader) -> None:
    deck = read.deck(MUSCLE + "    origin: {at: iliac fossa, id: the-hollow}\n")
    assert any(c.fact_path == "hip/iliacus/the-hollow" for c in deck.cards)


def test_parts_have_facts_of_their_own(read: Reader) -> None:
    deck = read.deck(
        "muscles:\n  deltoid:\n    name: Deltoid\n    insertion: deltoid tuberosity of the humerus\n"
        "    parts:\n"
        "      anterior: {origin: lateral third of the clavicle, actions: [shoulder flexion]}\n"
        "      posterior: {origin: spine of the scapula, actions: [shoulder extension]}\n"
    )
    prompts = [c.question.prompt for c in deck.cards]
    assert "What is the origin of deltoid (anterior part)?" in prompts
    assert not [c for c in deck.cards if c.note.kind == "opposites"]


def test_each_plain_card_asks_in_the_form_it_deserves(read: Reader) -> None:
    deck = read.deck(
        "cards:\n"
        "  short: {front: Which hollow?, back: iliac fossa, both_ways: true}\n"
        "  long: {front: Why?, back: because the client feels more covered and keeps warm}\n"
        '  gaps: {cloze: "The {{psoas}} inserts on the {{lesser trochanter}}."}\n'
        "  pick: {question: Which?, answer: this, wrong: [{that: not so}, those]}\n"
        "  typed: {question: Which one?, answer: this one}\n"
        "  all: {question: Name both., all_of: [one, two]}\n"
        "  row: {question: In order?, in_order: [first, second]}\n"
    )
    forms = [(c.note.key, c.form, type(c.question)) for c in deck.cards]
    assert forms == [
        ("short", "forward", Typed),
        ("short", "backward", Typed),
        ("long", "forward", SelfRated),
        ("gaps", "cloze-1", Typed),
        ("gaps", "cloze-2", Typed),
        ("pick", "choice", Choice),
        ("typed", "recall", Typed),
        ("all", "list", Listing),
        ("row", "order", Ordering),
    ]
    assert card(deck, "cloze-2").question == Typed("The psoas inserts on the ____.", "lesser trochanter")


def test_five_mistakes_are_told_in_one_run(read: Reader) -> None:
    text = (
        "muscels: {}\n"
        "muscles:\n"
        "  Iliacus:\n"
        "    name: Iliacus\n"
        "    orign: iliac fossa\n"
        "    actions: {movement: hip flexion, role: chief}\n"
        "    source: gray\n"
    )
    assert read.codes(text) == [
        (2, "unknown-section"),
        (4, "bad-key"),
        (6, "unknown-field"),
        (7, "unknown-value"),
        (8, "unknown-source"),
    ]


def test_an_unknown_key_is_answered_with_the_nearest(read: Reader) -> None:
    read.path.write_text(HEAD + MUSCLE + "    orign: iliac fossa\n")
    assert examine(read.path).problems[0].hint == "did you mean 'origin'?"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("cards: []\n", "wrong-shape"),
        ("cards:\n  a: {front: x}\n", "card-shape"),
        ("cards:\n  a: {front: x, back: y, cloze: z}\n", "card-shape"),
        ("cards:\n  a: {question: x}\n", "card-shape"),
        ("cards:\n  a: {question: x, answer: y, all_of: [z]}\n", "card-shape"),
        ("cards:\n  a: {cloze: no gap here}\n", "card-shape"),
        ('cards:\n  a: {cloze: "an {{open gap"}\n', "card-shape"),
        ("cards:\n  a: {question: x, answer: y, wrong: [Y]}\n", "right-as-wrong"),
        ("cards:\n  a: {front: [x], back: y}\n", "wrong-shape"),
        ("cards:\n  a: text\n", "wrong-shape"),
        ("muscles:\n  a:\n    origin: x\n", "missing-field"),
        ("muscles:\n  a:\n    name: A\n    relations: in front of b\n", "wrong-shape"),
        ("muscles:\n  a:\n    name: A\n    relations: [{infront of: b}]\n", "unknown-detail"),
        ("muscles:\n  a:\n    name: A\n    relations: [{in front of: b}]\n", "unknown-muscle"),
        ("muscles:\n  a:\n    name: A\n    relations: [{in front of: a}]\n", "own-neighbour"),
        ("muscles:\n  a:\n    name: A\n    origin: {levels: L1}\n", "missing-detail"),
        ("opposites:\n  - pair: [a, b]\n", "unknown-muscle"),
        ("opposites:\n  - {movement: hip flexion}\n", "missing-field"),
        ("confusable:\n  - {pair: [a, a], tell_apart: x}\n", "not-a-pair"),
        ("techniques:\n  a: {name: A, steps: [x, y], cautions: c}\n", "missing-field"),
        ("techniques:\n  a: {name: A, cautions: [], contraindications: c}\n", "empty"),
    ],
)
def test_every_mistake_has_a_name_and_leaves_no_deck(read: Reader, text: str, code: str) -> None:
    assert code in {found for _, found in read.codes(text)}
    assert examine(read.path).deck is None
    with pytest.raises(DeckError):
        read_deck(read.path)


def test_a_movement_that_is_not_known_is_a_warning(read: Reader) -> None:
    assert read.codes(MUSCLE + "    actions: hip flexoin\n") == [(5, "unknown-movement")]
    assert examine(read.path).deck is not None


@pytest.mark.parametrize(("head", "code"), [("title: x\n", "missing-field"), ("deck: My Deck\n", "bad-key")])
def test_a_deck_needs_a_name_that_can_be_a_key(read: Reader, head: str, code: str) -> None:
    assert code in {found for _, found in read.codes("cards:\n  a: {front: x, back: y}\n", head)}


def test_a_key_names_one_note_whatever_its_section(read: Reader) -> None:
    text = MUSCLE + "    origin: iliac fossa\ncards:\n  iliacus: {front: x, back: y}\n"
    assert read.codes(text) == [(7, "same-key")]


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "\n\n"])
def test_an_empty_file_is_an_error(read: Reader, text: str) -> None:
    assert read.codes(text, head="") == [(1, "empty")]


def test_a_deck_that_asks_nothing_says_so(read: Reader) -> None:
    assert read.codes("title: Nothing yet\n") == [(1, "no-cards")]


@pytest.mark.parametrize("path", ["missing.yaml", "."])
def test_a_file_that_cannot_be_read_is_one_clear_error(tmp_path: Path, path: str) -> None:
    with pytest.raises(FileError) as caught:
        read_deck(tmp_path / path)
    assert str(tmp_path) in caught.value.message
    assert caught.value.help


def test_what_hangs_on_lines_that_could_not_be_read_is_not_guessed_at(read: Reader) -> None:
    text = "sources:\n  a: text\n  b: c: d\n" + MUSCLE + "    origin: iliac fossa\n    source: b\n"
    assert [code for _, code in read.codes(text)] == ["colon"]


def test_a_pipe_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    with pytest.raises(FileError, match="no ordinary file"):
        read_deck(tmp_path / "pipe.yaml")


def test_between_may_have_other_wordings(read: Reader) -> None:
    told = "muscles:\n  a: {name: A, relations: [{behind: b, between: fascia; a sheet}]}\n"
    between = card(read.deck(told + "  b: {name: B, origin: x}\n"), "/between").question
    assert between == Typed("What lies between a and b?", "fascia", ("a sheet",))


def test_cards_that_tell_each_others_answers_are_kin(read: Reader) -> None:
    deck = read.deck(MUSCLE + "    origin: [iliac fossa, iliac crest]\n    insertion: lesser trochanter\n")
    origins = [one for one in deck.cards if one.fact.slot == "origin"]
    assert len({one.fact_path for one in origins}) == 3
    assert all(one.kin & other.kin for one in origins for other in origins)
    assert not card(deck, "/muscle").kin.isdisjoint(origins[0].kin)
