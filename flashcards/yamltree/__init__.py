"""The strict YAML of decks: `parse` turns a file into a tree of texts that know their places.

Every value is the text that was written: `no`, `1:30`, `12`, `~` and `2025-01-01` stay just that.
Anchors, aliases, merge keys, tags, directives and second documents are refused, and so are duplicate keys and
deep nests.
"""

from flashcards.yamltree.nodes import Mapping, Node, Scalar, Sequence
from flashcards.yamltree.parsing import Parsed, parse

__all__ = ["Mapping", "Node", "Parsed", "Scalar", "Sequence", "parse"]
