"""All four ratings at once, as shown on their buttons, against the four reviews that py-fsrs needs for it."""

from collections.abc import Iterator
from datetime import datetime
from random import Random

import fsrs

from benchmarks.figure import Figure, rates
from benchmarks.reviews import Review, reviews
from flashcards.scheduler import New, Rating, Schedule, Scheduler


def measure() -> Figure:
    """Return the previews a second, over every moment of a learner's log."""
    log = reviews()
    ours, theirs = list(meetings(log)), list(peer_meetings(log))
    return rates(lambda: preview(ours), lambda: preview_peer(theirs), len(log), "previews/s", rounds=5)


def meetings(log: list[Review]) -> Iterator[tuple[Schedule, datetime]]:
    """Yield where each card stood before each review."""
    scheduler, chance = Scheduler(), Random(7)
    schedules: dict[int, Schedule] = {}
    for card, local, _, rating in log:
        schedule = schedules.get(card) or New()
        yield schedule, local
        schedules[card] = scheduler.review(schedule, Rating(rating), local, chance.random())


def peer_meetings(log: list[Review]) -> Iterator[tuple[fsrs.Card, datetime]]:
    """Yield the same of py-fsrs."""
    scheduler = fsrs.Scheduler(enable_fuzzing=True)
    cards: dict[int, fsrs.Card] = {}
    for card, _, utc, rating in log:
        before = cards.get(card) or fsrs.Card(card_id=card)
        yield before, utc
        cards[card] = scheduler.review_card(before, fsrs.Rating(rating), utc)[0]


def preview(meetings: list[tuple[Schedule, datetime]]) -> None:
    """Ask what each rating would lead to."""
    scheduler, chance = Scheduler(), Random(7)
    for schedule, now in meetings:
        scheduler.preview(schedule, now, chance.random())


def preview_peer(meetings: list[tuple[fsrs.Card, datetime]]) -> None:
    """Ask py-fsrs the same."""
    scheduler, ratings = fsrs.Scheduler(enable_fuzzing=True), list(fsrs.Rating)
    for card, now in meetings:
        for rating in ratings:
            scheduler.review_card(card, rating, now)
