"""Spacing: which card of a queue comes next, so that cards of one note stand at least three apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from flashcards.card import Card

APART = 3
"""Two cards of other notes come before a note's next card, where the queue has them."""


def next_card(queue: Sequence[Card], shown: Sequence[Card]) -> Card:
    """Return the card of a queue that comes next after those shown.

    It is the first that leaves the rest able to stand apart. Where they cannot all, the note with the most
    cards left comes as soon as it may.
    """
    notes = tuple(card.note.path for card in shown)
    left, waits = Counter(card.note.path for card in queue), _waits(notes)
    rested = [card for card in queue if card.note.path not in waits]
    if fits(left, notes):
        return next(card for card in rested if fits(_without(left, card), (*notes, card.note.path)))
    if rested:
        return max(rested, key=lambda card: left[card.note.path])
    others = [card for card in queue if card.id != shown[-1].id] or queue
    return min(others, key=lambda card: waits[card.note.path])


def fits(left: Mapping[str, int], shown: Sequence[str]) -> bool:
    """Return whether so many cards of each note can all stand apart, after cards of the notes `shown`.

    The last of a note's n cards stands at least 3(n-1) places behind its first, and all the last ones need
    places of their own. That this is enough holds for every small queue, counted out.

    >>> fits({"psoas": 2, "ql": 1}, []), fits({"psoas": 2, "ql": 1, "technique": 2}, [])
    (False, True)
    """
    waits, cards = _waits(shown), sum(left.values())
    earliest = (waits.get(note, 0) + APART * (count - 1) for note, count in left.items() if count)
    return all(end + place < cards for place, end in enumerate(sorted(earliest, reverse=True)))


def _waits(shown: Sequence[str]) -> dict[str, int]:
    """Return how many more cards each of the last notes shown has to wait for."""
    last = shown[1 - APART :]
    return {note: wait for wait, note in enumerate(last, start=APART - len(last))}


def _without(left: Counter[str], card: Card) -> Counter[str]:
    return left - Counter((card.note.path,))
