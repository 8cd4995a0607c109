"""What the bodies of events say; each reader raises one of UNREADABLE where that makes no sense."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from flashcards.errors import FlashcardsError
from flashcards.scheduler import Rating
from flashcards.study.event import Event, EventKind

UNREADABLE = (FlashcardsError, LookupError, ValueError, TypeError, OverflowError, RecursionError)
"""What reading a senseless event can raise: another device may write one, and it must not stop anyone."""


@dataclass(frozen=True, slots=True)
class Given:
    """One answer in short: its rating, what was given and how that was marked.

    `accepted` says that it is to count as right for its card from then on; where safety hangs on it, never.
    """

    rating: Rating
    answer: str
    verdict: str
    accepted: bool = False


@dataclass(frozen=True, slots=True)
class Move:
    """Another due day for a card that was answered so many times; after one more answer it is void."""

    reviews: int
    day: date


@dataclass(frozen=True, slots=True, order=True)
class Vacation:
    """Days off, the first and the last of them, and the event that says so."""

    first: date
    last: date
    event: str

    def __contains__(self, day: date) -> bool:
        """Whether it is a day off."""
        return self.first <= day <= self.last


def read_answer(event: Event) -> Given:
    """Return what a review says was answered, in short."""
    return _given(event.said)


def read_review(event: Event) -> tuple[Given, float | None, bool]:
    """Return what was answered, the chance chosen for its day, and whether safety hangs on it."""
    said = event.said
    return _given(said), _chance(said.get("u")), said.get("safety") is True


def read_undo(event: Event) -> str:
    """Return the id of the event that an undo takes back."""
    return str(event.said["event"])


def read_setting(event: Event) -> tuple[str, str]:
    """Return the name of a setting and the value it gets, as text."""
    said = event.said
    return str(said["name"]), str(said["value"])


def read_link(event: Event) -> tuple[str, str]:
    """Return the two notes or facts that a link joins."""
    said = event.said
    old, new = str(said["old"]), str(said["new"])
    if old.count("/") not in (1, 2) or old.count("/") != new.count("/"):
        raise ValueError(f"{old} and {new} are not both notes or both facts")
    return old, new


def read_cards(event: Event) -> list[str]:
    """Return the cards that any event but a link is about, under the names they had."""
    if event.kind == EventKind.REVIEW:
        return [event.card]
    cards = event.said["cards"]
    if not isinstance(cards, list | dict):
        raise TypeError(f"{cards!r} are no cards")
    return list(map(str, cards))


def read_day(event: Event) -> date | None:
    """Return the day for which cards are buried, None where the event does not name it."""
    day = event.said.get("day")
    return None if day is None else date.fromisoformat(day)  # type: ignore[arg-type]


def read_moves(event: Event) -> Mapping[str, Move]:
    """Return which cards a rescheduling moves, and to which day each."""
    moves = {}
    for card, (reviews, day) in dict(event.said["cards"]).items():  # type: ignore[call-overload]
        moves[str(card)] = Move(_whole(reviews), date.fromisoformat(day))
    return moves


def read_vacation(event: Event) -> Vacation | None:
    """Return the days off that a rescheduling makes room for, None where it is for another reason."""
    off = event.said.get("vacation")
    if off is None:
        return None
    first, last = map(str, off)  # type: ignore[call-overload]
    return Vacation(date.fromisoformat(first), date.fromisoformat(last), event.id)


def _given(said: Mapping[str, object]) -> Given:
    accepted = said.get("accept") is True and said.get("safety") is not True
    rating, answer = Rating(_whole(said["rating"])), str(said.get("answer", ""))
    return Given(rating, answer, str(said.get("verdict", "")), accepted)


def _chance(value: object) -> float | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < 1:
        raise ValueError(f"{value!r} is no chance from 0 up to, but not, 1")
    return float(value)


def _whole(value: object) -> int:
    if not isinstance(value, int):
        raise TypeError(f"{value!r} is no whole number")
    return value
