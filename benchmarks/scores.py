"""Scores of forecasts: log loss, RMSE (bins) and AUC."""

from collections import defaultdict
from collections.abc import Sequence
from math import floor, fsum, log, sqrt
from statistics import fmean
from typing import NamedTuple

from benchmarks.forecasts import Repeat


class Score(NamedTuple):
    """Lower, lower, higher is better."""

    log_loss: float
    rmse: float
    auc: float


def score(repeats: Sequence[Repeat], rival: str) -> Score:
    """Return how well a rival forecast some repeats."""
    chances = [repeat.chances[rival] for repeat in repeats]
    passed = [repeat.answer.passed for repeat in repeats]
    loss = fmean(map(log_loss, chances, passed))
    return Score(loss, rmse_of_bins(repeats, chances), area_under_curve(chances, passed))


def log_loss(chance: float, passed: bool) -> float:
    """Return how wrong a chance was, at most some 14: -ln of what it gave to what came."""
    chance = min(max(chance, 1e-6), 1 - 1e-6)
    return -log(chance if passed else 1 - chance)


def excess(repeats: Sequence[Repeat], rival: str, other: str) -> tuple[float, float]:
    """Return how much higher a rival's mean log loss is than another's, and the standard error, by cards."""
    cards: dict[int, list[float]] = defaultdict(list)
    for repeat in repeats:
        ours, theirs = (log_loss(repeat.chances[name], repeat.answer.passed) for name in (rival, other))
        cards[repeat.answer.card].append(ours - theirs)
    mean = fsum(map(fsum, cards.values())) / len(repeats)
    squares = fsum((fsum(each) - mean * len(each)) ** 2 for each in cards.values())
    return mean, sqrt(squares) / len(repeats)


def rmse_of_bins(repeats: Sequence[Repeat], chances: Sequence[float]) -> float:
    """Return the root mean square of forecast less outcome, each the mean of repeats that are alike."""
    bins: dict[tuple[int, int, int], list[float]] = defaultdict(list)
    for repeat, chance in zip(repeats, chances, strict=True):
        bins[bin_of(repeat)].append(chance - repeat.answer.passed)
    return sqrt(fsum(len(errors) * fmean(errors) ** 2 for errors in bins.values()) / len(repeats))


def bin_of(repeat: Repeat) -> tuple[int, int, int]:
    """Return which repeats count as alike: by days, reviews and lapses, on the scales of srs-benchmark."""
    days = round(repeat.elapsed) if repeat.later_day else repeat.elapsed
    lapses = step(repeat.lapses, 1.73) if repeat.lapses else -1
    return step(max(days, 1e-6), 3.62), step(repeat.reviews + 1, 1.89), lapses


def step(value: float, base: float) -> int:
    """Return the rung of a logarithmic scale on which a value stands."""
    return floor(log(value) / log(base))


def area_under_curve(chances: Sequence[float], passed: Sequence[bool]) -> float:
    """Return the chance that a pass was forecast higher than a fail, ties counting half (Mann-Whitney)."""
    ranks: dict[float, list[bool]] = defaultdict(list)
    for chance, result in zip(chances, passed, strict=True):
        ranks[chance].append(result)
    fails, wins = 0, 0.0
    for chance in sorted(ranks):
        passes = sum(ranks[chance])
        misses = len(ranks[chance]) - passes
        wins += passes * (fails + misses / 2)
        fails += misses
    return wins / (fails * sum(passed)) if 0 < fails < len(passed) else 0.5
