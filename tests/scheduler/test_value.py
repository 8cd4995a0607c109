"""A value never changes, equals its like, and survives copying and pickling."""

import copy
import pickle
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given

from flashcards.scheduler import FSRS7, Learning, Memory, New, Rating, Reviewing, Scheduler, TwoTraces
from tests.scheduler.laws.scenes import Scene, scenes

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
CARD = Reviewing(Memory(3, 5), 3, 0, NOW, NOW + timedelta(days=3))


@given(scenes)
def test_copies_and_pickles_equal_the_original(scene: Scene) -> None:
    for value in (scene.scheduler, scene.schedule):
        assert copy.deepcopy(value) == value
        again = pickle.loads(pickle.dumps(value))
        assert (again, hash(again)) == (value, hash(value))


@pytest.mark.parametrize("name", ["interval", "memory", "colour"])
def test_no_field_can_be_set_or_deleted(name: str) -> None:
    with pytest.raises(AttributeError, match=rf"a Reviewing never changes: .* changed\({name}=\.\.\.\)"):
        setattr(CARD, name, 4)
    with pytest.raises(AttributeError, match=f"a Reviewing never changes: {name} stays"):
        delattr(CARD, name)
    assert CARD.interval == 3


def test_a_changed_value_is_another_and_checked_as_any() -> None:
    assert CARD.changed(interval=4).fields() == CARD.fields() | {"interval": 4}
    with pytest.raises(ValueError, match="are above 0, and finite"):
        Memory(3, 5).changed(stability=-1)


def test_values_of_two_classes_differ_whatever_their_fields() -> None:
    assert Memory(3, 5) != TwoTraces(stability=3, difficulty=5, fast=1)
    assert New() != Learning(Memory(3, 5), 0, NOW, NOW)
    assert New() == New()


def test_a_value_shows_how_it_is_made() -> None:
    assert repr(Memory(3, 5)) == "Memory(stability=3, difficulty=5)"
    assert eval(repr(Scheduler(FSRS7()).model)) == FSRS7()


def test_a_case_can_be_told_by_its_fields() -> None:
    match Scheduler().review(CARD, Rating.AGAIN, NOW + timedelta(days=3), u=0):
        case Reviewing():
            pytest.fail("Again leads to relearning")
        case other:
            assert other.fields()["lapses"] == 1
