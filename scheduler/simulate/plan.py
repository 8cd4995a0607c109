"""A plan: how much is studied, for how long, and at which desired retention."""

from __future__ import annotations

from math import inf

from ..errors import SettingsError, refuse
from ..memory import retention_problems
from ..value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_CARDS, MOST_DAYS = 10_000_000, 36_500


class Plan(Value):
    """What a learner sets out to do; raises SettingsError that names every problem.

    `retention` is the chance of recall at which a card falls due. Of `cards`, at most `new_per_day` are begun
    on each of `days`, at most `reviews_per_day` asked again, and none once `minutes_per_day` are used up: the
    card that crosses that line is finished. New cards come after the reviews. `maximum_interval` is in days.

    >>> Plan(retention=0.85, minutes_per_day=20).new_per_day
    10
    """

    __slots__ = (
        "retention",
        "cards",
        "days",
        "new_per_day",
        "reviews_per_day",
        "minutes_per_day",
        "maximum_interval",
    )
    retention: float
    cards: int
    days: int
    new_per_day: int
    reviews_per_day: float
    minutes_per_day: float
    maximum_interval: int

    def __init__(
        self,
        retention: float = 0.9,
        cards: int = 1000,
        days: int = 180,
        new_per_day: int = 10,
        reviews_per_day: float = inf,
        minutes_per_day: float = inf,
        maximum_interval: int = 36_500,
    ) -> None:
        self.fill(retention=retention, cards=cards, days=days, new_per_day=new_per_day)
        self.fill(reviews_per_day=reviews_per_day, minutes_per_day=minutes_per_day)
        self.fill(maximum_interval=maximum_interval)
        refuse(SettingsError, self._problems())

    def _problems(self) -> Iterator[str]:
        yield from _whole("cards", self.cards, 0, MOST_CARDS)
        yield from _whole("days", self.days, 1, MOST_DAYS)
        yield from _whole("maximum_interval", self.maximum_interval, 1, MOST_DAYS)
        yield from _whole("new_per_day", self.new_per_day, 0, MOST_CARDS)
        yield from retention_problems(self.retention)
        if isinstance(self.retention, bool):
            yield f"a desired retention of {self.retention!r} is no number: use one such as 0.9"
        if not _is_number(self.minutes_per_day) or not self.minutes_per_day > 0:
            yield f"minutes_per_day is {self.minutes_per_day!r}: give more than 0, or inf for no limit"
        if not _is_number(self.reviews_per_day) or not self.reviews_per_day >= 0:
            yield f"reviews_per_day is {self.reviews_per_day!r}: give 0 or more, or inf for no limit"


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _whole(name: str, value: int, low: int, high: int) -> Iterator[str]:
    if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
        yield f"{name} is {value!r}: give a whole number from {low} to {high}"
