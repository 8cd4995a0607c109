"""Where something stands in a file, and what is wrong there."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

Severity = Literal["error", "warning", "hint"]


class Place(NamedTuple):
    """A spot in a file; line and column count characters from 1, as editors do.

    A tuple, since reading makes one for every value: a frozen dataclass takes three times as long to make.

    >>> str(Place("decks/hip.yaml", 6, 16))
    'decks/hip.yaml:6:16'
    """

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing wrong at one place: what it is, what to do, and whether the deck can be used all the same.

    `hint` is a few words beside the caret, `help` a sentence below; `width` is how many characters the caret
    underlines; `also` are other places that belong to it (the first of two equal keys).
    """

    place: Place
    code: str
    message: str
    help: str = ""
    hint: str = ""
    width: int = 1
    severity: Severity = "error"
    also: tuple[Place, ...] = ()
