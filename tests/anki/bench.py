"""A deck on the bench, to be edited and exported, and a collection of the real Anki to import it into."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from shutil import copy
from typing import Any

import pytest

from flashcards.anatomy import read_deck
from flashcards.anki.export import export
from flashcards.anki.ledger import ledger_places
from flashcards.anki.update import Update
from flashcards.deck import Deck

HIP = Path(__file__).with_name("hip.yaml")
NOW = 1_790_000_000


@dataclass(frozen=True, slots=True)
class Bench:
    """A copy of a deck in a folder of its own."""

    folder: Path

    @property
    def source(self) -> Path:
        return self.folder / "hip.yaml"

    @property
    def package(self) -> Path:
        return self.folder / "hip.apkg"

    @property
    def ledger(self) -> Path:
        return self.folder / "hip.anki.json"

    def edit(self, old: str, new: str) -> None:
        text = self.source.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times"
        self.source.write_text(text.replace(old, new), encoding="utf-8")

    def deck(self) -> Deck:
        return read_deck(self.source)

    def export(self, now: int = NOW) -> Update:
        (update,) = export([self.deck()], self.package, self.places, now)
        return update

    def places(self, deck: Deck) -> tuple[Path, Path]:
        return ledger_places(deck, self.folder / "home", shipped=False)

    def guids(self) -> Mapping[str, str]:
        facts = json.loads(self.ledger.read_text(encoding="utf-8"))["facts"]
        return {path: entry["guid"] for path, entry in facts.items()}


def make_bench(folder: Path, deck: Path = HIP) -> Bench:
    folder.mkdir(exist_ok=True)
    copy(deck, folder / "hip.yaml")
    return Bench(folder)


Schedules = Mapping[tuple[str, int], tuple[object, ...]]


@dataclass(frozen=True, slots=True)
class Log:
    """How many notes of an import were what."""

    new: int = 0
    updated: int = 0
    duplicate: int = 0
    conflicting: int = 0


class Anki:
    """A collection of the real Anki."""

    def __init__(self, folder: Path) -> None:
        self.anki = pytest.importorskip("anki.collection", reason="the test extra brings the real Anki")
        folder.mkdir(exist_ok=True)
        self.collection = self.anki.Collection(str(folder / "collection.anki2"))

    def take(self, package: Path) -> Log:
        """Import a package with the defaults."""
        options = self.anki.ImportAnkiPackageOptions()
        request = self.anki.ImportAnkiPackageRequest(package_path=str(package), options=options)
        log = self.collection.import_anki_package(request).log
        return Log(*(len(found) for found in (log.new, log.updated, log.duplicate, log.conflicting)))

    def cards(self) -> Iterator[Any]:
        return (self.collection.get_card(number) for number in self.collection.find_cards(""))

    def study(self, deck: str, number: int) -> None:
        """Answer up to so many cards by Anki's own scheduler, each with another rating."""
        self.collection.decks.select(self.collection.decks.id(deck))
        for turn in range(number):
            if card := self.collection.sched.getCard():
                self.collection.sched.answerCard(card, 1 + turn % 4)

    def schedules(self) -> Schedules:
        """Where every card stands, by guid and template; a new card's place in the queue is no schedule."""
        rows = self.collection.db.all(
            """select guid, ord, type, queue, case type when 0 then 0 else due end, ivl, factor, reps, lapses,
            left, cards.data, (select count() from revlog where cid = cards.id)
            from cards join notes on nid = notes.id"""
        )
        return {(guid, ordinal): tuple(rest) for guid, ordinal, *rest in rows}

    def note(self, guid: str) -> Any:
        return self.collection.get_note(
            self.collection.db.scalar("select id from notes where guid = ?", guid)
        )

    def close(self) -> None:
        self.collection.close()
