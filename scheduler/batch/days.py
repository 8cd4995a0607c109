"""The days of reviews from their times: whole local days, or exact ones."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import ArrayLike

from ..errors import ReviewError, refuse
from .arrays import Floats, Ints, Numbers

DAY, HOUR, MINUTE = 86_400_000, 3_600_000, 60_000
"""In milliseconds."""

FURTHEST = 2 * 24 * 60
"""Minutes from UTC: no place is a day from it, nor is a roll-over hour that an offset has in it already."""


def local_days(time_ms: ArrayLike, rollover_hour: float = 4, offset_minutes: ArrayLike = 0) -> Ints:
    """Return the number of the local day of each moment, as scheduler.local_days says."""
    moments, offset = np.asarray(time_ms), np.asarray(offset_minutes)
    refuse(ReviewError, [*time_problems(moments), *place_problems(moments.size, rollover_hour, offset)])
    local = moments.astype(np.int64, copy=False) + offset.astype(np.int64) * MINUTE
    days: Ints = (local - int(rollover_hour * HOUR)) // DAY
    return days


def fractional_days(time_ms: ArrayLike) -> Floats:
    """Return the days from the earliest moment to each, as scheduler.fractional_days says."""
    moments = np.asarray(time_ms)
    refuse(ReviewError, time_problems(moments))
    moments = moments.astype(np.int64, copy=False)
    days: Floats = (moments - moments.min(initial=np.iinfo(np.int64).max)) / DAY
    return days


def time_problems(moments: Numbers) -> Iterator[str]:
    """Yield what is wrong with moments."""
    if moments.size and moments.dtype.kind not in "iu":
        yield f"times are of the type {moments.dtype}: give whole milliseconds since 1970, in UTC"


def place_problems(reviews: int, rollover_hour: float, offset: Numbers) -> Iterator[str]:
    """Yield what is wrong with the hour days start at, and with offsets, of so many reviews."""
    if not 0 <= rollover_hour < 24:
        yield f"a roll-over hour of {rollover_hour!r}: use 0 to 23"
    if offset.ndim and offset.shape != (reviews,):
        yield f"{offset.size} offsets for {reviews} reviews: give one for all, or one for each"
    if offset.dtype.kind not in "iuf":
        yield f"offsets are of the type {offset.dtype}: give minutes from UTC"
    elif (wrong := offset[~_is_offset(offset)]).size:
        yield f"an offset of {wrong[0]} minutes: give whole minutes from UTC, at most two days of them"


def _is_offset(offset: Numbers) -> Numbers:
    near: Numbers = (offset >= -FURTHEST) & (offset <= FURTHEST)
    return near & (offset == np.floor(offset)) if offset.dtype.kind == "f" else near
