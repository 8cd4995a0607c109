"""Leeches: cards forgotten so often that they want another wording, not another review."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from flashcards.card import Card
from flashcards.scheduler import Schedule, lapses_of
from flashcards.study.settings import Settings, scheduler_for
from flashcards.study.state import State

ADVICE = (
    "Reword it in the deck, split it into smaller facts, or tie it to something you know; until then "
    "`flashcards suspend CARD` rests it. Nothing is suspended by itself."
)
"""What helps against a leech."""


def leeches(cards: Iterable[Card], state: State) -> Iterator[tuple[Card, int]]:
    """Yield the cards that are leeches, with how often each was forgotten."""
    scheduler = scheduler_for(state.settings)
    for card in cards:
        schedule = state.schedule(card.id)
        if scheduler.is_leech(schedule):
            yield card, lapses_of(schedule)


def turns_leech(before: Schedule, after: Schedule, settings: Settings) -> bool:
    """Return whether an answer made a card a leech; it says so again with each half of the threshold more."""
    lapses, threshold = lapses_of(after), settings.leech_threshold
    if lapses == lapses_of(before) or not scheduler_for(settings).is_leech(after):
        return False
    return (lapses - threshold) % -(-threshold // 2) == 0
