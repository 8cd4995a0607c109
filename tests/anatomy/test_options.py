"""Wrong options are really wrong in every deck that ships: no truth, no part of one, each with its reason."""

from __future__ import annotations

from itertools import combinations, product
from pathlib import Path

import pytest

from flashcards.anatomy import read_deck
from flashcards.anatomy.movement import SLOTS, full_movement
from flashcards.anatomy.near_misses.nearness import places_apart
from flashcards.anatomy.near_misses.neighbours import NEAR, ON_BONE
from flashcards.anatomy.near_misses.spot import same, spot
from flashcards.anatomy.near_misses.truth import PLACES, Truth, truth
from flashcards.anatomy.subject import Subject
from flashcards.anatomy.terms.vocabulary import follow, landmarks, movement
from flashcards.card import Card
from flashcards.deck import Deck
from flashcards.fact import fold
from flashcards.question import Choice, Wrong
from flashcards.quiz.distractors import NEAREST, SHOWN
from flashcards.quiz.marking import mark_text
from tests.shipped import decks

CHOICES = [
    (card, card.question) for deck in decks() for card in deck.cards if isinstance(card.question, Choice)
]
OF_MUSCLES = [
    (card, asked) for card, asked in CHOICES if card.note.kind == "muscles" and card.form == "choice"
]
PLACES_TOLD = {fact.text for deck in decks() for note in deck.notes for fact in note.slot(*PLACES)}
ends = pytest.mark.parametrize("slots", [("origin", "insertion"), SLOTS], ids=["places", "movements"])


def asked_of(slots: tuple[str, ...]) -> list[tuple[Card, Choice]]:
    found = [(card, asked) for card, asked in OF_MUSCLES if card.fact.slot in slots]
    assert found
    return found


def truth_of(card: Card, text: str) -> Truth:
    return truth(Subject(card.note, card.fact["part"]), card.fact.slot, text)


def test_every_wrong_option_has_a_reason_and_is_not_the_answer() -> None:
    for card, question in CHOICES:
        assert question.wrong
        for wrong in question.wrong:
            assert wrong.why, (card.id, wrong)
            assert fold(wrong.text) != fold(question.answer)
        assert len({fold(wrong.text) for wrong in question.wrong}) == len(question.wrong)


@ends
def test_the_right_option_is_true_and_every_other_false(slots: tuple[str, ...]) -> None:
    for card, question in asked_of(slots):
        assert truth_of(card, question.answer) is Truth.TRUE, card.id
        assert {wrong.text: truth_of(card, wrong.text) for wrong in question.wrong} == {
            wrong.text: Truth.FALSE for wrong in question.wrong
        }, card.id


@ends
def test_marking_refuses_every_wrong_option(slots: tuple[str, ...]) -> None:
    passed = [
        (card.id, question.answer, wrong.text)
        for card, question in asked_of(slots)
        for wrong in question.wrong
        if mark_text(question.answer, wrong.text, card.fact.accept).passes
    ]
    assert passed == []


def alike(one: Wrong, other: Wrong) -> bool:
    meant = movement(one.text), movement(other.text)
    return meant[0] == meant[1] if all(meant) else same(spot(one.text), spot(other.text))


def test_no_two_options_mean_the_same() -> None:
    for card, question in OF_MUSCLES:
        options = (Wrong(question.answer), *question.wrong)
        assert [pair for pair in combinations(options, 2) if alike(*pair)] == [], card.id


def test_what_books_dispute_is_never_offered_as_wrong_of_the_same_muscle() -> None:
    for card, question in OF_MUSCLES:
        told = {
            fact.text for fact in card.note.slot(card.fact.slot) if fact["part"] in ("", card.fact["part"])
        }
        assert not told & {wrong.text for wrong in question.wrong}, card.id


def test_nearly_every_choice_has_enough_wrong_options() -> None:
    few = [card.id for card, question in OF_MUSCLES if len(question.wrong) < SHOWN]
    assert len(few) <= len(OF_MUSCLES) / 100, few


def test_the_bone_seldom_gives_the_right_option_away() -> None:
    """The right one would stand out where all others are on one bone, and it is not."""
    places = asked_of(("origin", "insertion"))
    out = [
        card.id
        for card, question in places
        if len({spot(wrong.text).bone for wrong in question.wrong[:NEAREST]} - {spot(question.answer).bone})
        == 1
        and spot(question.answer).bone not in {spot(wrong.text).bone for wrong in question.wrong[:NEAREST]}
    ]
    assert len(out) <= len(places) / 100, out


def test_the_right_option_is_not_mostly_the_longest_or_the_shortest() -> None:
    for choose in (max, min):
        extreme = [
            card.id
            for card, question in OF_MUSCLES
            if choose((question.answer, *(wrong.text for wrong in question.wrong[:SHOWN])), key=len)
            == question.answer
        ]
        assert len(extreme) < len(OF_MUSCLES) / 2


def written(folder: Path, muscles: str) -> Deck:
    path = folder / "hip.yaml"
    path.write_text(f"deck: hip\nmuscles:\n{muscles}")
    return read_deck(path)


def test_a_contrast_of_the_own_landmark_is_the_first_wrong_option(tmp_path: Path) -> None:
    deck = written(tmp_path, "  a:\n    name: A\n    insertion: lesser trochanter of the femur\n")
    (question,) = (card.question for card in deck.cards if isinstance(card.question, Choice))
    assert question.wrong[0] == Wrong("greater trochanter of the femur", "greater is not lesser")


def test_every_place_offered_is_one_that_the_vocabulary_or_a_deck_knows() -> None:
    for card, question in asked_of(("origin", "insertion")):
        for wrong in question.wrong:
            known = spot(wrong.text).landmark
            named = known and spot(wrong.text).words <= known.words | known.bone_words
            assert wrong.text in PLACES_TOLD or named, (card.id, wrong.text)


def test_no_landmark_is_offered_without_its_bone_where_decks_tell_it() -> None:
    bare = {place.name for place in landmarks().values() if not place.words & place.bone_words} - PLACES_TOLD
    for card, question in asked_of(("origin", "insertion")):
        assert not {wrong.text for wrong in question.wrong} & bare, card.id


def test_no_movement_is_offered_at_a_joint_that_follows_one_it_acts_on() -> None:
    for card, question in asked_of(SLOTS):
        moves = (movement(full_movement(fact)) for fact in card.note.slot(*SLOTS))
        joints = {move.joint for move in moves if move}
        offered = {move.joint for wrong in question.wrong if (move := movement(wrong.text))} - joints
        assert [pair for pair in product(offered, joints) if follow(*pair)] == [], card.id


def test_places_on_the_bone_of_the_right_one_are_of_its_region() -> None:
    for card, question in asked_of(("origin", "insertion")):
        place, own = spot(question.answer), {fact.text for fact in card.note.slot(*PLACES)}
        for wrong in (wrong for wrong in question.wrong[:ON_BONE] if wrong.text not in own):
            if spot(wrong.text).bone == place.bone:
                assert places_apart(place, spot(wrong.text)) <= NEAR, (card.id, wrong.text)


def test_what_is_passed_without_attaching_is_a_wrong_option(tmp_path: Path) -> None:
    deck = written(
        tmp_path, "  a: {name: A, insertion: lesser trochanter of the femur, course: iliac fossa}\n"
    )
    (question,) = (card.question for card in deck.cards if isinstance(card.question, Choice))
    assert Wrong("iliac fossa", "a only passes there, without attaching") in question.wrong
