"""Parameters of a model: how many, what each may be, and which of them must not fall."""

from __future__ import annotations

from itertools import pairwise

from .errors import ParametersError, refuse
from .value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Parameters = tuple[float, ...]


class ParameterTable(Value):
    """What is published of a model's parameters: defaults, bounds, and how far learners differ from them.

    `rising` are stretches (first, last number) within which no parameter may be below the one before it;
    `deviations` are standard deviations over learners, the width of the prior when parameters are fitted.
    """

    __slots__ = ("model", "default", "lowest", "highest", "deviations", "rising")
    model: str
    default: Parameters
    lowest: Parameters
    highest: Parameters
    deviations: Parameters
    rising: tuple[tuple[int, int], ...]

    def __init__(
        self,
        model: str,
        default: Parameters,
        lowest: Parameters,
        highest: Parameters,
        deviations: Parameters,
        rising: tuple[tuple[int, int], ...],
    ) -> None:
        self.fill(model=model, default=default, lowest=lowest, highest=highest)
        self.fill(deviations=deviations, rising=rising)

    def check(self, values: Sequence[float]) -> None:
        """Raise ParametersError, naming every problem, unless *values* are as many, in bounds and order."""
        if len(values) != len(self.default):
            raise ParametersError(f"{self.model} has {len(self.default)} parameters, not {len(values)}")
        refuse(ParametersError, [*self._bound_problems(values), *self._order_problems(values)])

    def _bound_problems(self, values: Sequence[float]) -> Iterator[str]:
        bounds = zip(values, self.lowest, self.highest, strict=True)
        for number, (value, low, high) in enumerate(bounds):
            if not low <= value <= high:  # so written, it refuses NaN too
                yield f"parameter w{number} is {value!r}: it must lie between {low} and {high}"

    def _order_problems(self, values: Sequence[float]) -> Iterator[str]:
        """The bounds do not order the first stabilities, yet a better answer must not be forgotten sooner."""
        for first, last in self.rising:
            if any(after < before for before, after in pairwise(values[first : last + 1])):
                yield f"parameters w{first} to w{last} must not fall: sort them"
