"""Logs of reviews to measure with, made of one real learner's."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

REAL = Path(__file__).parents[2] / "shared" / "scheduler" / "real_josh.csv.gz"
DAY = 86_400_000
JITTER, REDRAWN = 0.1, 0.3
BUTTONS = (0.22, 0.08, 0.62, 0.08)
"""How often each rating is drawn, from again to easy."""

Ints = NDArray[np.int64]


class Log(NamedTuple):
    """Reviews by card, then time; time is in milliseconds since 1970."""

    card: Ints
    time_ms: Ints
    rating: Ints


def real() -> Log:
    """Return the log of one real learner: 12,580 reviews of 1,205 cards in 191 days."""
    if not REAL.exists():
        raise SystemExit(
            f"{REAL} is missing: the benchmarks are made of this log, so there is nothing to measure"
        )
    columns = np.loadtxt(REAL, np.int64, delimiter=",", skiprows=1, usecols=(0, 1, 2), unpack=True)
    return Log(*columns)


def tiled(rows: int, seed: int) -> Log:
    """Return as many reviews as asked for, made of the real log's cards, each as often as any other.

    Every wait is longer or shorter by about a tenth, every history begins within a day of the real one's, and
    three ratings of ten are drawn anew, so that hardly two long histories are equal.
    """
    log, rng = real(), np.random.default_rng(seed)
    place, new = _drawn_places(log, rows, rng)
    wait = np.diff(log.time_ms, prepend=0)[place] * rng.lognormal(0, JITTER, rows)
    wait[new] = log.time_ms[place[new]] + rng.integers(0, DAY, np.count_nonzero(new))
    return Log(np.cumsum(new), _within_cards(wait, new), _redrawn(log.rating[place], rng))


def _drawn_places(log: Log, rows: int, rng: np.random.Generator) -> tuple[Ints, NDArray[np.bool_]]:
    """Return which real reviews to take, whole cards in a drawn order, and where a card begins."""
    start = np.flatnonzero(np.diff(log.card, prepend=-1))
    length = np.diff(start, append=log.card.size)
    cards = np.concatenate([rng.permutation(start.size) for _ in range(0, rows, log.card.size)])
    begin = np.cumsum(length[cards]) - length[cards]
    place = np.arange(begin[-1] + length[cards[-1]]) + np.repeat(start[cards] - begin, length[cards])
    new = np.zeros(place.size, bool)
    new[begin] = True
    return place[:rows], new[:rows]


def _within_cards(wait: NDArray[np.float64], new: NDArray[np.bool_]) -> Ints:
    """Return the moments: waits added up from where a card begins."""
    whole = np.cumsum(wait.astype(np.int64))
    begin = np.flatnonzero(new)
    before: Ints = np.repeat(np.append(0, whole)[begin], np.diff(begin, append=wait.size))
    return whole - before


def _redrawn(rating: Ints, rng: np.random.Generator) -> Ints:
    drawn = rng.choice((1, 2, 3, 4), rating.size, p=BUTTONS)
    return np.where(rng.random(rating.size) < REDRAWN, drawn, rating)
