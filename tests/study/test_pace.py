"""The pace is that of the learner's own answers, of each kind once there are enough of it."""

from datetime import datetime, timedelta

import pytest

from flashcards.scheduler import Habits, Rating
from flashcards.study.event import EventKind, make_event
from flashcards.study.history import Review
from flashcards.study.pace import ENOUGH, LONGEST, pace
from flashcards.study.reading import Given

MONDAY = datetime.fromisoformat("2026-03-02T09:00:00+00:00")
USUAL = Habits().seconds


def review(card: str, when: datetime, rating: Rating, milliseconds: int, undone: bool = False) -> Review:
    event = make_event(
        learner="l",
        device="d",
        dseq=1,
        hlc=int(when.timestamp() * 1000) << 16,
        offset=0,
        kind=EventKind.REVIEW,
        card=card,
        body={"rating": int(rating), "ms": milliseconds},
    )
    return Review(event, Given(rating, "", ""), undone)


def cards(days: int, rating: Rating, milliseconds: int, count: int = ENOUGH) -> list[Review]:
    """One answer to each of many cards, so many days after Monday."""
    when = MONDAY + timedelta(days=days)
    return [review(f"card {number}", when, rating, milliseconds) for number in range(count)]


def test_without_answers_it_is_the_usual_one() -> None:
    assert (pace([], 4).seconds, pace([], 4).measured) == (USUAL, 0)


def test_each_kind_of_answer_has_its_own_mean() -> None:
    new, later = cards(0, Rating.GOOD, 5000), cards(3, Rating.AGAIN, 9000)
    found = pace([*new, *later, *cards(3, Rating.GOOD, 3000)], 4)
    assert found.measured == 3
    assert found.seconds[0] == (*USUAL[0][:2], 5.0, USUAL[0][3])
    assert found.seconds[1] == (9.0, *USUAL[1][1:])
    assert found.seconds[2] == (*USUAL[2][:2], 3.0, USUAL[2][3])


def test_too_few_answers_are_no_measure() -> None:
    assert pace(cards(0, Rating.EASY, 1000, ENOUGH - 1), 4).measured == 0


def test_who_went_away_meanwhile_is_not_believed() -> None:
    assert pace(cards(0, Rating.EASY, 3_600_000), 4).seconds[0][3] == LONGEST


def test_the_day_starts_at_the_roll_over_hour() -> None:
    late = MONDAY.replace(hour=23)
    first = [review(f"card {number}", late, Rating.AGAIN, 4000) for number in range(ENOUGH)]
    then = [
        review(f"card {number}", late + timedelta(hours=4), Rating.GOOD, 2000) for number in range(ENOUGH)
    ]
    assert pace([*first, *then], 4).seconds[0][2] == 2.0  # at three in the morning the day is not over
    assert pace([*first, *then], 2).seconds[1][2] == 2.0


@pytest.mark.parametrize("milliseconds", [0, -5])
def test_answers_that_nobody_timed_and_those_taken_back_do_not_count(milliseconds: int) -> None:
    untimed = cards(0, Rating.GOOD, milliseconds)
    undone = [review(f"card {number}", MONDAY, Rating.GOOD, 3000, undone=True) for number in range(ENOUGH)]
    assert pace([*untimed, *undone], 4).measured == 0
