"""One review through the public API, fuzz and all: a learner's log replayed one by one, against py-fsrs."""

from random import Random

import fsrs

from benchmarks.figure import Figure, rates
from benchmarks.reviews import Review, reviews
from flashcards.scheduler import New, Rating, Schedule, Scheduler


def measure() -> Figure:
    """Return the reviews a second; ours counts days by each moment's own offset, the peer knows UTC only."""
    log = reviews()
    return rates(lambda: replay(log), lambda: replay_peer(log), len(log), "reviews/s")


def replay(log: list[Review]) -> dict[int, Schedule]:
    """Return where every card stands at the end."""
    scheduler, chance = Scheduler(), Random(7)
    ratings = dict(enumerate(Rating, start=1))
    schedules: dict[int, Schedule] = {}
    for card, local, _, rating in log:
        schedule = schedules.get(card) or New()
        schedules[card] = scheduler.review(schedule, ratings[rating], local, chance.random())
    return schedules


def replay_peer(log: list[Review]) -> dict[int, fsrs.Card]:
    """Return the same from py-fsrs, whose cards sleep a millisecond unless they are given a number."""
    scheduler = fsrs.Scheduler(enable_fuzzing=True)
    ratings = dict(enumerate(fsrs.Rating, start=1))
    cards: dict[int, fsrs.Card] = {}
    for card, _, utc, rating in log:
        before = cards.get(card) or fsrs.Card(card_id=card)
        cards[card] = scheduler.review_card(before, ratings[rating], utc)[0]
    return cards
