"""Laws of fuzz: a chance never leaves its range, and one chance keeps the order of intervals."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from flashcards.scheduler import fuzz_range, pick_day
from tests.scheduler.laws.strategies import chances

intervals = st.floats(0, 30) | st.floats(0, 40000)
limits = st.integers(1, 40) | st.integers(1, 36500)


@given(intervals, limits, limits, chances)
def test_fuzz_never_leaves_its_range_nor_the_limits(
    interval: float, minimum: int, maximum: int, u: float
) -> None:
    low, high = fuzz_range(interval, minimum, maximum)
    assert min(minimum, maximum) <= low <= pick_day(low, high, u) <= high <= maximum


@given(intervals, intervals, limits, limits, chances)
def test_one_chance_keeps_the_order_of_intervals(
    one: float, other: float, minimum: int, maximum: int, u: float
) -> None:
    shorter, longer = sorted((one, other))
    days = [pick_day(*fuzz_range(interval, minimum, maximum), u) for interval in (shorter, longer)]
    assert days == sorted(days)


@given(intervals, limits, limits, chances, chances)
def test_a_greater_chance_never_gives_fewer_days(
    interval: float, minimum: int, maximum: int, one: float, other: float
) -> None:
    low, high = fuzz_range(interval, minimum, maximum)
    assert pick_day(low, high, min(one, other)) <= pick_day(low, high, max(one, other))


@given(st.integers(1, 36500), st.integers(0, 40))
def test_every_day_of_the_range_is_as_likely(low: int, more: int) -> None:
    days = 1 + more
    picked = Counter(pick_day(low, low + more, (2 * part + 1) / (2 * days)) for part in range(days))
    assert picked == {low + day: 1 for day in range(days)}


@given(st.floats(0, 2.49), chances)
def test_an_interval_below_two_and_a_half_days_is_not_fuzzed(interval: float, u: float) -> None:
    assert pick_day(*fuzz_range(interval, 1, 36500), u) == max(1, round(interval))


@given(st.floats(2.5, 30000))
def test_an_interval_from_two_and_a_half_days_can_move_both_ways(interval: float) -> None:
    low, high = fuzz_range(interval, 1, 36500)
    assert low < interval < high
