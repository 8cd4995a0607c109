"""Whole histories at once, from arrays, with numpy.

Give days as local_days or fractional_days make them of times; histories puts the reviews in order, and
prefix_tree finds what cards have in common.
"""

from .days import fractional_days, local_days
from .histories import Histories, histories
from .prefixes import PrefixTree, prefix_tree
from .replay import replay

__all__ = ["Histories", "PrefixTree", "fractional_days", "histories", "local_days", "prefix_tree", "replay"]
