"""Laws of marking: what holds of every fact, every name of the vocabulary and every text."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flashcards.anatomy.terms.data import load
from flashcards.anatomy.terms.lexicon import wordings
from flashcards.anatomy.terms.vocabulary import (
    Landmark,
    contrast_swaps,
    joints,
    landmark,
    landmarks,
    movement,
)
from flashcards.quiz.marking import Mark, Verdict, mark_list, mark_text

WORDINGS: dict[str, Any] = json.loads((Path(__file__).parent / "marking_wordings.json").read_text("utf-8"))
FACTS: list[dict[str, Any]] = WORDINGS["facts"]
ALIASES = WORDINGS["aliases"]
TYPED = [(fact, typed) for fact in FACTS for kind in ("right", "slip", "wrong") for typed in fact[kind]]
CREDIT = {Verdict.RIGHT: 1, Verdict.SLIP: 1, Verdict.WRONG: 0, Verdict.ASK: 0}
TEXTS = st.text() | st.sampled_from([typed for _, typed in TYPED])


def mark(fact: dict[str, Any], typed: str) -> Mark:
    return mark_text(fact["expected"], typed, fact["accept"], ALIASES)


def full_name(place: Landmark) -> str:
    return place.name if place.unique else f"{place.name} of the {place.bone}"


def other_terms() -> Iterator[str]:
    yield from map(full_name, landmarks().values())
    for kind in ("muscles", "nerves"):
        yield from wordings(kind)
    for joint in joints().values():
        yield from (f"{name} of the {joint.also[0]}" for name in joint.movements)


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact["id"])
def test_every_contrast_swap_of_every_fact_is_refused(fact: dict[str, Any]) -> None:
    told = [text for right in (fact["expected"], *fact["right"]) for text, _, _ in contrast_swaps(right)]
    assert [text for text in told if mark(fact, text).passes] == []


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact["id"])
def test_every_other_name_of_the_vocabulary_is_refused(fact: dict[str, Any]) -> None:
    right = {*fact["right"], fact["expected"], *fact["accept"]}
    moves = {movement(text) for text in right} - {None}
    passed = [term for term in other_terms() if mark(fact, term).passes]
    same = {landmark(text) for text in right} - {None}
    assert [term for term in passed if not {landmark(term), movement(term)} & (moves | same)] == []


@pytest.mark.parametrize("kind", ["muscles", "nerves"])
def test_every_other_name_of_a_muscle_or_nerve_is_right(kind: str) -> None:
    told = [(name, other) for name, also in wordings(kind).items() for other in also]
    assert [pair for pair in told if mark_text(*pair).verdict is not Verdict.RIGHT] == []
    turned = [(other, name) for name, other in told]
    assert [pair for pair in turned if mark_text(*pair).verdict is not Verdict.RIGHT] == []


def test_every_other_name_of_a_landmark_is_right() -> None:
    told = [(full_name(place), other) for place in landmarks().values() for other in place.also]
    assert [pair for pair in told if mark_text(*pair).verdict is not Verdict.RIGHT] == []


def test_every_wording_of_the_lexicon_is_right() -> None:
    told = [(meant, said) for meant, wordings in load("synonyms").items() for said in wordings]
    assert [pair for pair in told if mark_text(*pair).verdict is not Verdict.RIGHT] == []


@settings(max_examples=300)
@given(st.sampled_from(sorted(landmarks())), st.sampled_from(sorted(landmarks())))
def test_one_landmark_is_never_taken_for_another(one: str, other: str) -> None:
    places = landmarks()
    assert mark_text(full_name(places[one]), full_name(places[other])).passes == (one == other)


@settings(max_examples=300)
@given(*[st.sampled_from(sorted({**wordings("muscles"), **wordings("nerves")}))] * 2)
def test_one_muscle_or_nerve_is_never_taken_for_another(one: str, other: str) -> None:
    assert mark_text(one, other).passes == (one == other)


@st.composite
def noisy(draw: st.DrawFn) -> tuple[dict[str, Any], str, str]:
    """Draw a typed answer, and the same with other case, accents, articles, spaces and marks."""
    fact, typed = draw(st.sampled_from(TYPED))
    words = [f"{draw(st.sampled_from(['', 'the ', 'The ', 'a ']))}{word}" for word in typed.split(" ")]
    text = draw(st.sampled_from([" ", "  ", "\t", "\u00a0"])).join(words)
    text = draw(st.sampled_from([text, text.upper(), text.title(), text.swapcase()]))
    accent = draw(st.sampled_from(["", "\u0301", "\u0308"]))
    text = "".join(f"{letter}{accent}" if letter in "aeiou" else letter for letter in text)
    text = unicodedata.normalize(draw(st.sampled_from(["NFC", "NFD"])), text)
    before = draw(st.sampled_from(["", " ", '"', "(", "\u200b", "\x1b"]))
    after = draw(st.sampled_from(["", ".", "!", ")", '"', "\x07"]))
    return fact, typed, f"{before}{text}{after}"


@settings(max_examples=200)
@given(noisy())
def test_case_accents_articles_and_marks_never_change_a_verdict(
    told: tuple[dict[str, Any], str, str],
) -> None:
    fact, typed, noise = told
    assert mark(fact, noise).verdict is mark(fact, typed).verdict


@settings(max_examples=150)
@given(
    TEXTS,
    TEXTS,
    st.lists(TEXTS, max_size=2),
    st.dictionaries(st.text(), st.lists(st.text(), max_size=2), max_size=2),
)
def test_any_text_can_be_marked(
    expected: str, typed: str, accept: list[str], aliases: dict[str, list[str]]
) -> None:
    found = mark_text(expected, typed, accept, aliases)
    assert found.credit == CREDIT.get(found.verdict, found.credit)
    assert found.reason.isprintable()
    assert 0 <= mark_list([expected, *accept], typed, {expected: accept}, aliases).credit <= 1


@given(TEXTS, st.sampled_from(["", " ", "...", "\n", "-", "( )", "\u0301", "\x1b[", ",;"]))
def test_nothing_passes_an_empty_key_and_an_empty_answer_passes_none(text: str, empty: str) -> None:
    assert not mark_text(empty, text).passes
    assert not mark_text(text, empty).passes


@given(
    st.text(alphabet="abcdefghij klmnopqrstuvwxyz-,12", min_size=1).filter(
        lambda text: any(letter.isalnum() for letter in text)
    )
)
def test_the_answer_itself_is_right(text: str) -> None:
    assert mark_text(text, text).verdict is Verdict.RIGHT
    assert mark_text("no such thing", text.upper(), [text]).verdict is Verdict.RIGHT
