"""A reference: what one deck names of another."""

from __future__ import annotations

from dataclasses import dataclass

from flashcards.place import Place


@dataclass(frozen=True, slots=True)
class Reference:
    """Another deck by its id; with `key`, one note of it.

    >>> reference(Place("hip.yaml", 4, 12), "thigh/sartorius")
    Reference(place=Place(file='hip.yaml', line=4, column=12), deck='thigh', key='sartorius')
    """

    place: Place
    deck: str
    key: str = ""

    @property
    def text(self) -> str:
        """The reference as decks write it."""
        return f"{self.deck}/{self.key}" if self.key else self.deck


def reference(place: Place, text: str) -> Reference:
    """Take a reference apart."""
    deck, _, key = text.partition("/")
    return Reference(place, deck, key)
