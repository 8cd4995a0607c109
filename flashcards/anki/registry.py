"""The registry: the names and numbers by which Anki knows our note types, given once and never reused."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from flashcards.card import Card
from flashcards.errors import ExportError


@dataclass(frozen=True, slots=True, eq=False)
class NoteType:
    """A note type of Anki's: `fields` and `forms` (its templates) by name and in order, each with its id.

    `mod` (epoch seconds) is when its look, a hash of fields, templates and style, last changed: Anki takes a
    newer one in place of a learner's own styling, so it moves only with the look.
    """

    name: str
    id: int
    mod: int
    look: str
    fields: Mapping[str, int]
    forms: Mapping[str, int]

    def ordinal(self, form: str) -> int:
        """Return the number of a form's template, from 0; KeyError where it has none.

        >>> note_types()["cards"].ordinal("backward")
        1
        """
        return {name: number for number, name in enumerate(self.forms)}[form]


def form_title(form: str) -> str:
    """Return a form as Anki shows it.

    >>> form_title("cloze-2")
    'Cloze 2'
    """
    return form.replace("-", " ").title()


@cache
def registry() -> Mapping[str, Any]:
    """Return the committed registry as it stands in its file."""
    text = files(__package__).joinpath("registry.json").read_text(encoding="utf-8")
    content: Mapping[str, Any] = json.loads(text)
    return content


@cache
def note_types() -> Mapping[str, NoteType]:
    """Return the note types by kind; by kind and slot where a slot has its own."""
    return {kind: NoteType(**entry) for kind, entry in registry()["note_types"].items()}


def note_type_of(card: Card) -> tuple[str, NoteType]:
    """Return the note type of a card, behind the name it is registered by; ExportError where it has none."""
    known = note_types()
    own = f"{card.note.kind}/{card.fact.slot}"
    kind = own if own in known else card.note.kind
    if kind not in known or card.form not in known[kind].forms:
        message = f"{card.id}: there is no note type for the form '{card.form}' of '{card.note.kind}'"
        raise ExportError(message, "this is a fault of flashcards, not of your deck: please report it")
    return kind, known[kind]
