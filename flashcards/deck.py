"""A deck: one file of notes, read whole and found without an error."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from flashcards.card import Card
from flashcards.note import Head, Note
from flashcards.place import Problem


@dataclass(frozen=True, slots=True)
class Deck:
    """The notes of one file and the cards they give; `problems` holds warnings only, `tags` count for all.

    `heads` tell of the notes written in the file, without those that follow from others. `vocabulary`
    holds the deck's own words, in plain values; they count where its cards are asked and marked.
    """

    id: str
    title: str
    path: Path
    language: str = "en"
    sources: Mapping[str, str] = field(default_factory=dict)
    notes: Sequence[Note] = ()
    heads: tuple[Head, ...] = ()
    cards: Sequence[Card] = ()
    problems: tuple[Problem, ...] = ()
    tags: tuple[str, ...] = ()
    vocabulary: Mapping[str, Any] = field(default_factory=dict)

    def note(self, key: str) -> Note:
        """Return the note of that key; KeyError where there is none."""
        return {note.key: note for note in self.notes}[key]

    def aliases(self) -> Mapping[str, tuple[str, ...]]:
        """Return every note's name with its other names, for marking a typed answer."""
        return {note.name: note.words.get("aka", ()) + note.words.get("latin", ()) for note in self.notes}
