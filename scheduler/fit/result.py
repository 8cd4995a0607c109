"""What a fit has found: the parameters, how well they foretell, and how sure that is."""

from __future__ import annotations

from math import erf, sqrt

from ..value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..fsrs6 import FSRS6
    from ..fsrs7 import FSRS7


class Bin(Value):
    """Reviews foretold alike: how many, the mean chance of recall foretold, and the share recalled."""

    __slots__ = ("count", "foretold", "recalled")
    count: int
    foretold: float
    recalled: float

    def __init__(self, count: int, foretold: float, recalled: float) -> None:
        self.fill(count=count, foretold=foretold, recalled=recalled)


class Check(Value):
    """How the fit to the earlier reviews foretold the later ones, which it had not seen.

    - `reviews`: how many later ones count;
    - `losses`: the mean log loss of each rival by name: "old", "new" and "default" parameters, the plain
      "average" of the earlier reviews, and the "moving average" of those just before;
    - `gain`: old loss less new loss, and `error`, its standard error, for which all reviews of one card are
      taken for one observation;
    - `before`, `after`: the calibration of the old and the new parameters, in bins.
    """

    __slots__ = ("reviews", "losses", "gain", "error", "before", "after")
    reviews: int
    losses: dict[str, float]
    gain: float
    error: float
    before: tuple[Bin, ...]
    after: tuple[Bin, ...]

    def __init__(
        self,
        reviews: int,
        losses: dict[str, float],
        gain: float,
        error: float,
        before: tuple[Bin, ...],
        after: tuple[Bin, ...],
    ) -> None:
        self.fill(reviews=reviews, losses=losses, gain=gain, error=error, before=before, after=after)

    @property
    def sureness(self) -> float:
        """The chance that the new parameters foretell better, by the normal distribution.

        >>> round(Check(100, {}, gain=0.02, error=0.01, before=(), after=()).sureness, 3)
        0.977
        """
        return (1 + erf(self.gain / (self.error * sqrt(2)))) / 2 if self.error else float(self.gain > 0)


class Fit(Value):
    """The outcome of `fit`.

    - `model`: with the parameters to use from now on: the new ones if `kept`, else the old ones;
    - `reason`: why they are kept or not, in words;
    - `fitted`: the new parameters, fitted to all reviews, kept or not;
    - `reviews`: how many there are, and `counted`, how many of them count in the loss;
    - `before`, `after`: the mean log loss of those under the old and the new parameters; the new ones were
      fitted to them, so only `check`, unless it was waived, says how well they foretell.
    """

    __slots__ = ("model", "kept", "reason", "fitted", "reviews", "counted", "before", "after", "check")
    model: FSRS6 | FSRS7
    kept: bool
    reason: str
    fitted: tuple[float, ...]
    reviews: int
    counted: int
    before: float
    after: float
    check: Check | None

    def __init__(
        self,
        model: FSRS6 | FSRS7,
        kept: bool,
        reason: str,
        fitted: tuple[float, ...],
        reviews: int,
        counted: int,
        before: float,
        after: float,
        check: Check | None,
    ) -> None:
        self.fill(model=model, kept=kept, reason=reason, fitted=fitted, reviews=reviews)
        self.fill(counted=counted, before=before, after=after, check=check)

    @property
    def parameters(self) -> tuple[float, ...]:
        """The parameters to use from now on."""
        return self.model.parameters
