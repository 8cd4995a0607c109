"""What is chosen where rules meet: defaults, caps, buttons held apart, and what is counted."""

from datetime import UTC, datetime, timedelta

import pytest

from flashcards.scheduler import (
    FSRS6_TABLE,
    FSRS7,
    AnkiSM2,
    Learning,
    Memory,
    New,
    Rating,
    Relearning,
    ReviewError,
    Reviewing,
    Schedule,
    Scheduler,
    SettingsError,
    SM2Memory,
    lapses_of,
)

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
SM2 = Scheduler(AnkiSM2(), fuzz=False)


def learned(interval: int, repetitions: int = 1) -> Reviewing:
    """A card of the Anki-like SM-2, last answered at noon."""
    memory = SM2Memory(interval, 2.5, interval, repetitions)
    return Reviewing(memory, interval, 0, NOON, NOON + timedelta(days=interval))


def days(scheduler: Scheduler, schedule: Schedule, after: int, u: float = 0) -> list[int]:
    """The days each pass gives."""
    shown = scheduler.preview(schedule, NOON + timedelta(days=after), u)
    return [card.interval for card in shown.values() if isinstance(card, Reviewing)]


def test_a_card_is_a_leech_at_eight_lapses_by_default_and_at_one_if_asked() -> None:
    cards = [Reviewing(Memory(10, 5), 10, lapses, NOON, NOON + timedelta(days=10)) for lapses in range(9)]
    assert [Scheduler().is_leech(card) for card in cards] == [False] * 8 + [True]
    assert [Scheduler(leech_threshold=1).is_leech(card) for card in cards] == [False] + [True] * 8
    assert [lapses_of(card) for card in cards] == list(range(9))


def test_a_step_may_last_as_long_as_an_interval() -> None:
    longest = Scheduler(learning_steps=(timedelta(days=36500),))
    card = longest.review(New(), Rating.AGAIN, NOON, u=0)
    assert isinstance(card, Learning)
    assert card.due - NOON == timedelta(days=36500)


@pytest.mark.parametrize("step", [2, 7])
@pytest.mark.parametrize("rating", [Rating.HARD, Rating.GOOD])
def test_a_step_past_the_end_counts_as_the_last(step: int, rating: Rating) -> None:
    last, past = (Learning(Memory(1, 5), number, NOON, NOON) for number in (1, step))
    assert Scheduler().review(past, rating, NOON, u=0) == Scheduler().review(last, rating, NOON, u=0)


def test_each_button_of_the_anki_like_sm2_is_held_a_day_above_the_one_below_even_by_chance() -> None:
    """At the lowest chance Good alone would come to 2 days, as Hard does."""
    fuzzy = SM2.changed(fuzz=True)
    assert days(fuzzy, learned(1), after=1) == [2, 3, 4]
    now = NOON + timedelta(days=1)
    shown = fuzzy.preview(learned(1), now, u=0)
    assert all(fuzzy.review(learned(1), rating, now, u=0) == shown[rating] for rating in Rating)


def test_buttons_held_apart_stay_within_the_maximum() -> None:
    assert days(SM2.changed(maximum_interval=3), learned(2), after=2) == [3, 3, 3]


@pytest.mark.parametrize(("after", "passes"), [(9, [11, 23, 26]), (3, [6, 10, 12]), (5, [6, 13, 14])])
def test_an_early_pass_of_the_anki_like_sm2(after: int, passes: list[int]) -> None:
    """Hard max(days 1.2, 6), Good max(days 2.5, 10), Easy 1.15 of that: halves go up."""
    assert days(SM2, learned(10), after) == passes


def test_the_anki_like_sm2_counts_how_often_a_card_has_left_its_steps() -> None:
    counts, card, now = [], SM2.review(New(), Rating.EASY, NOON, u=0), NOON
    for rating in (Rating.GOOD, Rating.HARD, Rating.AGAIN, Rating.GOOD, Rating.GOOD):
        assert isinstance(card, Reviewing | Relearning)
        assert isinstance(card.memory, SM2Memory)
        counts.append(card.memory.repetitions)
        now += timedelta(days=5)
        card = SM2.review(card, rating, now, u=0)
    assert counts == [1, 1, 1, 1, 2]


def test_an_interval_of_sm2_may_last_a_century_and_its_count_may_not_be_endless() -> None:
    assert SM2Memory(1, 2.5, interval=36500).interval == 36500
    with pytest.raises(ReviewError, match="its interval is 0 to 36500 days"):
        SM2Memory(1, 2.5, repetitions=float("inf"))


@pytest.mark.parametrize("begun", [False, True])
@pytest.mark.parametrize("model", [FSRS7(), AnkiSM2(), Scheduler().model])
def test_no_model_takes_a_chance_or_a_retention_that_is_none(model: object, begun: bool) -> None:
    scheduler = SM2.changed(model=model)
    schedule = scheduler.review(New(), Rating.EASY, NOON, u=0) if begun else New()
    for u in (-0.1, 1, float("nan")):
        with pytest.raises(ReviewError, match=f"^a chance u of {u}: use a number from 0 up to, but not, 1$"):
            scheduler.review(schedule, Rating.GOOD, NOON, u)
    with pytest.raises(SettingsError, match=r"^a desired retention of 1.5 cannot be kept"):
        scheduler.review(schedule, Rating.GOOD, NOON + timedelta(days=10), 0, retention=1.5)


def test_a_table_of_parameters_can_be_made_as_any_value() -> None:
    other = FSRS6_TABLE.changed(model="Another")
    assert other.fields() == FSRS6_TABLE.fields() | {"model": "Another"}
    assert other != FSRS6_TABLE


def test_a_value_names_its_own_fields_after_those_it_inherits_and_hides_the_rest() -> None:
    class Point(Memory):
        __slots__ = ("_cached", "age")

    assert list(Point.__match_args__) == ["stability", "difficulty", "age"]


def test_values_are_told_apart_by_their_fields() -> None:
    memories = [Memory(stability, 5) for stability in (1, 2, 3)]
    assert memories[0] != memories[1]
    assert len({hash(memory) for memory in memories}) > 1


def test_on_time_or_late_a_pass_of_the_anki_like_sm2_gives_a_day_more_whatever_the_retention() -> None:
    """At 0.95 Anki's interval modifier is 0.487, which alone would let the intervals shrink."""
    sure = SM2.changed(desired_retention=0.95)
    assert days(sure, learned(1), after=1) == [2, 3, 4]
    assert days(sure, learned(5), after=5) == [6, 7, 8]
    assert days(sure, learned(5), after=7) == [6, 7, 11]
    assert days(sure, learned(10), after=4) == [3, 5, 6]  # early: no such thing
