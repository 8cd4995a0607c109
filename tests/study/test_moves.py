"""Laws of moves: studying ahead, putting off and going away move what they say, and can be taken back."""

import os
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial
from itertools import accumulate
from math import ceil
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from flashcards.card import Card
from flashcards.scheduler import Rating, Reviewing
from flashcards.study.backlog import need
from flashcards.study.desk import moved
from flashcards.study.event import Answer, EventKind
from flashcards.study.fold import fold
from flashcards.study.moves import advanced, around, postponed
from flashcards.study.queue import queue_at
from flashcards.study.reading import Move, Vacation
from flashcards.study.settings import ORDERS, Settings
from flashcards.study.state import State
from flashcards.study.store import Store
from tests.study.card_box import DAY, NOW, answered, boxes, card, due_of

Box = tuple[list[Card], State, datetime]
CARDS = [card(f"note-{number}") for number in range(30)]


def after(state: State, moves: Mapping[str, date], now: datetime) -> State:
    """The state with the cards moved."""
    lying = {id: moved(state.cards[id], Move(state.reviews(id), day), now, 4) for id, day in moves.items()}
    return replace(state, cards={**state.cards, **lying})


def studied(ratings: list[Rating]) -> State:
    """The state after one answer a day, each to another card."""
    state = State()
    for number, rating in enumerate(ratings):
        state = answered(state, CARDS[number], rating, NOW + number * DAY)
    return state


lives = st.lists(st.sampled_from([Rating.EASY, Rating.GOOD]), min_size=1, max_size=30).map(studied)


def due_in(days: list[int]) -> State:
    """The state with cards that fall due in so many days, seen from NOW."""
    state = studied_at_once(CARDS[: len(days)])
    moves = {one.id: NOW.date() + timedelta(number) for one, number in zip(CARDS, days, strict=False)}
    return after(state, moves, NOW)


def studied_at_once(cards: Sequence[Card]) -> State:
    """The state after an answer to each of some cards."""
    state = State()
    for one in cards:
        state = answered(state, one, Rating.EASY, NOW)
    return state


crowds = st.lists(st.integers(0, 40), max_size=30).map(due_in)


def days_off(now: datetime, start: int, length: int) -> Vacation:
    first = now.date() + timedelta(start)
    return Vacation(first, first + timedelta(length), "event")


def in_review(state: State, card: Card) -> bool:
    return isinstance(state.schedule(card.id), Reviewing)


later = st.integers(0, 60).map(lambda number: NOW + (30 + number) * DAY)


@given(boxes(), st.integers(1, 5), st.integers(1, 30))
def test_what_is_advanced_is_asked_today_with_all_that_waited(box: Box, most: int, days: int) -> None:
    cards, state, now = box
    moves = advanced(now, cards, state, most, days)
    waiting, then = queue_at(now, cards, state).due, queue_at(now, cards, after(state, moves, now)).due
    assert len(moves) <= most
    assert {card.id for card in then} == {card.id for card in waiting} | set(moves)


@given(lives, later, st.integers(1, 10))
def test_those_that_gain_most_are_advanced(state: State, now: datetime, most: int) -> None:
    moves = advanced(now, CARDS, state, most, days=30)
    gains = {
        one.id: need((one, state.cards[one.id].schedule), now, state.settings)
        for one in CARDS
        if one.id in state.cards
        and in_review(state, one)
        and timedelta() < due_of(state, one).date() - now.date() <= timedelta(30)
    }
    assert sorted(gains, key=lambda id: -gains[id])[:most] == list(moves)


@given(lives, later, st.integers(1, 10), st.none() | st.integers(0, 10))
def test_a_backlog_goes_to_the_days_asked_for_those_in_need_first(
    state: State, now: datetime, days: int, keep: int | None
) -> None:
    moves = postponed(now, CARDS, state, days, keep)
    waiting = [one for one in queue_at(now, CARDS, state).due if in_review(state, one)]
    assert set(moves) <= {one.id for one in waiting}
    assert all(timedelta() < day - now.date() <= timedelta(days) for day in moves.values())
    if keep is not None:
        assert len(waiting) - len(moves) == min(keep, len(waiting))
    ends = {
        one.id: need((one, state.cards[one.id].schedule), now + days * DAY, state.settings) for one in waiting
    }
    ranked = sorted(ends, key=lambda id: -ends[id])
    assert [moves.get(id, now.date()) for id in ranked] == sorted(moves.get(id, now.date()) for id in ranked)


@given(lives, later, st.integers(2, 10))
def test_a_backlog_fills_its_days_evenly(state: State, now: datetime, days: int) -> None:
    moves, today = postponed(now, CARDS, state, days, None), now.date()
    dues = (due_of(after(state, moves, now), one).date() for one in CARDS if in_review(state, one))
    filled = Counter(max(today, due) for due in dues)
    for day in moves.values():
        assert all(filled[day] <= filled[today + timedelta(number)] + 1 for number in range(days))


@given(crowds, st.integers(0, 20), st.integers(0, 40))
def test_no_card_is_due_on_a_vacation_and_none_but_its_cards_move(
    state: State, start: int, length: int
) -> None:
    off = days_off(NOW, start, length)
    then = after(state, around(NOW, CARDS, state, off.first, off.last), NOW)
    for one in filter(partial(in_review, state), CARDS):
        before, due = due_of(state, one).date(), due_of(then, one).date()
        assert due not in off
        assert (before == due) == (before not in off)
        assert NOW.date() <= due
        if due < off.first and before in off:
            assert before - off.first < off.last - before


@given(crowds, st.integers(0, 20), st.integers(0, 40))
def test_the_days_before_a_vacation_take_no_more_than_their_share(
    state: State, start: int, length: int
) -> None:
    off, half = days_off(NOW, start, length), max(1, (length + 1) // 2)
    moves = around(NOW, CARDS, state, off.first, off.last)
    before, days = sum(day < off.first for day in moves.values()), min(start, half)
    assert before <= ceil(len(moves) * days / (days + half))


@given(crowds, st.lists(st.integers(0, 9), min_size=2, max_size=4), st.permutations(range(4)))
def test_no_vacation_moves_a_card_into_one_beside_it(
    state: State, lengths: list[int], order: list[int]
) -> None:
    ends = list(accumulate(lengths, lambda start, length: start + length + 1, initial=3))
    offs = [days_off(NOW, start, length) for start, length in zip(ends, lengths, strict=False)]
    for off in (offs[place] for place in order if place < len(offs)):
        state = after(state, around(NOW, CARDS, state, off.first, off.last), NOW)
        state = replace(state, vacations=(*state.vacations, off))
    for one in filter(partial(in_review, state), CARDS):
        assert not any(due_of(state, one).date() in off for off in offs)


@given(crowds, st.integers(0, 9), st.integers(0, 9))
def test_a_vacation_that_has_begun_frees_the_days_left_of_it(state: State, gone: int, left: int) -> None:
    now = NOW + gone * DAY
    moves = around(now, CARDS, state, NOW.date(), now.date() + timedelta(left))
    then = after(state, moves, now)
    for one in filter(partial(in_review, state), CARDS):
        assert due_of(then, one).date() > now.date() + timedelta(left)


@given(lives, later, st.integers(0, 9), st.none() | st.integers(0, 9))
def test_nothing_is_put_off_to_a_vacation(state: State, now: datetime, length: int, keep: int | None) -> None:
    state = replace(state, vacations=(days_off(now, 1, length),))
    moves = postponed(now, CARDS, state, 5, keep)
    assert not any(day in off for off in state.vacations for day in moves.values())


def test_days_off_without_end_move_nothing() -> None:
    state = replace(studied([Rating.EASY]), vacations=(Vacation(date.min, date.max, "event"),))
    assert around(NOW, CARDS, state, NOW.date(), NOW.date() + timedelta(40)) == {}
    assert postponed(NOW + 60 * DAY, CARDS, state, 7, 0) == {}


def test_kin_put_off_together_come_on_different_days() -> None:
    pairs = [[card(f"note-{number}", fact, groups=("origin",)) for fact in "ab"] for number in range(20)]
    cards = [one for pair in pairs for one in pair]
    moves = postponed(NOW + 60 * DAY, cards, studied_at_once(cards), 7, 0)
    assert all(moves[one.id] != moves[other.id] for one, other in pairs)


def test_what_is_put_off_keeps_away_from_the_day_of_its_kin_even_if_others_are_fuller() -> None:
    waiting, resting = (card("psoas", fact, groups=("origin",)) for fact in "ab")
    others, now = CARDS[:6], NOW + 60 * DAY
    state, today = studied_at_once([waiting, resting, *others]), now.date()
    days = {resting.id: 1} | {one.id: 2 for one in others}
    state = after(state, {id: today + timedelta(number) for id, number in days.items()}, now)
    assert postponed(now, [waiting, resting, *others], state, 2, 0) == {waiting.id: today + timedelta(2)}


@given(lives, st.sampled_from(ORDERS), later)
def test_every_order_asks_the_same_cards(state: State, order: str, now: datetime) -> None:
    other = replace(state, settings=Settings(order=order))
    queue, other_queue = queue_at(now, CARDS, state), queue_at(now, CARDS, other)
    assert {one.id for one in other_queue.due} == {one.id for one in queue.due}


def test_the_longest_due_comes_first_by_due_date_and_the_most_faded_by_default() -> None:
    state = answered(answered(State(), CARDS[0], Rating.EASY, NOW), CARDS[1], Rating.HARD, NOW)
    state = answered(state, CARDS[1], Rating.EASY, NOW + 6 * DAY)
    cards, now = CARDS[:2], NOW + 60 * DAY
    by_date = replace(state, settings=Settings(order="due-date"))
    assert [due_of(state, one) for one in queue_at(now, cards, by_date).due] == sorted(
        due_of(state, one) for one in cards
    )
    needs = [
        need((one, state.cards[one.id].schedule), now, state.settings)
        for one in queue_at(now, cards, state).due
    ]
    assert needs == sorted(needs, reverse=True)


def test_what_was_put_off_and_taken_back_is_as_it_was(tmp_path: Path) -> None:
    with Store.open(tmp_path, os.urandom) as store:
        for one in CARDS[:9]:
            store.answer(one.id, Answer(Rating.EASY), NOW)
        later, before = NOW + 20 * DAY, store.state(NOW)
        moves = postponed(later, CARDS, store.state(later), 5, None)
        event = store.reschedule(moves, later)
        assert {
            id: due.date() for id in moves for due in [store.state(later).cards[id].schedule.due]
        } == moves
        store.undo(event.id, later)
        assert store.state(later).cards == before.cards


def test_a_card_answered_since_a_move_was_planned_goes_by_its_answer(tmp_path: Path) -> None:
    with Store.open(tmp_path, os.urandom) as store:
        store.answer(CARDS[0].id, Answer(Rating.EASY), NOW)
        plan = store.state(NOW).cards[CARDS[0].id]
        store.answer(CARDS[0].id, Answer(Rating.EASY), NOW + 20 * DAY)
        answered_since = store.state(NOW + 20 * DAY).cards[CARDS[0].id]
        assert moved(answered_since, Move(plan.reviews, NOW.date()), NOW, 4) == answered_since


def test_a_suspended_card_comes_when_told_and_a_buried_one_tomorrow(tmp_path: Path) -> None:
    with Store.open(tmp_path, os.urandom) as store:
        asked, name = [CARDS[0]], [CARDS[0].id]
        store.hide(EventKind.BURY, name, NOW)
        assert list(queue_at(NOW, asked, store.state(NOW))) == []
        assert list(queue_at(NOW + DAY, asked, store.state(NOW + DAY))) == asked
        store.hide(EventKind.SUSPEND, name, NOW)
        assert list(queue_at(NOW + DAY, asked, store.state(NOW + DAY))) == []
        store.hide(EventKind.UNSUSPEND, name, NOW)
        assert list(queue_at(NOW + DAY, asked, store.state(NOW + DAY))) == asked


def test_a_card_is_buried_for_the_day_the_clock_shows_even_if_it_was_set_back(tmp_path: Path) -> None:
    with Store.open(tmp_path, os.urandom) as store:
        store.answer(CARDS[1].id, Answer(Rating.EASY), NOW)
        back = NOW - timedelta(hours=20)
        store.hide(EventKind.BURY, [CARDS[0].id], back)
        assert store.state(back).is_hidden(CARDS[0].id, back)
        assert fold(store.events(back)) == store.state(back)
        assert not store.state(NOW).is_hidden(CARDS[0].id, NOW)
