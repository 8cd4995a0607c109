"""The pace: how long a learner's answers take, by the learner's own log."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from flashcards.scheduler import Habits, Rating, local_day
from flashcards.study.history import Review

ENOUGH = 20
"""Answers of one kind, for their mean to count."""

LONGEST = 120.0
"""Seconds: who took longer did something else meanwhile."""

NEW, REVIEW, FORGOTTEN = range(3)


@dataclass(frozen=True, slots=True)
class Pace:
    """The seconds an answer takes, by Again to Easy, for new cards, reviews and forgotten cards.

    `measured` is how many of the twelve are the learner's own; the others are those of `Habits`.
    """

    seconds: tuple[tuple[float, ...], ...]
    measured: int


def pace(reviews: Iterable[Review], rollover_hour: int) -> Pace:
    """Return the pace of the answers that stand."""
    taken: dict[tuple[int, Rating], list[float]] = defaultdict(list)
    for row, rating, seconds in answers(reviews, rollover_hour):
        taken[row, rating].append(seconds)
    own = {kind: sum(spans) / len(spans) for kind, spans in taken.items() if len(spans) >= ENOUGH}
    usual = Habits().seconds
    return Pace(
        tuple(tuple(own.get((row, r), usual[row][r - 1]) for r in Rating) for row in range(3)), len(own)
    )


def answers(reviews: Iterable[Review], rollover_hour: int) -> Iterator[tuple[int, Rating, float]]:
    """Yield whether each answer was to a new card, a review or a forgotten card, its rating, its seconds.

    A card is new on the first day it is answered. Answers whose time nobody took, as of imported ones, are
    left out.
    """
    first: dict[str, date] = {}
    last: dict[str, date] = {}
    for review in reviews:
        if review.undone:
            continue
        card, today = review.event.card, local_day(review.event.when, rollover_hour)
        row = NEW if first.setdefault(card, today) == today else FORGOTTEN if last[card] == today else REVIEW
        last[card] = today
        milliseconds = review.event.said.get("ms", 0)
        if isinstance(milliseconds, int) and milliseconds > 0:
            yield row, review.given.rating, min(milliseconds / 1000, LONGEST)
