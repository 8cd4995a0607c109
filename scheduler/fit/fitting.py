"""Fitting a memory model to a learner's own reviews, and deciding whether to keep what was found."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike

from ..batch.arrays import Floats
from ..errors import ReviewError, SettingsError
from .check import check, log_losses
from .kinds import Fitted, kind_of
from .result import Check, Fit
from .search import Progress, search
from .trials import Trials, Truths, trials

FEWEST = 50
"""Reviews that count: with fewer, nothing found would be worth having."""

CHECKED = 0.2
"""The share of the time-ordered reviews kept back for the check."""


def fit(
    model: Fitted,
    cards: ArrayLike,
    time_ms: ArrayLike,
    ratings: ArrayLike,
    *,
    rollover_hour: float = 4,
    offset_minutes: ArrayLike = 0,
    checked: float = CHECKED,
    progress: Progress = lambda share: None,
) -> Fit:
    """Fit the parameters of a model (FSRS6 or FSRS7, with those in use until now) to reviews.

    Reviews are given in any order, one entry each: card numbers, moments in whole milliseconds since 1970
    (UTC), ratings 1 to 4. FSRS-6 counts the first review of a local day, which starts at *rollover_hour* at
    *offset_minutes* from UTC (one offset for all, or one each); FSRS-7 counts all repeats, by exact times.

    The loss is the weighted log loss with a prior about the defaults (see `kinds`). At first the share
    *checked* of the reviews that count, the last ones, is left out: only if the fit to those before foretells
    them better than the old parameters do, what is then fitted to all is kept. 0 waives the check.

    *progress* is called with the share done, up to 1. The same reviews give the same result. Raises
    ReviewError, naming every problem, for impossible reviews or fewer than 50 that count, ParametersError for
    another model, SettingsError for an impossible share.
    """
    kind = kind_of(model)
    if not 0 <= checked <= 0.5:
        raise SettingsError(f"a share of {checked!r} of the reviews cannot be kept back: use 0 to 0.5")
    given = trials(kind, cards, time_ms, ratings, rollover_hour, offset_minutes)
    counted = int(np.count_nonzero(given.counts))
    if counted < FEWEST:
        raise ReviewError(f"{counted} reviews count for a fit of {model.name}, and at least {FEWEST} must")
    default, old = np.array(kind.table.default), np.array(model.parameters)
    found, start = None, default
    if checked:
        early = _early(given, checked)
        start = search(given, given.counts & early, default, _part(progress, 0, 0.7))
        found = check(given, early, old, start, default)
    new = search(given, given.counts, start, _part(progress, 0.7 if checked else 0, 1))
    kept, reason = verdict(found)
    before, after = _losses(given, old, new)
    made = kind.model(tuple(new.tolist()))
    return Fit(
        made if kept else model, kept, reason, made.parameters, given.card.size, counted, before, after, found
    )


def verdict(found: Check | None) -> tuple[bool, str]:
    """Say whether the new parameters are to be kept, and why."""
    if found is None:
        return True, "the new parameters were not checked"
    losses, sureness = found.losses, f"{found.sureness:.0%} sure"
    if found.gain <= 0:
        return False, f"the old parameters foretold the last {found.reviews} reviews no worse ({sureness})"
    reason = f"the new parameters foretold the last {found.reviews} reviews better ({sureness})"
    rivals = [name for name in ("average", "moving average") if losses[name] < losses["new"]]
    return True, f"{reason}, though a {' and a '.join(rivals)} would have done better" if rivals else reason


def _early(given: Trials, checked: float) -> Truths:
    """Return which reviews lie before the last share of those that count."""
    early: Truths = given.time_ms < np.quantile(given.time_ms[given.counts], 1 - checked)
    if not (early & given.counts).any():
        raise ReviewError(
            "the reviews lie too close together to tell earlier from later ones: waive the check"
        )
    return early


def _losses(given: Trials, old: Floats, new: Floats) -> tuple[float, float]:
    won = given.won[given.counts]
    before, after = (float(log_losses(chance, won).mean()) for chance in given.chances([old, new]))
    return before, after


def _part(progress: Progress, begin: float, end: float) -> Callable[[float], None]:
    return lambda share: progress(begin + (end - begin) * share)
