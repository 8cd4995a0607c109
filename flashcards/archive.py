"""The archive: what decks gave is kept, so that a deck unchanged since then need not be read again.

It is kept under the bytes of its file, those of the files it names, and the code that read them. A cache
that is damaged, foreign or can't be written counts as none.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from hashlib import blake2b
from pathlib import Path
from typing import Any

from flashcards.cache import load, stamp, store
from flashcards.cards import Cards, Units, units_of
from flashcards.deck import Deck
from flashcards.kept import pack_units, unpack_units
from flashcards.lazy import Lazy
from flashcards.note import Note
from flashcards.packing import pack, unpack
from flashcards.reading import Reading
from flashcards.shelf import Shelf

HERE = Path(__file__).parent
ROOMS = (
    "",
    "yamltree",
    "anatomy",
    "anatomy/lint",
    "anatomy/terms",
    "anatomy/opposition",
    "anatomy/near_misses",
)
"""The folders on whose files a reading hangs: code and vocabulary."""

HEADER = ("id", "title", "language", "sources", "tags", "vocabulary")
"""What is kept of a deck as it is, besides its notes."""


@cache
def code() -> str:
    """Return what tells the code and the vocabulary of today from those of another day."""
    files = (file for room in ROOMS for file in (HERE / room).iterdir())
    return digest(stamp(sorted(file for file in files if file.suffix in (".py", ".yaml"))).encode())


def digest(content: bytes) -> str:
    """Return a short name for some bytes."""
    return blake2b(content, digest_size=16).hexdigest()


@dataclass(frozen=True, slots=True)
class Archive:
    """Takes readings from what is kept, else from `examine`, which finds other decks on the shelf."""

    shelf: Shelf
    examine: Callable[[Path, Shelf], Reading]

    def reading(self, path: Path) -> Reading:
        """Return what came of reading a file, now or before; FileError where it can't be read."""
        key = self._key(path)
        found = load(_file("deck", path), key)
        if found is None or found["named"] != self._digests(found["named"], path):
            reading = self.examine(path, self.shelf)
            found = self._keep(reading, key)
        else:
            reading = self._taken_up(path, found)
        return self._with_cards(reading, f"{key} {found['named']}") if reading.deck else reading

    def _key(self, path: Path) -> str:
        return f"{code()} {path} {digest(self.shelf.content(path))}"

    def _digests(self, decks: Mapping[str, Any], asking: Path) -> dict[str, tuple[str, str]]:
        """Return where the decks are that a file names, and what they hold; nothing where there is none."""
        found = {deck: self.shelf.find(deck, asking) for deck in decks}
        return {
            deck: (str(path), digest(self.shelf.content(path))) if path else ("", "")
            for deck, path in found.items()
        }

    def _keep(self, reading: Reading, key: str) -> Mapping[str, Any]:
        """Keep a reading, unless it names a deck that is not there: the complaint tells which ones are."""
        path, deck = reading.path, reading.deck
        named = {reference.deck: "" for reference in self.shelf.draft(path).references}
        found: dict[str, Any] = {"named": self._digests(named, path), "problems": pack(reading.problems)}
        found["deck"] = deck and {name: getattr(deck, name) for name in HEADER}
        found["heads"] = pack(deck.heads if deck else ())
        if all(content for _, content in found["named"].values()):
            store(_file("deck", path), key, found)
        return found

    def _taken_up(self, path: Path, found: Mapping[str, Any]) -> Reading:
        """Return the reading that was kept; its lines are read where there is something to show in them."""
        problems = unpack(found["problems"])
        lines = Lazy(lambda: self.shelf.draft(path).lines)
        if found["deck"] is None:
            return Reading(path, None, problems, lines)
        anew = cache(partial(self._anew, path))
        deck = Deck(
            path=path,
            notes=Lazy(lambda: anew().notes),
            heads=unpack(found["heads"]),
            cards=Cards(lambda: units_of(anew())),
            problems=problems,
            **found["deck"],
        )
        return Reading(path, deck, problems, lines)

    def _anew(self, path: Path) -> Deck:
        deck = self.examine(path, self.shelf).deck
        assert deck, "what was read without an error is read so again"
        return deck

    def _with_cards(self, reading: Reading, key: str) -> Reading:
        """Let the cards be taken from what is kept, and be kept where they have to be made."""
        deck = reading.deck
        assert deck
        asked = cache(partial(_asked, deck, key))
        notes, cards = Lazy(lambda: asked()[0]), Cards(lambda: asked()[1])
        return replace(reading, deck=replace(deck, notes=notes, cards=cards))


def _asked(deck: Deck, key: str) -> tuple[Sequence[Note], Units]:
    """Return the notes of a deck with those that follow from others, and the cards that ask them."""
    name = _file("cards", deck.path)
    found = load(name, key)
    if found is None:
        found = pack(tuple(deck.notes)), pack_units(units_of(deck), deck.notes)
        store(name, key, found)
    notes = unpack(found[0])
    return notes, unpack_units(found[1], notes)


def _file(kind: str, path: Path) -> str:
    """Return the name of the file in the cache folder that holds what a deck gave.

    One deck named in two ways has two: its problems tell their place as it was named.
    """
    named = f"{path} {path.absolute()}"
    return f"{kind}-{digest(named.encode(errors='surrogateescape'))}"
