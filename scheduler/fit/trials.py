"""The trials of a log: its reviews in order, which of them a loss counts, and the tree of their histories."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from ..batch.arrays import Floats, Ints, Numbers
from ..batch.days import fractional_days, local_days, place_problems, time_problems
from ..batch.histories import histories
from ..batch.prefixes import PrefixTree, prefix_tree
from ..errors import ReviewError, refuse
from .kinds import Kind
from .nodes import nodes

Truths = NDArray[np.bool_]
MOMENTS = 1 << 16
"""A log's time is cut in so many stretches; reviews of one stretch are taken for equally old."""


@dataclass(frozen=True, slots=True)
class Trials:
    """Reviews by card and time; by row, whether it `counts` in the loss and was recalled, `won`."""

    kind: Kind
    card: Numbers
    time_ms: Ints
    tree: PrefixTree
    counts: Truths
    won: Truths

    def weights(self, rows: Truths) -> Floats:
        """Return the weight of each review in a loss of some of those that count: the fresher, the more."""
        weight = np.zeros(rows.size)
        weight[rows] = (
            self.kind.oldest + (1 - self.kind.oldest) * ages(self.time_ms[rows]) ** self.kind.freshness
        )
        return weight

    def chances(self, parameters: list[Floats]) -> list[Floats]:
        """Return the chance of recall of each review that counts, in their order, under each of the sets."""
        by_node = self.by_node(self.counts)
        chosen = nodes(self.tree, by_node, not self.kind.exact_days)
        loss, where = self.kind.loss(chosen), self.tree.node[self.counts]
        result = []
        for values in parameters:
            by_node[chosen.from_tree] = loss.chances(values)
            result.append(by_node[where])
        return result

    def by_node(self, weight: Numbers) -> Floats:
        """Return sums by node of what belongs to rows."""
        return np.bincount(self.tree.node, weight, self.tree.parent.size).astype(np.float64, copy=False)


def trials(
    kind: Kind,
    cards: ArrayLike,
    time_ms: ArrayLike,
    ratings: ArrayLike,
    rollover_hour: float,
    offset_minutes: ArrayLike,
) -> Trials:
    """Put reviews given in any order into theirs and find which count; ReviewError names every problem."""
    card, time, rating = np.asarray(cards), np.asarray(time_ms), np.asarray(ratings)
    offset = np.asarray(offset_minutes)
    refuse(
        ReviewError,
        [
            *_length_problems(card, time, rating),
            *time_problems(time),
            *place_problems(card.size, rollover_hour, offset),
        ],
    )
    order = _order(card, time, rating)
    if order is not None:
        card, time, rating = card[order], time[order], rating[order]
        offset = offset[order] if offset.ndim else offset
    days: Numbers = fractional_days(time) if kind.exact_days else local_days(time, rollover_hour, offset)
    tree = prefix_tree(histories(card, days, rating, kind.exact_days, time))
    counted = np.arange(tree.parent.size) >= (tree.bounds[1] if time.size else 0)
    if not kind.exact_days:
        counted &= tree.elapsed >= 1
    return Trials(kind, card, time, tree, counted[tree.node], rating > 1)


def _length_problems(card: Numbers, time: Numbers, rating: Numbers) -> Iterator[str]:
    for name, column in {"times": time, "ratings": rating}.items():
        if column.ndim != 1 or column.shape != card.shape:
            given = f"{column.size} {name} and {card.size} cards"
            yield f"{given} do not go together: give one of each for every review"


def _order(card: Numbers, time: Numbers, rating: Numbers) -> Ints | None:
    """Return the rows by card, time and rating, for no other order may matter; None where they stand so."""
    same, tied = card[1:] == card[:-1], time[1:] == time[:-1]
    falls = (time[1:] < time[:-1]) | (tied & (rating[1:] < rating[:-1]))
    if (card[1:] >= card[:-1]).all() and not (same & falls).any():
        return None
    return np.lexsort((rating, time, card))


def ages(time_ms: Ints) -> Floats:
    """Return the share of reviews that are older than each, from 0 to 1.

    >>> ages(np.array([30, 10, 20])).tolist()
    [1.0, 0.0, 0.5]
    """
    if not time_ms.size:
        return np.zeros(0)
    first, last = int(time_ms.min()), int(time_ms.max())
    stretch = ((time_ms - first) // (max(last - first, 1) // (MOMENTS - 1) + 1)).astype(np.int64)
    count = np.bincount(stretch)
    middle = np.cumsum(count) - (count + 1) / 2
    shares: Floats = (middle / max(time_ms.size - 1, 1))[stretch]
    return shares
