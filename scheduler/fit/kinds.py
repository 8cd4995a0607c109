"""What fitting needs to know of each model: its loss, which reviews count, how the old ones weigh less."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from ..batch.arrays import Floats
from ..errors import ParametersError
from ..fsrs6 import FSRS6
from ..fsrs7 import FSRS7
from ..parameters import ParameterTable
from .fsrs6_loss import FSRS6Loss
from .fsrs7_loss import FSRS7Loss
from .nodes import Nodes

Fitted = FSRS6 | FSRS7


class Loss(Protocol):
    """The weighted log loss of one log of reviews, summed."""

    def chances(self, parameters: Floats) -> Floats:
        """Return the chance of recall at each node."""

    def __call__(self, parameters: Floats) -> tuple[float, Floats]:
        """Return the loss and its derivatives by the parameters."""


@dataclass(frozen=True, slots=True)
class Kind:
    """How one model is fitted.

    - `exact_days`: all repeats count, by exact times; else those on a later local day than the one before;
    - a review weighs `oldest + (1 - oldest) * age ** freshness`, age from 0 for the oldest to 1;
    - `prior`: how much the distance of the parameters from the defaults counts, in reviews, for a large log;
      for a small one it is up to three times as much (see `variables`);
    - `precision`: a search on a sample of the cards, and one on all, ends when a step improves the mean loss
      by less than that share of it;
    - `lowest`: bounds above the model's own, where a factor of 0 would have no slope;
    - `bend`: by parameter, how much the mean loss bends (the root of its second derivative) at the defaults,
      where a unit is a deviation of the parameter over learners, or for first stabilities half of the
      logarithm. It only says how far to step at first: measured on one real log, it need not be exact.

    Which count, weights and prior: fsrs-rs @0cbb9d3 src/dataset.rs, src/training.rs. For FSRS-7 it has,
    @4009817, a prior of 1/3 and weights that fall to 0.0667 by a power of 11.25; on some hundred reviews
    these did harm, and on a large log they did no better (docs/fit.md).
    """

    table: ParameterTable
    exact_days: bool
    loss: Callable[[Nodes], Loss]
    model: Callable[[tuple[float, ...]], Fitted]
    oldest: float
    freshness: float
    prior: float
    precision: tuple[float, float]
    lowest: dict[int, float]
    bend: tuple[float, ...]


# fmt: off
KINDS = {
    FSRS6.name: Kind(
        FSRS6.table, False, FSRS6Loss, FSRS6, oldest=0.25, freshness=3, prior=1.0, precision=(3e-4, 5e-5),
        lowest={15: 0.01},
        bend=(
            0.04, 0.01, 0.03, 0.01, 0.02, 0.02, 0.03, 0.8, 0.08, 0.06, 0.1,
            0.04, 0.03, 0.11, 0.03, 0.02, 0.02, 0.08, 0.07, 0.17, 0.29,
        ),
    ),
    FSRS7.name: Kind(
        FSRS7.table, True, FSRS7Loss, FSRS7, oldest=0.25, freshness=3, prior=1.0, precision=(1e-5, 2e-5),
        lowest={13: 0.01, 21: 0.01},
        bend=(
            0.03, 0.01, 0.02, 0.01, 0.02, 0.03, 0.02,
            0.07, 0.06, 0.06, 0.09, 0.11, 0.05, 0.02, 0.02,
            0.02, 0.04, 0.02, 0.02, 0.1, 0.02, 0.02, 0.02,
            0.06, 0.18, 0.08, 0.11, 0.13, 0.02, 0.05, 0.05, 0.1, 0.03, 0.11,
        ),
    ),
}
# fmt: on


def kind_of(model: object) -> Kind:
    """Return how a model is fitted; ParametersError for one that cannot be."""
    if isinstance(model, Fitted) and model.name in KINDS:
        return KINDS[model.name]
    raise ParametersError(f"{model!r} cannot be fitted: give FSRS6() or FSRS7()")
