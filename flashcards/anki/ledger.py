"""The ledger: what every fact was in Anki at the last export, so that an update finds its note again."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from flashcards.deck import Deck
from flashcards.errors import ExportError, FileError

VERSION = 1


@dataclass(frozen=True, slots=True)
class Entry:
    """One fact as it was last exported.

    `guid` is how Anki knows its note, given once; `kind` its note type in the registry; `slot` and `text` let
    a reworded fact be recognised; `forms` are its cards; `digest` and `mod` (epoch seconds) say what its note
    held and since when. What is `gone` is kept, for it may come back; `was` are the paths it had before its
    note was renamed, for a new key may be taken back.
    """

    guid: str
    kind: str
    slot: str
    text: str
    forms: tuple[str, ...]
    digest: str
    mod: int
    gone: bool = False
    was: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ledger:
    """The entries of one deck by fact path, and its name in Anki, which finds decks by their name."""

    name: str
    entries: Mapping[str, Entry] = field(default_factory=dict)

    @property
    def latest(self) -> int:
        """The latest time of an entry, in epoch seconds; 1 where there is none."""
        return max((entry.mod for entry in self.entries.values()), default=1)


def ledger_places(deck: Deck, data: Path, shipped: bool) -> tuple[Path, Path]:
    """Return where a deck's ledger belongs, and where else it may have been kept before.

    It belongs beside the deck, but in the data folder where the deck ships or its folder is read-only.
    """
    name = f"{deck.id}.anki.json"
    beside, apart = deck.path.parent / name, data / "anki" / name
    return (apart, beside) if shipped or not os.access(deck.path.parent, os.W_OK) else (beside, apart)


def read_ledger(deck: Deck, places: Iterable[Path]) -> Ledger:
    """Read a deck's ledger from the first place that has it, else begin one; ExportError if it is damaged."""
    for place in places:
        try:
            return _parsed(place, place.read_bytes())
        except FileNotFoundError:
            continue
        except OSError as error:
            help = "this ledger keeps the schedules in Anki: let it be read"
            raise FileError(f"{place}: {error.strerror or error}", help) from error
    return Ledger(deck.title)


def _parsed(path: Path, text: bytes) -> Ledger:
    try:
        content = json.loads(text)
        if content["version"] == VERSION:
            return Ledger(content["deck"], {fact: _entry(told) for fact, told in content["facts"].items()})
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ExportError(
            f"{path}: this ledger is damaged ({error})",
            "bring back an older copy; without the ledger, what was reworded since counts as new in Anki",
        ) from error
    raise ExportError(f"{path}: this ledger is of a newer version", "update flashcards")


def _entry(told: Mapping[str, Any]) -> Entry:
    lists = {"forms": tuple(told["forms"]), "was": tuple(told.get("was", ()))}
    entry = Entry(**{**told, **lists})
    if not (entry.guid and isinstance(entry.mod, int)):
        raise ValueError("an entry without guid or time")
    return entry


def written(ledger: Ledger) -> bytes:
    """Return a ledger as its file holds it: sorted, and a line for each value, to be read and compared."""
    facts = {path: asdict(entry) for path, entry in ledger.entries.items()}
    content = {"version": VERSION, "deck": ledger.name, "facts": facts}
    return (json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()
