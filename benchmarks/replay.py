"""A million reviews replayed from arrays, every memory in the order of rows, against fsrs-rs-python.

The peer wants lists of objects; making them of the same arrays is part of its time. Of both the CPU seconds
of one process count; each works on one core, so that the time one waits is the same.
"""

import sys
from itertools import pairwise

import fsrs_rs_python as fsrs_rs
import numpy as np

from benchmarks.figure import Figure, rates
from benchmarks.logs import Ints, tiled
from flashcards.scheduler import FSRS6, local_days, replay

ROWS, SEED = 1_000_000, 1


def measure() -> Figure:
    """Return the reviews a second."""
    log = tiled(ROWS, SEED)
    days = local_days(log.time_ms)
    print(f"  {ROWS / beginnings(log.card, days, log.rating):.2f} reviews a beginning", file=sys.stderr)
    return rates(
        lambda: replay(FSRS6(), log.card, days, log.rating),
        lambda: replay_peer(log.card, days, log.rating),
        ROWS,
        "reviews/s",
    )


def replay_peer(card: Ints, day: Ints, rating: Ints) -> list[list[fsrs_rs.MemoryState]]:
    """Replay with the peer, from the same arrays, which are in order."""
    start = np.flatnonzero(np.diff(card, prepend=card[0] - 1))
    elapsed = np.diff(day, prepend=day[0])
    elapsed[start] = 0
    reviews = list(map(fsrs_rs.FSRSReview, rating.tolist(), elapsed.tolist()))
    bounds = pairwise([*start.tolist(), card.size])
    items = [fsrs_rs.FSRSItem(reviews[begin:end]) for begin, end in bounds]
    return fsrs_rs.FSRS(fsrs_rs.DEFAULT_PARAMETERS).historical_memory_state_batch(items)


def beginnings(card: Ints, day: Ints, rating: Ints) -> int:
    """Return how many distinct beginnings the histories have, each the ratings and days up to a review."""
    seen: dict[tuple[int, int, int], int] = {}
    new = np.diff(card, prepend=card[0] - 1) != 0
    elapsed = np.where(new, 0, np.diff(day, prepend=day[0]))
    node = 0
    for first, days, grade in zip(new.tolist(), elapsed.tolist(), rating.tolist(), strict=True):
        step = (0 if first else node, days, grade)
        node = seen.setdefault(step, len(seen) + 1)
    return len(seen)
