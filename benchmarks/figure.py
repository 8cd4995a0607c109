"""A figure: what a task takes us and what it takes a peer, measured in turn in one run."""

import statistics
import time
from collections.abc import Callable
from typing import TypedDict

Task = Callable[[], object]


class Figure(TypedDict):
    """The medians of both in *unit*, and of the ratios of two side by side: over 1, ours is better."""

    ours: float
    peer: float
    ratio: float
    unit: str


def rates(ours: Task, peer: Task, count: int, unit: str, rounds: int = 7) -> Figure:
    """Return how many of *count* things a second of CPU time does, by ours and by the peer."""
    pairs = [(count / cpu_seconds(ours), count / cpu_seconds(peer)) for _ in range(rounds)]
    return figure(pairs, unit, more_is_better=True)


def durations(ours: Task, peer: Task, unit: str = "s", rounds: int = 7) -> Figure:
    """Return how many seconds of CPU time each takes."""
    pairs = [(cpu_seconds(ours), cpu_seconds(peer)) for _ in range(rounds)]
    return figure(pairs, unit, more_is_better=False)


def figure(pairs: list[tuple[float, float]], unit: str, more_is_better: bool) -> Figure:
    """Sum up pairs of ours and the peer's."""
    ratios = [ours / peer if more_is_better else peer / ours for ours, peer in pairs]
    ours, peer = (statistics.median(side) for side in zip(*pairs, strict=True))
    return Figure(ours=ours, peer=peer, ratio=statistics.median(ratios), unit=unit)


def cpu_seconds(task: Task) -> float:
    """Return the CPU seconds of this process for a task; a busy machine lengthens them little."""
    begin = time.process_time()
    task()
    return time.process_time() - begin
