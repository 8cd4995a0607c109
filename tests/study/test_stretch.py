"""The intervals of the learner's cards under other parameters."""

import pytest

from flashcards.scheduler import FSRS6, FSRS7, MemoryModel, Rating
from flashcards.study.reviews import Reviews
from flashcards.study.stretch import intervals, stretch

DAY = 86_400_000
GIVEN = Reviews(
    cards=[0, 1, 0, 2], time_ms=[0, DAY, 4 * DAY, 5 * DAY], ratings=[3, 1, 3, 4], day_starts=[0] * 4
)


@pytest.mark.parametrize("model", [FSRS6(), FSRS7()], ids=["FSRS-6", "FSRS-7"])
def test_intervals_are_those_after_the_last_review_of_each_card(model: MemoryModel) -> None:
    first = {rating: model.first(rating) for rating in Rating}
    memories = [model.next(first[Rating.GOOD], Rating.GOOD, 4), first[Rating.AGAIN], first[Rating.EASY]]
    assert intervals(model, GIVEN, 0.85) == pytest.approx([model.interval(each, 0.85) for each in memories])


def test_half_the_first_stabilities_make_half_the_intervals() -> None:
    usual = FSRS6()
    halved = FSRS6((*(value / 2 for value in usual.parameters[:4]), *usual.parameters[4:]))
    seen_once = Reviews([0, 1, 2], [0, DAY, DAY], [1, 3, 4], [0] * 3)
    assert stretch(usual, halved, seen_once, 0.9) == pytest.approx(0.5)
    assert stretch(usual, usual, GIVEN, 0.9) == 1
