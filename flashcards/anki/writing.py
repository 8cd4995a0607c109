"""Writing through genanki: its notes and models, with the times and cards that we give them.

genanki is imported inside functions, since it takes long to load and only an export needs it.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from functools import cache
from hashlib import blake2s
from importlib.resources import files
from typing import Any

from flashcards.anki.note import AnkiNote
from flashcards.anki.registry import NoteType, form_title

SORTED_BY = "Title"


def genanki_note(note: AnkiNote, mod: int) -> Any:
    """Return a note that keeps its own time, and whose cards are the forms it has."""
    from genanki import Card

    made = _note_class()(genanki_model(note.note_type), list(note.fields), guid=note.guid, tags=note.tags)
    made.mod = mod
    made.cards = [Card(ordinal) for ordinal in sorted(map(note.note_type.ordinal, note.forms))]
    return made


@cache
def _note_class() -> Any:
    from genanki import Note

    class TimedNote(Note):  # type: ignore[misc]
        """With one time for all, an update would undo a learner's edits of notes that it does not touch."""

        def write_to_db(
            self, cursor: sqlite3.Cursor, timestamp: float, deck_id: int, id_gen: Iterator[int]
        ) -> None:
            super().write_to_db(cursor, self.mod, deck_id, id_gen)

    return TimedNote


@cache
def genanki_model(note_type: NoteType) -> Any:
    """Return a note type for Anki, with ids for its fields and templates."""
    fields = [{"name": name, "id": number} for name, number in note_type.fields.items()]
    names = list(note_type.fields)
    made = _model_class()(note_type.id, note_type.name, fields, _templates(note_type), _file("style.css"))
    made.mod, made.sort_field_index = note_type.mod, names.index(SORTED_BY)
    made._req = [
        [ordinal, "all", [names.index(_front(form))]] for ordinal, form in enumerate(note_type.forms)
    ]
    return made


@cache
def _model_class() -> Any:
    from genanki import Model

    class TimedModel(Model):  # type: ignore[misc]
        """With the time of the export, each update would undo a learner's own styling."""

        def to_json(self, timestamp: float, deck_id: int) -> dict[str, object]:
            told: dict[str, object] = super().to_json(self.mod, deck_id)
            return told | {"did": None}

    return TimedModel


def _templates(note_type: NoteType) -> list[dict[str, object]]:
    return [
        {
            "name": form_title(form),
            "id": number,
            "qfmt": _side("front.html", form),
            "afmt": _side("back.html", form),
        }
        for form, number in note_type.forms.items()
    ]


def _front(form: str) -> str:
    return f"{form_title(form)} Front"


def _side(name: str, form: str) -> str:
    """Return a template with the fields of a form in place of {{Front}} and {{Back}}."""
    text = _file(name).replace("{{Front}}", f"{{{{{_front(form)}}}}}")
    return text.replace("{{Back}}", f"{{{{{form_title(form)} Back}}}}")


@cache
def _file(name: str) -> str:
    return files(__package__).joinpath("templates", name).read_text(encoding="utf-8")


def look_of(note_type: NoteType) -> str:
    """Return a hash of all that Anki takes over of a note type: when it changes, so must its `mod`."""
    made = [note_type.name, list(note_type.fields), _templates(note_type), _file("style.css"), SORTED_BY]
    return blake2s(json.dumps(made).encode(), digest_size=8).hexdigest()
