"""The loss of FSRS-7 over a log of reviews, and its derivatives by the 34 parameters.

Memories go level by level from the first reviews to the last, derivatives level by level back. What a level
needs for that is kept until then: about 400 bytes a review.
"""

from __future__ import annotations

import numpy as np

from ..batch.arrays import Floats, Ints
from .fsrs7 import HIGHEST, LOG_SHARE, LOWEST, Curve, Difficulty, Lapse, Pass
from .nodes import Level, Nodes

SLOW, FAST = 7, 15
"""Where the parameters of each trace begin."""

GRADES = np.arange(4.0)


class FSRS7Loss:
    """The weighted log loss of one log of reviews, summed, with its gradient.

    `state` holds by node, after its review, ln of the slow and of the fast stability, and the difficulty.
    """

    def __init__(self, nodes: Nodes) -> None:
        self.nodes = nodes
        self.state = np.zeros((3, nodes.rating.size))
        self.recall = np.ones(nodes.rating.size)
        self.grade = nodes.rating - 1

    def chances(self, parameters: Floats) -> Floats:
        """Return the chance of recall at each node."""
        self.w = parameters.tolist()
        self._first()
        for level in self.nodes.levels:
            self._step(level)
        return self.recall

    def __call__(self, parameters: Floats) -> tuple[float, Floats]:
        """Return the loss and its derivatives."""
        self.w = parameters.tolist()
        self._first()
        steps = [self._step(level) for level in self.nodes.levels]
        loss, result, arrived = 0.0, np.zeros(34), np.zeros(self.state.shape)
        for level in reversed(self.nodes.levels):
            cost, by_recall = self._costs(level)
            loss += cost
            back = steps.pop().pull_back(arrived[:, level.changing], by_recall, result)
            for total, felt in zip(arrived[:, level.above], back, strict=True):
                total += np.bincount(level.parent - level.above.start, felt, total.size)
        self._add_first(arrived[:, : self.nodes.roots], result)
        return loss, result

    def _step(self, level: Level) -> Step:
        here = level.whole
        step = Step(self.w, self.state[:, level.parent], self.nodes.days[here], self.grade[here], level)
        self.state[:, level.changing], self.recall[here] = step.after, step.curve.recall
        return step

    def _costs(self, level: Level) -> tuple[float, Floats]:
        """Return the loss in a level, -ln R for a pass, -ln(1 - R) for a lapse, and its derivative by R."""
        weight, passed = self.nodes.weight[level.whole], self.grade[level.whole] > 0
        chance = np.where(passed, self.recall[level.whole], 1 - self.recall[level.whole])
        return float(-weight @ np.log(chance)), np.where(passed, -weight, weight) / chance

    def _first(self) -> None:
        """S = w0 to w3 by rating, F = 0.8 S, D = w4 - e^(w5 (rating - 1)) + 1 within 1 and 10."""
        roots, w = slice(self.nodes.roots), self.w
        slow, first = np.log(w[:4]), np.clip(w[4] - np.exp(w[5] * GRADES) + 1, 1, 10)
        self.state[:, roots] = np.stack([slow, slow + LOG_SHARE, first])[:, self.grade[roots]]

    def _add_first(self, arrived: Floats, result: Floats) -> None:
        grade, first = self.grade[: self.nodes.roots], self.state[2, : self.nodes.roots]
        result[:4] += np.bincount(grade, arrived[0] + arrived[1], 4) / self.w[:4]
        felt = arrived[2] * ((first > 1) & (first < 10))
        result[4] += felt.sum()
        result[5] -= felt @ (grade * np.exp(self.w[5] * grade))


class Step:
    """The reviews of one level: memories *before* them become those `after`, of all but the leaves."""

    def __init__(self, w: list[float], before: Floats, days: Floats, grade: Ints, level: Level) -> None:
        slow, fast, hard = before
        again = slice(level.lapse.stop - level.lapse.start)
        passed = slice(again.stop, level.passed.stop - level.lapse.start)
        self.again, self.passed, self.changing = again, passed, slice(passed.stop)
        self.curve = curve = Curve(w, slow, fast, hard, days)
        self.lapses = (
            Lapse(w, SLOW, slow[again], curve.recall[again]),
            Lapse(w, FAST, fast[again], curve.fast_recall[again]),
        )
        self.passes = (
            Pass(w, SLOW, slow[passed], hard[passed], curve.recall[passed], grade[passed]),
            Pass(w, FAST, fast[passed], hard[passed], curve.fast_recall[passed], grade[passed]),
        )
        urge = (2 - grade[self.changing]).astype(np.float64)
        urge[again] = 2 * curve.recall[again] + 0.2
        self.difficulty = Difficulty(w, hard[self.changing], urge)
        self.after = np.empty((3, passed.stop))
        self._limit()

    def _limit(self) -> None:
        traces = self.after[:2]
        for trace, lapse, passed in zip(traces, self.lapses, self.passes, strict=True):
            trace[self.again], trace[self.passed] = lapse.after, passed.after
        self.free = (traces > LOWEST) & (traces < HIGHEST)
        np.minimum(np.maximum(traces, LOWEST, out=traces), HIGHEST, out=traces)
        slow, fast = traces[:, self.again]
        self.held = fast > slow + LOG_SHARE
        np.minimum(fast, slow + LOG_SHARE, out=fast)
        self.after[2] = self.difficulty.after

    def pull_back(self, arrived: Floats, by_recall: Floats, result: Floats) -> Floats:
        """Return the derivatives by the memories before, given those by the ones after and by the chance."""
        slow, fast, hard = arrived
        felt = np.where(self.held, fast[self.again], 0.0)
        slow[self.again] += felt
        fast[self.again] -= felt
        arrived[:2] *= self.free
        back, by_fast_recall = np.zeros((3, by_recall.size)), np.zeros(by_recall.size)
        by_chance = (by_recall, by_fast_recall)
        for number, by_after in enumerate((slow, fast)):
            before, chance = back[number], by_chance[number]
            before[self.again], chance_again = self.lapses[number].pull_back(by_after[self.again], result)
            chance[self.again] += chance_again
            passed, harder, chance_passed = self.passes[number].pull_back(by_after[self.passed], result)
            before[self.passed] = passed
            back[2, self.passed] += harder
            chance[self.passed] += chance_passed
        by_hard, by_urge = self.difficulty.pull_back(hard, result)
        back[2, self.changing] += by_hard
        by_recall[self.again] += 2 * by_urge[self.again]
        back += self.curve.pull_back(by_recall, by_fast_recall, result)
        return back
