"""A note: one entry of a deck, such as a muscle, a technique or a plain card."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from flashcards.fact import Fact
from flashcards.place import Place


class Head(NamedTuple):
    """What a note is known by: its kind, key and name, and where it stands."""

    kind: str
    key: str
    name: str
    place: Place


@dataclass(frozen=True, slots=True)
class Note:
    """One entry of a deck: its key is its identity, its facts are what can be asked.

    `words` holds the plain fields (name, aka, purpose, ...), each a tuple of strings; `places` says where
    the value of each field stands.
    """

    key: str
    kind: str
    deck: str
    place: Place
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    facts: tuple[Fact, ...] = ()
    was: tuple[str, ...] = ()
    places: Mapping[str, Place] = field(default_factory=dict)

    def word(self, name: str) -> str:
        """Return the first value of a plain field, empty where there is none."""
        return next(iter(self.words.get(name, ())), "")

    def place_of(self, field: str) -> Place:
        """Return where a field's value stands; the key of the note where the deck does not write it."""
        return self.places.get(field, self.place)

    @property
    def name(self) -> str:
        """The name people read: the written one, else the key in plain words."""
        return self.word("name") or self.key.replace("-", " ").capitalize()

    @property
    def head(self) -> Head:
        """What the note is known by."""
        return Head(self.kind, self.key, self.name, self.place)

    @property
    def path(self) -> str:
        """The note's lasting path, deck/note."""
        return f"{self.deck}/{self.key}"

    def slot(self, *names: str) -> Iterator[Fact]:
        """Yield the facts of the named slots, in the order of the deck."""
        return (fact for fact in self.facts if fact.slot in names)
