"""The 21 parameters of FSRS-6: their defaults, their bounds, and how older sets become one.

Defaults, older sets: fsrs-rs @0cbb9d3 src/inference.rs, src/model.rs; bounds: py-fsrs 6.3.2 scheduler.py.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import log

from .errors import ParametersError, refuse

Parameters = tuple[float, ...]

# fmt: off
DEFAULT_PARAMETERS: Parameters = (
    0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796,
    1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
)
LOWEST_PARAMETERS: Parameters = (
    0.001, 0.001, 0.001, 0.001, 1.0, 0.001, 0.001, 0.001, 0.0, 0.0, 0.001,
    0.001, 0.001, 0.001, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.1,
)
HIGHEST_PARAMETERS: Parameters = (
    100.0, 100.0, 100.0, 100.0, 10.0, 4.0, 4.0, 0.75, 4.5, 0.8, 3.5,
    5.0, 0.25, 0.9, 4.0, 1.0, 6.0, 2.0, 2.0, 0.8, 0.8,
)
# fmt: on


def check_parameters(values: Sequence[float]) -> None:
    """Raise ParametersError, naming every problem, unless *values* are 21 numbers in bounds and order."""
    refuse(ParametersError, _number_problems(values))
    refuse(ParametersError, [*_bound_problems(values), *_order_problems(values)])


def _number_problems(values: Sequence[float]) -> Iterator[str]:
    if len(values) != len(DEFAULT_PARAMETERS):
        yield f"FSRS-6 has 21 parameters, not {len(values)}; from_parameters converts the older 19 and 17"


def _bound_problems(values: Sequence[float]) -> Iterator[str]:
    bounds = zip(values, LOWEST_PARAMETERS, HIGHEST_PARAMETERS, strict=True)
    for number, (value, low, high) in enumerate(bounds):
        if not low <= value <= high:  # so written, it refuses NaN too
            yield f"parameter w{number} is {value!r}: it must lie between {low} and {high}"


def _order_problems(values: Sequence[float]) -> Iterator[str]:
    """The bounds do not order the first stabilities, yet a better answer must not be forgotten sooner."""
    if any(better < worse for worse, better in pairwise(values[:4])):
        yield "parameters w0 to w3, the first stability by rating, must not fall: sort them"


def upgraded(values: Sequence[float]) -> Parameters:
    """Return FSRS-6 parameters that say the same as the 17 of FSRS-4.5, the 19 of FSRS-5 or the 21 of FSRS-6.

    Any other number of them comes back as it is, for check_parameters to refuse.
    """
    match len(values):
        case 17:
            return (*_difficulty_from_fsrs4(values), 0.0, 0.0, 0.0, 0.5)
        case 19:
            return (*values, 0.0, 0.5)
        case _:
            return tuple(values)


def _difficulty_from_fsrs4(values: Sequence[float]) -> Parameters:
    """FSRS-4.5 spaced the first difficulties evenly about Good's; now they fall ever faster from Again's."""
    again, spread, change = values[4:7]
    return (*values[:4], again + 2 * spread, log(3 * spread + 1) / 3, change + 0.5, *values[7:])
