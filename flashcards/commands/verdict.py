"""The verdict on retentions: what the learner's own costs, and where a minute of study brings most."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import isnan

from flashcards.commands.retentions import DAY
from flashcards.study.sweep import Outcome, worthwhile


def verdict(outcomes: Sequence[Outcome], own: float) -> Iterator[str]:
    """Yield what the learner's own retention comes to, where a minute brings most, and what cannot be."""
    found = worthwhile(outcomes)
    mine = next(outcome for outcome in outcomes if outcome.retention == own)
    if mine not in found:
        yield trade(mine, found[len(found) // 2])
    most = f"* A minute of study brings most at about {span(found)}{forgotten(found)}."
    yield most + beyond(found, outcomes)
    if any(outcome.minutes_a_day > DAY for outcome in outcomes):
        yield f"No day has more than {DAY} minutes: give --minutes-a-day, or fewer new cards a day."


def trade(mine: Outcome, other: Outcome) -> str:
    """Say what the learner's own retention costs and brings against another.

    >>> trade(Outcome(0.9, 14.5, 60, 990, 950, 0.365, 0.9), Outcome(0.82, 11.6, 50, 990, 905, 0.43, 0.82))
    'Your 0.90 against 0.82: about 2.9 minutes a day more, 45 facts more.'
    """
    time = difference(mine.minutes_a_day - other.minutes_a_day, "minutes a day", digits=1)
    facts = difference(mine.known - other.known, "facts", digits=0)
    return f"Your {share(mine.retention)} against {share(other.retention)}: about {time}, {facts}."


def difference(more: float, unit: str, digits: int) -> str:
    """Say how many more or fewer.

    >>> difference(-2.31, "minutes a day", 1), difference(0.3, "facts", 0)
    ('2.3 minutes a day fewer', 'as many facts')
    """
    size = f"{abs(more):.{digits}f}"
    return f"{size} {unit} {'more' if more > 0 else 'fewer'}" if float(size) else f"as many {unit}"


def forgotten(found: Sequence[Outcome]) -> str:
    """Say how many reviews fail there, where there are any."""
    shares = [round(100 * (1 - outcome.recall)) for outcome in found if not isnan(outcome.recall)]
    if not shares:
        return ""
    few, many = min(shares), max(shares)
    return f", where {few if few == many else f'{few} to {many}'} of 100 reviews are forgotten"


def beyond(found: Sequence[Outcome], outcomes: Sequence[Outcome]) -> str:
    """Say whether a retention that was not tried may bring still more."""
    if len(found) == len(outcomes):
        return ""
    if found[0] is outcomes[0]:
        return " Lower ones, which were not tried, may bring still more."
    return " Higher ones, which were not tried, may bring still more." if found[-1] is outcomes[-1] else ""


def span(outcomes: Sequence[Outcome]) -> str:
    """Say which retentions there are."""
    first, last = share(outcomes[0].retention), share(outcomes[-1].retention)
    return first if first == last else f"{first} to {last}"


def share(retention: float) -> str:
    """Write a retention in hundredths, and in thousandths where it has them.

    >>> share(0.9), share(0.895)
    ('0.90', '0.895')
    """
    return f"{retention:.2f}" if round(retention, 2) == retention else f"{retention:.3f}"
