"""The check of a fit on later reviews that it has not seen, beside its rivals."""

from __future__ import annotations

from math import exp

import numpy as np

from ..batch.arrays import Floats, Ints, Numbers
from .result import Bin, Check
from .trials import Trials, Truths

BINS, FEWEST_IN_BIN = 20, 10
MOVING_START, MOVING_STEP = 1.2, 0.3
MOVING_REVIEWS = 1000
"""A moving average has forgotten by then where it started."""


def check(trials: Trials, early: Truths, old: Floats, new: Floats, default: Floats) -> Check:
    """Compare parameters, and averages, on the reviews that count and are not *early* (by row)."""
    late = ~early[trials.counts]
    card, won = trials.card[trials.counts], trials.won[trials.counts]
    before, after, usual = (chance[late] for chance in trials.chances([old, new, default]))
    foretold = {"old": before, "new": after, "default": usual, **averages(trials, late)}
    costs = {name: log_losses(chance, won[late]) for name, chance in foretold.items()}
    gain, error = paired(costs["old"] - costs["new"], card[late])
    losses = {name: float(cost.mean()) for name, cost in costs.items()}
    bins = (calibration(chance, won[late]) for chance in (before, after))
    return Check(int(np.count_nonzero(late)), losses, gain, error, *bins)


def log_losses(chance: Floats, won: Truths) -> Floats:
    """Return -ln of the chance that was foretold for what happened."""
    costs: Floats = -np.log(np.where(won, chance, 1 - chance))
    return costs


def averages(trials: Trials, late: Truths) -> dict[str, Floats]:
    """Return for each later review the share recalled of the earlier ones, and of those just before it."""
    order = np.argsort(trials.time_ms[trials.counts], kind="stable")
    won, is_late = trials.won[trials.counts][order], late[order]
    mean = np.clip(won[~is_late].mean(), 0.01, 0.99)
    moving = np.empty(order.size)
    begin = max(0, int(np.argmax(is_late)) - MOVING_REVIEWS)
    moving[order[begin:]] = moving_average(won[begin:])
    return {"average": np.full(int(is_late.sum()), mean), "moving average": moving[late]}


def moving_average(won: Truths) -> Floats:
    """Return before each review a running average of those before it.

    Its log odds go up by 0.3 (1 - average) for a recall and down by 0.3 average for a lapse, from 1.2 on
    (MOVING-AVG of srs-benchmark).
    """
    odds, averages = MOVING_START, []
    for recalled in won.tolist():
        average = 1 / (1 + exp(-odds))
        averages.append(average)
        odds += MOVING_STEP * (recalled - average)
    return np.array(averages)


def paired(gains: Floats, card: Numbers) -> tuple[float, float]:
    """Return the mean of gains and its standard error; those of one card hang together and count as one."""
    mean = gains.mean()
    _, number = np.unique(card, return_inverse=True)
    sums = np.bincount(number, gains - mean)
    spread = float(np.sqrt(sums @ sums * sums.size / max(sums.size - 1, 1)))
    return float(mean), spread / gains.size


def calibration(chance: Floats, won: Truths) -> tuple[Bin, ...]:
    """Return the reviews in twentieths of the chance foretold, neighbors of few reviews in one."""
    twentieth = np.minimum((chance * BINS).astype(np.int64), BINS - 1)
    number = joined(np.bincount(twentieth, minlength=BINS))[twentieth]
    count = np.bincount(number)
    foretold, recalled = np.bincount(number, chance), np.bincount(number, won)
    return tuple(
        Bin(int(count[each]), float(foretold[each] / count[each]), float(recalled[each] / count[each]))
        for each in np.flatnonzero(count)
    )


def joined(counts: Ints) -> Ints:
    """Return the bin of each stretch of so many reviews, with ten in every bin where there are as many.

    >>> joined(np.array([3, 7, 12, 30, 4])).tolist()
    [0, 0, 1, 2, 2]
    """
    numbers, last, held = [], 0, 0
    for count in counts.tolist():
        if held >= FEWEST_IN_BIN:
            last, held = last + 1, 0
        numbers.append(last)
        held += count
    if held < FEWEST_IN_BIN:
        last = max(0, last - 1)
    return np.minimum(numbers, last)
