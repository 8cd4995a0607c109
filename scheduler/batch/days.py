"""The days of reviews from their times: whole local days, or exact ones."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from .arrays import Floats, Ints

DAY, HOUR, MINUTE = 86_400_000, 3_600_000, 60_000
"""In milliseconds."""


def local_days(time_ms: ArrayLike, rollover_hour: float = 4, offset_minutes: ArrayLike = 0) -> Ints:
    """Return the number of the local day of each moment, for a model that counts whole days (FSRS-6).

    Moments are milliseconds since 1970 in UTC; the offset of local time from UTC is one for all or one for
    each; a day starts at the roll-over hour, so a review after midnight counts for the evening.

    >>> local_days([0, 4 * 3_600_000, 28 * 3_600_000]).tolist()
    [-1, 0, 1]
    """
    local = np.asarray(time_ms, np.int64) + np.asarray(offset_minutes, np.int64) * MINUTE
    days: Ints = (local - int(rollover_hour * HOUR)) // DAY
    return days


def exact_days(time_ms: ArrayLike) -> Floats:
    """Return the days from the earliest moment to each, with their fractions, for FSRS-7.

    Moments are milliseconds since 1970.

    >>> exact_days([86_400_000, 129_600_000]).tolist()
    [0.0, 0.5]
    """
    moments = np.asarray(time_ms, np.int64)
    days: Floats = (moments - moments.min(initial=np.iinfo(np.int64).max)) / DAY
    return days
