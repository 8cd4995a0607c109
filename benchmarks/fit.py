"""Fitting: the seconds from arrays to parameters, beside fsrs-rs-python's, on up to a million reviews.

Both fit all reviews, ours without the check on later ones, which the peer does not make.
"""

from functools import partial

from benchmarks.figure import Figure, durations
from benchmarks.fit_peer import peer_fit
from benchmarks.logs import Log, tiled
from flashcards.scheduler import FSRS6, FSRS7, Fit, fit

SEED = 1


def our_fit(log: Log, model: FSRS6 | FSRS7) -> Fit:
    """Fit a model as the peer does, without a check."""
    return fit(model, log.card, log.time_ms, log.rating, checked=0)


def measure(rows: int, rounds: int) -> Figure:
    """Measure FSRS-6 on so many reviews."""
    log = tiled(rows, SEED)
    return durations(partial(our_fit, log, FSRS6()), partial(peer_fit, log), rounds=rounds)


def measure_1k() -> Figure:
    """Measure a thousand reviews."""
    return measure(1_000, rounds=15)


def measure_10k() -> Figure:
    """Measure ten thousand reviews."""
    return measure(10_000, rounds=11)


def measure_100k() -> Figure:
    """Measure a hundred thousand reviews."""
    return measure(100_000, rounds=7)


def measure_1m() -> Figure:
    """Measure a million reviews."""
    return measure(1_000_000, rounds=3)


def measure_fsrs7() -> Figure:
    """Measure FSRS-7 on a hundred thousand reviews; no peer fits it, so our FSRS-6 stands in its place."""
    log = tiled(100_000, SEED)
    return durations(partial(our_fit, log, FSRS7()), partial(our_fit, log, FSRS6()), rounds=5)
