"""The derivatives of FSRS-6's loss by its 21 parameters, written by hand and run backward from the loss.

The slopes of all nodes are reckoned at once; only the way from children to parents goes level by level. Of
each node's ln S' there are slopes by ln S, by ln R and by D; and ln R = -w20 fading has one by ln S, for
fading falls with it by `faded` = 1 - 1 / (1 + f days / S).
"""

from __future__ import annotations

from math import exp, log
from typing import Any, Protocol

import numpy as np

from ..batch.arrays import Floats, Ints
from .fsrs6 import HIGHEST, LOWEST, RATINGS, TINIEST, FSRS6Replay
from .nodes import Block, Nodes, pass_up


class FSRS6Loss:
    """The weighted log loss of one log of reviews, summed, with its gradient."""

    def __init__(self, nodes: Nodes) -> None:
        self.replay = FSRS6Replay(nodes)

    def chances(self, parameters: Floats) -> Floats:
        """Return the chance of recall at each node."""
        self.replay.run(parameters)
        return self.replay.recall

    def __call__(self, parameters: Floats) -> tuple[float, Floats]:
        """Return the loss and its derivatives."""
        self.replay.run(parameters)
        return _loss_and_gradient(self.replay)


def _loss_and_gradient(replay: FSRS6Replay) -> tuple[float, Floats]:
    result, loss = np.zeros(21), 0.0
    by_stability, by_difficulty = np.zeros((2, replay.stability.size))
    for block in reversed(replay.nodes.blocks):
        loss += _add_block(View(replay, block), result, by_stability, by_difficulty)
    roots = slice(replay.nodes.roots)
    result[:4] = np.bincount(replay.grade[roots], by_stability[roots], 4) / replay.w[:4]
    _add_first_difficulties(replay, result, by_difficulty[roots])
    return loss, result


class View:
    """A replay, cut to one block."""

    def __init__(self, replay: FSRS6Replay, block: Block) -> None:
        self.w, self.block, here = replay.w, block, block.whole
        self.grade, self.weight = replay.grade[here], replay.nodes.weight[here]
        self.stability, self.stability_before = replay.stability[here], replay.stability_before[here]
        self.difficulty, self.difficulty_before = replay.difficulty[here], replay.difficulty_before[here]
        self.fading, self.recall = replay.fading[here], replay.recall[here]
        self.difficulty_slope = replay.difficulty_slope[here]
        self.lost = self.recall[block.lost]


def _add_block(view: View, result: Floats, by_stability: Floats, by_difficulty: Floats) -> float:
    """Add what comes from a block to the parameters and to the states above it; return its loss."""
    w, block = view.w, view.block
    kinds: list[Slopes] = [PassSlopes(view), LapseSlopes(view), SameDaySlopes(view)]
    slope, by_recall, harder = np.zeros((3, view.recall.size))
    for kind in kinds:
        slope[kind.at], by_recall[kind.at] = kind.by_stability, kind.by_recall
    faded = 1 - np.exp(-view.fading)
    slope += by_recall * w[20] * faded
    free = (view.stability > LOWEST) & (view.stability < HIGHEST)  # a limit forgets what was before it
    slope *= free
    pull = _loss_by_log_recall(view)
    pass_up(block, by_stability, pull * w[20] * faded, slope)
    arrived = by_stability[block.whole] * free
    for kind in kinds:
        harder[kind.at] = kind.add(result, arrived[kind.at])
    _add_decay(view, result, pull + arrived * by_recall, faded)
    _add_difficulties(view, result, harder, by_difficulty)
    return _loss(view)


def _loss(view: View) -> float:
    """-ln R = w20 fading for a pass, -ln(1 - R) for a lapse."""
    weight = view.weight[view.block.lost]
    passed = view.weight @ view.fading - weight @ view.fading[view.block.lost]
    return float(view.w[20] * passed - weight @ np.log(1 - view.lost))


def _loss_by_log_recall(view: View) -> Floats:
    """-1 for a pass, R / (1 - R) for a lapse."""
    pull = -view.weight
    pull[view.block.lost] *= -view.lost / (1 - view.lost)
    return pull


def _add_decay(view: View, result: Floats, pull: Floats, faded: Floats) -> None:
    """ln R = -w20 ln(1 + f days / S) with f = 0.9^(-1/w20) - 1."""
    decay = view.w[20]
    risen = 0.9 ** (-1 / decay)
    factor_slope = risen / (risen - 1) * log(0.9) / decay
    result[20] -= pull @ view.fading + factor_slope * (pull @ faded)


class Slopes(Protocol):
    """How nodes of one kind hang on what was before."""

    at: Ints
    by_stability: Any
    by_recall: Floats

    def add(self, result: Floats, arrived: Floats) -> Floats:
        """Add what has arrived at the nodes to the parameters they used, and return it by difficulty."""


class PassSlopes:
    """ln S' = ln S + ln(1 + gain); gain = e^w8 (11 - D) S^-w9 (e^(w10 (1 - R)) - 1), times w15 or w16."""

    def __init__(self, view: View) -> None:
        self.at, self.w = view.block.passed, view.w
        self.grade = view.grade[self.at]
        self.before, self.ease = view.stability_before[self.at], 11 - view.difficulty_before[self.at]
        recall = view.recall[self.at]
        self.missed = 1 - recall
        self.by_gain = 1 - np.exp(self.before - view.stability[self.at])  # gain / (1 + gain), by ln(gain)
        risen = np.exp(self.w[10] * self.missed)
        self.by_rise = self.by_gain * risen / (risen - 1)
        self.by_recall = self.by_rise * recall * -self.w[10]
        self.by_stability = 1 - self.w[9] * self.by_gain

    def add(self, result: Floats, arrived: Floats) -> Floats:
        """Add to w8, w9, w10, w15 and w16."""
        felt = arrived * self.by_gain
        by_rating = np.bincount(self.grade, felt, 4)
        result[8] += by_rating.sum()
        result[9] -= felt @ self.before
        result[10] += (arrived * self.by_rise) @ self.missed
        result[15] += by_rating[1] / max(self.w[15], TINIEST)
        result[16] += by_rating[3] / self.w[16]
        back: Floats = -felt / self.ease
        return back


class LapseSlopes:
    """ln S' = ln(w11 D^-w12 ((S + 1)^w13 - 1)) + w14 (1 - R), or ln S - w17 w18 if less (`capped`)."""

    def __init__(self, view: View) -> None:
        self.at, self.w = view.block.lapse, (w := view.w)
        before, recall = view.stability_before[self.at], view.recall[self.at]
        self.difficulty = view.difficulty_before[self.at]
        self.missed = 1 - recall
        self.capped = view.stability[self.at] >= before - w[17] * w[18]
        stability = np.exp(before)
        self.size = np.log(stability + 1)
        risen = np.exp(w[13] * self.size)
        self.by_power = risen / (risen - 1)
        sloped = self.by_power * w[13] * stability / (stability + 1)
        self.by_stability = np.where(self.capped, 1.0, sloped)
        self.by_recall = np.where(self.capped, 0.0, -w[14] * recall)

    def add(self, result: Floats, arrived: Floats) -> Floats:
        """Add to w11 to w14, and where it is capped to w17 and w18."""
        felt = np.where(self.capped, 0.0, arrived)
        result[11] += felt.sum() / self.w[11]
        result[12] -= felt @ np.log(self.difficulty)
        result[13] += felt @ (self.by_power * self.size)
        result[14] += felt @ self.missed
        held = arrived.sum() - felt.sum()
        result[17] -= held * self.w[18]
        result[18] -= held * self.w[17]
        back: Floats = -self.w[12] * felt / self.difficulty
        return back


class SameDaySlopes:
    """ln S' = ln S + w17 (rating - 3 + w18) - w19 ln S, but a pass never lowers it."""

    def __init__(self, view: View) -> None:
        self.at, self.w = view.block.same_day, (w := view.w)
        self.before = view.stability_before[self.at]
        self.step = view.grade[self.at] - 2 + w[18]
        held = (w[17] * self.step <= w[19] * self.before) & (view.grade[self.at] > 0)
        self.moves = 1.0 - held
        self.by_stability = 1 - w[19] * self.moves
        self.by_recall = np.zeros(self.at.size)

    def add(self, result: Floats, arrived: Floats) -> Floats:
        """Add to w17, w18 and w19."""
        felt = arrived * self.moves
        result[17] += felt @ self.step
        result[18] += felt.sum() * self.w[17]
        result[19] -= felt @ self.before
        return np.zeros(self.at.size)


def _add_difficulties(view: View, result: Floats, harder: Floats, by_difficulty: Floats) -> None:
    """D' = w7 d0(4) + (1 - w7) (D + w6 (rating - 3) (D - 10) / 9); d0(4) = w4 - e^(3 w5) + 1."""
    w = view.w
    free = (view.difficulty > 1) & (view.difficulty < 10)
    pass_up(view.block, by_difficulty, harder, view.difficulty_slope * free)
    arrived = by_difficulty[view.block.whole] * free
    step, reverted = (RATINGS - 3) / 9, arrived.sum()
    before = np.bincount(view.grade, arrived * view.difficulty_before, 4)
    drawn = (before - 10 * np.bincount(view.grade, arrived, 4)) @ step
    result[4] += w[7] * reverted
    result[5] -= w[7] * reverted * 3 * exp(3 * w[5])
    result[6] += (1 - w[7]) * drawn
    result[7] += (w[4] - exp(3 * w[5]) + 1) * reverted - before.sum() - w[6] * drawn


def _add_first_difficulties(replay: FSRS6Replay, result: Floats, arrived: Floats) -> None:
    """D = w4 - e^(w5 (rating - 1)) + 1, within 1 and 10."""
    grade, first = replay.grade[: arrived.size], replay.difficulty[: arrived.size]
    felt = arrived * ((first > 1) & (first < 10))
    result[4] += felt.sum()
    result[5] -= felt @ (grade * np.exp(replay.w[5] * grade))
