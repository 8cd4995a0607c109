"""Parameters of a memory model fitted to a learner's own reviews.

Loaded without numpy; only `fit` itself needs it, and scipy. The way of a fit: `trials` puts reviews in order
and finds equal beginnings, `nodes` keeps what a loss hangs on, the two losses give numbers and derivatives,
`search` minimises, `check` compares with later reviews, `verdict` decides.
"""

from __future__ import annotations

from ..extra import Extra
from .result import Bin, Check, Fit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import ArrayLike

    from ..fsrs6 import FSRS6
    from ..fsrs7 import FSRS7

__all__ = ["Bin", "Check", "Fit", "fit"]


def fit(
    model: FSRS6 | FSRS7,
    cards: ArrayLike,
    time_ms: ArrayLike,
    ratings: ArrayLike,
    *,
    rollover_hour: float = 4,
    offset_minutes: ArrayLike = 0,
    checked: float = 0.2,
    progress: Callable[[float], object] = bool,
) -> Fit:
    """Fit the parameters of a model (FSRS6 or FSRS7, with those in use until now) to reviews.

    Reviews are given in any order, one entry each: card numbers, moments in whole milliseconds since 1970
    (UTC), ratings 1 to 4. FSRS-6 counts the first review of a local day, which starts at *rollover_hour* at
    *offset_minutes* from UTC (one offset for all, or one each); FSRS-7 counts all repeats, by exact times.

    The loss is the weighted log loss with a prior about the defaults (see `kinds`). At first the share
    *checked* of the reviews that count, the last ones, is left out: only if the fit to those before foretells
    them surely better than the old parameters do, and no worse than the plain average, what is then fitted to
    all is kept (see `verdict`). 0 waives the check.

    *progress* is called with the share done, up to 1. The same reviews give the same result. Raises
    ReviewError, naming every problem, for impossible reviews or fewer than 50 that count, ParametersError for
    another model, SettingsError for an impossible share. Needs numpy and scipy.
    """
    with Extra():
        from .fitting import fitted

    return fitted(model, cards, time_ms, ratings, rollover_hour, offset_minutes, checked, progress)
