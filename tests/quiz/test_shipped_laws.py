"""Laws of marking over every fact of every deck that ships."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flashcards.anatomy.terms.lexicon import known_words
from flashcards.anatomy.terms.vocabulary import contrast_swaps
from flashcards.anatomy.terms.wording import stem, tokens
from flashcards.decks import builtin
from flashcards.question import Listing, Question, Typed
from flashcards.quiz.marking import Mark, Verdict, mark_text
from flashcards.quiz.present import Sheet
from flashcards.quiz.reply import mark_reply
from tests.shipped import decks

DECKS = [path.stem for path in builtin()]
LETTERS = "abcdefghijklmnopqrstuvwxyz"


class Told(NamedTuple):
    """What is right for a card: the answer, and its other wordings."""

    answer: str
    accept: tuple[str, ...]

    def mark(self, typed: str) -> Mark:
        return mark_text(self.answer, typed, self.accept)


@cache
def facts(deck: str) -> tuple[Told, ...]:
    """Every answer of a deck, once."""
    return tuple(dict.fromkeys(told for question in questions(deck) for told in told_by(question)))


@cache
def questions(deck: str) -> tuple[Question, ...]:
    return tuple(card.question for read in decks() if read.id == deck for card in read.cards)


def told_by(question: Question) -> Iterator[Told]:
    match question:
        case Typed(answer=answer, accept=accept):
            yield Told(answer, accept)
        case Listing(items=items, accept=accept):
            yield from (Told(item, accept[at] if accept else ()) for at, item in enumerate(items))


any_fact = st.sampled_from(DECKS).flatmap(lambda deck: st.sampled_from(facts(deck)))


@pytest.mark.parametrize("deck", DECKS)
def test_every_wording_of_every_fact_is_right(deck: str) -> None:
    told = [(fact, typed) for fact in facts(deck) for typed in (fact.answer, *fact.accept)]
    assert [(fact, typed) for fact, typed in told if fact.mark(typed).verdict is not Verdict.RIGHT] == []


@pytest.mark.parametrize("deck", DECKS)
def test_every_contrast_swap_of_every_fact_is_refused(deck: str) -> None:
    """Unless the deck says that it is right, too: both gemelli turn the hip."""
    told = [(fact, text) for fact in facts(deck) for text, _, _ in contrast_swaps(fact.answer)]
    passed = [(fact, text) for fact, text in told if fact.mark(text).passes]
    assert [
        (fact, text)
        for fact, text in passed
        if not any(mark_text(other, text).passes for other in fact.accept)
    ] == []


@pytest.mark.parametrize("deck", DECKS)
def test_no_list_is_right_without_each_of_its_items(deck: str) -> None:
    lists = [
        question for question in questions(deck) if isinstance(question, Listing) and len(question.items) > 1
    ]
    short = [
        (question, mark_reply(question, Sheet(""), "; ".join(question.items[1:]), {})) for question in lists
    ]
    assert [question for question, mark in short if mark.passes] == []
    assert [question for question, mark in short if question.safety and mark.credit] == []


@settings(max_examples=150)
@given(any_fact)
def test_a_mark_never_depends_on_the_order_of_the_other_wordings(fact: Told) -> None:
    turned = fact.accept[::-1]
    for typed in (
        fact.answer,
        *fact.accept,
        "psoas major",
        f"not {fact.answer}",
        f"{fact.answer} and the moon",
    ):
        mark, again = fact.mark(typed), mark_text(fact.answer, typed, turned)
        assert (mark.verdict, mark.credit) == (again.verdict, again.credit)


def has_a_long_word(fact: Told) -> bool:
    """Whether a word of six letters or more may be misspelt; amounts have a spelling of their own."""
    return not fact.answer[0].isdigit() and any(map(is_long, fact.answer.split()))


def is_long(word: str) -> bool:
    """Whether it has six letters or more; a plural is left out, for it is read by its stem."""
    return len(word) > 5 and word.isalpha() and stem(word.lower()) == word.lower()


@st.composite
def typos(draw: st.DrawFn) -> tuple[Told, str, str]:
    """A fact's answer with one letter wrong in a word of six letters or more."""
    fact = draw(any_fact.filter(has_a_long_word))
    word = draw(st.sampled_from(list(filter(is_long, fact.answer.split()))))
    at, letter = draw(st.integers(1, len(word) - 2)), draw(st.sampled_from(LETTERS))
    ways = (word[:at] + word[at + 1 :], word[:at] + letter + word[at:], word[:at] + letter + word[at + 1 :])
    wrong = draw(st.sampled_from(ways))
    return fact, fact.answer.replace(word, wrong, 1), wrong


@settings(max_examples=300)
@given(typos())
def test_one_letter_wrong_in_a_long_word_is_shown_as_a_slip_or_asked_back(
    told: tuple[Told, str, str],
) -> None:
    fact, typed, wrong = told
    mark = fact.mark(typed)
    if any(word in known_words() for word in tokens(wrong)):
        assert mark.verdict is not Verdict.SLIP or wrong.lower() not in mark.reason
    else:
        assert mark.verdict is not Verdict.WRONG


@given(st.sampled_from(["", " ", "...", "?", "-", ";"]), any_fact)
def test_nothing_written_passes_no_fact(empty: str, fact: Told) -> None:
    assert not fact.mark(empty).passes
    assert not mark_text(empty, fact.answer).passes


@pytest.mark.parametrize("deck", DECKS)
def test_what_has_nothing_of_the_answer_earns_nothing(deck: str) -> None:
    assert [told.answer for told in facts(deck) if told.mark("zzxq").credit] == []
