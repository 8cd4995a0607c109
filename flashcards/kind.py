"""A kind: which fields a note has and which cards it gives, as a declaration."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from flashcards.card import Card
from flashcards.note import Note
from flashcards.place import Problem

COMMON_DETAILS = ("id", "source", "accept", "note", "disputed")
COMMON_FIELDS = ("was",)


@dataclass(frozen=True, slots=True)
class Field:
    """A plain field: a string, or with `many` a list of them; `one_of` limits its values."""

    name: str
    required: bool = False
    many: bool = False
    one_of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Slot:
    """A field whose values are facts: a string, or a mapping with that string under `key` plus `details`.

    With `pairs`, a mapping's other keys each make a fact: {in front of: quadratus-lumborum} has the
    text "quadratus-lumborum" of "in front of"; `keys` limits them (empty: any).
    """

    name: str
    key: str = "text"
    details: tuple[str, ...] = ()
    one_of: Mapping[str, tuple[str, ...]] | None = None
    pairs: bool = False
    keys: tuple[str, ...] = ()
    slot: str = ""
    required: bool = False


@dataclass(frozen=True, slots=True)
class Parts:
    """A field that divides a note: a mapping of part names to the note's own slots."""

    name: str
    slots: tuple[Slot, ...]


Notes = Mapping[str, Note]
Check = Callable[[Note, Notes], Iterable[Problem]]


@dataclass(frozen=True, slots=True)
class Kind:
    """One section of a deck: its fields, its checks, and the cards its notes give.

    `pair_key` makes the key of a note in a section that is a list of pairs; empty where notes have keys.
    `derive` adds notes that follow from the others; it sees those written in this section.
    """

    section: str
    noun: str
    fields: tuple[Field | Slot | Parts, ...]
    cards: Callable[[Note, Notes], Iterable[Card]]
    checks: tuple[Check, ...] = ()
    listed: bool = False
    derive: Callable[[Notes], Iterable[Note]] | None = None
    finish: Callable[[Note], Note] = lambda note: note
