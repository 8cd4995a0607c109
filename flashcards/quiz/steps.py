"""Marking steps by those that are known: key steps count double, and one that safety hangs on is a veto."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from flashcards.quiz.mark import Mark, Verdict, right, wrong

NONE: frozenset[int] = frozenset()


def mark_steps(
    steps: Sequence[str],
    known: Collection[int],
    said: str,
    key: Collection[int] = NONE,
    safety: Collection[int] = NONE,
) -> Mark:
    """Mark steps of which the places in `known` are known; `said` tells what became of the others.

    >>> mark_steps(("ask for consent", "sink", "travel"), (1, 2), "left out", safety=(0,)).reason
    '2 of 3 steps; left out: ask for consent; safety hangs on it'
    """
    if len(known) == len(steps):
        return right("every step is there") if steps else wrong("the card has no steps")
    places = range(len(steps))
    got, missing = (tuple(steps[at] for at in places if (at in known) is kept) for kept in (True, False))
    reason = f"{len(got)} of {len(steps)} steps; {said}: {', '.join(missing)}"
    if not set(safety) <= set(known):
        return wrong(f"{reason}; safety hangs on {'it' if len(missing) == 1 else 'them'}", missing)
    if len(got) < 2:
        return wrong(reason, missing)
    return Mark(Verdict.PARTLY, reason, _weight(known, key) / _weight(places, key), got, missing)


def _weight(places: Collection[int], key: Collection[int]) -> int:
    return sum(2 if place in key else 1 for place in places)
