"""The cards of a deck: made when they are first looked at, in the order and the units they are taught in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from itertools import chain, zip_longest

from flashcards.card import Card
from flashcards.deck import Deck
from flashcards.lazy import Lazy
from flashcards.sweeping import unswept

Units = Sequence[Sequence[Card]]
"""Cards that are taught together, unit after unit."""


class Cards(Lazy[Card]):
    """The cards of a deck, all units one after the other."""

    def __init__(self, make: Callable[[], Units]) -> None:
        super().__init__(lambda: tuple(chain.from_iterable(self.units)))
        self._make_units = make

    @cached_property
    def units(self) -> Units:
        """The cards unit by unit."""
        with unswept():
            return self._make_units()


def units_of(deck: Deck) -> Units:
    """Return the cards of a deck unit by unit; cards that were not made for it are one unit."""
    return deck.cards.units if isinstance(deck.cards, Cards) else (deck.cards,)


def in_turn(decks: Iterable[Deck]) -> tuple[Card, ...]:
    """Return the cards of several decks, a unit of each in turn: the foot need not wait for the head."""
    turns = zip_longest(*map(units_of, decks), fillvalue=())
    return tuple(card for turn in turns for unit in turn for card in unit)
