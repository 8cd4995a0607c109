"""What a collection holds once only: a deck's id, and a muscle."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from flashcards.deck import Deck
from flashcards.fact import fold
from flashcards.note import Head
from flashcards.place import Place, Problem
from flashcards.reading import Reading


class Once:
    """Remembers the decks met and the muscles they tell, and finds what is met again."""

    def __init__(self) -> None:
        self._decks: dict[str, Path] = {}
        self._muscles: dict[str, tuple[str, Head]] = {}

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
        for muscle in (head for head in deck.heads if head.kind == "muscles"):
            names = (muscle.key, fold(muscle.name))
            told = next((self._muscles[name] for name in names if name in self._muscles), (deck.id, muscle))
            self._muscles |= dict.fromkeys(names, told)
            if told[0] != deck.id:
                yield _told_twice(muscle, *told)


def _told_twice(muscle: Head, deck: str, first: Head) -> Problem:
    return Problem(
        muscle.place,
        "told-twice",
        f"{muscle.name} is told in {first.place.file}:{first.place.line} too",
        help=f"tell it in one of the two; the other refers to it, here as {deck}/{first.key}",
        width=len(muscle.key),
        also=(first.place,),
    )
