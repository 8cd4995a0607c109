"""The deck that ships asks every fact of the article it is told after, and gives no answer away."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
import yaml

from flashcards.anatomy import examine
from flashcards.anatomy.steps import MOST_AT_ONCE
from flashcards.decks import builtin
from flashcards.fact import fold
from flashcards.question import Choice, Ordering, answer_lines
from tests.shipped import decks

(DECK,) = (deck for deck in decks() if deck.id == "psoas-and-ql")
HERE = Path(__file__).parent
ASKED: Mapping[str, Sequence[Mapping[str, str]]] = yaml.safe_load(
    (HERE / "seed_questions.yaml").read_text(encoding="utf-8")
)
SEED = HERE.parents[2] / "shared" / "anatomy" / "seed_facts.json"
SEED_FACTS = 44


def test_the_deck_has_neither_errors_nor_warnings() -> None:
    assert examine(builtin("psoas-and-ql")[0]).problems == ()


def test_every_fact_of_the_article_has_its_place_in_the_deck() -> None:
    assert len(ASKED) == SEED_FACTS


@pytest.mark.skipif(not SEED.exists(), reason=f"{SEED} is not here: the list of the article's facts")
def test_the_list_of_facts_is_the_one_measured_for_the_project() -> None:
    assert set(ASKED) == {fact["id"] for fact in json.loads(SEED.read_text(encoding="utf-8"))["facts"]}


@pytest.mark.parametrize("fact", ASKED)
def test_every_fact_is_the_answer_to_a_question_of_its_own(fact: str) -> None:
    for wanted in ASKED[fact]:
        cards = [
            card
            for card in DECK.cards
            if card.note.key == wanted["note"] and card.fact.slot == wanted["slot"]
        ]
        answers = [line for card in cards for line in answer_lines(card.question)]
        assert any(fold(wanted["words"]) in fold(line) for line in answers), wanted


def test_no_two_facts_lean_on_the_same_answer() -> None:
    places = [tuple(sorted(wanted.items())) for wanted_of in ASKED.values() for wanted in wanted_of]
    assert len(places) == len(set(places))


def test_card_ids_are_unique_and_have_four_parts() -> None:
    ids = [card.id for card in DECK.cards]
    assert len(ids) == len(set(ids))
    assert {card_id.count("/") for card_id in ids} == {3}


def test_each_of_the_fourteen_steps_has_its_own_card_beside_the_order_cards() -> None:
    technique = DECK.note("side-lying-flank")
    steps = list(technique.slot("step"))
    assert len(steps) == 14
    own = {card.fact.id for card in DECK.cards if card.form == "next"}
    assert own == {step.id for step in steps}
    orders = [
        card.question for card in DECK.cards if isinstance(card.question, Ordering) and card.note == technique
    ]
    assert orders
    assert all(len(order.steps) <= MOST_AT_ONCE for order in orders)


def test_reasons_are_given_where_the_article_gives_them() -> None:
    because = {step.text: step["why"] for step in DECK.note("side-lying-flank").slot("step")}
    assert "spares the spine" in because["Put a bolster under the bent upper knee"]
    assert "covered" in because["Give the client a pillow to hug with the lower arm"]


def test_disputed_facts_are_told_and_asked_only_with_the_other_version() -> None:
    disputed = {fact.text: fact for note in DECK.notes for fact in note.facts if fact.disputed}
    assert "hip lateral rotation" in disputed
    answers = {line for card in DECK.cards for line in answer_lines(card.question)}
    told = " ".join(line for card in DECK.cards for line in card.explanation)
    for fact in disputed.values():
        assert fact.accept or fact.text not in answers or fact.text in ASKED_ELSEWHERE
        assert fact.accept or fact.text in told


ASKED_ELSEWHERE = {"transverse processes of L1-L4", "lumbar flexion"}
"""Disputed as an origin and as an action of the QL; asked as its insertion and as an action of the psoas."""


def test_the_article_is_cited_by_title_author_and_publication() -> None:
    cited = DECK.sources["denney"]
    assert all(words in cited for words in ("Opposites Attract", "Allison Denney", "Massage & Bodywork"))


def test_safety_facts_are_marked_as_added() -> None:
    safety = list(DECK.note("side-lying-flank").slot("caution", "contraindication"))
    assert len(safety) >= 8
    assert {fact.source for fact in safety} == {"deck"}
    assert "not in the article" in DECK.sources["deck"]


def test_every_wrong_option_is_about_as_long_as_the_right_one() -> None:
    authored = [
        card.question
        for card in DECK.cards
        if isinstance(card.question, Choice) and card.note.kind == "cards"
    ]
    for question in authored:
        lengths = [len(wrong.text.split()) for wrong in question.wrong]
        assert max(lengths) <= 2.5 * len(question.answer.split()) + 1, question.answer
