"""The days of reviews from their times: whole local days, or exact ones."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from ..errors import ReviewError
from .arrays import Floats, Ints

DAY, HOUR, MINUTE = 86_400_000, 3_600_000, 60_000
"""In milliseconds."""


def local_days(time_ms: ArrayLike, rollover_hour: float = 4, offset_minutes: ArrayLike = 0) -> Ints:
    """Return the number of the local day of each moment, as scheduler.local_days says."""
    local = _moments(time_ms) + np.asarray(offset_minutes, np.int64) * MINUTE
    days: Ints = (local - int(rollover_hour * HOUR)) // DAY
    return days


def fractional_days(time_ms: ArrayLike) -> Floats:
    """Return the days from the earliest moment to each, as scheduler.fractional_days says."""
    moments = _moments(time_ms)
    days: Floats = (moments - moments.min(initial=np.iinfo(np.int64).max)) / DAY
    return days


def _moments(time_ms: ArrayLike) -> Ints:
    moments = np.asarray(time_ms)
    if moments.size and moments.dtype.kind not in "iu":
        raise ReviewError(
            f"times are of the type {moments.dtype}: give whole milliseconds since 1970, in UTC"
        )
    return moments.astype(np.int64, copy=False)
