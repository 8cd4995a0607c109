"""Forecasts: what each rival said, before every further answer, of the chance that it would be right."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from math import exp, inf
from typing import Any, NamedTuple

from flashcards.scheduler import FSRS6, FSRS7, SM2, AnkiSM2, Memory, MemoryModel, Rating, SM2Memory


class Answer(NamedTuple):
    """One review: the card, the exact time in days, the local day it fell on, and the rating."""

    card: int
    time: float
    day: int
    rating: Rating

    @property
    def passed(self) -> bool:
        """Whether it was recalled."""
        return self.rating > Rating.AGAIN


class Repeat(NamedTuple):
    """An answer after a card's first, and what the models forecast of it.

    Reviews and lapses of the card are those before it; elapsed are the exact days since the last.
    """

    answer: Answer
    elapsed: float
    later_day: bool
    reviews: int
    lapses: int
    chances: dict[str, float]


MODELS: tuple[MemoryModel, ...] = (FSRS6(), FSRS7(), SM2(), AnkiSM2())
AVERAGE, MOVING = "average", "moving average"
RIVALS = (*(model.name for model in MODELS), AVERAGE, MOVING)


def forecast(cards: Iterable[list[Answer]]) -> list[Repeat]:
    """Return every repeat in order of time, with the chance that every model, by default, forecast."""
    repeats = [repeat for card in cards for repeat in repeats_of(card)]
    return sorted(repeats, key=lambda repeat: repeat.answer.time)


def repeats_of(card: list[Answer]) -> Iterator[Repeat]:
    """Yield the repeats of one card, whose answers are in order of time."""
    told = zip(*(chances_of(model, card) for model in MODELS), strict=True)
    lapses = 0
    for number, ((before, answer), chances) in enumerate(zip(pairwise(card), told, strict=True), start=1):
        lapses += not before.passed
        named = {model.name: chance for model, chance in zip(MODELS, chances, strict=True)}
        elapsed, later_day = answer.time - before.time, answer.day > before.day
        yield Repeat(answer, elapsed, later_day, number, lapses, named)


def chances_of(model: MemoryModel, card: list[Answer]) -> Iterator[float]:
    """Yield the chance of each answer but the first.

    A model of whole days learns of whole days alone; but on one day, where it would be sure of every answer,
    its curve is asked for the exact time.
    """
    memory = model.first(card[0].rating)
    for before, answer in pairwise(card):
        elapsed, whole = answer.time - before.time, answer.day - before.day
        memory = settled(model, memory) if whole else memory
        days = elapsed if model.exact_days else whole
        yield model.retrievability(memory, days or elapsed)
        memory = model.next(memory, answer.rating, days)


def settled(model: MemoryModel, memory: Any) -> Memory:
    """Return the memory of a card that is left overnight: for SM-2 it was given an interval."""
    if not isinstance(memory, SM2Memory):
        return memory  # type: ignore[no-any-return]
    return model.settled(memory, max(1, round(model.interval(memory, 0.9))))


def with_averages(repeats: Iterable[Repeat], last: float = inf) -> Iterator[Repeat]:
    """Yield repeats with two forecasts that look at no card: average and moving average of those before.

    The average begins with one pass and learns until the time *last*. The moving one is a logistic regression
    on nothing that begins with odds of e^1.2 and learns at a rate of 0.3, as in srs-benchmark @bd9110f.
    """
    passes, count, moving = 1, 1, 1.2
    for repeat in repeats:
        lately = 1 / (1 + exp(-moving))
        yield repeat._replace(chances=repeat.chances | {AVERAGE: passes / count, MOVING: lately})
        moving += 0.3 * (repeat.answer.passed - lately)
        if repeat.answer.time <= last:
            passes, count = passes + repeat.answer.passed, count + 1
