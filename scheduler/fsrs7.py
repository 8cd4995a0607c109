"""FSRS-7, a memory of two traces: one equation, one function of plain numbers; then the model made of them.

Equations: the final FSRS-7 of 34 parameters, fsrs-rs @114caff src/model_v7.rs, equal to ts-fsrs @74f1cf8
models/fsrs-7; not the draft of 35. In all of them w are the parameters, slow and fast are the stabilities of
the two traces in days, difficulty is 1 to 10, recall is a chance, and days are exact, with their fraction.
"""

from __future__ import annotations

from math import exp, log, pow

from .curve import days_until, recall_after, trace_recall
from .errors import ReviewError
from .fsrs6 import first_difficulty, limit_difficulty
from .memory import Memory, MemoryModel, check_days, check_retention
from .rating import Rating, as_rating
from .tables import FSRS7_TABLE
from .value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .curve import Curve
    from .parameters import Parameters

LOWEST_STABILITY, HIGHEST_STABILITY = 1e-4, 36500.0
FAST_SHARE = 0.8
"""What the fast trace is of the slow one after a first review, and at most after a lapse."""


def fast_decay(w: Parameters, fast: float) -> float:
    """Return how fast the fast trace fades: w23 fast^(w33 - 0.3), from 0.01 to 0.95."""
    return min(max(w[23] * pow(fast, w[33] - 0.3), 0.01), 0.95)


def fast_factor(w: Parameters, decay: float) -> float:
    """Return the factor at which the fast trace has recall w25 after its stability: w25^(-1/decay) - 1.

    The power is at most e^60.
    """
    return exp(min(-log(w[25]) / decay, 60.0)) - 1


def slow_decay(w: Parameters) -> float:
    """Return how fast the slow trace fades: w24, from 0.01 to 0.95."""
    return min(max(w[24], 0.01), 0.95)


def slow_factor(w: Parameters, decay: float, difficulty: float) -> float:
    """Return the factor of the slow trace: (w26^(-1/decay) - 1) e^((difficulty - 5) (w32 - 0.3))."""
    return (pow(w[26], -1 / decay) - 1) * exp((difficulty - 5) * (w[32] - 0.3))


def fast_weight(w: Parameters, fast: float) -> float:
    """Return how much the fast trace counts: w27 fast^-w29."""
    return w[27] * pow(fast, -w[29])


def slow_weight(w: Parameters, slow: float, difficulty: float) -> float:
    """Return how much the slow trace counts: w28 slow^w30 e^((difficulty - 5) (w31 - 0.5))."""
    return w[28] * pow(slow, w[30]) * exp((difficulty - 5) * (w[31] - 0.5))


def forgetting_curve(w: Parameters, slow: float, fast: float, difficulty: float) -> Curve:
    """Return how this memory fades: the share, decay and rate per day of the fast and of the slow trace."""
    quick, lasting = fast_decay(w, fast), slow_decay(w)
    share = 1 / (1 + slow_weight(w, slow, difficulty) / fast_weight(w, fast))
    return (
        (share, quick, fast_factor(w, quick) / fast),
        (1 - share, lasting, slow_factor(w, lasting, difficulty) / slow),
    )


def recall_gain(v: Parameters, stability: float, difficulty: float, recall: float) -> float:
    """Return Good's gain, v being the 8 parameters of one trace.

    e^(v0 - 1.5) (11 - difficulty) stability^-v1 (e^(v2 (1 - recall)) - 1).
    """
    return exp(v[0] - 1.5) * (11 - difficulty) * pow(stability, -v[1]) * (exp(v[2] * (1 - recall)) - 1)


def rating_factor(v: Parameters, rating: Rating) -> float:
    """Return what a passing rating does to the gain: v6 for Hard, 1 for Good, v7 for Easy."""
    return v[6] if rating is Rating.HARD else v[7] if rating is Rating.EASY else 1.0


def lapsed_stability(v: Parameters, stability: float, recall: float) -> float:
    """Return the stability of a trace after Again: v3 ((stability + 1)^v4 - 1) e^(v5 (1 - recall)), or less.

    Never more than before.
    """
    return min(stability, v[3] * (pow(stability + 1, v[4]) - 1) * exp(v[5] * (1 - recall)))


def recalled_stability(
    v: Parameters, stability: float, difficulty: float, recall: float, rating: Rating
) -> float:
    """Return the stability of a trace after a pass: stability (1 + gain factor), or a lapse's if more."""
    grown = stability * (1 + recall_gain(v, stability, difficulty, recall) * rating_factor(v, rating))
    return max(grown, lapsed_stability(v, stability, recall))


def next_stability(
    v: Parameters, stability: float, difficulty: float, recall: float, rating: Rating
) -> float:
    """Return the stability of a trace after a later review, within its limits."""
    if rating is Rating.AGAIN:
        return limit_stability(lapsed_stability(v, stability, recall))
    return limit_stability(recalled_stability(v, stability, difficulty, recall, rating))


def difficulty_change(w: Parameters, difficulty: float, recall: float, rating: Rating) -> float:
    """Return the step a rating asks for: -w6 (rating - 3) (10 - difficulty) / 9, Again's by recall + 0.1."""
    step = -w[6] * (rating - 3) * (10 - difficulty) / 9
    return step * (recall + 0.1) if rating is Rating.AGAIN else step


def next_difficulty(w: Parameters, difficulty: float, recall: float, rating: Rating) -> float:
    """Return the difficulty after a later review: 0.01 Easy's first + 0.99 (difficulty + change), limited."""
    changed = difficulty + difficulty_change(w, difficulty, recall, rating)
    return limit_difficulty(0.01 * first_difficulty(w, Rating.EASY) + 0.99 * changed)


def limit_stability(stability: float) -> float:
    """Return the stability within 0.0001 to 36500 days."""
    return min(max(stability, LOWEST_STABILITY), HIGHEST_STABILITY)


class TwoTraces(Memory):
    """A memory of two traces: stability is that of the slow one, `fast` that of the fast one, in days."""

    __slots__ = ("fast",)
    fast: float

    def __init__(self, stability: float, difficulty: float, fast: float) -> None:
        self.fill(fast=fast)
        super().__init__(stability, difficulty)
        if not 0 < fast <= HIGHEST_STABILITY:
            raise ReviewError(f"no memory has {self}: its fast trace lasts above 0 and at most 36500 days")


class FSRS7(Value, MemoryModel):
    """The FSRS-7 model with its 34 parameters; raises ParametersError, naming every problem, for others.

    It wants exact days: the hour counts. Its stability alone does not say when recall is 0.9.

    >>> model = FSRS7()
    >>> memory = model.first(Rating.GOOD)
    >>> memory
    TwoTraces(stability=3.9221, difficulty=3.5307239812763354, fast=3.13768)
    >>> round(model.interval(memory, retention=0.9), 4)
    4.7777
    >>> round(model.retrievability(memory, days=1.5), 4)
    0.9306
    """

    __slots__ = ("parameters", "_slow", "_fast")
    name = "FSRS-7"
    memory = TwoTraces
    exact_days = True
    table = FSRS7_TABLE
    parameters: Parameters
    _slow: Parameters
    _fast: Parameters

    def __init__(self, parameters: Parameters = FSRS7_TABLE.default) -> None:
        self.table.check(parameters)
        self.fill(parameters=parameters, _slow=parameters[7:15], _fast=parameters[15:23])

    def first(self, rating: Rating) -> TwoTraces:
        """Return the memory a first review leaves."""
        slow = self.parameters[as_rating(rating) - 1]
        difficulty = limit_difficulty(first_difficulty(self.parameters, rating))
        return TwoTraces(slow, difficulty, FAST_SHARE * slow)

    def next(self, memory: TwoTraces, rating: Rating, days: float) -> TwoTraces:
        """Return the memory a review leaves, *days* (exact, with their fraction) after the last one."""
        rating = as_rating(rating)
        check_days(days)
        curve = self.curve(memory)
        slow, fast, difficulty = memory.stability, memory.fast, memory.difficulty
        recall = recall_after(curve, days)
        next_slow = next_stability(self._slow, slow, difficulty, recall, rating)
        next_fast = next_stability(self._fast, fast, difficulty, trace_recall(curve[0], days), rating)
        if rating is Rating.AGAIN:
            next_fast = min(next_fast, FAST_SHARE * next_slow)
        harder = next_difficulty(self.parameters, difficulty, recall, rating)
        return TwoTraces(next_slow, harder, next_fast)

    def retrievability(self, memory: TwoTraces, days: float) -> float:
        """Return the chance of recall *days* (exact, with their fraction) after the last review."""
        check_days(days)
        return recall_after(self.curve(memory), days)

    def interval(self, memory: TwoTraces, retention: float) -> float:
        """Return the days, not rounded, until the chance of recall has fallen to *retention* (0.01 to 1).

        At most 36500; 0 where not even an answer just given is as sure as that.
        """
        check_retention(retention)
        return days_until(self.curve(memory), retention, max(memory.stability, memory.fast))

    def curve(self, memory: TwoTraces) -> Curve:
        """Return how a memory fades; raises ReviewError for one that another model made."""
        if not isinstance(memory, TwoTraces):
            raise ReviewError(
                f"FSRS-7 cannot go on from {memory}, of another model: replay the card's reviews"
            )
        return forgetting_curve(self.parameters, memory.stability, memory.fast, memory.difficulty)
