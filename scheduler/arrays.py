"""Whole histories at once, from arrays: what needs numpy, loaded only when one of these is called."""

from __future__ import annotations

from .extra import Extra

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .batch.arrays import ArrayLike, Floats, Ints
    from .memory import MemoryModel


def replay(
    model: MemoryModel,
    cards: ArrayLike,
    days: ArrayLike,
    ratings: ArrayLike,
    times: ArrayLike | None = None,
) -> dict[str, Floats]:
    """Return the memory that each review leaves, one entry a review in the order of the rows given.

    *cards* are whole numbers, in any order; *ratings* are 1 to 4. *days* are for FSRS-6 numbers of local days
    (local_days makes them of times), for FSRS-7 moments in days since any one moment (fractional_days). The
    reviews of a card count in the order of *times*, numbers of any unit, or without them of days, and of rows
    within a day. Who travels needs times: over the date line days run back, which counts as no day passed.

    In what returns, `stability` (in days; for FSRS-7 the slow trace's, and `fast` the fast one's) and
    `difficulty` are those after the review, `retrievability` is the chance of recall before it: NaN for a
    card's first, which nothing foretells. All equal the model's first and next one by one, but for rounding.

    Raises ReviewError, naming every problem, and SettingsError for a model that is not FSRS-6 or FSRS-7.

    >>> from .fsrs6 import FSRS6
    >>> found = replay(FSRS6(), cards=[1, 2, 1], days=[0, 0, 3], ratings=[3, 1, 4])
    >>> found["stability"].round(3).tolist()
    [2.306, 0.212, 23.883]
    >>> found["retrievability"].round(3).tolist()
    [nan, nan, 0.881]
    """
    with Extra():
        from .batch import replay

    return replay(model, cards, days, ratings, times)


def local_days(time_ms: ArrayLike, rollover_hour: float = 4, offset_minutes: ArrayLike = 0) -> Ints:
    """Return the number of the local day of each moment, as models of whole days want it (FSRS-6).

    Moments are milliseconds since 1970 in UTC; the offset of local time from UTC is one for all or one for
    each; a day starts at the roll-over hour, so a review after midnight counts for the evening.

    >>> local_days([0, 4 * 3_600_000, 28 * 3_600_000]).tolist()
    [-1, 0, 1]
    """
    with Extra():
        from .batch import local_days

    return local_days(time_ms, rollover_hour, offset_minutes)


def fractional_days(time_ms: ArrayLike) -> Floats:
    """Return the days from the earliest moment to each, with their fractions, as FSRS-7 wants them.

    Moments are milliseconds since 1970.

    >>> fractional_days([86_400_000, 129_600_000]).tolist()
    [0.0, 0.5]
    """
    with Extra():
        from .batch import fractional_days

    return fractional_days(time_ms)
