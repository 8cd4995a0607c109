"""The equations of FSRS-7 on arrays, each with its derivatives.

The equations are those of `scheduler.fsrs7`, with the logarithms of both stabilities in place of them. To
pull back is to turn the derivatives of a loss by what came out into those by what went in, and to add those
by the 34 parameters to *result*.
"""

from __future__ import annotations

from math import log

import numpy as np

from ..batch.arrays import Floats, Ints

LOWEST, HIGHEST = log(1e-4), log(36500)
LOG_SHARE = log(0.8)
SURE = 1 - 2e-5
STEEPEST = 60.0
TINIEST = 1e-300
"""In place of 0 where a logarithm is taken or a quotient."""


class Curve:
    """The chance of recall: two traces that fade, and the share of the fast one in the mean of both."""

    def __init__(self, w: list[float], slow: Floats, fast: Floats, difficulty: Floats, days: Floats) -> None:
        self.w, self.slow, self.fast, self.hard = w, slow, fast, difficulty - 5
        decay = np.exp((w[33] - 0.3) * fast) * w[23]
        self.decay = np.minimum(np.maximum(decay, 0.01), 0.95)
        self.moves = self.decay == decay
        self.steep = np.minimum(-log(w[25]) / self.decay, STEEPEST)
        rate = (np.exp(self.steep) - 1) * np.exp(-fast)
        self.fast_recall, self.fast_fading, self.fast_faded = _power(self.decay, rate * days)
        self.risen = w[26] ** (-1 / w[24])
        rate = (self.risen - 1) * np.exp((w[32] - 0.3) * self.hard - slow)
        self.slow_recall, self.slow_fading, self.slow_faded = _power(w[24], rate * days)
        odds = np.exp(log(w[28] / w[27]) + w[30] * slow + w[29] * fast + (w[31] - 0.5) * self.hard)
        self.share = 1 / (1 + odds)
        self.gap = self.fast_recall - self.slow_recall
        self.recall = (self.slow_recall + self.share * self.gap) * SURE + 1e-5

    def pull_back(
        self, by_recall: Floats, by_fast_recall: Floats, result: Floats
    ) -> tuple[Floats, Floats, Floats]:
        """Return the derivatives by the slow trace, the fast one and difficulty."""
        mean = by_recall * SURE
        fast = (mean * self.share + by_fast_recall) * self.fast_recall
        slow = mean * (1 - self.share) * self.slow_recall
        odds = mean * self.gap * self.share * (self.share - 1)
        by_slow, by_hard = self._slow_back(slow, result)
        by_slow += odds * self.w[30]
        by_fast = self._fast_back(fast, result) + odds * self.w[29]
        by_hard += odds * (self.w[31] - 0.5)
        self._add_odds(odds, result)
        return by_slow, by_fast, by_hard

    def _add_odds(self, odds: Floats, result: Floats) -> None:
        total = odds.sum()
        result[27] -= total / self.w[27]
        result[28] += total / self.w[28]
        result[29] += odds @ self.fast
        result[30] += odds @ self.slow
        result[31] += odds @ self.hard

    def _fast_back(self, by_log_recall: Floats, result: Floats) -> Floats:
        """ln R1 = -decay fading; fading = ln(1 + (e^steep - 1) days / F); steep = -ln(w25) / decay."""
        w = self.w
        by_fading = -by_log_recall * self.decay * self.fast_faded
        by_steep = np.where(self.steep < STEEPEST, by_fading / (1 - np.exp(-self.steep)), 0.0)
        result[25] -= (by_steep @ (1 / self.decay)) / w[25]
        by_log_decay = -by_log_recall * self.fast_fading * self.decay - by_steep * self.steep
        by_log_decay *= self.moves
        result[23] += by_log_decay.sum() / w[23]
        result[33] += by_log_decay @ self.fast
        back: Floats = by_log_decay * (w[33] - 0.3) - by_fading
        return back

    def _slow_back(self, by_log_recall: Floats, result: Floats) -> tuple[Floats, Floats]:
        """ln R2 = -w24 fading; fading = ln(1 + (w26^(-1/w24) - 1) e^((D - 5) (w32 - 0.3)) days / S)."""
        w = self.w
        by_fading = -by_log_recall * w[24] * self.slow_faded
        felt = by_fading.sum() * self.risen / (self.risen - 1)
        result[24] += felt * log(w[26]) / w[24] ** 2 - by_log_recall @ self.slow_fading
        result[26] -= felt / (w[24] * w[26])
        result[32] += by_fading @ self.hard
        return -by_fading, by_fading * (w[32] - 0.3)


def _power(decay: Floats | float, passed: Floats) -> tuple[Floats, Floats, Floats]:
    """Return (1 + passed)^-decay, fading = ln(1 + passed), and the slope of that by ln(passed)."""
    whole = 1 + passed
    fading = np.log(whole)
    return np.exp(-decay * fading), fading, passed / whole


class Pass:
    """ln X' of a trace: ln X + ln(1 + e^(v0 - 1.5) (11 - D) X^-v1 (e^(v2 (1 - q)) - 1) h); h = 1, v6 or v7.

    *before* is ln X, *recall* q; the 8 parameters v of a trace stand in w from *first* on.
    """

    def __init__(
        self, w: list[float], first: int, before: Floats, difficulty: Floats, recall: Floats, grade: Ints
    ) -> None:
        self.first, self.v, self.grade = first, w[first : first + 8], grade
        v = self.v
        self.before, self.ease, self.missed = before, 11 - difficulty, 1 - recall
        factor = np.array([0, v[6], 1, v[7]])[grade]
        self.scale = np.exp((v[0] - 1.5) - v[1] * before) * self.ease * factor
        self.risen = np.exp(v[2] * self.missed)
        self.grown = 1 + self.scale * (self.risen - 1)
        self.after = before + np.log(self.grown)

    def pull_back(self, by_after: Floats, result: Floats) -> tuple[Floats, Floats, Floats]:
        """Return the derivatives by ln X, difficulty and recall."""
        v, mine = self.v, result[self.first : self.first + 8]
        by_gain = by_after * (1 - 1 / self.grown)
        by_rise = by_after * self.scale * self.risen / self.grown
        by_rating = np.bincount(self.grade, by_gain, 4)
        mine[0] += by_rating.sum()
        mine[1] -= by_gain @ self.before
        mine[2] += by_rise @ self.missed
        mine[6] += by_rating[1] / max(v[6], TINIEST)
        mine[7] += by_rating[3] / v[7]
        return by_after - v[1] * by_gain, -by_gain / self.ease, -v[2] * by_rise


class Lapse:
    """ln X' of a trace after Again: ln(v3 ((X + 1)^v4 - 1)) + v5 (1 - q), or ln X if less (`capped`)."""

    def __init__(self, w: list[float], first: int, before: Floats, recall: Floats) -> None:
        self.first, self.v, self.missed = first, w[first : first + 8], 1 - recall
        self.stability = np.exp(before)
        self.size = np.log(1 + self.stability)
        self.risen = np.exp(self.v[4] * self.size)
        fallen = np.log(self.risen - 1) + log(self.v[3]) + self.v[5] * self.missed
        self.capped = fallen >= before
        self.after = np.minimum(fallen, before)

    def pull_back(self, by_after: Floats, result: Floats) -> tuple[Floats, Floats]:
        """Return the derivatives by ln X and recall."""
        v, mine = self.v, result[self.first : self.first + 8]
        felt = np.where(self.capped, 0.0, by_after)
        by_size = felt * self.risen / (self.risen - 1)
        mine[3] += felt.sum() / v[3]
        mine[4] += by_size @ self.size
        mine[5] += felt @ self.missed
        sloped = by_size * v[4] * self.stability / (1 + self.stability)
        return np.where(self.capped, by_after, sloped), -v[5] * felt


class Difficulty:
    """D' = 0.01 d0(4) + 0.99 (D + w6 urge (10 - D) / 9), within 1 and 10.

    *urge* is 3 - rating, or after Again 2 (R + 0.1).
    """

    def __init__(self, w: list[float], before: Floats, urge: Floats) -> None:
        self.w, self.room, self.urge = w, 10 - before, urge
        moved = 0.01 * (w[4] - np.exp(3 * w[5]) + 1) + 0.99 * (before + self.room * urge * (w[6] / 9))
        self.after = np.minimum(np.maximum(moved, 1), 10)
        self.free = self.after == moved

    def pull_back(self, by_after: Floats, result: Floats) -> tuple[Floats, Floats]:
        """Return the derivatives by difficulty and by the urge."""
        felt = by_after * self.free
        total = felt.sum()
        result[4] += 0.01 * total
        result[5] -= 0.03 * total * np.exp(3 * self.w[5])
        by_step = felt * self.room * (0.99 / 9)
        result[6] += by_step @ self.urge
        return 0.99 * felt * (1 - self.urge * (self.w[6] / 9)), by_step * self.w[6]
