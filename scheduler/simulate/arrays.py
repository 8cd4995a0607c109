"""The kinds of arrays: numbers with fractions, whole ones such as ratings and places, yes and no."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.floating[Any]]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
