"""The three things a YAML tree is made of."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from flashcards.place import Place


class Scalar(NamedTuple):
    """A text: `style` is empty for a plain one, else the sign it begins with (a quote, `|` or `>`).

    `width` is how many characters of its first line it takes, for a caret. An empty value (`key:`) has the
    place and the width of its key.
    """

    text: str
    place: Place
    style: str = ""
    width: int = 1

    @property
    def quoted(self) -> bool:
        """Return whether the text stands in quotes or in a block, so that every sign in it is meant."""
        return self.style != ""


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list; its place is its first dash or its bracket."""

    items: "tuple[Node, ...]"
    place: Place


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with their values, in the order of the file, none twice; placed at its first key or its brace."""

    pairs: "tuple[tuple[Scalar, Node], ...]"
    place: Place

    def __iter__(self) -> "Iterator[tuple[Scalar, Node]]":
        return iter(self.pairs)


Node = Scalar | Sequence | Mapping
