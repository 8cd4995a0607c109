"""Spreading: cards over days, so that the days fill evenly and kin come on different ones."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import islice

from flashcards.card import Card
from flashcards.scheduler import Reviewing
from flashcards.study.balance import Balance, loads
from flashcards.study.due import due_day
from flashcards.study.state import State

Rest = tuple[Card, Reviewing]
"""A card in review, and where it stands."""

FARTHEST = 36500
"""Days looked at for some that are not off."""


def open_days(first: date, number: int, state: State) -> list[date]:
    """Return so many days from the first on that are not off; fewer where days off have no end."""
    balance = Balance(state, Counter())
    days = (first + timedelta(place) for place in range(FARTHEST))
    return list(islice((day for day in days if not balance.is_off(day)), number))


def due_on(one: Rest) -> date:
    """Return the local day a card is due on."""
    return due_day(one[1])


def spread(
    cards: Sequence[Rest], days: Sequence[date], state: State, others: Sequence[Rest] = ()
) -> dict[str, date]:
    """Give each card a day, the first cards the first days; without days no card gets one.

    The days fill evenly with what is due on them anyway, and less on easy days. A day that has kin, be it one
    of the `others`, is taken only where all have.
    """
    filled = loads(state) - Counter(map(due_on, cards))
    balance, given = Balance(state, filled), {}

    def fill(days: Sequence[date]) -> date:
        """Fill the emptiest day."""
        day = min(days, key=lambda day: ((filled[day] + 1) / balance.share(day), day))
        filled[day] += 1
        return day

    room, kin = Counter(fill(days) for _ in cards if days), _kin_by_day(others)
    for card, _ in cards if days else ():
        apart = [day for day in days if not card.kin & kin[day]]
        roomy = [day for day in apart or days if room[day]]
        day = given[card.id] = roomy[0] if roomy else fill(apart)
        room[day] -= 1
        kin[day] |= card.kin
    return given


def _kin_by_day(cards: Sequence[Rest]) -> defaultdict[date, set[str]]:
    kin = defaultdict[date, set[str]](set)
    for one in cards:
        kin[due_on(one)] |= one[0].kin
    return kin
