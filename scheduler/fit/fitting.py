"""Fitting a memory model to a learner's own reviews, and deciding whether to keep what was found."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from ..batch.arrays import Floats
from ..errors import ReviewError, SettingsError
from .check import check, log_losses
from .kinds import Fitted, kind_of
from .result import Fit
from .search import Progress, search
from .trials import Trials, Truths, trials
from .verdict import verdict

FEWEST = 50
"""Reviews that count: with fewer, nothing found would be worth having."""


def fitted(
    model: Fitted,
    cards: ArrayLike,
    time_ms: ArrayLike,
    ratings: ArrayLike,
    rollover_hour: float,
    offset_minutes: ArrayLike,
    checked: float,
    progress: Progress,
) -> Fit:
    """Do what `scheduler.fit.fit` says."""
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
    new = _short(search(given, given.counts, start, _part(progress, 0.7 if checked else 0, 1)))
    kept, reason = verdict(found)
    before, after = _losses(given, old, new)
    made = kind.model(tuple(new.tolist()))
    return Fit(
        made if kept else model, kept, reason, made.parameters, given.card.size, counted, before, after, found
    )


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


def _short(parameters: Floats) -> Floats:
    """Return parameters in six digits: more mean nothing, and are a nuisance to read and to copy."""
    return np.array([float(f"{value:.6g}") for value in parameters])


def _part(progress: Progress, begin: float, end: float) -> Progress:
    return lambda share: progress(begin + (end - begin) * share)
