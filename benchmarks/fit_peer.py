"""The peer's way from arrays to parameters: fsrs-rs-python, its items and its fit with card ids."""

import fsrs_rs_python
import numpy as np
from numpy.typing import NDArray

from benchmarks.logs import Log
from flashcards.scheduler import FSRS6_TABLE
from scheduler.batch import local_days  # noqa: TID251 (both sides start from the same days)

Floats = NDArray[np.float64]


def peer_fit(log: Log) -> Floats:
    """Return the parameters that the peer fits to a log by card and time."""
    items, cards, rows = peer_items(log)
    order = np.argsort(log.time_ms[rows], kind="stable").tolist()
    fsrs = fsrs_rs_python.FSRS(parameters=list(FSRS6_TABLE.default))
    ordered = [items[place] for place in order]
    return np.array(fsrs.compute_parameters(ordered, card_ids=[cards[place] for place in order]))


def peer_items(log: Log) -> tuple[list[fsrs_rs_python.FSRSItem], list[int], list[int]]:
    """Return for each review on a later day its card's reviews up to it, its card and its row."""
    items, cards, rows = [], [], []
    review, item = fsrs_rs_python.FSRSReview, fsrs_rs_python.FSRSItem
    card, last = None, 0
    so_far: list[fsrs_rs_python.FSRSReview] = []
    days = local_days(log.time_ms).tolist()
    for row, (each, day, rating) in enumerate(zip(log.card.tolist(), days, log.rating.tolist(), strict=True)):
        if each != card:
            card, last, so_far = each, day, []
        so_far.append(review(rating, day - last))
        if day > last:
            items.append(item(so_far))
            cards.append(each)
            rows.append(row)
        last = day
    return items, cards, rows
