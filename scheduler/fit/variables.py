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


SMALL, CLOSER = 500, 2.0


def closeness(count: int) -> float:
    """Return how many times as much the prior counts on so many reviews as on a large log: 3 down to 1.

    With 1 throughout, a fit to a hundred reviews did harm; with 3, one to ten thousand lost to the peer's.
    """
    return 1 + CLOSER * SMALL / (SMALL + count)


class Variables:
    """The way from parameters to variables and back, for a log of so many reviews that count.

    First stabilities go by their logarithm, and a parameter that must not fall by what it exceeds the one
    before it.

    >>> from .kinds import KINDS
    >>> variables = Variables(KINDS["FSRS-6"], count=1000)
    >>> variables.parameters(variables.of(variables.default)).round(4)[:4].tolist()
    [0.212, 1.2931, 2.3065, 8.2956]
    """

    def __init__(self, kind: Kind, count: int) -> None:
        table = kind.table
        self.rising = [slice(first, last + 1) for first, last in table.rising]
        self.default, self.deviation = np.array(table.default), np.array(table.deviations)
        lowest = np.array(table.lowest)
        for number, least in kind.lowest.items():
            lowest[number] = least
        self.limits = lowest, np.array(table.highest)
        self.lowest, self.highest = map(_bent, self.limits)
        self.prior = kind.prior * closeness(count) / count
        unit = self.deviation.copy()
        unit[:FIRST] = LOG_UNIT
        self.unit = unit / np.sqrt(np.square(kind.bend) + 2 * self.prior + FLATTEST)

    def of(self, parameters: Floats) -> Floats:
        """Return the variables of parameters."""
        values = np.clip(_bent(parameters), self.lowest, self.highest)
        for rising in self.rising:
            values[rising] = np.diff(values[rising], prepend=0)
        scaled: Floats = values / self.unit
        return scaled

    def bounds(self) -> list[tuple[float, float]]:
        """Return the least and the greatest value of each variable."""
        lowest, highest = self.lowest.copy(), self.highest.copy()
        for rising in self.rising:
            lowest[rising.start + 1 : rising.stop] = 0
            highest[rising.start + 1 : rising.stop] -= self.lowest[rising.start]
        return list(zip((lowest / self.unit).tolist(), (highest / self.unit).tolist(), strict=True))

    def parameters(self, variables: Floats) -> Floats:
        """Return the parameters of variables."""
        values = self._summed(variables)
        values[:FIRST] = np.exp(values[:FIRST])
        within: Floats = np.clip(values, *self.limits)  # last, for e^ln(100) is above 100
        return within

    def gradient(self, variables: Floats, by_parameter: Floats) -> Floats:
        """Return derivatives by variables, from those by parameters."""
        values = self._summed(variables)
        moved = np.where((values >= self.lowest) & (values <= self.highest), by_parameter, 0.0)
        moved[:FIRST] *= np.exp(values[:FIRST])
        for rising in self.rising:
            moved[rising] = np.cumsum(moved[rising][::-1])[::-1]
        result: Floats = moved * self.unit
        return result

    def penalty(self, parameters: Floats) -> tuple[float, Floats]:
        """Return what the prior adds to the mean loss, and its derivatives by the parameters.

        That is `prior` times the squared distances from the defaults, in deviations over learners.
        """
        away = (parameters - self.default) / self.deviation
        away[:FIRST] = np.log(parameters[:FIRST] / self.default[:FIRST]) / LOG_DEVIATION
        slope = away / self.deviation
        slope[:FIRST] = away[:FIRST] / LOG_DEVIATION / parameters[:FIRST]
        return float(self.prior * (away @ away)), 2 * self.prior * slope

    def _summed(self, variables: Floats) -> Floats:
        values = variables * self.unit
        for rising in self.rising:
            values[rising] = np.cumsum(values[rising])
        return values


def _bent(parameters: Floats) -> Floats:
    """Return parameters with the logarithm in place of first stabilities."""
    values = parameters.copy()
    values[:FIRST] = np.log(values[:FIRST])
    return values
