"""FSRS-7 over arrays, an entry a review: the equations of `scheduler.fsrs7`, where their source stands.

Powers of a stability are e^(exponent ln stability), so that its logarithm is taken once. A trace that grows
never ends below what a lapse leaves, so that limit is left out.
"""

from __future__ import annotations

from math import exp, log

import numpy as np

from .. import fsrs7 as plain
from ..curve import SURENESS
from ..fsrs6 import HIGHEST_DIFFICULTY, LOWEST_DIFFICULTY, first_difficulty
from ..fsrs7 import FSRS7
from ..parameters import Parameters
from ..rating import Rating
from .arrays import Floats, Ratings
from .model import BatchModel, Memories, limited


def fast_recall(w: Parameters, days: Floats, fast: Floats, log_fast: Floats) -> Floats:
    """Return the chances of recall by the fast trace alone."""
    decay = w[23] * np.exp((w[33] - 0.3) * log_fast)
    limited(decay, 0.01, 0.95)
    base = np.exp(np.minimum(-log(w[25]) / decay, 60.0))
    base -= 1
    base *= days
    base /= fast
    base += 1
    return np.power(base, -decay, out=base)


def slow_recall(w: Parameters, days: Floats, slow: Floats, difficulty: Floats) -> Floats:
    """Return the chances of recall by the slow trace alone."""
    decay = plain.slow_decay(w)
    base = np.exp((w[32] - 0.3) * (difficulty - 5))
    base *= plain.slow_factor(w, decay, 5)
    base *= days
    base /= slow
    base += 1
    return np.power(base, -decay, out=base)


def fast_share(w: Parameters, log_slow: Floats, log_fast: Floats, difficulty: Floats) -> Floats:
    """Return how much the fast trace counts, 1 / (1 + slow weight / fast weight)."""
    ratio = w[30] * log_slow + w[29] * log_fast + (w[31] - 0.5) * (difficulty - 5)
    np.exp(ratio, out=ratio)
    ratio *= w[28] / w[27]
    ratio += 1
    return np.divide(1, ratio, out=ratio)


def recall_of_both(share: Floats, fast: Floats, slow: Floats) -> Floats:
    """Return the chances of recall: each trace's by its share, then drawn in from 0 and 1."""
    chance = share * (fast - slow)
    chance += slow
    chance *= 1 - 2 * SURENESS
    chance += SURENESS
    return chance


def recalled_stability(
    v: Parameters, stability: Floats, logarithm: Floats, difficulty: Floats, recall: Floats, rating: Ratings
) -> Floats:
    """Return the stabilities of a trace after passes, v being its 8 parameters."""
    grown = np.exp(v[2] * (1 - recall))
    grown -= 1
    grown *= 11 - difficulty
    grown *= np.exp((1 - v[1]) * logarithm)
    grown *= (exp(v[0] - 1.5) * np.array([0, 0, v[6], 1, v[7]]))[rating]
    grown += stability
    return grown


def lapsed_stability(v: Parameters, stability: Floats, recall: Floats) -> Floats:
    """Return the stabilities of a trace after lapses, never above the ones before."""
    left = np.power(stability + 1, v[4])
    left -= 1
    left *= v[3]
    left *= np.exp(v[5] * (1 - recall))
    return np.minimum(left, stability, out=left)


def next_stability(
    v: Parameters, stability: Floats, logarithm: Floats, difficulty: Floats, recall: Floats, rating: Ratings
) -> Floats:
    """Return the stabilities of a trace after later reviews, within their limits."""
    after = np.empty(rating.size)
    (again,), (passed,) = np.nonzero(rating == Rating.AGAIN), np.nonzero(rating != Rating.AGAIN)
    after[again] = lapsed_stability(v, stability[again], recall[again])
    before = stability[passed], logarithm[passed], difficulty[passed], recall[passed], rating[passed]
    after[passed] = recalled_stability(v, *before)
    return limited(after, plain.LOWEST_STABILITY, plain.HIGHEST_STABILITY)


def next_difficulty(w: Parameters, difficulty: Floats, recall: Floats, rating: Ratings) -> Floats:
    """Return the difficulties after later reviews, within their limits."""
    change = np.array([0, *(-w[6] * (grade - 3) / 9 for grade in Rating)])[rating]
    change *= np.where(rating == Rating.AGAIN, recall + 0.1, 1)
    change *= 10 - difficulty
    change += difficulty
    change *= 0.99
    change += 0.01 * first_difficulty(w, Rating.EASY)
    return limited(change, LOWEST_DIFFICULTY, HIGHEST_DIFFICULTY)


class BatchFSRS7(BatchModel):
    """FSRS-7 over arrays; days are exact, with their fractions."""

    fields = ("stability", "difficulty", "fast")

    def __init__(self, model: FSRS7) -> None:
        firsts = [model.first(rating) for rating in Rating]
        self.parameters = model.parameters
        self.slow, self.fast = model.parameters[7:15], model.parameters[15:23]
        self.firsts = [np.array([0, *(getattr(memory, name) for memory in firsts)]) for name in self.fields]

    def first(self, rating: Ratings) -> Memories:
        """Return the memories that first reviews leave."""
        return tuple(values[rating] for values in self.firsts)

    def next(self, memories: Memories, rating: Ratings, days: Floats) -> tuple[Memories, Floats]:
        """Return the memories that reviews leave, *days* after the ones before, and the chances of recall."""
        w, (slow, difficulty, fast) = self.parameters, memories
        log_slow, log_fast = np.log(slow), np.log(fast)
        share = fast_share(w, log_slow, log_fast, difficulty)
        by_fast = fast_recall(w, days, fast, log_fast)
        recall = recall_of_both(share, by_fast, slow_recall(w, days, slow, difficulty))
        next_slow = next_stability(self.slow, slow, log_slow, difficulty, recall, rating)
        next_fast = next_stability(self.fast, fast, log_fast, difficulty, by_fast, rating)
        np.minimum(next_fast, plain.FAST_SHARE * next_slow, out=next_fast, where=rating == Rating.AGAIN)
        return (next_slow, next_difficulty(w, difficulty, recall, rating), next_fast), recall
