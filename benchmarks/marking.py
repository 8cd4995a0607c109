"""What marking a typed answer costs: each fact of the decks that ship answered right, with a slip, and wrong.

Each card's answers are read for its first mark, as in a quiz; the vocabulary is loaded before.
"""

import statistics
import time
from collections.abc import Iterator
from functools import cache

from benchmarks.figure import Figure, figure
from flashcards.anatomy import read_deck, shelf
from flashcards.decks import builtin
from flashcards.question import Typed
from flashcards.quiz.marking import mark_text

GOAL = 1.0
"""Milliseconds a mark may take; it stands in the peer's place, for no peer marks by meaning."""


def measure() -> Figure:
    """Return the median in milliseconds of CPU time."""
    return figure([(statistics.median(durations()), GOAL)], "ms, median; goal for peer", more_is_better=False)


def measure_p99() -> Figure:
    """Return the milliseconds of CPU time that one mark of a hundred exceeds."""
    slowest = statistics.quantiles(durations(), n=100)[-1]
    return figure([(slowest, GOAL)], "ms, 99th percentile; goal for peer", more_is_better=False)


@cache
def durations() -> list[float]:
    """Return the milliseconds of every mark."""
    mark_text("psoas major", "psoas maior")
    return [milliseconds(fact, typed) for fact, typed in answers()]


def milliseconds(fact: Typed, typed: str) -> float:
    """Mark one answer."""
    begin = time.process_time_ns()
    mark_text(fact.answer, typed, fact.accept)
    return (time.process_time_ns() - begin) / 1e6


def answers() -> Iterator[tuple[Typed, str]]:
    """Yield every fact with an answer that is right, one with a slip, and one that belongs elsewhere."""
    told = facts()
    for fact, other in zip(told, [*told[1:], told[0]], strict=True):
        yield from ((fact, typed) for typed in (other.answer, with_slip(fact.answer), fact.answer))


def facts() -> list[Typed]:
    """Return every typed question of the decks that ship, once for each answer."""
    decks = shelf((), builtin())
    asked = [card.question for path in builtin() for card in read_deck(path, decks).cards]
    typed = [question for question in asked if isinstance(question, Typed)]
    return list({(fact.answer, fact.accept): fact for fact in typed}.values())


def with_slip(answer: str) -> str:
    """Return an answer that lacks a letter in its longest word.

    >>> with_slip("lesser trochanter")
    'lesser trocanter'
    """
    word = max(answer.split(), key=len)
    middle = len(word) // 2
    return answer.replace(word, word[: middle - 1] + word[middle:], 1)
