"""Marking an order: the longest run of steps that stand right among themselves earns the credit."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from flashcards.quiz.mark import Mark, Verdict, right, wrong


def mark_order(expected: Sequence[str], given: Sequence[int], groups: Sequence[int] = ()) -> Mark:
    """Mark steps put in order: `given` holds places in `expected`, from 0, as the learner put them.

    Steps of equal number in `groups` are free among themselves. Places not there or told twice do not count.

    >>> mark_order(("sink", "travel", "go deeper"), (0, 2, 1))
    Mark(verdict=<Verdict.PARTLY: 'partly'>, reason='2 of 3 stand in order; moved: go deeper', \
credit=0.6666666666666666, got=('sink', 'travel'), missing=('go deeper',), extra=())
    """
    told = [place for place in dict.fromkeys(given) if 0 <= place < len(expected)]
    numbers = groups if len(groups) == len(expected) else range(len(expected))
    ranks = [list(numbers).index(numbers[place]) for place in told]
    kept = [told[at] for at in longest_rising(ranks)]
    moved = [place for place in range(len(expected)) if place not in kept]
    if not moved:
        return right("every step stands right") if expected else wrong("the card has no steps")
    got, missing = (tuple(expected[place] for place in places) for places in (sorted(kept), moved))
    reason = f"{len(kept)} of {len(expected)} stand in order; moved: {', '.join(missing)}"
    if len(kept) < 2:
        return wrong(reason, missing)
    return Mark(Verdict.PARTLY, reason, len(kept) / len(expected), got, missing)


def longest_rising(ranks: Sequence[int]) -> list[int]:
    """Return the places of a longest run of numbers that never falls.

    >>> longest_rising([0, 3, 1, 1, 2])
    [0, 2, 3, 4]
    """
    ends: list[int] = []
    before: list[int] = []
    for at, rank in enumerate(ranks):
        length = bisect_right([ranks[end] for end in ends], rank)
        before.append(ends[length - 1] if length else -1)
        ends[length : length + 1] = [at]
    run = ends[-1:]
    while run and before[run[-1]] >= 0:
        run.append(before[run[-1]])
    return run[::-1]
