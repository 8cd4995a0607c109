"""Parameters of a memory model fitted to a learner's own reviews, with numpy and scipy.

The way of a fit: `trials` puts reviews in order and finds equal beginnings, `nodes` keeps what a loss hangs
on, the two losses give numbers and derivatives, `search` minimises, `check` compares with later reviews.
"""

from .fitting import fit
from .result import Bin, Check, Fit

__all__ = ["Bin", "Check", "Fit", "fit"]
