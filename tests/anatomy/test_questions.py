"""The questions of every deck that ships: one answer is meant, none is given away, and they read well."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest

from flashcards.anatomy import read_deck
from flashcards.anatomy.near_misses.neighbours import MOST
from flashcards.anatomy.near_misses.spot import spot
from flashcards.anatomy.near_misses.truth import Truth, truth
from flashcards.anatomy.subject import Subject, subjects
from flashcards.card import Card
from flashcards.deck import Deck
from flashcards.decks import builtin
from flashcards.fact import fold
from flashcards.question import Choice, Listing, Ordering, Typed, answer_lines
from flashcards.quiz.marking import mark_list, mark_text
from tests.shipped import decks

each_deck = pytest.mark.parametrize("deck", decks(), ids=lambda deck: deck.id)
SEED_CARDS = Path(__file__).parents[1] / "decks" / "seed_cards.txt"
BADLY = re.compile(r"-(part|head|belly)\b|  |\bthe the\b|,,|\?\?|^[a-z]|\bNone\b|[{}]")


def offers_its_answer(card: Card) -> bool:
    """Tell whether a question names what is chosen among, or asks for the same muscle of the other side."""
    return isinstance(card.question, Ordering) or (
        isinstance(card.question, Choice) and card.note.kind == "confusable"
    )


@each_deck
def test_no_question_holds_its_answer(deck: Deck) -> None:
    told = [
        (card.id, line)
        for card in deck.cards
        for line in answer_lines(card.question)
        if f" {fold(line)} " in f" {fold(card.question.prompt)} "
    ]
    asked = {card.id: card for card in deck.cards}
    assert [
        (name, line)
        for name, line in told
        if not offers_its_answer(asked[name]) and "of the other side" not in asked[name].question.prompt
    ] == []


@each_deck
def test_no_question_is_asked_twice(deck: Deck) -> None:
    asked = Counter((card.question.prompt, *answer_lines(card.question)) for card in deck.cards)
    assert [question for question, times in asked.items() if times > 1] == []


def both_accept(one: Card, other: Card) -> bool:
    return all(
        isinstance(asked.question, Typed)
        and isinstance(given.question, Typed)
        and mark_text(asked.question.answer, given.question.answer, asked.question.accept).passes
        for asked, given in ((one, other), (other, one))
    )


@each_deck
def test_one_question_never_has_two_answers(deck: Deck) -> None:
    asked: dict[str, list[Card]] = defaultdict(list)
    for card in deck.cards:
        if not isinstance(card.question, Choice):
            asked[fold(card.question.prompt)].append(card)
    for cards in asked.values():
        for one, other in combinations(cards, 2):
            same = answer_lines(one.question) == answer_lines(other.question)
            assert same or both_accept(one, other), (one.id, other.id, one.question.prompt)


@each_deck
def test_a_choice_among_the_same_options_never_has_two_answers(deck: Deck) -> None:
    chosen: dict[tuple[str, str], list[str]] = defaultdict(list)
    for card in deck.cards:
        if isinstance(card.question, Choice):
            chosen[card.note.path, card.question.prompt].append(card.question.answer)
    for card in deck.cards:
        if isinstance(card.question, Choice):
            right = chosen[card.note.path, card.question.prompt]
            assert not set(right) & {wrong.text for wrong in card.question.wrong}, card.id


@each_deck
def test_every_question_reads_well(deck: Deck) -> None:
    asked = [card.question.prompt for card in deck.cards if card.note.kind in ("muscles", "nerves")]
    assert [prompt for prompt in asked if BADLY.search(prompt)] == []


@each_deck
def test_reasons_for_wrong_answers_are_few(deck: Deck) -> None:
    ends = ("origin", "insertion", "action", "reversed")
    typed = [card.question for card in deck.cards if card.fact.slot in ends and card.form == "recall"]
    assert max((len(asked.near) for asked in typed if isinstance(asked, Typed)), default=0) <= MOST


def who_cards(deck: Deck) -> Iterator[tuple[Card, Typed]]:
    for card in deck.cards:
        if card.form == "muscle" and card.fact.slot in ("origin", "insertion"):
            assert isinstance(card.question, Typed)
            yield card, card.question


@each_deck
def test_whoever_is_at_a_place_is_the_answer_accepted_or_named_in_the_question(deck: Deck) -> None:
    held = [one for note in deck.notes if note.kind == "muscles" for one in subjects(note)]
    for card, asked in who_cards(deck):
        if not spot(card.fact.text).landmark:
            continue
        for one in held:
            if truth(one, card.fact.slot, card.fact.text) is Truth.TRUE:
                known = {*map(fold, (asked.answer, *asked.accept))} & {*map(fold, one.names())}
                named = fold(Subject(one.note).called) in fold(asked.prompt)
                assert known or named, (card.id, one.name, asked.prompt)


@each_deck
def test_the_lists_of_nerves_are_marked_right_when_told_whole(deck: Deck) -> None:
    for card in deck.cards:
        if card.note.kind == "nerves":
            assert isinstance(card.question, Listing)
            assert mark_list(card.question.items, "\n".join(card.question.items)).credit == 1, card.id


def test_no_card_of_the_first_deck_has_lost_its_id() -> None:
    """People's schedules hang on the ids: these are those of the deck as it was first studied."""
    now = {card.id for card in read_deck(builtin("psoas-and-ql")[0]).cards}
    assert [name for name in SEED_CARDS.read_text("utf-8").split() if name not in now] == []


@each_deck
def test_which_end_is_held_is_asked_of_one_usual_action_beside_the_reversed_ones(deck: Deck) -> None:
    asked = [card for card in deck.cards if card.form == "fixed"]
    usual = [card for card in asked if card.fact.slot == "action" and not card.fact["fixed"]]
    told = [(card.note.key, card.fact["part"]) for card in usual]
    reversed_ones = {(note.key, fact["part"]) for note in deck.notes for fact in note.slot("reversed")}
    assert len(told) == len(set(told))
    assert set(told) <= reversed_ones


def prompts(tmp_path: Path, muscle: str) -> list[str]:
    path = tmp_path / "back.yaml"
    path.write_text(f"deck: back\nmuscles:\n  it:\n{muscle}")
    return [card.question.prompt for card in read_deck(path).cards]


def test_a_plural_is_asked_as_one(tmp_path: Path) -> None:
    asked = prompts(
        tmp_path,
        "    name: Rotatores\n    latin: musculi rotatores\n    origin: transverse processes of T1-T12\n"
        "    insertion: spinous processes of T1-T12\n    actions: [spine extension]\n    region: back\n",
    )
    assert "What is the origin of the rotatores?" in asked
    assert "To which region of the body do the rotatores belong?" in asked
    assert "With their origin held still, which movement do the rotatores make?" in asked
    assert "Rotatores, origin held still: which movement do they make at the spine?" in asked


def test_a_part_is_called_as_people_call_it(tmp_path: Path) -> None:
    asked = prompts(
        tmp_path,
        "    name: Biceps brachii\n    insertion: radial tuberosity\n    parts:\n"
        "      long-head: {origin: supraglenoid tubercle of the scapula}\n"
        "      short-head: {origin: coracoid process}\n",
    )
    assert "What is the origin of biceps brachii (long head)?" in asked
    assert "Which muscle runs from the coracoid process to the radial tuberosity?" in asked


def test_palpation_is_asked_for_and_gives_a_scene(tmp_path: Path) -> None:
    told = "    palpation: {at: above the crest, do: hike the hip, feel: it firms}\n"
    asked = prompts(tmp_path, f"    name: Quadratus lumborum\n    insertion: rib 12\n{told}")
    assert "How do you find quadratus lumborum under your hands?" in asked
    assert "Your hands: above the crest. The client: hike the hip. Which muscle do you feel?" in asked
