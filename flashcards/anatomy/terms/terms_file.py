"""A file of terms, read by the same strict YAML as decks: every value is the text that was written."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from flashcards.errors import DeckError
from flashcards.yamltree import Mapping, Node, Sequence, parse


def read(path: Path) -> Any:
    """Return what a file of terms holds, as mappings, lists and texts; DeckError where it cannot be read."""
    parsed = parse(path.read_bytes(), str(path))
    if parsed.root is None or parsed.problems:
        raise DeckError(parsed.problems)
    return plain(parsed.root)


def plain(node: Node) -> Any:
    """Return a tree without its places."""
    if isinstance(node, Mapping):
        return {key.text: plain(value) for key, value in node.pairs}
    return [plain(item) for item in node.items] if isinstance(node, Sequence) else node.text
