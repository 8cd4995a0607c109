"""The variables a search moves: parameters in steps of a like effect, within bounds and in order."""

from __future__ import annotations

import numpy as np

from ..batch.arrays import Floats
from .kinds import Kind

FIRST = 4
"""How many first stabilities there are; they are moved in their logarithm."""

LOG_UNIT = 0.5
LOG_DEVIATION = 1.0
"""How far learners' first stabilities differ, in the logarithm. The published deviations, 6 to 28 days or
none, hardly hold them: fifty reviews did harm."""
FLATTEST = 5e-4
"""No variable is taken to bend the loss less than that: its steps would be too long."""


class Variables:
    """The way from parameters to variables and back, for a log of so many reviews that count.

    >>> from .kinds import KINDS
    >>> variables = Variables(KINDS["FSRS-6"], count=1000)
    >>> variables.parameters(variables.of(variables.default)).round(4)[:4].tolist()
    [0.212, 1.2931, 2.3065, 8.2956]
    """

    def __init__(self, kind: Kind, count: int) -> None:
        table = kind.table
        self.rising = table.rising
        self.default, self.deviation = np.array(table.default), np.array(table.deviations)
        self.lowest, self.highest = np.array(table.lowest), np.array(table.highest)
        for number, lowest in kind.lowest.items():
            self.lowest[number] = lowest
        self.prior = kind.prior / count
        unit = self.deviation.copy()
        unit[:FIRST] = LOG_UNIT
        self.unit = unit / np.sqrt(np.square(kind.bend) + 2 * self.prior + FLATTEST)

    def of(self, parameters: Floats) -> Floats:
        """Return the variables of parameters."""
        values = np.clip(parameters, self.lowest, self.highest)
        values[:FIRST] = np.log(values[:FIRST])
        scaled: Floats = values / self.unit
        return scaled

    def bounds(self) -> list[tuple[float, float]]:
        """Return the least and the greatest value of each variable."""
        return list(zip(self.of(self.lowest).tolist(), self.of(self.highest).tolist(), strict=True))

    def parameters(self, variables: Floats) -> Floats:
        """Return the parameters of variables; one that must not fall is held up by the one before it."""
        values = self._apart(variables)
        for first, last in self.rising:
            values[first : last + 1] = np.maximum.accumulate(values[first : last + 1])
        return values

    def gradient(self, variables: Floats, by_parameter: Floats) -> Floats:
        """Return derivatives by variables, from those by parameters."""
        values, moved = self._apart(variables), by_parameter.copy()
        for first, last in self.rising:
            moved[first : last + 1] = 0
            for number in range(first, last + 1):
                holder = first + int(np.argmax(values[first : number + 1]))
                moved[holder] += by_parameter[number]
        moved[:FIRST] *= values[:FIRST]
        result: Floats = moved * self.unit
        return result

    def penalty(self, parameters: Floats) -> tuple[float, Floats]:
        """Return what the prior adds to the mean loss, and its derivatives by the parameters.

        That is `prior` / reviews times the squared distances from the defaults, in deviations over learners.
        """
        away = (parameters - self.default) / self.deviation
        away[:FIRST] = np.log(parameters[:FIRST] / self.default[:FIRST]) / LOG_DEVIATION
        slope = away / self.deviation
        slope[:FIRST] = away[:FIRST] / LOG_DEVIATION / parameters[:FIRST]
        return float(self.prior * (away @ away)), 2 * self.prior * slope

    def _apart(self, variables: Floats) -> Floats:
        """Return the parameters as each would be by itself."""
        values = variables * self.unit
        values[:FIRST] = np.exp(values[:FIRST])
        limited: Floats = np.clip(values, self.lowest, self.highest)
        return limited
