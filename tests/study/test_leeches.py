"""Leeches: told when a card becomes one and at times after that, and never by a card that was known."""

from datetime import timedelta

import pytest

from flashcards.scheduler import Rating, lapses_of
from flashcards.study.leeches import leeches, turns_leech
from flashcards.study.settings import Settings
from flashcards.study.state import State
from tests.study.card_box import DAY, NOW, answered, card

PSOAS = card("psoas")


def told_at(threshold: int, lapses: int) -> list[int]:
    """The counts of lapses at which a card forgotten again and again is told to be a leech."""
    state, now, told = State(settings=Settings(leech_threshold=threshold)), NOW, []
    while lapses_of(state.schedule(PSOAS.id)) < lapses:
        for rating in (Rating.EASY, Rating.AGAIN, Rating.AGAIN):
            before, now = state.schedule(PSOAS.id), now + 2 * DAY + timedelta(minutes=1)
            state = answered(state, PSOAS, rating, now)
            if turns_leech(before, state.schedule(PSOAS.id), state.settings):
                told.append(lapses_of(state.schedule(PSOAS.id)))
    return told


@pytest.mark.parametrize(
    ("threshold", "told"),
    [(8, [8, 12, 16, 20]), (5, [5, 8, 11, 14, 17, 20]), (1, list(range(1, 21))), (0, [])],
)
def test_a_leech_is_told_at_the_threshold_and_each_half_of_it_more(threshold: int, told: list[int]) -> None:
    assert told_at(threshold, 20) == told


def test_leeches_are_the_cards_forgotten_often_enough() -> None:
    state = State(settings=Settings(leech_threshold=2))
    for number, rating in enumerate([Rating.EASY, Rating.AGAIN, Rating.EASY, Rating.AGAIN]):
        assert list(leeches([PSOAS], state)) == []
        state = answered(state, PSOAS, rating, NOW + 9 * number * DAY)
    assert list(leeches([PSOAS, card("ql")], state)) == [(PSOAS, 2)]
