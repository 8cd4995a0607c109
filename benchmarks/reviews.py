"""One learner's reviews, as both libraries want them: a card, a moment and a rating each."""

import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from random import Random
from typing import NamedTuple

from benchmarks.logs import REAL, real

ZONE = timezone(timedelta(hours=-6))


class Review(NamedTuple):
    """A card's number, the moment with an offset of its own and in UTC, and the rating from 1 to 4."""

    card: int
    local: datetime
    utc: datetime
    rating: int


def reviews() -> list[Review]:
    """Return the real log, card by card; without it, loudly, one that was drawn."""
    if REAL.exists():
        return [review(*row) for row in read()]
    print(f"THE REAL LOG IS MISSING ({REAL}): these figures are for a drawn one.", file=sys.stderr)
    return [review(*row) for row in drawn()]


def review(card: int, milliseconds: int, rating: int) -> Review:
    """Return a review at so many milliseconds after 1970."""
    utc = datetime.fromtimestamp(milliseconds / 1000, UTC)
    return Review(card, utc.astimezone(ZONE), utc, rating)


def read() -> Iterator[tuple[int, int, int]]:
    """Yield the real log's rows: card, milliseconds since 1970, rating."""
    card, time_ms, rating = (column.tolist() for column in real())
    yield from zip(card, time_ms, rating, strict=True)


def drawn(cards: int = 1200) -> Iterator[tuple[int, int, int]]:
    """Yield about ten reviews a card: a third a minute after the last one, the others days after it."""
    chance = Random(7)
    for card in range(cards):
        minutes = 28_000_000 + chance.randrange(100_000)
        for _ in range(chance.randint(1, 20)):
            yield card, minutes * 60_000, chance.choices((1, 2, 3, 4), (20, 5, 70, 5))[0]
            minutes += 1 if chance.random() < 0.33 else 1440 * chance.randint(1, 40)
