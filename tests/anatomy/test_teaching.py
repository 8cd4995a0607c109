"""The order of teaching: what a card builds on stands before it, muscles take turns, slips move nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

import pytest

from flashcards.anatomy.bone import landmark_of
from flashcards.anatomy.near_misses.spot import spot
from flashcards.anatomy.subject import subjects
from flashcards.anatomy.teaching import (
    FORMS,
    MUSCLES_AT_ONCE,
    Topic,
    taught,
    topic,
    units,
)
from flashcards.card import Card
from flashcards.cards import in_turn
from flashcards.deck import Deck
from flashcards.question import Choice, Typed, answer_lines
from tests.shipped import decks

each_deck = pytest.mark.parametrize("deck", decks(), ids=lambda deck: deck.id)


def places(deck: Deck, *topics: Topic) -> dict[str, list[int]]:
    """Return where the cards of the topics stand, by the key of their note."""
    found: dict[str, list[int]] = {}
    for place, card in enumerate(deck.cards):
        if topic(card) in topics:
            found.setdefault(card.note.key, []).append(place)
    return found


def needed(deck: Deck, card: Card) -> Iterator[str]:
    """Yield the muscles of the deck that a card of opposition or technique speaks of."""
    names = {one.name: note.key for note in deck.notes if note.kind == "muscles" for one in subjects(note)}
    yield from (names[line] for line in answer_lines(card.question) if line in names)
    yield from (*card.note.words.get("pair", ()), *card.note.words.get("targets", ()))
    yield card.note.key


@each_deck
def test_the_order_has_every_card_once(deck: Deck) -> None:
    ids = [card.id for card in deck.cards]
    assert len(ids) == len(set(ids))
    assert taught(deck) == deck
    assert sorted(card.id for unit in units(deck) for card in unit) == sorted(ids)


@each_deck
def test_a_muscle_s_attachments_come_before_its_actions(deck: Deck) -> None:
    actions = places(deck, Topic.ACTIONS)
    for muscle, held in places(deck, Topic.ATTACHMENTS).items():
        assert max(held) < min(actions.get(muscle, [len(deck.cards)])), muscle


@each_deck
def test_opposition_comes_after_the_attachments_and_actions_of_all_its_muscles(deck: Deck) -> None:
    told = places(deck, Topic.ATTACHMENTS, Topic.ACTIONS)
    for place, card in enumerate(deck.cards):
        if topic(card) == Topic.OPPOSITION:
            assert all(max(told[key]) < place for key in needed(deck, card) if key in told), card.id


@each_deck
def test_a_technique_comes_after_the_facts_of_its_targets(deck: Deck) -> None:
    told = places(deck, Topic.ATTACHMENTS, Topic.ACTIONS)
    for place, card in enumerate(deck.cards):
        if topic(card) == Topic.TECHNIQUE:
            targets = [key for key in card.note.words.get("targets", ()) if key in told]
            assert all(max(told[key]) < place for key in targets), card.id


@each_deck
def test_a_landmark_comes_before_what_is_attached_to_it(deck: Deck) -> None:
    seen = {""}
    for card in deck.cards:
        if topic(card) == Topic.LANDMARKS:
            assert landmark_of(card.note, card.fact) not in seen - {""}, card.id
        elif topic(card) == Topic.ATTACHMENTS and card.fact.slot != "muscle":
            seen.add(spot(card.fact.text).key)


@each_deck
def test_a_fact_is_recalled_before_it_is_chosen(deck: Deck) -> None:
    recalled: set[str] = set()
    for card in deck.cards:
        if isinstance(card.question, Typed) and card.form == "recall":
            recalled.add(card.fact_path)
        if isinstance(card.question, Choice) and card.note.kind == "muscles":
            assert card.fact_path in recalled, card.id


@each_deck
def test_a_unit_tells_of_a_few_muscles_which_take_turns(deck: Deck) -> None:
    for unit in units(deck):
        held = [card.note.key for card in unit if topic(card) == Topic.ATTACHMENTS and card.form == "recall"]
        assert len(set(held)) <= MUSCLES_AT_ONCE
        first = held[: len(set(held))]
        assert len(first) == len(set(first))


def test_rewording_a_fact_moves_no_other_card() -> None:
    deck = decks()[0]
    for card in deck.cards[:50]:
        reworded = replace(card, fact=replace(card.fact, text=f"{card.fact.text} indeed"))
        edited = replace(deck, cards=tuple(reworded if one is card else one for one in deck.cards))
        before = [one.id for one in deck.cards if one is not card]
        assert [one.id for one in taught(edited).cards if one is not reworded] == before


def test_decks_are_taught_a_unit_of_each_in_turn() -> None:
    cards = in_turn(decks())
    assert sorted(card.id for card in cards) == sorted(card.id for deck in decks() for card in deck.cards)
    first = [deck for deck, _ in groupby(card.note.deck for card in cards)][: len(decks())]
    assert first == [deck.id for deck in decks()]
    for deck in decks():
        assert [card for card in cards if card.note.deck == deck.id] == list(deck.cards)


def test_every_form_in_the_order_is_one_that_a_card_has() -> None:
    assert set(FORMS) <= {card.form for deck in decks() for card in deck.cards}
