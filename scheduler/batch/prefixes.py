"""Equal beginnings of histories, kept once: a tree in which many cards share the reviews they have in common.

Memory depends on nothing but the ratings and the days between them, so equal beginnings leave equal memories.
On real logs of whole days the tree has 2 to 3.5 times fewer nodes than there are reviews; exact times are
hardly ever equal, so there only first reviews share a node.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

import numpy as np

from .arrays import Ints, Numbers
from .histories import Histories

SORTED_BITS = 63
"""Of one number to sort by: it holds a node, the days and the rating of a review, and a card."""


@dataclass(frozen=True, slots=True)
class PrefixTree:
    """The distinct beginnings of histories; a node is its last review, after those above it.

    - `bounds`: level k, the reviews of position k (from 0), holds the nodes `bounds[k]:bounds[k+1]`;
    - `parent`: by node, its node in the level above; in level 0 the node itself;
    - `chain`: from this level on equal beginnings are not looked for, and the i-th node of a level is the
      child of the i-th in the level above, so that slices do for parents. Up to level `chain - 2` parents
      rise within a level, in level `chain - 1` they may stand in any order:
      `np.bincount(parent, weights)` sums over children everywhere;
    - `rating` (1 to 4) and `elapsed` (days since the review before; 0 in level 0), by node;
    - `node`: by the caller's row, the node of the review. `values[tree.node]` puts what was reckoned by node
      in rows; `np.bincount(tree.node, weights)` sums by node what belongs to rows.
    """

    bounds: list[int]
    parent: Ints
    chain: int
    rating: Numbers
    elapsed: Numbers
    node: Ints


@dataclass(frozen=True, slots=True)
class Level:
    """The nodes of one position: the place of one review of each, its parent, and the node of every card."""

    place: Ints
    parent: Ints
    card: Ints


def prefix_tree(reviews: Histories, worth: float = 0.5) -> PrefixTree:
    """Make the tree of histories.

    Equal beginnings are looked for until a level has more nodes than *worth* times its reviews: 1 finds them
    all. Of exact times only equal first reviews are found.

    >>> from .histories import histories
    >>> tree = prefix_tree(histories(cards=[1, 1, 2, 2], days=[0, 3, 1, 4], ratings=[3, 1, 3, 4]))
    >>> tree.bounds, tree.parent.tolist(), tree.elapsed.tolist(), tree.node.tolist()
    ([0, 1, 3], [0, 0, 0], [0, 3, 3], [0, 1, 0, 2])
    """
    levels = merged_levels(reviews, worth)
    chain = len(levels) + 1
    levels += _chained_levels(reviews, levels)
    bounds = [0, *accumulate(level.place.size for level in levels)]
    place = _joined([level.place for level in levels])
    return PrefixTree(
        bounds=bounds,
        parent=_joined([level.parent + start for level, start in zip(levels, [0, *bounds], strict=False)]),
        chain=chain,
        rating=reviews.rating[place],
        elapsed=reviews.elapsed[place],
        node=_in_rows(reviews, [level.card + start for level, start in zip(levels, bounds, strict=False)]),
    )


def merged_levels(reviews: Histories, worth: float) -> list[Level]:
    """Return the first levels, one at least, as long as it is worth while."""
    levels: list[Level] = []
    card = np.zeros(reviews.start.size, np.int64)
    for position, front in enumerate(reviews.front):
        place = reviews.start[:front] + position
        levels.append(_merged(place, card[:front], _codes(reviews, place)))
        card = levels[-1].card
        if levels[-1].place.size > worth * front or reviews.exact:
            break
    return levels


def _codes(reviews: Histories, place: Ints) -> Ints:
    """Return what tells children of one parent apart, in one number."""
    codes: Ints = reviews.elapsed[place].astype(np.int64) << 2 | (reviews.rating[place] - 1)
    return codes


def _merged(place: Ints, parent: Ints, code: Ints) -> Level:
    """Return the level of equal pairs of parent and code."""
    code_bits = int(code.max()).bit_length()
    key = parent << code_bits | code
    card_bits = place.size.bit_length()
    if int(key.max()).bit_length() + card_bits > SORTED_BITS:
        return Level(place, parent, np.arange(place.size))
    first, card = _distinct(key, card_bits)
    return Level(place[first], parent[first], card)


def _distinct(key: Ints, card_bits: int) -> tuple[Ints, Ints]:
    """Return where each distinct key stands first, by rising key, and which of them stands in each place.

    As np.unique does with return_index and return_inverse, in a third of the time: numbers that carry their
    place are sorted faster than places by numbers.
    """
    packed = np.sort(key << card_bits | np.arange(key.size))
    place = packed & ((1 << card_bits) - 1)
    packed >>= card_bits
    begin = np.flatnonzero(np.concatenate([[True], packed[1:] != packed[:-1]]))
    which = np.empty_like(key)
    which[place] = np.repeat(np.arange(begin.size), np.diff(begin, append=key.size))
    return place[begin], which


def _chained_levels(reviews: Histories, above: list[Level]) -> Iterator[Level]:
    """Yield the other levels, in which every review has a node of its own."""
    for position in range(len(above), len(reviews.front)):
        front = reviews.front[position]
        card = np.arange(front)
        parent = above[-1].card[:front] if position == len(above) else card
        yield Level(reviews.start[:front] + position, parent, card)


def _in_rows(reviews: Histories, levels: list[Ints]) -> Ints:
    """Return what belongs to the cards of each level by the caller's rows."""
    node = np.empty(reviews.rating.size, np.int64)
    for position, card in enumerate(levels):
        node[reviews.start[: card.size] + position] = card
    if reviews.row is None:
        return node
    in_rows = np.empty_like(node)
    in_rows[reviews.row] = node
    return in_rows


def _joined(arrays: list[Ints]) -> Ints:
    return np.concatenate([np.empty(0, np.int64), *arrays])
