"""What a collection holds once only: a deck's id, and a muscle."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from flashcards.deck import Deck
from flashcards.fact import fold
from flashcards.note import Note
from flashcards.place import Place, Problem
from flashcards.reading import Reading


class Once:
    """Remembers the decks met and the muscles they tell, and finds what is met again."""

    def __init__(self) -> None:
        self._decks: dict[str, Path] = {}
        self._muscles: dict[str, Note] = {}

    def checked(self, reading: Reading) -> Reading:
        """Return a reading with the problems that it has after those before it; with one it has no deck."""
        if reading.deck is None:
            return reading
        problems = [*self._same_id(reading.deck, reading), *self._same_muscles(reading.deck)]
        if not problems:
            return reading
        return replace(reading, deck=None, problems=tuple(sorted((*reading.problems, *problems))))

    def _same_id(self, deck: Deck, reading: Reading) -> Iterator[Problem]:
        other = self._decks.setdefault(deck.id, reading.path)
        if other != reading.path:
            line = next(number for number, text in enumerate(reading.lines, 1) if text.startswith("deck:"))
            message, help = f"the id '{deck.id}' is that of {other} too", "give one of the two another id"
            place = Place(str(reading.path), line, 1)
            yield Problem(place, "same-deck", message, help=help, width=len("deck"))

    def _same_muscles(self, deck: Deck) -> Iterator[Problem]:
        for note in deck.written:
            if note.kind == "muscles":
                first = next((self._muscles[name] for name in _names(note) if name in self._muscles), note)
                self._muscles |= dict.fromkeys(_names(note), first)
                if first.deck != deck.id:
                    yield _told_twice(note, first)


def _names(note: Note) -> tuple[str, str]:
    """Return what a muscle is known again by: its key and its name."""
    return note.key, fold(note.name)


def _told_twice(note: Note, first: Note) -> Problem:
    return Problem(
        note.place,
        "told-twice",
        f"{note.name} is told in {first.place.file}:{first.place.line} too",
        help=f"tell it in one of the two; the other refers to it, here as {first.path}",
        width=len(note.key),
        also=(first.place,),
    )
