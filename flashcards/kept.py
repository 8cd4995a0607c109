"""Cards as they are kept: taken up by the thousand, each with its question only when that is looked at."""

from __future__ import annotations

import marshal
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from flashcards.card import Card
from flashcards.cards import Units
from flashcards.fact import Fact
from flashcards.note import Note
from flashcards.packing import pack, unpack
from flashcards.question import Question

Told = tuple[Question, tuple[str, ...]]
"""A question, and what is told after the answer."""


class KeptCard(Card):
    """A card whose question and explanation are taken up when they are first looked at."""

    __slots__ = ("_tell", "_told", "fact_path", "id")
    id: str
    fact_path: str
    _tell: Callable[[], Told]
    _told: Told | None

    def __init__(
        self, note: Note, fact: Fact, form: str, groups: tuple[str, ...], tell: Callable[[], Told]
    ) -> None:
        keep = object.__setattr__  # a card is frozen
        keep(self, "note", note)
        keep(self, "fact", fact)
        keep(self, "form", form)
        keep(self, "groups", groups)
        keep(self, "fact_path", path := f"{note.path}/{fact.id}")
        keep(self, "id", f"{path}/{form}")
        keep(self, "_tell", tell)
        keep(self, "_told", None)

    @property
    def question(self) -> Question:
        """What is asked."""
        return self._take_up()[0]

    @property
    def explanation(self) -> tuple[str, ...]:
        """What is told after the answer."""
        return self._take_up()[1]

    def _take_up(self) -> Told:
        told = self._told or self._tell()
        object.__setattr__(self, "_told", told)
        return told


def pack_units(units: Units, notes: Sequence[Note]) -> Any:
    """Return the cards of a deck in plain values: by unit, note and fact by number, the question in bytes."""
    numbers = {note.key: number for number, note in enumerate(notes)}
    facts = [{fact.id: number for number, fact in enumerate(note.facts)} for note in notes]

    def packed(card: Card) -> tuple[Any, ...]:
        note = numbers[card.note.key]
        number = facts[note].get(card.fact.id, -1)
        known = number >= 0 and notes[note].facts[number] == card.fact
        told = marshal.dumps(pack((card.question, card.explanation)))
        return note, number if known else pack(card.fact), card.form, card.groups, told

    return [[packed(card) for card in unit] for unit in units]


def unpack_units(units: Any, notes: Sequence[Note]) -> Units:
    """Return the cards that were packed; their notes are given."""
    return [[_unpacked(notes, *card) for card in unit] for unit in units]


def _unpacked(
    notes: Sequence[Note], note: int, fact: Any, form: str, groups: tuple[str, ...], told: bytes
) -> KeptCard:
    about = notes[note]
    known = about.facts[fact] if type(fact) is int else unpack(fact)
    return KeptCard(about, known, form, groups, partial(_told, told))


def _told(told: bytes) -> Told:
    question: Told = unpack(marshal.loads(told))
    return question
