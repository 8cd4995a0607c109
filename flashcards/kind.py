"""A kind: which fields a note has and which cards it gives, as a declaration."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from flashcards.card import Card
from flashcards.note import Note
from flashcards.place import Problem

YES = ("true", "false")
BACKINGS = tuple("012345")
"""How many of the five groups of sources behind the reference table can agree on a fact."""


@dataclass(frozen=True, slots=True)
class Field:
    """A plain field: a string, or with `many` a list of them; `one_of` limits its values.

    With `refers`, its values name notes: by their key, or another deck's as deck/key. `about` says in a few
    words what to write, for an editor to show.
    """

    name: str
    required: bool = False
    many: bool = False
    one_of: tuple[str, ...] = ()
    refers: bool = False
    about: str = ""


@dataclass(frozen=True, slots=True)
class Slot:
    """A field whose values are facts: a string, or a mapping with that string under `key` plus `details`.

    With `pairs`, each other key of a mapping makes a fact "of" that key: {in front of: quadratus-lumborum};
    `keys` limits them (empty: any). `slot_by` names a detail whose value puts the fact into another slot.
    With `refers`, its facts name notes as those of a field do.
    """

    name: str
    slot: str
    key: str = "text"
    details: tuple[str, ...] = ()
    one_of: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    pairs: bool = False
    keys: tuple[str, ...] = ()
    slot_by: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    required: bool = False
    refers: bool = False
    about: str = ""


@dataclass(frozen=True, slots=True)
class Parts:
    """A field that divides a note: a mapping of part names to slots of their own."""

    name: str
    slots: tuple[Slot, ...]
    required: bool = False
    about: str = ""


Notes = Mapping[str, Note]
Check = Callable[[Note, Notes], Iterable[Problem]]


def nothing_derived(_: Notes) -> Iterable[Note]:
    """Derive no further notes."""
    return ()


@dataclass(frozen=True, slots=True)
class Kind:
    """One section of a deck: its fields, its checks, and the cards its notes give.

    A `listed` section is a list of entries about a pair of notes, with keys made of the section and the pair;
    `derive` returns the notes that follow from all notes written, in place of those of its own section.
    A kind without fields is never written: its notes only follow from others.
    `forms` names every form its cards can have: what the kind's note type in Anki is made of.
    """

    section: str
    noun: str
    fields: tuple[Field | Slot | Parts, ...]
    cards: Callable[[Note, Notes], Iterable[Card]]
    checks: tuple[Check, ...] = ()
    listed: bool = False
    derive: Callable[[Notes], Iterable[Note]] = nothing_derived
    forms: tuple[str, ...] = ()
