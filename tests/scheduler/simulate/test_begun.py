"""A learner may start in the middle: with cards begun before, known in part and due by and by."""

from math import nan
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flashcards.scheduler import (
    FSRS6,
    FSRS7,
    AnkiSM2,
    Begun,
    Memory,
    MemoryModel,
    Plan,
    Rating,
    SettingsError,
    simulate,
)
from tests.scheduler.simulate.test_limits import assert_same, plans

MODELS: list[MemoryModel] = [FSRS6(), FSRS7(), AnkiSM2()]


def cards(model: MemoryModel, count: int, days: int = 3, due: int = 4) -> list[Begun]:
    return [Begun(model.settled(model.first(Rating.GOOD), days + due), days, due) for _ in range(count)]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.name)
def test_what_is_known_before_is_known_as_the_model_says(model: MemoryModel) -> None:
    begun = cards(model, 50)
    [learner] = simulate([Plan(days=3, new_per_day=0)], model, begun=begun)
    expected = [sum(model.retrievability(card.memory, 3 + today) for card in begun) for today in range(3)]
    assert learner.known.tolist() == pytest.approx(expected, rel=1e-5)
    assert learner.reviews.sum() == learner.new.sum() == 0


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.name)
def test_cards_are_asked_when_they_are_due_and_overdue_ones_at_once(model: MemoryModel) -> None:
    begun = [*cards(model, 7, due=-2), *cards(model, 5, due=0), *cards(model, 9, due=1)]
    [learner] = simulate([Plan(days=2, new_per_day=0)], model, begun=begun)
    assert learner.reviews.tolist()[0] == 12
    assert learner.reviews.tolist()[1] >= 9


def test_new_cards_come_on_top_of_those_begun() -> None:
    [learner] = simulate([Plan(cards=30, days=10, new_per_day=5)], begun=cards(FSRS6(), 40))
    assert learner.new.tolist() == [5] * 6 + [0] * 4
    assert learner.memory.shape == (2, 70)
    assert learner.known[0] > 30


def test_who_has_begun_all_cards_has_only_reviews() -> None:
    learners = simulate([Plan(cards=0, days=5), Plan(cards=2, days=5)], begun=cards(FSRS6(), 3))
    assert [learner.new.sum() for learner in learners] == [0, 2]


def test_nothing_at_all_is_no_harm() -> None:
    [learner] = simulate([Plan(cards=0, days=2)])
    assert learner.known.tolist() == learner.minutes.tolist() == [0, 0]
    assert np.isnan(learner.recall)


@settings(max_examples=15)
@given(plans, st.lists(plans, max_size=2), st.integers(0, 99))
def test_learners_who_begin_alike_do_not_mind_one_another(plan: Plan, others: list[Plan], seed: int) -> None:
    begun = cards(FSRS6(), 12)
    alone = simulate([plan], begun=begun, seed=seed)[0]
    beside = simulate([plan, *others], begun=begun, seed=seed)[0]
    for name in ("reviews", "correct", "new", "memory"):
        np.testing.assert_array_equal(getattr(alone, name), getattr(beside, name))


def test_no_card_begun_is_a_start_from_nothing() -> None:
    plan = Plan(cards=40, days=20)
    assert_same(simulate([plan])[0], simulate([plan], begun=[])[0])


@pytest.mark.parametrize(("field", "value"), [("memory", 3), ("days", -1), ("days", nan), ("due", nan)])
def test_a_card_that_nobody_can_have_begun(field: str, value: Any) -> None:
    with pytest.raises(SettingsError, match=f"{field} is "):
        cards(FSRS6(), 1)[0].changed(**{field: value})


def test_only_who_remembers_as_the_scheduler_believes_can_start_in_the_middle() -> None:
    with pytest.raises(SettingsError, match="only the student 'own' can go on from cards begun before"):
        simulate([Plan()], student="sbd", begun=cards(FSRS6(), 1))


def test_a_memory_of_another_model_is_refused() -> None:
    with pytest.raises(SettingsError, match="of another model"):
        simulate([Plan()], FSRS7(), begun=[Begun(Memory(3.0, 5.0), 1, 1)])
