"""Packages: Anki notes as the bytes of an .apkg file, the same for the same notes wherever they are made."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from hashlib import blake2s
from io import BytesIO
from itertools import count
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from flashcards.anatomy.safety import study_aid
from flashcards.anki.registry import registry
from flashcards.anki.update import Update
from flashcards.anki.writing import genanki_note
from flashcards.errors import ExportError

UNIX = 3


def packed(updates: Sequence[Update]) -> bytes:
    """Return the package of some decks; ExportError where two notes or decks would be one in Anki."""
    _refuse_doubles(updates)
    first_id = max(update.ledger.latest for update in updates) * 1000
    with closing(sqlite3.connect(":memory:")) as database:
        _package(updates).write_to_db(database.cursor(), first_id / 1000, count(first_id))
        database.commit()
        return _zipped({"collection.anki2": database.serialize(), "media": b"{}"})


def _refuse_doubles(updates: Sequence[Update]) -> None:
    for name in doubles(update.ledger.name for update in updates):
        message = f"two decks are called '{name}', and Anki would make one of them"
        raise ExportError(message, "export them apart, or change the title of one that was never exported")
    for guid in doubles(note.guid for update in updates for note, _ in update.notes):
        message = f"two notes have the guid {guid}, and Anki would take both for new ones"
        raise ExportError(message, "a deck's ledger seems to be a copy of another's: move it away")


def doubles(names: Iterable[str]) -> Iterator[str]:
    """Yield what stands more than once.

    >>> list(doubles(["hip", "knee", "hip"]))
    ['hip']
    """
    return (name for name, number in Counter(names).items() if number > 1)


def _zipped(members: Mapping[str, bytes]) -> bytes:
    target = BytesIO()
    with ZipFile(target, "w") as archive:
        for name in sorted(members):
            info = ZipInfo(name)  # which is dated 1980, so that the bytes do not hang on the clock
            info.create_system, info.compress_type = UNIX, ZIP_DEFLATED
            archive.writestr(info, members[name], compresslevel=6)
    return target.getvalue()


def _package(updates: Iterable[Update]) -> Any:
    from genanki import Deck, Package  # here, since it takes long to load

    decks = []
    for update in updates:
        deck = Deck(deck_id(update.deck.id), update.ledger.name, study_aid(update.deck))
        for note, mod in update.notes:
            deck.add_note(genanki_note(note, mod))
        decks.append(deck)
    return Package(decks)


def deck_id(deck: str) -> int:
    """Return the number of a deck in a package; Anki itself knows decks by name.

    >>> deck_id("hip") == deck_id("hip") != deck_id("knee")
    True
    """
    name = f"{registry()['namespace']}/{deck}".encode()
    return (1 << 40) + int.from_bytes(blake2s(name, digest_size=5).digest())
