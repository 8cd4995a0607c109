"""The backlog: how much a card that was answered needs a review, and which of many comes first."""

from __future__ import annotations

from datetime import datetime

from flashcards.anatomy.safety import is_safety
from flashcards.card import Card
from flashcards.scheduler import Learning, Relearning, Reviewing
from flashcards.study.settings import DUE_DATE, LEAST_REMEMBERED, Settings, scheduler_for

Begun = tuple[Card, Learning | Reviewing | Relearning]
"""A card that was answered, and where it stands."""


def need(begun: Begun, now: datetime, settings: Settings) -> float:
    """Return how far a card has faded, as a share of how far it may: 0 just after a review, 1 when due.

    So a card that safety hangs on needs its review sooner than another that is remembered as well.
    """
    card, schedule = begun
    recall = scheduler_for(settings).retrievability(schedule, now)
    return (1 - recall) / (1 - settings.wanted(is_safety(card)))


def place_in_order(begun: Begun, now: datetime, settings: Settings) -> tuple[float, datetime]:
    """Return what sorts the reviews that wait, as the setting `order` says; the longer due before others."""
    schedule = begun[1]
    if settings.order == DUE_DATE:
        return 0, schedule.due
    if settings.order == LEAST_REMEMBERED:
        return scheduler_for(settings).retrievability(schedule, now), schedule.due
    return -need(begun, now, settings), schedule.due
