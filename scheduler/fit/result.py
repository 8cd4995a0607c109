"""What a fit has found: the parameters, how well they foretell, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass
from math import erf, sqrt

from .kinds import Fitted


@dataclass(frozen=True, slots=True)
class Bin:
    """Reviews foretold alike: how many, the mean chance of recall foretold, and the share recalled."""

    count: int
    foretold: float
    recalled: float


@dataclass(frozen=True, slots=True)
class Check:
    """How the fit to the earlier reviews foretold the later ones, which it had not seen.

    - `reviews`: how many later ones count;
    - `losses`: the mean log loss of each rival by name: "old", "new" and "default" parameters, the plain
      "average" of the earlier reviews, and the "moving average" of those just before;
    - `gain`: old loss less new loss, and `error`, its standard error, for which all reviews of one card are
      taken for one observation;
    - `before`, `after`: the calibration of the old and the new parameters.
    """

    reviews: int
    losses: dict[str, float]
    gain: float
    error: float
    before: tuple[Bin, ...]
    after: tuple[Bin, ...]

    @property
    def sureness(self) -> float:
        """The chance that the new parameters foretell better, by the normal distribution.

        >>> Check(100, {}, 0.02, 0.01, (), ()).sureness.__round__(3)
        0.977
        """
        return (1 + erf(self.gain / (self.error * sqrt(2)))) / 2 if self.error else float(self.gain > 0)


@dataclass(frozen=True, slots=True)
class Fit:
    """The outcome of `fit`.

    - `model`: with the parameters to use from now on: the new ones if `kept`, else the old ones;
    - `reason`: why they are kept or not, a sentence;
    - `fitted`: the new parameters, fitted to all reviews, kept or not;
    - `reviews`: how many there are, and `counted`, how many of them count in the loss;
    - `before`, `after`: the mean log loss of those under the old and the new parameters; the new ones were
      fitted to them, so only `check`, unless it was waived, says how well they foretell.
    """

    model: Fitted
    kept: bool
    reason: str
    fitted: tuple[float, ...]
    reviews: int
    counted: int
    before: float
    after: float
    check: Check | None

    @property
    def parameters(self) -> tuple[float, ...]:
        """The parameters to use from now on."""
        return self.model.parameters
