"""Fuzz: a chance spread of intervals, so that cards learned together do not stay together.

Rules: ankitects/anki @c32cb29 rslib/src/scheduler/states/fuzz.rs.
"""

from __future__ import annotations

from math import inf

from .errors import ReviewError


def fuzz_width(interval: float) -> float:
    """Return the days an interval may move either way: none below 2.5 days, then one and a share of it.

    The share is 15 % of its part between 2.5 and 7 days, 10 % of that to 20 and 5 % of the rest.
    """
    if interval < 2.5:
        return 0.0
    if interval < 7:
        return 1 + 0.15 * (interval - 2.5)
    if interval < 20:
        return 1.675 + 0.1 * (interval - 7)
    return 2.975 + 0.05 * (interval - 20)


def fuzz_range(interval: float, minimum: int, maximum: int) -> tuple[int, int]:
    """Return the first and the last day an interval may move to, within *minimum* and *maximum* (which wins).

    >>> fuzz_range(17.0, 1, 36500)
    (14, 20)
    """
    if not 0 <= interval < inf:
        raise ReviewError(f"an interval of {interval!r} days: use 0 or more")
    if interval < minimum:
        interval = minimum
    if interval > maximum:
        interval, minimum = maximum, min(minimum, maximum)
    width = fuzz_width(interval)
    low, high = int(interval - width + 0.5), int(interval + width + 0.5)  # halves up
    return low if low > minimum else minimum, high if high < maximum else maximum


def pick_day(low: int, high: int, u: float) -> int:
    """Return the day at the chance u in [0, 1) of the range from *low* to *high*, every day being as likely.

    >>> [pick_day(14, 20, u) for u in (0.0, 0.5, 0.99)]
    [14, 17, 20]
    """
    if not (low <= high and 0 <= u < 1):
        raise ReviewError(f"no day from {low} to {high} at the chance {u!r}: use 0 up to, but not, 1")
    return low + int(u * (1 + high - low))


def chance_of(day: int, low: int, high: int) -> float:
    """Return a chance at which `pick_day` picks this day of the range, the nearest one where it lies outside.

    >>> pick_day(14, 20, chance_of(15, 14, 20))
    15
    """
    if low > high:
        raise ReviewError(f"no day lies from {low} to {high}: give the first day first")
    return (min(max(day, low), high) - low + 0.5) / (1 + high - low)


def rounded(days: float) -> int:
    """Return the nearest whole number of days, none below 0, halves up."""
    return int(days + 0.5)
