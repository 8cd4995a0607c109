"""Moves: which cards come on another day when one studies ahead, puts off, or goes away.

Each function plans and changes nothing; the store keeps a plan as one event, which can be taken back.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time, timedelta

from flashcards.card import Card
from flashcards.scheduler import Reviewing
from flashcards.study.backlog import Begun, need
from flashcards.study.balance import Balance, loads
from flashcards.study.due import due_day
from flashcards.study.queue import Day, begun_of, queue_at
from flashcards.study.state import State

A_DAY = timedelta(days=1)
Moves = Mapping[str, date]
"""The new due day of each card that is moved."""


def advanced(now: datetime, cards: Sequence[Card], state: State, most: int, days: int) -> Moves:
    """Bring to today the cards that gain most by it, at most so many, of those due within so many days.

    The more a card has faded, the more a review gives it. Cards answered today, and the kin of what waits or
    was answered today, stay where they are.
    """
    today, day = state.day(now), Day(now, state, cards)
    list(day.one_sibling(queue_at(now, cards, state)))  # what waits has its place in the day already
    resting = (one for one in _in_review(cards, state) if state.day(one[1].last_review) < today)
    near = [one for one in resting if today < _due(one) <= today + days * A_DAY]
    ranked = (card for card, _ in _by_need(near, now, state))
    return {card.id: today for card in list(day.one_sibling(ranked))[:most]}


def postponed(now: datetime, cards: Sequence[Card], state: State, days: int, keep: int | None) -> Moves:
    """Spread the reviews that wait over so many days from today on; those that suffer most come first.

    With `keep`, so many stay today and the others go to so many days after it.
    """
    today = state.day(now)
    waiting = [one for one in _in_review(cards, state) if _due(one) <= today]
    ranked = _by_need(waiting, now + days * A_DAY, state)
    if keep is not None:
        return _spread(ranked[keep:], _days(today + A_DAY, days), state)
    return {card: day for card, day in _spread(ranked, _days(today, days), state).items() if day > today}


def around(now: datetime, cards: Sequence[Card], state: State, first: date, last: date) -> Moves:
    """Free the days from first to last: a card due in them comes before or waits, by the nearer end.

    Either way they spread over half as many days as there are off; those that suffer most by waiting come
    first.
    """
    half, today = max(1, ((last - first).days + 1) // 2), state.day(now)
    early = [day for day in _days(first - half * A_DAY, half) if day >= today]
    within = [one for one in _in_review(cards, state) if first <= _due(one) <= last]
    before = {one[0].id: one for one in within if early and _due(one) - first < last - _due(one)}
    back = datetime.combine(last + A_DAY, time(state.settings.rollover_hour), now.tzinfo)
    after = _by_need([one for one in within if one[0].id not in before], max(now, back), state)
    return {
        **_spread(sorted(before.values(), key=_due), early, state),
        **_spread(after, _days(last + A_DAY, half), state),
    }


def _in_review(cards: Iterable[Card], state: State) -> list[Begun]:
    asked = (card for card in cards if state.goes_by(card.id) not in state.suspended)
    return [one for one in begun_of(asked, state) if isinstance(one[1], Reviewing)]


def _due(one: Begun) -> date:
    assert isinstance(one[1], Reviewing)
    return due_day(one[1])


def _days(first: date, number: int) -> list[date]:
    return [first + place * A_DAY for place in range(number)]


def _by_need(cards: Iterable[Begun], when: datetime, state: State) -> list[Begun]:
    """Return cards in the order of how much they will need a review at some time, the most needy first."""
    return sorted(cards, key=lambda one: -need(one, when, state.settings))


def _spread(cards: Sequence[Begun], days: Sequence[date], state: State) -> dict[str, date]:
    """Give each card a day, so that the days fill evenly and the first cards get the first days."""
    filled = loads(state) - Counter(map(_due, cards))
    balance = Balance(state, filled)
    open_days = [day for day in days if not balance.is_off(day)] or days
    given = []
    for _ in cards:
        given.append(min(open_days, key=lambda day: ((filled[day] + 1) / balance.share(day), day)))
        filled[given[-1]] += 1
    return {card.id: day for (card, _), day in zip(cards, sorted(given), strict=True)}
