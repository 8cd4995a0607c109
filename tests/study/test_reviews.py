"""The columns of reviews: what the fold counts counts here, under the same card and on the same day."""

from collections import Counter

from hypothesis import given

from flashcards.scheduler import local_day
from flashcards.study.clock import wall_time
from flashcards.study.event import Event
from flashcards.study.fold import fold, in_order, standing
from flashcards.study.reviews import Reviews, reviews
from tests.study.histories import CARDS, Diary, histories


def reviews_of(events: list[Event]) -> Reviews:
    return reviews(standing(in_order(events)))


@given(histories())
def test_every_card_has_as_many_reviews_as_in_the_state(events: list[Event]) -> None:
    counted = Counter(reviews_of(events).cards).values()
    assert sorted(counted) == sorted(card.reviews for card in fold(events).cards.values())


def test_what_was_undone_is_left_out() -> None:
    diary = Diary()
    diary.review(CARDS[0], 1)
    diary.undo(diary.review(CARDS[0], 4).id)
    assert reviews_of(diary.events).ratings == [1]


def test_a_linked_card_keeps_its_reviews_under_one_number() -> None:
    diary = Diary()
    diary.review("deck/psoas/origin/recall")
    diary.review("deck/ql/origin/recall")
    diary.link("deck/psoas/origin", "deck/ql/origin")
    diary.review("deck/psoas/origin/recall")
    assert reviews_of(diary.events).cards == [0, 0, 0]


@given(histories())
def test_days_begin_at_the_own_offset_and_the_hour_then_in_force(events: list[Event]) -> None:
    found, hour, places = reviews_of(events), 4, []
    for event in standing(in_order(events)):
        if event.kind == "setting" and event.said["name"] == "rollover_hour":
            hour = int(str(event.said["value"]))
        if event.kind == "review":
            places.append(local_day(wall_time(event.hlc, event.utc_offset_min), hour).toordinal())
    days = [
        (time + 60_000 * start) // 86_400_000
        for time, start in zip(found.time_ms, found.day_starts, strict=True)
    ]
    assert [day - days[0] for day in days] == [place - places[0] for place in places]
