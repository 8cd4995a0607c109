"""Marking an order: the longest run of steps that stand right among themselves earns the credit."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Sequence

from flashcards.quiz.mark import Mark
from flashcards.quiz.steps import NONE, mark_steps


def mark_order(
    expected: Sequence[str],
    given: Sequence[int],
    groups: Sequence[int] = (),
    key: Collection[int] = NONE,
    safety: Collection[int] = NONE,
) -> Mark:
    """Mark steps put in order: `given` holds places in `expected`, from 0, as the learner put them.

    Steps of equal number in `groups` are free among themselves. Places not there or told twice do not count;
    those in `key` count double, and one in `safety` out of place makes the whole wrong.

    >>> mark_order(("sink", "travel", "go deeper"), (0, 2, 1))
    Mark(verdict=<Verdict.PARTLY: 'partly'>, reason='2 of 3 steps; out of place: go deeper', \
credit=0.6666666666666666, got=('sink', 'travel'), missing=('go deeper',), extra=())
    """
    told = [place for place in dict.fromkeys(given) if 0 <= place < len(expected)]
    numbers = groups if len(groups) == len(expected) else range(len(expected))
    ranks = [list(numbers).index(numbers[place]) for place in told]
    kept = [told[at] for at in longest_rising(ranks)]
    return mark_steps(expected, kept, "out of place", key, safety)


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
