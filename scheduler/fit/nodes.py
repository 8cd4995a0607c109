"""The reviews a fit reckons with: equal beginnings once, none that no loss hangs on, sorted by kind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..batch.arrays import Floats, Ints
from ..batch.prefixes import PrefixTree

Truths = NDArray[np.bool_]

SAME_DAY_AGAIN, SAME_DAY_PASS, LAPSE, PASS, LEAF = range(5)
"""The kinds of nodes, in their order within a level. After a leaf nothing comes: only its chance counts."""

KINDS = 5
BLOCK = 1 << 14
"""How many nodes are reckoned with at a time: few enough to stay in a processor's cache."""


@dataclass(frozen=True, slots=True)
class Level:
    """The nodes of one position in the histories: the stretch of each kind, and their parents.

    `changing` are those whose memory is wanted, `later` those whose chance of recall is; `above` is the level
    their parents stand in.
    """

    parent: Ints
    above: slice
    whole: slice
    same_day: slice
    same_day_pass: slice
    lapse: slice
    passed: slice
    changing: slice
    later: slice


@dataclass(frozen=True, slots=True)
class Branches:
    """A stretch of one level and where its parents stand in the level `above`."""

    whole: slice
    above: slice
    parent: Ints


@dataclass(frozen=True, slots=True)
class Block:
    """Some levels, or a part of one, to go through at once: which are of a kind, counted from its beginning.

    `lost` are those of any kind that were rated again.
    """

    whole: slice
    same_day: Ints
    lapse: Ints
    passed: Ints
    lost: Ints
    branches: tuple[Branches, ...]


@dataclass(frozen=True, slots=True)
class Nodes:
    """Distinct beginnings of histories, each a node, level by level and within a level by kind.

    By node: its `rating` (1 to 4), the `days` since the review before, its `weight` in the loss (0 where it
    is none of it) and its number in the tree it comes `from_tree`. The first `roots` nodes are first reviews,
    `levels` and `blocks` hold those below.
    """

    rating: Ints
    days: Floats
    weight: Floats
    from_tree: Ints
    roots: int
    levels: tuple[Level, ...]
    blocks: tuple[Block, ...]


def nodes(tree: PrefixTree, weight: Floats, same_day: bool) -> Nodes:
    """Return what is needed of a tree for a loss in which each of its nodes has this weight.

    With *same_day* a review within a day of the one before is of a kind of its own, which no loss counts;
    without it, all reviews but the first are alike.
    """
    kind, kept = _kinds(tree, weight, same_day)
    stop = KINDS * (len(tree.bounds) - 1)
    depth: Ints = np.arange(0, stop, KINDS)
    if stop < 1 << 15:
        depth = depth.astype(np.int16)  # 16 bits are sorted by radix, in linear time
    depth = np.repeat(depth, np.diff(tree.bounds))
    place = depth[kept] + kind[kept]
    order = np.argsort(place, kind="stable")
    chosen = kept[order]
    number = np.zeros(weight.size, np.int64)
    number[chosen] = np.arange(chosen.size)
    parent = number[tree.parent[chosen]]
    stretches = np.concatenate([[0], np.cumsum(np.bincount(place, minlength=stop))]).tolist()
    levels = tuple(_levels(parent, stretches))
    rating = tree.rating[chosen].astype(np.int64, copy=False)
    blocks = tuple(_blocks(levels, kind[chosen], rating))
    return Nodes(rating, tree.elapsed[chosen], weight[chosen], chosen, stretches[KINDS], levels, blocks)


def _kinds(tree: PrefixTree, weight: Floats, same_day: bool) -> tuple[NDArray[np.int8], Ints]:
    """Return the kind of each node of a tree, and which nodes are wanted."""
    counts = weight > 0
    above = _above(tree, counts)
    again = tree.rating == 1
    kind = np.where(above, np.where(again, np.int8(LAPSE), np.int8(PASS)), np.int8(LEAF))
    if same_day:
        near = tree.elapsed < 1
        kind[near] = np.where(again[near], SAME_DAY_AGAIN, SAME_DAY_PASS)
    kind[: tree.bounds[1]] = SAME_DAY_AGAIN  # a first review is of no kind: it only comes before the others
    return kind, np.flatnonzero(above | counts)


def _above(tree: PrefixTree, counts: Truths) -> Truths:
    """Return which nodes have below them one that counts."""
    above = np.zeros(counts.size, bool)
    for start, stop in zip(tree.bounds[-2:0:-1], tree.bounds[:1:-1], strict=True):
        used = above[start:stop] | counts[start:stop]
        above[tree.parent[start:stop][used]] = True
    return above


def _levels(parent: Ints, stretches: list[int]) -> Iterator[Level]:
    """Yield the levels below the first, from the beginnings of every kind in every level."""
    above = slice(0, stretches[KINDS])
    for first in range(KINDS, len(stretches) - 1, KINDS):
        again, recalled, lapse, passed, leaf, stop = stretches[first : first + KINDS + 1]
        if again < stop:
            yield Level(
                parent[again:stop],
                above,
                whole=slice(again, stop),
                same_day=slice(again, lapse),
                same_day_pass=slice(recalled, lapse),
                lapse=slice(lapse, passed),
                passed=slice(passed, leaf),
                changing=slice(again, leaf),
                later=slice(lapse, stop),
            )
            above = slice(again, stop)


def _blocks(levels: tuple[Level, ...], kind: NDArray[np.int8], rating: Ints) -> Iterator[Block]:
    """Yield all nodes below the first level in blocks, from the first to the last."""
    waiting: list[Branches] = []
    for level in levels:
        for branches in _branches(level):
            waiting.append(branches)
            if branches.whole.stop - waiting[0].whole.start >= BLOCK:
                yield _block(waiting, kind, rating)
                waiting = []
    if waiting:
        yield _block(waiting, kind, rating)


def _branches(level: Level) -> Iterator[Branches]:
    for start in range(level.whole.start, level.whole.stop, BLOCK):
        stop = min(start + BLOCK, level.whole.stop)
        first = start - level.whole.start
        yield Branches(
            slice(start, stop), level.above, level.parent[first : first + BLOCK] - level.above.start
        )


def _block(branches: list[Branches], kind: NDArray[np.int8], rating: Ints) -> Block:
    whole = slice(branches[0].whole.start, branches[-1].whole.stop)
    kinds, ratings = kind[whole], rating[whole]
    return Block(
        whole,
        same_day=np.flatnonzero(kinds < LAPSE),
        lapse=np.flatnonzero(kinds == LAPSE),
        passed=np.flatnonzero(kinds == PASS),
        lost=np.flatnonzero((ratings == 1) & (kinds >= LAPSE)),
        branches=tuple(branches),
    )


def pass_up(block: Block, total: Floats, own: Floats, slope: Floats) -> None:
    """Add to the derivatives of a loss by the parents' states what comes from a block, the last level first.

    That is what a node gives of its `own` and its `slope` times what has come to itself: differentiation in
    reverse. *total* is by node; *own* and *slope* are by place in the block.
    """
    start = block.whole.start
    for branches in reversed(block.branches):
        here = slice(branches.whole.start - start, branches.whole.stop - start)
        up = total[branches.whole] * slope[here]
        up += own[here]
        above = total[branches.above]
        above += np.bincount(branches.parent, up, above.size)
