"""Logs of reviews, and the losses of both models on them, for the laws of fitting."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from flashcards.scheduler import FSRS6, FSRS7, MemoryModel, Rating
from scheduler.batch import fractional_days, histories, local_days, prefix_tree
from scheduler.batch.prefixes import PrefixTree
from scheduler.fit.fsrs6_loss import FSRS6Loss
from scheduler.fit.fsrs7_loss import FSRS7Loss
from scheduler.fit.nodes import nodes

DAY = 86_400_000
Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Loss = FSRS6Loss | FSRS7Loss
MODELS = (FSRS6, FSRS7)
USUAL = FSRS6()


class Log(NamedTuple):
    """Reviews by card and time, as `fit` takes them."""

    card: Ints
    time_ms: Ints
    rating: Ints


def drawn_log(seed: int, cards: int = 30, longest: int = 8) -> Log:
    """Some cards, some of whose reviews come on the same day as the one before."""
    chance = np.random.default_rng(seed)
    card = np.repeat(np.arange(cards), chance.integers(1, longest + 1, cards))
    near = chance.random(card.size) < 0.3
    waits = np.where(near, 0.01, np.exp(chance.normal(1.0, 1.5, card.size)))
    rating = chance.choice([1, 2, 3, 4], card.size, p=[0.2, 0.15, 0.5, 0.15])
    return Log(card, np.cumsum(waits * DAY).astype(np.int64), rating)


def tree_of(model: type[FSRS6 | FSRS7], log: Log, worth: float = 1.0) -> PrefixTree:
    """Equal beginnings of the log, in the days the model counts by."""
    exact = model.exact_days
    days = fractional_days(log.time_ms) if exact else local_days(log.time_ms)
    return prefix_tree(histories(log.card, days, log.rating, exact), worth)


def loss_of(model: type[FSRS6 | FSRS7], tree: PrefixTree, weight: Floats) -> Loss:
    """The model's loss with a weight by row; what cannot count gets none."""
    counts = tree.parent[tree.node] != tree.node
    if not model.exact_days:
        counts &= tree.elapsed[tree.node] >= 1
    by_node: Floats = np.bincount(tree.node, weight * counts, tree.parent.size).astype(np.float64)
    made: type[Loss] = FSRS7Loss if model is FSRS7 else FSRS6Loss
    return made(nodes(tree, by_node, same_day=not model.exact_days))


def near_default(model: type[FSRS6 | FSRS7], seed: int, spread: float = 0.15) -> Floats:
    """Parameters up to some tenths from the defaults, within bounds and order."""
    table = model.table
    shift = np.random.default_rng(seed).normal(0, spread, len(table.default))
    low = np.maximum(table.lowest, 1e-3)
    drawn: Floats = np.clip(
        np.array(table.default) * np.exp(shift), low * 1.01, np.array(table.highest) * 0.99
    )
    for first, last in table.rising:
        drawn[first : last + 1].sort()
    return drawn


def learner(truth: MemoryModel, seed: int, cards: int, longest: int = 8, spread: int = 2000) -> Log:
    """The reviews of one who remembers as the model says, asked at times that suit the default learner.

    Cards begin within *spread* days.
    """
    chance, rows = np.random.default_rng(seed), []
    for card in range(cards):
        rating = Rating(int(chance.choice([1, 2, 3, 4], p=[0.25, 0.1, 0.55, 0.1])))
        memory, believed, day = truth.first(rating), USUAL.first(rating), int(chance.integers(0, spread))
        rows.append((card, day * DAY, int(rating)))
        for _ in range(longest - 1):
            wait = round(min(max(USUAL.interval(believed, 0.85) * chance.uniform(0.5, 1.5), 1), 60))
            recalled = chance.random() < truth.retrievability(memory, wait)
            rating = Rating(int(chance.choice([2, 3, 4], p=[0.15, 0.75, 0.1]))) if recalled else Rating.AGAIN
            memory, believed = truth.next(memory, rating, wait), USUAL.next(believed, rating, wait)
            day += wait
            rows.append((card, day * DAY, int(rating)))
    return Log(*(np.array(column) for column in zip(*rows, strict=True)))
