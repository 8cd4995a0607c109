"""FSRS-6, a model of memory: one equation, one function of plain numbers; then the model made of them.

Equations: fsrs-rs @0cbb9d3 src/model.rs and src/inference.rs, equal to py-fsrs 6.3.2 scheduler.py. In all of
them w are the 21 parameters, stability and time are in days, difficulty is 1 to 10, recall is a chance.
"""

from __future__ import annotations

from math import exp, inf, log, pow

from .errors import RecordError, refuse
from .memory import (
    LOWEST_RETENTION,
    Memory,
    MemoryModel,
    check_days,
    check_retention,
    limited_memory,
)
from .rating import Rating, as_rating
from .tables import FSRS6_TABLE
from .value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Self

    from .parameters import Parameters

LOWEST_STABILITY, HIGHEST_STABILITY = 0.001, 36500.0
LOWEST_DIFFICULTY, HIGHEST_DIFFICULTY = 1.0, 10.0


def curve_factor(decay: float) -> float:
    """Return f, chosen so that recall is 0.9 after as many days as the stability: 0.9^(-1/decay) - 1."""
    return pow(0.9, -1 / decay) - 1


def forgetting_curve(days: float, stability: float, decay: float) -> float:
    """Return the chance of recall: (1 + f days / stability)^-decay.

    >>> round(forgetting_curve(2, stability=1, decay=0.2), 6)
    0.840289
    """
    return pow(1 + curve_factor(decay) * days / stability, -decay)


def days_until(recall: float, stability: float, decay: float) -> float:
    """Return the days until the chance has fallen to *recall*: stability / f (recall^(-1/decay) - 1)."""
    return stability / curve_factor(decay) * (pow(recall, -1 / decay) - 1)


def stability_for(interval: float, recall: float, decay: float) -> float:
    """Return the stability at which the chance falls to *recall* in *interval* days: days_until, inverted."""
    return interval * curve_factor(decay) / (pow(recall, -1 / decay) - 1)


def first_stability(w: Parameters, rating: Rating) -> float:
    """Return the stability after a first review: w0 to w3 by rating."""
    return w[rating - 1]


def first_difficulty(w: Parameters, rating: Rating) -> float:
    """Return the difficulty after a first review, not limited: w4 - e^(w5 (rating - 1)) + 1."""
    return w[4] - exp(w[5] * (rating - 1)) + 1


def difficulty_change(w: Parameters, difficulty: float, rating: Rating) -> float:
    """Return the step a rating asks for, shorter the nearer to 10: -w6 (rating - 3) (10 - difficulty) / 9."""
    return -w[6] * (rating - 3) * (HIGHEST_DIFFICULTY - difficulty) / 9


def mean_reversion(w: Parameters, difficulty: float) -> float:
    """Return the difficulty drawn toward the first one of Easy (not limited) by the share w7."""
    return w[7] * first_difficulty(w, Rating.EASY) + (1 - w[7]) * difficulty


def next_difficulty(w: Parameters, difficulty: float, rating: Rating) -> float:
    """Return the difficulty after a later review, within its limits."""
    return limit_difficulty(mean_reversion(w, difficulty + difficulty_change(w, difficulty, rating)))


def same_day_stability(w: Parameters, stability: float, rating: Rating) -> float:
    """Return stability times e^(w17 (rating - 3 + w18)) stability^-w19; only Again may lower it.

    So in fsrs-rs and in the released py-fsrs 6.3.2; py-fsrs @3abe686 lets Hard lower it too.
    """
    change = exp(w[17] * (rating - 3 + w[18])) * pow(stability, -w[19])
    return stability * (change if rating == Rating.AGAIN else max(change, 1.0))


def recall_gain(w: Parameters, stability: float, difficulty: float, recall: float) -> float:
    """Return Good's gain: e^w8 (11 - difficulty) stability^-w9 (e^(w10 (1 - recall)) - 1)."""
    return exp(w[8]) * (11 - difficulty) * pow(stability, -w[9]) * (exp(w[10] * (1 - recall)) - 1)


def rating_factor(w: Parameters, rating: Rating) -> float:
    """Return what a passing rating does to the gain: w15 for Hard, 1 for Good, w16 for Easy."""
    return {Rating.HARD: w[15], Rating.EASY: w[16]}.get(rating, 1.0)


def recalled_stability(
    w: Parameters, stability: float, difficulty: float, recall: float, rating: Rating
) -> float:
    """Return the stability after recall on a later day: stability (1 + gain factor)."""
    return stability * (1 + recall_gain(w, stability, difficulty, recall) * rating_factor(w, rating))


def lapsed_stability(w: Parameters, stability: float, difficulty: float, recall: float) -> float:
    """Return the stability after a lapse, never above the one before it.

    The lesser of stability / e^(w17 w18) and
    w11 difficulty^-w12 ((stability + 1)^w13 - 1) e^(w14 (1 - recall)).
    """
    relearned = w[11] * pow(difficulty, -w[12]) * (pow(stability + 1, w[13]) - 1) * exp(w[14] * (1 - recall))
    return min(relearned, stability / exp(w[17] * w[18]))


def difficulty_from_ease(w: Parameters, ease: float, stability: float, recall: float) -> float:
    """Return the difficulty at which Good at *recall* multiplies stability by an SM-2 ease (SM-2 import)."""
    gain_each = recall_gain(w, stability, HIGHEST_DIFFICULTY, recall)  # 11 - 10 = 1 times the rest
    return limit_difficulty(11 - (ease - 1) / gain_each)


def limit_stability(stability: float) -> float:
    """Return the stability within 0.001 to 36500 days."""
    return min(max(stability, LOWEST_STABILITY), HIGHEST_STABILITY)


def limit_difficulty(difficulty: float) -> float:
    """Return the difficulty within 1 to 10."""
    return min(max(difficulty, LOWEST_DIFFICULTY), HIGHEST_DIFFICULTY)


def next_stability(w: Parameters, memory: Memory, rating: Rating, days: float) -> float:
    """Return the stability after a later review, within its limits; below 1 day it is on the same day."""
    if days < 1:
        return limit_stability(same_day_stability(w, memory.stability, rating))
    recall = forgetting_curve(days, memory.stability, w[20])
    if rating == Rating.AGAIN:
        return limit_stability(lapsed_stability(w, memory.stability, memory.difficulty, recall))
    return limit_stability(recalled_stability(w, memory.stability, memory.difficulty, recall, rating))


class FSRS6(Value, MemoryModel):
    """The FSRS-6 model with its 21 parameters; raises ParametersError, naming every problem, for others.

    >>> model = FSRS6()
    >>> memory = model.first(Rating.GOOD)
    >>> memory
    Memory(stability=2.3065, difficulty=2.118103970459015)
    >>> round(model.interval(memory, retention=0.8), 2)
    7.65
    """

    __slots__ = ("parameters", "_firsts", "_constants", "_factor", "_power")
    name = "FSRS-6"
    ordered = True
    table = FSRS6_TABLE
    parameters: Parameters
    _firsts: tuple[Memory, ...]
    _constants: tuple[tuple[float, ...], ...]
    _factor: float
    _power: float

    def __init__(self, parameters: Parameters = FSRS6_TABLE.default) -> None:
        self.table.check(parameters)
        firsts = tuple(_first_memory(parameters, rating) for rating in Rating)
        constants = ((), *(_constants(parameters, rating) for rating in Rating))
        self.fill(parameters=parameters, _firsts=firsts, _constants=constants)
        self.fill(_factor=curve_factor(parameters[20]), _power=-1 / parameters[20])

    @classmethod
    def from_parameters(cls, values: Sequence[float]) -> Self:
        """Make a model of 21 parameters, or of the 19 of FSRS-5 or 17 of FSRS-4.5, which are converted."""
        return cls(upgraded(values))

    def first(self, rating: Rating) -> Memory:
        """Return the memory a first review leaves."""
        return self._firsts[as_rating(rating) - 1]

    def next(self, memory: Memory, rating: Rating, days: float) -> Memory:
        """Return the memory a review leaves, *days* after the last one; below 1 it is on the same day.

        The new stability is reckoned from the difficulty before the review, not after it. Here the equations
        `next_stability` and `next_difficulty` are written out, for every review passes here; a law holds
        the two to one another.
        """
        if not 0 <= days < inf:
            check_days(days)
        stability, difficulty = memory.stability, memory.difficulty
        step, same_day, gain, goal, keep, fade, factor, decay, w9, w10, w11, w12, w13, w14, most = (
            self._constants[rating if rating.__class__ is Rating else as_rating(rating)]
        )
        if days < 1:
            change = same_day * stability**-fade
            after = stability * (change if rating == 1 or change > 1 else 1.0)
        else:
            recall = (1 + factor * days / stability) ** -decay
            if rating == 1:
                after = w11 * difficulty**-w12 * ((stability + 1) ** w13 - 1) * exp(w14 * (1 - recall))
                after = min(after, stability / most)
            else:
                after = (11 - difficulty) * stability**-w9 * (exp(w10 * (1 - recall)) - 1)
                after = stability * (1 + gain * after)
        harder = goal + keep * (difficulty + step * (10 - difficulty))
        return limited_memory(
            0.001 if after < 0.001 else 36500.0 if after > 36500 else after,
            1.0 if harder < 1 else 10.0 if harder > 10 else harder,
        )

    def retrievability(self, memory: Memory, days: float) -> float:
        """Return the chance of recall *days* after the last review."""
        check_days(days)
        return forgetting_curve(days, memory.stability, self.parameters[20])

    def interval(self, memory: Memory, retention: float) -> float:
        """Return the days, not rounded, until the chance of recall has fallen to *retention* (0.01 to 1)."""
        if not LOWEST_RETENTION <= retention <= 1:
            check_retention(retention)
        return memory.stability / self._factor * (pow(retention, self._power) - 1)

    def from_sm2(self, ease: float, interval: float, retention: float) -> Memory:
        """Return the memory of a card that SM-2 kept at *retention* with this ease and interval (days).

        Raises RecordError for what no SM-2 card has.
        """
        check_retention(retention)
        refuse(RecordError, _sm2_problems(ease, interval, retention))
        stability = stability_for(max(interval, LOWEST_STABILITY), retention, self.parameters[20])
        difficulty = difficulty_from_ease(self.parameters, ease, stability, retention)
        return Memory(limit_stability(stability), difficulty)


def _first_memory(w: Parameters, rating: Rating) -> Memory:
    stability = limit_stability(first_stability(w, rating))
    return Memory(stability, limit_difficulty(first_difficulty(w, rating)))


def _constants(w: Parameters, rating: Rating) -> tuple[float, ...]:
    """Return what the parameters make of a rating, in the order in which `next` takes it."""
    step, gain = difficulty_change(w, 1.0, rating) / 9, exp(w[8]) * rating_factor(w, rating)
    same_day, most = exp(w[17] * (rating - 3 + w[18])), exp(w[17] * w[18])
    goal = w[7] * first_difficulty(w, Rating.EASY)
    return (step, same_day, gain, goal, 1 - w[7], w[19], curve_factor(w[20]), w[20], *w[9:15], most)


def _sm2_problems(ease: float, interval: float, retention: float) -> Iterator[str]:
    if not 1 <= ease < inf:
        yield f"an SM-2 card cannot have the ease {ease!r}: it is 1 or more, and starts at 2.5"
    if not 0 <= interval < inf:
        yield f"an SM-2 card cannot have the interval {interval!r}: it is 0 days or more"
    if retention == 1:
        yield "no SM-2 interval keeps a retention of 1: use less, such as 0.9"


def upgraded(values: Sequence[float]) -> Parameters:
    """Return FSRS-6 parameters that say the same as the 17 of FSRS-4.5, the 19 of FSRS-5 or the 21 of FSRS-6.

    Any other number of them comes back as it is, to be refused. Source: fsrs-rs @0cbb9d3 src/inference.rs.
    """
    match len(values):
        case 17:
            return (*_difficulty_from_fsrs4(values), 0.0, 0.0, 0.0, 0.5)
        case 19:
            return (*values, 0.0, 0.5)
        case _:
            return tuple(values)


def _difficulty_from_fsrs4(values: Sequence[float]) -> Parameters:
    """FSRS-4.5 spaced the first difficulties evenly about Good's; now they fall ever faster from Again's."""
    again, spread, change = values[4:7]
    return (*values[:4], again + 2 * spread, log(3 * spread + 1) / 3, change + 0.5, *values[7:])
