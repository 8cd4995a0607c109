"""SM-2, classic and as Anki had it: the baseline people know. It says when to ask, not how sure recall is.

So recall is read from it by a convention: 0.9 when the interval ends, 0.9^(days / interval) before and after.
Another desired retention r then acts as Anki's interval modifier does, by ln r / ln 0.9.
Sources: classic, P. A. Wozniak's SuperMemo 2 (1990), in which every answer changes the ease; Anki-like,
ankitects/anki @c32cb29 rslib/src/scheduler/states/review.rs. An ease is the factor by which Good lengthens.
"""

from __future__ import annotations

from math import inf, log

from .errors import ReviewError
from .fuzz import rounded
from .memory import Memory, MemoryModel, check_days, check_retention
from .rating import Rating, as_rating
from .value import Value

FIRST_EASE, LOWEST_EASE = 2.5, 1.3
FIRST_INTERVAL, SECOND_INTERVAL = 1.0, 6.0
GRADUATING_INTERVAL, EASY_INTERVAL = 1.0, 4.0
HARD_FACTOR, EASY_FACTOR = 1.2, 1.3
EASE_STEPS = {Rating.AGAIN: -0.2, Rating.HARD: -0.15, Rating.GOOD: 0.0, Rating.EASY: 0.15}
HIGHEST_STABILITY = 36500.0


def classic_ease(ease: float, rating: Rating) -> float:
    """Return the next ease of classic SM-2: ease + 0.1 - q (0.08 + 0.02 q), q = 4 - rating, at least 1.3.

    Again to Easy stand for 2 to 5 of the six qualities (0 to 5) that SM-2 has.
    """
    short = Rating.EASY - rating
    return max(LOWEST_EASE, ease + 0.1 - short * (0.08 + 0.02 * short))


def classic_interval(repetition: float, before: float, ease: float) -> float:
    """Return the days after the first, second and a later pass in a row: 1, 6, those before times ease."""
    if repetition <= 1:
        return FIRST_INTERVAL
    return SECOND_INTERVAL if repetition == 2 else before * ease


def anki_ease(ease: float, rating: Rating) -> float:
    """Return the next ease in Anki: 0.2 less, 0.15 less, the same or 0.15 more; at least 1.3."""
    return max(LOWEST_EASE, ease + EASE_STEPS[rating])


def hard_interval(interval: float) -> float:
    """Return the days of Hard on time or late: interval 1.2, and at least a day more than the interval."""
    return max(interval * HARD_FACTOR, interval + 1)


def good_interval(interval: float, late: float, ease: float) -> float:
    """Return the days of Good on time or late: (interval + late / 2) ease, at least a day more than Hard."""
    return max((interval + late / 2) * ease, rounded(hard_interval(interval)) + 1)


def easy_interval(interval: float, late: float, ease: float) -> float:
    """Return the days of Easy on time or late: (interval + late) ease 1.3, at least a day more than Good."""
    return max((interval + late) * ease * EASY_FACTOR, rounded(good_interval(interval, late, ease)) + 1)


def early_interval(interval: float, days: float, ease: float, rating: Rating) -> float:
    """Return the days of a pass before the interval is over.

    Hard gets the more of days 1.2 and interval 0.6, Good that of days ease and interval, Easy 1.15 of Good's.
    """
    if rating is Rating.HARD:
        return max(days * HARD_FACTOR, interval * HARD_FACTOR / 2)
    good = max(days * ease, interval)
    return good * (1 + EASY_FACTOR) / 2 if rating is Rating.EASY else good


def anki_interval(interval: float, days: float, ease: float, rating: Rating) -> float:
    """Return the days of any rating of a card in review, *days* after the last."""
    late = days - interval
    if rating is Rating.AGAIN:
        return FIRST_INTERVAL
    if late < 0:
        return early_interval(interval, days, ease, rating)
    if rating is Rating.HARD:
        return hard_interval(interval)
    return (easy_interval if rating is Rating.EASY else good_interval)(interval, late, ease)


class SM2Memory(Memory):
    """What SM-2 keeps of a card: stability is the interval it asks for, in days, and difficulty is the ease.

    `interval` is the one that was given, fuzz and all, 0 while the card is in its steps. `repetitions` counts
    the passes in a row in classic SM-2, and in the Anki-like how often the card has left its steps.
    """

    __slots__ = ("interval", "repetitions")
    interval: float
    repetitions: float

    def __init__(
        self, stability: float, difficulty: float, interval: float = 0, repetitions: float = 0
    ) -> None:
        self.fill(interval=interval, repetitions=repetitions)
        super().__init__(min(stability, HIGHEST_STABILITY), difficulty)
        if not (0 <= interval <= HIGHEST_STABILITY and 0 <= repetitions < inf):
            raise ReviewError(f"no card of SM-2 has {self}: its interval is 0 to 36500 days")


class _EverySM2(Value, MemoryModel):
    """The convention by which both read recall from an interval."""

    __slots__ = ()
    memory = SM2Memory

    def retrievability(self, memory: SM2Memory, days: float) -> float:
        """Return the chance of recall *days* after the last review: 0.9^(days / stability), by convention."""
        check_days(days)
        return float(0.9 ** (days / memory.stability))

    def interval(self, memory: SM2Memory, retention: float) -> float:
        """Return the days, not rounded, for a retention: stability ln(retention) / ln(0.9)."""
        check_retention(retention)
        return memory.stability * log(retention) / log(0.9)


class SM2(_EverySM2):
    """Classic SM-2: 1 day, 6 days, then ever the ease more; a card forgotten starts anew.

    A further pass on one day changes nothing.

    >>> model = SM2()
    >>> first = model.first(Rating.GOOD)
    >>> second = model.next(first, Rating.GOOD, days=1)
    >>> [memory.stability for memory in (first, second, model.next(second, Rating.GOOD, days=6))]
    [1.0, 6.0, 15.0]
    """

    __slots__ = ()
    name = "SM-2"
    ordered = True

    def first(self, rating: Rating) -> SM2Memory:
        """Return the memory a first review leaves."""
        return self._answered(SM2Memory(FIRST_INTERVAL, FIRST_EASE), as_rating(rating))

    def next(self, memory: SM2Memory, rating: Rating, days: float) -> SM2Memory:
        """Return the memory a review leaves, *days* after the last one."""
        rating = as_rating(rating)
        check_days(days)
        if days < 1 and rating is not Rating.AGAIN:
            return memory
        return self._answered(memory, rating)

    def _answered(self, memory: SM2Memory, rating: Rating) -> SM2Memory:
        ease = classic_ease(memory.difficulty, rating)
        if rating is Rating.AGAIN:
            return SM2Memory(FIRST_INTERVAL, ease)
        repetition = memory.repetitions + 1
        before = memory.interval or memory.stability
        return SM2Memory(
            classic_interval(repetition, before, memory.difficulty), ease, repetitions=repetition
        )

    def settled(self, memory: SM2Memory, interval: int) -> SM2Memory:
        """Return the memory with the interval really given, from which the next one grows."""
        return memory.changed(interval=interval)


class AnkiSM2(_EverySM2):
    """SM-2 as Anki had it: late answers earn more, early ones less, and each better button a day more.

    Only in review does an answer change the ease; a card is in review once its interval is `settled`.

    >>> model = AnkiSM2()
    >>> card = model.settled(model.first(Rating.GOOD), interval=10)
    >>> [model.next(card, rating, days=12).stability for rating in Rating]
    [1.0, 12.0, 27.5, 39.0]
    """

    __slots__ = ()
    name = "SM-2 of Anki"
    strict = True

    def first(self, rating: Rating) -> SM2Memory:
        """Return the memory a first review leaves: it asks for 4 days after Easy, else for 1."""
        easy = as_rating(rating) is Rating.EASY
        return SM2Memory(EASY_INTERVAL if easy else GRADUATING_INTERVAL, FIRST_EASE)

    def next(self, memory: SM2Memory, rating: Rating, days: float) -> SM2Memory:
        """Return the memory a review leaves, *days* after the last one."""
        rating = as_rating(rating)
        check_days(days)
        if not memory.interval:
            return self._in_steps(memory, rating)
        stability = anki_interval(memory.interval, days, memory.difficulty, rating)
        interval = 0 if rating is Rating.AGAIN else memory.interval
        return memory.changed(
            stability=stability, difficulty=anki_ease(memory.difficulty, rating), interval=interval
        )

    def _in_steps(self, memory: SM2Memory, rating: Rating) -> SM2Memory:
        """Only Easy does anything: it takes a new card to 4 days, and a forgotten one a day further."""
        if rating is not Rating.EASY:
            return memory
        return memory.changed(stability=memory.stability + 1 if memory.repetitions else EASY_INTERVAL)

    def settled(self, memory: SM2Memory, interval: int) -> SM2Memory:
        """Return the memory with the interval really given; a card that was in its steps has left them."""
        left = 0 if memory.interval else 1
        return memory.changed(interval=interval, repetitions=memory.repetitions + left)
