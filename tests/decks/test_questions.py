"""What the decks of the regions ask: no question holds its answer, and none is asked twice."""

from __future__ import annotations

from collections import Counter

import pytest

from flashcards.deck import Deck
from flashcards.fact import fold
from flashcards.question import Ordering, answer_lines
from tests.decks.table import decks


@pytest.mark.parametrize("deck", decks(), ids=[deck.id for deck in decks()])
def test_no_question_holds_its_answer(deck: Deck) -> None:
    for card in deck.cards:
        # Two muscles to be told apart, and steps to be put in order, must be named.
        if card.note.kind != "confusable" and not isinstance(card.question, Ordering):
            prompt = f" {fold(card.question.prompt)} "
            assert not any(f" {fold(line)} " in prompt for line in answer_lines(card.question)), card.id


@pytest.mark.parametrize("deck", decks(), ids=[deck.id for deck in decks()])
def test_no_question_is_asked_twice(deck: Deck) -> None:
    asked = Counter((card.question.prompt, *answer_lines(card.question)) for card in deck.cards)
    assert [question for question, times in asked.items() if times > 1] == []
