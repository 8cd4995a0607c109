"""What is gathered from all notes of a deck: once, however many of its cards ask for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache, wraps
from operator import is_
from typing import TypeVar

from flashcards.kind import Notes
from flashcards.note import Note

T = TypeVar("T")
KEPT = 4
"""Of how many decks the last things gathered are kept: decks are made one after another."""


def gathered(make: Callable[[Iterable[Note]], T]) -> Callable[[Notes], T]:
    """Return a function of a deck's notes that makes something of them once for the very same notes.

    >>> count = gathered(lambda notes: len(list(notes)))
    >>> count({})
    0
    """
    kept = lru_cache(maxsize=KEPT)(make)

    @wraps(make)
    def of(notes: Notes) -> T:
        return kept(_Same(notes.values()))

    return of


class _Same(tuple[Note, ...]):
    """Notes that equal others only where they are the very same: so they can be looked up at once."""

    __slots__ = ()

    def __hash__(self) -> int:
        return hash(tuple(map(id, self)))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and len(self) == len(other) and all(map(is_, self, other))
