"""Whole histories at once, from arrays, with numpy.

Give days as local_days or exact_days make them of times; histories puts the reviews in order and prefix_tree
finds what cards have in common.
"""

from .days import exact_days, local_days
from .histories import Histories, histories
from .prefixes import PrefixTree, prefix_tree

__all__ = ["Histories", "PrefixTree", "exact_days", "histories", "local_days", "prefix_tree"]
