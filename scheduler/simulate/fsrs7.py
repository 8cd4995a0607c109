"""FSRS-7 for many cards at once: how memories fade, and when they have faded to a chance.

Equations: `scheduler/fsrs7.py` and `scheduler/curve.py`, over arrays.
"""

from __future__ import annotations

from math import log

import numpy as np

from .. import fsrs7 as equations
from ..batch.fsrs7 import BatchFSRS7
from ..curve import BISECTIONS, CLOSE, HIGHEST_TARGET, LONGEST, LONGEST_STEP, NEWTON_STEPS, SURENESS
from .arrays import Floats, Ints
from .model import BatchedModel

Trace = tuple[Floats, Floats | float, Floats]
"""The shares, decays and rates per day of one trace of many memories."""


class ArrayFSRS7(BatchedModel):
    """FSRS-7; its rows are the slow trace, difficulty and the fast trace."""

    name = equations.FSRS7.name

    def __init__(self, model: equations.FSRS7) -> None:
        self.w, self.batch = model.parameters, BatchFSRS7(model)

    def retrievability(self, memory: Floats, days: Floats | float) -> Floats:
        """Return the chances of recall."""
        recall: Floats = chance(self.curve(memory), days) * (1 - 2 * SURENESS) + SURENESS
        return recall

    def interval(self, memory: Floats, retention: Floats) -> Floats:
        """Return the days until the chances have fallen to *retention*: by Newton's method, or by halving."""
        curve, target = self.curve(memory), (retention - SURENESS) / (1 - 2 * SURENESS)
        place = np.log(np.maximum(memory[0], memory[2]))
        for _ in range(NEWTON_STEPS):
            step = newton_step(curve, np.exp(place), target)
            place += step
        unsettled = (abs(step) > CLOSE).nonzero()[0]
        days: Floats = np.minimum(np.exp(place), LONGEST)
        days[unsettled] = bisected([part_of(trace, unsettled) for trace in curve], target[unsettled])
        days[retention >= HIGHEST_TARGET] = 0
        return days

    def curve(self, memory: Floats) -> list[Trace]:
        """Return how memories fade: by the fast trace and by the slow one."""
        w, (slow, difficulty, fast) = self.w, memory
        quick = (w[23] * fast ** (w[33] - 0.3)).clip(0.01, 0.95)
        rate = (np.exp(np.minimum(-log(w[25]) / quick, 60.0)) - 1) / fast
        lasting = equations.slow_decay(w)
        slow_rate = equations.slow_factor(w, lasting, 5) * np.exp((difficulty - 5) * (w[32] - 0.3)) / slow
        weight = w[28] * slow ** w[30] * np.exp((difficulty - 5) * (w[31] - 0.5))
        share = 1 / (1 + weight / (w[27] * fast ** -w[29]))
        return [(share, quick, rate), (1 - share, lasting, slow_rate)]


def chance(curve: list[Trace], days: Floats | float) -> Floats:
    """Return the chances of recall, not drawn in from 0 and 1."""
    (share, decay, rate), (other, lasting, slow_rate) = curve
    recall: Floats = share * (1 + rate * days) ** -decay + other * (1 + slow_rate * days) ** -lasting
    return recall


def newton_step(curve: list[Trace], days: Floats, target: Floats) -> Floats:
    """Return the steps in ln(days) toward the times when the chances are those of *target*; at most 4."""
    left, slope = target.copy(), np.zeros_like(days)
    for share, decay, rate in curve:
        z = rate * days
        part = share * (1 + z) ** -decay
        left -= part
        slope -= decay * z / (1 + z) * part
    return (left / slope).clip(-LONGEST_STEP, LONGEST_STEP)


def bisected(curve: list[Trace], target: Floats) -> Floats:
    """Return the days until the chances have fallen to those of *target*, by halving fifty times."""
    low, high = np.zeros_like(target), np.full_like(target, LONGEST)
    for _ in range(BISECTIONS):
        middle = (low + high) / 2
        above = chance(curve, middle) > target
        low, high = np.where(above, middle, low), np.where(above, high, middle)
    return high


def part_of(trace: Trace, places: Ints) -> Trace:
    """Return a trace of some of the memories."""
    share, decay, rate = trace
    return share[places], decay if isinstance(decay, float) else decay[places], rate[places]
