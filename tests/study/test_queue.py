"""The laws of the queue: siblings apart, new cards within their limits, nothing due lost."""

from collections import Counter
from dataclasses import replace
from datetime import datetime, timedelta

from hypothesis import given

from flashcards.card import Card
from flashcards.scheduler import New, Rating, Reviewing, local_day
from flashcards.study.queue import coming, next_day, queue_at
from flashcards.study.settings import Settings, scheduler_for
from flashcards.study.state import State
from tests.study.card_box import DAY, MINUTE, NOW, answered, boxes, card, due_of

Box = tuple[list[Card], State, datetime]


def answered_today(state: State, now: datetime) -> set[str]:
    today = local_day(now, state.settings.rollover_hour)
    return {id for id, card in state.cards.items() if local_day(card.last_at, 4) == today}


def begun_today(state: State, now: datetime) -> set[str]:
    today = local_day(now, state.settings.rollover_hour)
    return {id for id, card in state.cards.items() if local_day(card.first_at, 4) == today}


@given(boxes())
def test_siblings_and_cards_that_tell_each_others_answers_come_one_a_day(box: Box) -> None:
    cards, state, now = box
    today = answered_today(state, now)
    fresh = [card for card in queue_at(now, cards, state) if card.id not in today]
    kin = Counter(one for card in fresh for one in card.kin)
    assert all(count == 1 for count in kin.values())
    assert not kin.keys() & {one for card in cards if card.id in today for one in card.kin}


@given(boxes())
def test_new_cards_keep_within_the_day_and_the_note(box: Box) -> None:
    cards, state, now = box
    begun = begun_today(state, now)
    new = queue_at(now, cards, state).new
    of_note = Counter(id.split("/")[1] for id in begun)
    limits = state.settings
    assert len(new) <= max(0, limits.new_per_day - len(begun))
    for note, count in Counter(one.note.key for one in new).items():
        assert count + of_note[note] <= limits.new_per_note


@given(boxes())
def test_nothing_due_is_lost(box: Box) -> None:
    cards, state, now = box
    queue = queue_at(now, cards, state)
    today = answered_today(state, now)
    taken = {one for card in cards if card.id in today or card in queue.due for one in card.kin}
    for one in cards:
        if one.id in state.cards and due_of(state, one) <= now:
            assert one in queue.due or (one.kin & taken and one.id not in today)


@given(boxes())
def test_only_what_is_due_is_due_and_only_what_is_new_is_new(box: Box) -> None:
    cards, state, now = box
    queue = queue_at(now, cards, state)
    soon = now + timedelta(minutes=state.settings.learn_ahead_minutes)
    assert all(due_of(state, card) <= now for card in queue.due)
    assert all(now < due_of(state, card) <= soon for card in queue.early)
    assert all(state.schedule(card.id) == New() for card in queue.new)


@given(boxes())
def test_steps_come_first_then_the_least_remembered_then_the_new_as_they_are_taught(box: Box) -> None:
    cards, state, now = box
    queue = queue_at(now, cards, state)
    is_review = [isinstance(state.schedule(card.id), Reviewing) for card in queue.due]
    assert is_review == sorted(is_review)
    steps = [due_of(state, card) for card, review in zip(queue.due, is_review, strict=True) if not review]
    assert steps == sorted(steps)
    recall = [
        scheduler_for(state.settings).retrievability(state.schedule(card.id), now)
        for card, review in zip(queue.due, is_review, strict=True)
        if review
    ]
    assert recall == sorted(recall)
    assert [cards.index(card) for card in queue.new] == sorted(cards.index(card) for card in queue.new)


@given(boxes())
def test_the_same_moment_has_the_same_queue(box: Box) -> None:
    cards, state, now = box
    assert queue_at(now, cards, state) == queue_at(now, list(cards), state)


@given(boxes())
def test_what_comes_next_is_there_when_its_moment_comes(box: Box) -> None:
    cards, state, now = box
    moments = list(coming(now, cards, state))
    assert [moment.at for moment in moments] == sorted(moment.at for moment in moments)
    for moment in moments:
        assert moment.at > now
        assert len(queue_at(moment.at, cards, state).waiting) == moment.cards > 0


def test_a_card_begun_today_goes_on_with_its_steps_while_its_siblings_wait() -> None:
    recall, choice = card("psoas", form="recall"), card("psoas", form="choice")
    state = answered(State(), recall, Rating.AGAIN, NOW)
    queue = queue_at(NOW + 2 * MINUTE, [recall, choice], state)
    assert list(queue) == [recall]


def test_the_sibling_of_a_card_answered_late_at_night_waits_until_the_day_turns_at_four() -> None:
    recall, choice = card("psoas", form="recall"), card("psoas", form="choice")
    late = NOW.replace(hour=23)
    state = answered(State(), recall, Rating.EASY, late)
    assert list(queue_at(late + timedelta(hours=4), [recall, choice], state)) == []
    assert list(queue_at(late + timedelta(hours=5), [recall, choice], state)) == [choice]


def test_cards_due_within_twenty_minutes_come_early_and_not_sooner() -> None:
    psoas = card("psoas")
    state = answered(State(), psoas, Rating.GOOD, NOW)
    assert queue_at(NOW, [psoas], state).early == (psoas,)
    strict = replace(state, settings=Settings(learn_ahead_minutes=5))
    assert len(queue_at(NOW, [psoas], strict)) == 0


def test_the_new_cards_of_the_next_day_are_announced() -> None:
    cards = [card(f"note-{number}") for number in range(4)]
    state = State(settings=Settings(new_per_day=1))
    state = answered(state, cards[0], Rating.EASY, NOW)
    first = next(coming(NOW, cards, state))
    assert (first.at, first.cards) == (next_day(NOW, 4), 1)
    assert first.at - NOW < DAY
