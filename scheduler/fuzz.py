"""Fuzz: a chance spread of intervals, so that cards learned together do not stay together.

Rules: ankitects/anki @c32cb29 rslib/src/scheduler/states/fuzz.rs.
"""

from math import floor, inf

# From, to (days) and the share of an interval's part between them that is added to the width on either side.
BANDS = ((2.5, 7.0, 0.15), (7.0, 20.0, 0.1), (20.0, inf, 0.05))


def fuzz_width(interval: float) -> float:
    """Return the days an interval may move either way: none below 2.5 days, then one and a share of it."""
    if interval < BANDS[0][0]:
        return 0.0
    return 1.0 + sum(share * max(0.0, min(interval, end) - start) for start, end, share in BANDS)


def fuzz_range(interval: float, minimum: int, maximum: int) -> tuple[int, int]:
    """Return the first and the last day an interval may move to, within *minimum* and *maximum* (which wins).

    >>> fuzz_range(17.0, 1, 36500)
    (14, 20)
    """
    minimum = min(minimum, maximum)
    interval = min(max(interval, minimum), maximum)
    width = fuzz_width(interval)
    return max(rounded(interval - width), minimum), min(rounded(interval + width), maximum)


def exact_range(interval: float, minimum: int, maximum: int) -> tuple[int, int]:
    """Return the one day an interval rounds to, within *minimum* and *maximum* (which wins), twice."""
    day = min(max(rounded(interval), minimum), maximum)
    return day, day


def pick_day(low: int, high: int, u: float) -> int:
    """Return the day at the chance u in [0, 1) of the range from *low* to *high*, every day being as likely.

    >>> [pick_day(14, 20, u) for u in (0.0, 0.5, 0.99)]
    [14, 17, 20]
    """
    return low + int(u * (1 + high - low))


def rounded(days: float) -> int:
    """Return the nearest whole number of days, halves up."""
    return floor(days + 0.5)
