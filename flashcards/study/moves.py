"""Moves: which cards come on another day when one studies ahead, puts off, or goes away.

Each function plans and changes nothing; the store keeps a plan as one event, which can be taken back.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from math import ceil

from flashcards.card import Card
from flashcards.scheduler import Reviewing
from flashcards.study.backlog import need
from flashcards.study.queue import Day, begun_of, queue_at
from flashcards.study.spread import Rest, due_on, open_days, spread
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
    near = [one for one in resting if today < due_on(one) <= today + days * A_DAY]
    ranked = (card for card, _ in _by_need(near, now, state))
    return {card.id: today for card in list(day.one_sibling(ranked))[:most]}


def postponed(now: datetime, cards: Sequence[Card], state: State, days: int, keep: int | None) -> Moves:
    """Spread the reviews that wait over so many days from today on; those that suffer most come first.

    With `keep`, so many stay today and the others go to so many days after it.
    """
    today, reviews = state.day(now), _in_review(cards, state)
    waiting = [one for one in reviews if due_on(one) <= today]
    ranked = _by_need(waiting, now + days * A_DAY, state)
    if keep is not None:
        return spread(ranked[keep:], open_days(today + A_DAY, days, state), state, _but(waiting, reviews))
    places = spread(ranked, open_days(today, days, state), state, _but(waiting, reviews))
    return {card: day for card, day in places.items() if day > today}


def around(now: datetime, cards: Sequence[Card], state: State, first: date, last: date) -> Moves:
    """Free the days from first to last: a card due in them comes before or waits, by the nearer end.

    Either way they spread over half as many days as there are off. Where fewer are left before, so many fewer
    cards come before: those that suffer most by waiting. The others wait, and come in that order.
    """
    today, reviews = state.day(now), _in_review(cards, state)
    begin = max(first, today)
    half = max(1, ((last - begin).days + 1) // 2)
    early = [day for day in open_days(max(today, begin - half * A_DAY), half, state) if day < begin]
    late = open_days(last + A_DAY, half, state)
    back = datetime.combine(last + A_DAY, time(state.settings.rollover_hour), now.tzinfo)
    within = _by_need([one for one in reviews if first <= due_on(one) <= last], max(now, back), state)
    near = [one for one in within if due_on(one) - first < last - due_on(one)]
    before = near[: ceil(len(within) * len(early) / max(1, len(early + late)))]
    after, resting = _but(before, within), _but(within, reviews)
    return {
        **spread(sorted(before, key=due_on), early, state, resting),
        **spread(after, late, state, resting),
    }


def _in_review(cards: Iterable[Card], state: State) -> list[Rest]:
    asked = (card for card in cards if state.goes_by(card.id) not in state.suspended)
    return [(card, at) for card, at in begun_of(asked, state) if isinstance(at, Reviewing)]


def _by_need(cards: Iterable[Rest], when: datetime, state: State) -> list[Rest]:
    """Return cards in the order of how much they will need a review at some time, the most needy first."""
    return sorted(cards, key=lambda one: -need(one, when, state.settings))


def _but(some: Iterable[Rest], cards: Iterable[Rest]) -> list[Rest]:
    """Return the cards but for some of them."""
    left_out = {card.id for card, _ in some}
    return [one for one in cards if one[0].id not in left_out]
