"""The start of a simulation is where the cards stand today."""

from dataclasses import replace

import pytest
from hypothesis import given

from flashcards.card import Card
from flashcards.scheduler import Plan, Rating
from flashcards.study.pace import pace
from flashcards.study.settings import MODELS
from flashcards.study.start import Start, start
from flashcards.study.state import State
from flashcards.study.sweep import sweep
from tests.study.card_box import DAY, NOW, answered, boxes, card

PSOAS, QL, ILIACUS = (card(name) for name in ("psoas", "ql", "iliacus"))
IDS = [one.id for one in (PSOAS, QL, ILIACUS)]


@given(boxes())
def test_every_card_is_begun_or_new(box: tuple[list[Card], State, object]) -> None:
    cards, state, _ = box
    found = start(state, [card.id for card in cards], NOW)
    assert (len(found.begun), found.new) == (len(state.cards), len(cards) - len(state.cards))


def test_days_are_counted_from_the_last_answer_and_to_the_day_it_is_due() -> None:
    state = answered(State(), PSOAS, Rating.EASY, NOW)
    [today] = start(state, IDS, NOW).begun
    [later] = start(state, IDS, NOW + 30 * DAY).begun
    assert (today.days, later.days) == (0, 30)
    assert today.due == later.due + 30 > 0 > later.due
    assert today.memory == state.cards[PSOAS.id].schedule.memory


def test_a_card_in_its_steps_is_due() -> None:
    state = answered(State(), PSOAS, Rating.AGAIN, NOW)
    assert [card.due for card in start(state, IDS, NOW).begun] == [0]


def test_what_is_suspended_is_left_out_and_what_is_linked_is_one_card() -> None:
    state = answered(answered(State(), PSOAS, Rating.GOOD, NOW), QL, Rating.GOOD, NOW)
    hidden = replace(state, suspended=frozenset([PSOAS.id, ILIACUS.id]))
    found = start(hidden, IDS, NOW)
    assert (len(found.begun), found.new) == (1, 0)
    assert start(state, [*IDS, QL.id], NOW).new == 1


def test_from_nothing_all_are_new_and_it_is_known_how_many_are_not() -> None:
    state = answered(State(), PSOAS, Rating.GOOD, NOW)
    assert start(state, IDS, NOW).from_nothing() == Start((), 3, 1)


@pytest.mark.parametrize("model", MODELS)
def test_what_would_be_known_anyway_is_no_gain(model: str) -> None:
    """With all cards known for long ahead, there is nothing to do and nothing to gain."""
    state = State().settings.changed("model", model)
    known = answered(State(settings=state), PSOAS, Rating.EASY, NOW)
    [found] = sweep(
        [Plan(cards=0, days=1)],
        state,
        pace([], 4),
        start(known, [PSOAS.id], NOW).begun,
        student="own",
        seed=0,
        each_day=bool,
    )
    assert found.known == pytest.approx(1, abs=0.2)
    assert found.gained_per_minute == found.minutes_a_day == 0
