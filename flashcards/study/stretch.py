"""How much longer or shorter the intervals of the learner's cards get by other parameters."""

from __future__ import annotations

from statistics import median

from flashcards.scheduler import MemoryModel, Rating, fractional_days, local_days, replay
from flashcards.study.reviews import Reviews


def stretch(old: MemoryModel, new: MemoryModel, given: Reviews, retention: float) -> float:
    """Return the median over cards of what the next interval is multiplied by; needs numpy.

    Both models are of one kind; *retention* is the chance of recall at which cards fall due.
    """
    before, after = (intervals(model, given, retention) for model in (old, new))
    return median(new / old for old, new in zip(before, after, strict=True))


def intervals(model: MemoryModel, given: Reviews, retention: float) -> list[float]:
    """Return for each card the days from its last review to the next, not rounded."""
    exact = model.exact_days
    days = fractional_days(given.time_ms) if exact else local_days(given.time_ms, 0, given.day_starts)
    columns = replay(model, given.cards, days, given.ratings, given.time_ms)
    del columns["retrievability"]
    last = {card: row for row, card in enumerate(given.cards)}
    memory = type(model.first(Rating.GOOD))
    memories = (
        memory(**{name: float(column[row]) for name, column in columns.items()}) for row in last.values()
    )
    return [model.interval(each, retention) for each in memories]
