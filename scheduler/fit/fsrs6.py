"""FSRS-6 over whole levels of nodes: chances of recall and the loss for any parameters.

The equations are those of `scheduler.fsrs6`, with the logarithm of stability in place of stability, for gains
add up in it. Arrays are worked on in place: most of the time goes to fetching and storing numbers.
"""

from __future__ import annotations

from math import log

import numpy as np

from ..batch.arrays import Floats
from .nodes import Block, Level, Nodes

LOWEST, HIGHEST = log(0.001), log(36500)
RATINGS = np.arange(1.0, 5.0)
TINIEST = 1e-300
"""In place of 0 where a logarithm is taken."""


class FSRS6Replay:
    """The memories along all nodes under one set of parameters at a time.

    By node: ln stability and difficulty, each `..._before` the review and after it, `fading`, which is
    ln(1 + f days / stability), and the chance `recall` = e^(-w20 fading).
    """

    def __init__(self, nodes: Nodes) -> None:
        self.nodes = nodes
        self.grade = nodes.rating - 1
        self.log_days = np.log(np.maximum(nodes.days, TINIEST))
        size = nodes.rating.size
        self.stability, self.stability_before, self.base = np.empty((3, size))
        self.difficulty, self.difficulty_before, self.difficulty_slope = np.empty((3, size))
        self.fading, self.recall = np.zeros(size), np.ones(size)

    def run(self, parameters: Floats) -> None:
        """Reckon everything anew."""
        self.w = w = parameters.tolist()
        self._difficulties()
        for block in self.nodes.blocks:
            self._bases(block)
        roots = self.nodes.roots
        self.stability[:roots] = np.log(w[:4])[self.grade[:roots]]
        log_rates = self.log_days + log(0.9 ** (-1 / w[20]) - 1)
        for level in self.nodes.levels:
            self.stability_before[level.whole] = self.stability[level.parent]
            self._recall(level.later, log_rates)
            self._lapse(level.lapse)
            self._passed(level.passed)
            self._same_day(level)
            limit(self.stability[level.changing], LOWEST, HIGHEST)

    def _difficulties(self) -> None:
        """Difficulty hangs on ratings alone, and but for its limits each rating's step is a straight line."""
        w, grade, roots = self.w, self.grade, self.nodes.roots
        first = w[4] - np.exp(w[5] * (RATINGS - 1)) + 1
        step = w[6] * (RATINGS - 3) / 9
        np.take((1 - w[7]) * (1 + step), grade, out=self.difficulty_slope, mode="clip")
        shift = (w[7] * first[3] - (1 - w[7]) * 10 * step)[grade]
        self.difficulty[:roots] = np.clip(first, 1, 10)[grade[:roots]]
        for level in self.nodes.levels:
            self.difficulty_before[level.whole] = self.difficulty[level.parent]
            after = self.difficulty[level.changing]
            np.multiply(self.difficulty_before[level.changing], self.difficulty_slope[level.changing], after)
            after += shift[level.changing]
            limit(after, 1, 10)

    def _bases(self, block: Block) -> None:
        """The part of each step that hangs on rating and difficulty, not on stability."""
        w, base = self.w, self.base[block.whole]
        hard, grade = self.difficulty_before[block.whole], self.grade[block.whole]
        bonus = w[8] + np.log([1, max(w[15], TINIEST), 1, w[16]])
        base[block.passed] = np.log(11 - hard[block.passed]) + bonus[grade[block.passed]]
        base[block.lapse] = log(w[11]) + w[14] - w[12] * np.log(hard[block.lapse])
        base[block.same_day] = (w[17] * (RATINGS - 3 + w[18]))[grade[block.same_day]]

    def _recall(self, at: slice, log_rates: Floats) -> None:
        """fading = ln(1 + e^(ln(f days) - ln S)), recall = e^(-w20 fading)."""
        grown = log_rates[at] - self.stability_before[at]
        np.exp(grown, grown)
        grown += 1
        np.multiply(np.log(grown, self.fading[at]), -self.w[20], grown)
        np.exp(grown, self.recall[at])

    def _lapse(self, at: slice) -> None:
        """ln S' = ln((S + 1)^w13 - 1) + base - w14 R, or ln S - w17 w18 if that is less."""
        if at.start == at.stop:
            return
        before = self.stability_before[at]
        after = np.exp(before)
        after += 1
        np.log(after, after)
        after *= self.w[13]
        np.exp(after, after)
        after -= 1
        np.log(after, after)
        after += self.base[at]
        after -= self.w[14] * self.recall[at]
        np.minimum(after, before - self.w[17] * self.w[18], out=self.stability[at])

    def _passed(self, at: slice) -> None:
        """ln S' = ln S + ln(1 + e^(base - w9 ln S) (e^(w10 (1 - R)) - 1))."""
        if at.start == at.stop:
            return
        before, w = self.stability_before[at], self.w
        scale = before * -w[9]
        scale += self.base[at]
        gain = self.recall[at] * -w[10]
        gain += w[10]
        np.exp(gain, gain)
        gain -= 1
        gain *= np.exp(scale, scale)
        gain += 1
        np.add(np.log(gain, gain), before, self.stability[at])

    def _same_day(self, level: Level) -> None:
        """ln S' = ln S + base - w19 ln S; a pass never lowers it."""
        at = level.same_day
        if at.start == at.stop:
            return
        before = self.stability_before[at]
        change = before * -self.w[19]
        change += self.base[at]
        passed = change[level.same_day_pass.start - at.start :]
        np.maximum(passed, 0, out=passed)
        np.add(change, before, self.stability[at])


def limit(values: Floats, lowest: float, highest: float) -> None:
    """Limit values in place; so written it is faster than np.clip on the few numbers of a deep level."""
    np.maximum(values, lowest, out=values)
    np.minimum(values, highest, out=values)
