"""Logs of learners who remember by another theory than FSRS, by the hundred thousand reviews."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from benchmarks.logs import DAY, Log

Floats = NDArray[np.float64]
LADDER = np.array([1.0, 2.5, 6.0, 14.0, 30.0, 65.0, 140.0])
"""Days between one pass and the next; a lapse goes back to the first, by way of a repeat on the same day."""

ROUNDS, SOON = 9, 15 / 1440
BUTTONS = (0.15, 0.75, 0.1)
"""How often a pass is rated hard, good, easy."""


def learner(rows: int, seed: int) -> Log:
    """Return so many reviews of one learner, drawn anew for each seed, in about one or two years.

    Recall falls by a power of time. What a card is worth doubles or trebles with each pass, the more the
    longer the wait, and falls to a share with each lapse; cards differ, and so do learners.
    """
    rng = np.random.default_rng(seed)
    cards = rows // ROUNDS + 1
    growth, rest, decay = rng.uniform(1.6, 3.0), rng.uniform(0.1, 0.5), rng.uniform(0.3, 1.0)
    strength = np.exp(rng.normal(rng.normal(0.6, 0.6), 0.8, cards))
    time, rung = rng.uniform(0, 365, cards), np.zeros(cards, np.int64)
    columns = [(np.arange(cards), time, _rated(rng.random(cards) < 0.75, rng))]
    near = columns[0][2] == 1
    for _ in range(1, ROUNDS):
        wait = np.where(near, SOON, LADDER[rung] * rng.lognormal(0, 0.3, cards))
        recalled = rng.random(cards) < (1 + wait / (9 * strength)) ** (-9 * 0.1 * decay * 2)
        grown = strength * (1 + (growth - 1) * np.minimum(1, wait / strength) ** 0.5)
        strength = np.where(recalled, grown, np.maximum(0.05, strength * rest))
        rung = np.where(recalled, np.minimum(rung + ~near, LADDER.size - 1), 0)
        time, near = time + wait, ~recalled
        columns.append((np.arange(cards), time, _rated(recalled, rng)))
    card, moment, rating = (np.stack(column, axis=1).ravel()[:rows] for column in zip(*columns, strict=True))
    return Log(card, (moment * DAY).astype(np.int64), rating)


def _rated(recalled: NDArray[np.bool_], rng: np.random.Generator) -> NDArray[np.int64]:
    return np.where(recalled, rng.choice((2, 3, 4), recalled.size, p=BUTTONS), 1)
