"""Wrong options are really wrong: no second origin, no part of the right answer, and each has its reason."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashcards.anatomy import read_deck
from flashcards.anatomy.neighbours import same_place
from flashcards.card import Card
from flashcards.decks import builtin
from flashcards.fact import fold
from flashcards.question import Choice, Wrong
from flashcards.quiz.distractors import SHOWN, arranged, options

DECK = read_deck(builtin("psoas-and-ql")[0])
CHOICES = [(card, card.question) for card in DECK.cards if isinstance(card.question, Choice)]
numbers = st.floats(0, 1, exclude_max=True)


@pytest.mark.parametrize(("card", "question"), CHOICES, ids=[card.id for card, _ in CHOICES])
def test_every_wrong_option_has_a_reason_and_is_not_the_answer(card: Card, question: Choice) -> None:
    assert question.wrong
    for wrong in question.wrong:
        assert wrong.why, wrong
        assert fold(wrong.text) != fold(question.answer)
    assert len({fold(wrong.text) for wrong in question.wrong}) == len(question.wrong)


def test_no_second_attachment_and_no_part_of_the_answer_is_offered_as_wrong() -> None:
    places = [(card, question) for card, question in CHOICES if card.fact.slot in ("origin", "insertion")]
    assert places
    for card, question in places:
        right = [name for told in card.note.slot(card.fact.slot) for name in (told.text, *told.accept)]
        for wrong, name in product(question.wrong, right):
            assert not same_place(wrong.text, name), (card.id, wrong.text, name)


def test_no_movement_of_the_same_end_is_offered_as_wrong() -> None:
    moves = [
        (card, question)
        for card, question in CHOICES
        if card.form == "choice" and card.fact.slot in ("action", "reversed")
    ]
    assert moves
    for card, question in moves:
        own = {fold(told.text) for told in card.note.slot(card.fact.slot)}
        for wrong in question.wrong:
            assert not any(fold(wrong.text).startswith(text) for text in own), (card.id, wrong.text)


def test_what_books_dispute_is_never_offered_as_wrong() -> None:
    facts = [fact for note in DECK.notes for fact in note.facts]
    disputed = {fact.text for fact in facts if not fact.askable} - {f.text for f in facts if f.askable}
    assert disputed
    for _, question in CHOICES:
        assert not disputed & {wrong.text for wrong in question.wrong}


wrongs = st.lists(st.text(min_size=1), max_size=8, unique=True).map(lambda texts: tuple(map(Wrong, texts)))


@given(wrongs, numbers, numbers)
def test_options_show_the_right_one_once_among_up_to_three_others(
    wrong: tuple[Wrong, ...], which: float, where: float
) -> None:
    question = Choice("?", "\0right", wrong)
    shown = arranged(question, options(question, which), where)
    assert shown.count(question.answer) == 1
    assert len(shown) == 1 + min(SHOWN, len(wrong)) == len(set(shown))


@given(wrongs, numbers)
def test_the_same_number_shows_the_same_options(wrong: tuple[Wrong, ...], u: float) -> None:
    assert options(Choice("?", "right", wrong), u) == options(Choice("?", "right", wrong), u)


def test_a_contrast_of_the_own_landmark_is_a_wrong_option(tmp_path: Path) -> None:
    deck = tmp_path / "hip.yaml"
    deck.write_text("deck: hip\nmuscles:\n  a:\n    name: A\n    insertion: lesser trochanter of the femur\n")
    (question,) = (card.question for card in read_deck(deck).cards if isinstance(card.question, Choice))
    assert question.wrong == (Wrong("greater trochanter of the femur", "greater is not lesser"),)
