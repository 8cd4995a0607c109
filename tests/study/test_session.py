"""A session: every due card is asked, cards stay apart, and undo leads back card by card."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings

from flashcards.card import Card
from flashcards.errors import UnknownName
from flashcards.scheduler import New, Rating
from flashcards.study.event import Answer
from flashcards.study.session import Session, Turn
from flashcards.study.store import Store
from tests.study.card_box import DAY, MINUTE, NOW, card, cards

EASY, GOOD, AGAIN = Answer(Rating.EASY), Answer(Rating.GOOD), Answer(Rating.AGAIN)
TWELVE = [card(note, fact) for fact in "abcd" for note in ("psoas", "ql", "iliacus")]


@pytest.fixture
def store() -> Iterator[Store]:
    with new_store() as opened:
        yield opened


@contextmanager
def new_store() -> Iterator[Store]:
    with TemporaryDirectory() as home, Store.open(Path(home), os.urandom) as opened:
        yield opened


def turn(session: Session, minutes: float = 0) -> Turn:
    found = session.turn(NOW + minutes * MINUTE)
    assert found is not None
    return found


def answer_all(session: Session, answer: Answer) -> list[Card]:
    """Answer until nothing is left, at a moment that stands still."""
    asked = []
    while found := session.turn(NOW):
        asked.append(found.card)
        session.answer(found.card, answer, NOW)
    return asked


@given(cards)
@settings(max_examples=25)
def test_a_session_asks_each_card_of_its_queue_once_if_all_are_easy(box: list[Card]) -> None:
    with new_store() as store:
        session = Session(store, box)
        waiting = session.queue(NOW).waiting
        asked = answer_all(session, EASY)
    assert sorted(card.id for card in asked) == sorted(card.id for card in waiting)


def test_the_place_in_the_session_counts_up_to_its_end(store: Store) -> None:
    session = Session(store, TWELVE)
    places = []
    while found := session.turn(NOW):
        places.append((found.number, found.total))
        session.answer(found.card, EASY, NOW)
    assert places == [(number, 9) for number in range(1, 10)]


def test_a_card_not_known_comes_back_three_places_on(store: Store) -> None:
    session = Session(store, TWELVE)
    first = turn(session).card
    session.answer(first, AGAIN, NOW)
    later = []
    for minutes in (2, 3, 4):
        found = turn(session, minutes)
        later.append(found.card)
        session.answer(found.card, EASY, NOW + minutes * MINUTE)
    assert later[2] == first
    assert first.note not in [card.note for card in later[:2]]


def test_with_the_clock_standing_still_steps_come_at_the_end(store: Store) -> None:
    session = Session(store, TWELVE[:3])
    asked = answer_all(session, GOOD)
    assert asked == [*TWELVE[:3], *TWELVE[:3]]
    assert session.turn(NOW) is None


def test_undo_leads_back_card_by_card_and_asks_each_again(store: Store) -> None:
    session = Session(store, TWELVE)
    asked = []
    for _ in range(3):
        asked.append(turn(session).card)
        session.answer(asked[-1], GOOD, NOW)
    for back in reversed(asked):
        assert session.undo(NOW).card == back
        assert turn(session).card == back
    assert [store.state(NOW).schedule(card.id) for card in asked] == [New()] * 3
    assert turn(session).number == 1
    again = []
    for _ in range(3):
        again.append(turn(session).card)
        session.answer(again[-1], EASY, NOW)
    assert again == asked


def test_a_card_asked_again_is_shown_as_it_was(store: Store) -> None:
    session = Session(store, TWELVE)
    before = turn(session)
    session.answer(before.card, GOOD, NOW)
    session.undo(NOW)
    assert turn(session) == before


def test_a_session_has_only_its_own_answers_to_take_back(store: Store) -> None:
    session = Session(store, TWELVE)
    session.answer(turn(session).card, GOOD, NOW)
    with pytest.raises(UnknownName, match="no answer to take back"):
        Session(store, TWELVE).undo(NOW)


def test_a_session_killed_in_between_goes_on_where_it_was(store: Store) -> None:
    whole = Session(store, TWELVE)
    for _ in range(4):
        whole.answer(turn(whole).card, EASY, NOW)
    resumed = Session(store, TWELVE)
    assert resumed.queue(NOW) == whole.queue(NOW)
    assert turn(resumed).total == turn(whole).total - 4


@pytest.mark.parametrize("hours", [-30, -1])
def test_a_clock_set_back_stops_nobody(store: Store, hours: int) -> None:
    session = Session(store, TWELVE)
    session.answer(turn(session).card, GOOD, NOW)
    back = NOW + timedelta(hours=hours)
    found = session.turn(back)
    assert found is not None
    session.outcomes(found.card, back)
    session.answer(found.card, GOOD, back)
    assert len(session.kept) == 2


def test_the_next_day_brings_what_fell_due_and_new_cards(store: Store) -> None:
    answer_all(Session(store, TWELVE), GOOD)
    session = Session(store, TWELVE)
    assert next(session.coming(NOW)).at <= NOW + DAY
    assert len(session.queue(NOW + DAY).new) == 3


@pytest.mark.parametrize("rating", Rating)
def test_two_stores_are_asked_the_same(rating: Rating) -> None:
    with new_store() as one, new_store() as other:
        first, second = (turns(Session(store, TWELVE), 8, Answer(rating)) for store in (one, other))
    assert first == second


def turns(session: Session, number: int, answer: Answer) -> list[Turn]:
    """Answer some turns, all alike, a minute apart."""
    found = []
    for minute in range(number):
        found.append(turn(session, minute))
        session.answer(found[-1].card, answer, NOW + minute * MINUTE)
    return found
