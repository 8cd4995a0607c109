"""What lies just on an edge, and just beyond it: where one sign more or less would show."""

from datetime import UTC, datetime, timedelta
from math import exp, inf
from zoneinfo import ZoneInfo

import pytest

from flashcards.scheduler import (
    FSRS6,
    FSRS6_TABLE,
    FSRS7,
    FSRS7_TABLE,
    Memory,
    New,
    Rating,
    RecordError,
    Relearning,
    ReviewError,
    Reviewing,
    Scheduler,
    elapsed_days,
    exact_days,
    from_dict,
    fsrs6,
    fsrs7,
    fuzz_range,
    local_day,
    to_dict,
)

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
CARD = Reviewing(Memory(10, 5), 10, 3, NOON, NOON + timedelta(days=10))


def fsrs6_with(**changes: float) -> FSRS6:
    """The model with some parameters changed: w17=0.1."""
    values = {f"w{number}": value for number, value in enumerate(FSRS6_TABLE.default)}
    return FSRS6(tuple((values | changes).values()))


@pytest.mark.parametrize("zone", [UTC, ZoneInfo("Europe/Berlin")])
def test_the_calendar_goes_from_year_2_to_9800(zone: ZoneInfo) -> None:
    for year in (2, 9800):
        moment = datetime(year, 6, 1, 12, tzinfo=zone)
        assert local_day(moment, rollover_hour=4).year == year
        assert Scheduler().review(New(), Rating.EASY, moment, u=0) != New()
    for year in (1, 9801):
        with pytest.raises(ReviewError, match=f"the time {year:04}-.* is outside the years 2 to 9800"):
            Scheduler().review(New(), Rating.EASY, datetime(year, 6, 1, 12, tzinfo=zone), u=0)


@pytest.mark.parametrize(("hours", "days"), [(-1, 0), (0, 0), (12, 0.5), (36, 1.5)])
def test_exact_days_have_fractions_and_are_none_for_a_clock_set_back(hours: int, days: float) -> None:
    assert exact_days(NOON, NOON + timedelta(hours=hours)) == days


@pytest.mark.parametrize(
    ("before", "now", "days"),
    [("02T23:00", "03T03:59", 0), ("02T23:00", "03T05:00", 1), ("03T02:00", "03T05:00", 1)],
)
def test_a_review_counts_the_local_days_from_roll_over_to_roll_over(before: str, now: str, days: int) -> None:
    last, moment = (datetime.fromisoformat(f"2026-03-{time}+01:00") for time in (before, now))
    card = Reviewing(Memory(10, 5), 10, 0, last, last + timedelta(days=10))
    assert elapsed_days(last, moment, rollover_hour=4) == days
    after = Scheduler().review(card, Rating.AGAIN, moment, u=0)
    assert isinstance(after, Relearning)
    assert after.memory == FSRS6().next(card.memory, Rating.AGAIN, days)


@pytest.mark.parametrize(
    ("interval", "days"),
    [
        *[(2.4, (2, 2)), (2.5, (2, 4)), (7, (5, 9)), (7.74, (6, 9))],
        *[(20, (17, 23)), (20.49, (17, 23)), (60.52, (56, 66))],
    ],
)
def test_the_width_of_fuzz_at_the_ends_of_its_bands(interval: float, days: tuple[int, int]) -> None:
    assert fuzz_range(interval, 1, 36500) == days


@pytest.mark.parametrize("retention", [0.01, 1.0])
def test_the_lowest_and_the_highest_retention_can_be_asked_for(retention: float) -> None:
    for model in (FSRS6(), FSRS7()):
        scheduler = Scheduler(model, desired_retention=retention, fuzz=False)
        card = scheduler.review(New(), Rating.EASY, NOON, u=0, retention=retention)
        assert isinstance(card, Reviewing)
        assert card.interval == (1 if retention == 1 else 36500)


def test_an_sm2_card_may_have_the_ease_1_and_none_without_end() -> None:
    assert FSRS6().from_sm2(ease=1, interval=10, retention=0.9).difficulty == 10
    with pytest.raises(RecordError, match=r"^an SM-2 card cannot have the ease inf: it is 1 or more"):
        FSRS6().from_sm2(ease=inf, interval=10, retention=0.9)
    with pytest.raises(RecordError, match=r"^no SM-2 interval .* use less, such as 0.9$"):
        FSRS6().from_sm2(ease=2.5, interval=10, retention=1)


@pytest.mark.parametrize("difficulty", [inf, -inf, 0, -50])
def test_no_difficulty_is_without_end(difficulty: float) -> None:
    with pytest.raises(
        ReviewError,
        match=r"no memory has Memory.*: stability \(in days\) and difficulty are above 0, and finite",
    ):
        Memory(3, difficulty)


def test_a_lapse_leaves_at_most_the_stability_over_e_to_w17_w18() -> None:
    model = fsrs6_with(w11=5.0, w17=0.5, w18=0.3, w19=0.7)
    for after in (
        model.next(Memory(0.01, 1), Rating.AGAIN, days=1).stability,
        fsrs6.next_stability(model.parameters, Memory(0.01, 1), Rating.AGAIN, 1),
    ):
        assert after == pytest.approx(0.01 / exp(0.5 * 0.3), rel=1e-12)


@pytest.mark.parametrize(("days", "same"), [(0, True), (0.5, True), (1, False), (1.5, False)])
def test_from_one_day_on_it_is_another_day(days: float, same: bool) -> None:
    w, memory = FSRS6_TABLE.default, Memory(10, 5)
    unlimited = fsrs6.same_day_stability(w, 10, Rating.GOOD)
    assert (fsrs6.next_stability(w, memory, Rating.GOOD, days) == unlimited) is same
    assert (FSRS6().next(memory, Rating.GOOD, days).stability == pytest.approx(unlimited)) is same


def test_no_stability_is_above_a_century() -> None:
    """Here e^(w17 (1 + w18)) makes 36500.4 days of 36500."""
    model = fsrs6_with(w17=1e-5, w18=0.0, w19=0.0)
    assert model.next(Memory(36500, 5), Rating.EASY, days=0).stability == 36500


def test_parameters_of_fsrs4_are_converted_one_by_one() -> None:
    """The example of fsrs-rs: w4 + 2 w5, ln(3 w5 + 1) / 3, w6 + 0.5, and 0 0 0 0.5 behind."""
    older = (0.4, 0.6, 2.4, 5.8, 4.93, 0.94, 0.86, 0.01, 1.49, 0.14, 0.94, 2.18, 0.05, 0.34, 1.26, 0.29, 2.61)
    changed = (0.4, 0.6, 2.4, 5.8, 6.81, 0.44675013, 1.36, *older[7:], 0.0, 0.0, 0.0, 0.5)
    assert FSRS6.from_parameters(older).parameters == pytest.approx(changed, rel=1e-7)


def test_the_factor_of_the_fast_trace_is_below_e_to_60() -> None:
    w = list(FSRS7_TABLE.default)
    w[25] = 0.2
    assert fsrs7.fast_factor(tuple(w), 0.01) == exp(60) - 1


@pytest.mark.parametrize("memory", [{}, {"stability": 1, "age": 2}])
def test_a_record_s_memory_names_what_it_has(memory: dict[str, int]) -> None:
    record = to_dict(CARD) | {"memory": memory}
    has = ", ".join(memory) or "nothing"
    with pytest.raises(RecordError, match=f"^memory: stability and difficulty are wanted, not {has}$"):
        from_dict(record)
