"""The search for parameters: the weighted log loss with its prior, minimised by L-BFGS-B."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from scipy.optimize import minimize

from ..batch.arrays import Floats
from .nodes import nodes
from .trials import Trials, Truths
from .variables import Variables

Progress = Callable[[float], object]

SAMPLE = 5_000
"""Of a log with many more reviews that count, so many of them, on whole cards, show the way beforehand."""

MEMORY = 20
USUAL_STEPS = 16


def search(trials: Trials, rows: Truths, start: Floats, progress: Progress) -> Floats:
    """Return the parameters that fit the trials in these rows best; *progress* is told the share done.

    A large log is searched on a sample of its cards first, from *start* on, and only then as a whole.
    """
    weight, (rough, fine) = trials.weights(rows), trials.kind.precision
    every = int(np.count_nonzero(rows)) // SAMPLE
    if every >= 2:
        start = _descend(trials, weight * _every_card(trials, every), start, rough, bool)
    found = _descend(trials, weight, start, fine, progress)
    progress(1.0)
    return found


def _every_card(trials: Trials, every: int) -> Truths:
    """Return which rows are of every so many-th card."""
    number = np.cumsum(trials.card[1:] != trials.card[:-1])
    sample: Truths = np.concatenate([[0], number]) % every == 0
    return sample


def _descend(trials: Trials, weight: Floats, start: Floats, precision: float, progress: Progress) -> Floats:
    objective = Objective(trials, weight)
    variables, steps = objective.variables, 0

    def stepped(_: Floats) -> None:
        nonlocal steps
        steps += 1
        progress(1 - USUAL_STEPS / (USUAL_STEPS + steps))

    found = minimize(
        objective,
        variables.of(start),
        jac=True,
        method="L-BFGS-B",
        bounds=variables.bounds(),
        callback=stepped,
        options={"ftol": precision, "gtol": 1e-6, "maxcor": MEMORY},
    )
    return variables.parameters(found.x)


class Objective:
    """What is minimised: the weighted mean of the log loss, and the prior."""

    def __init__(self, trials: Trials, weight: Floats) -> None:
        self.loss = trials.kind.loss(nodes(trials.tree, trials.by_node(weight), not trials.kind.exact_days))
        self.total = float(weight.sum())
        self.variables = Variables(trials.kind, int(np.count_nonzero(weight)))

    def __call__(self, variables: Floats) -> tuple[float, Floats]:
        """Return the objective and its derivatives by the variables."""
        parameters = self.variables.parameters(variables)
        loss, slopes = self.loss(parameters)
        penalty, drawn = self.variables.penalty(parameters)
        gradient = self.variables.gradient(variables, slopes / self.total + drawn)
        return loss / self.total + penalty, gradient
