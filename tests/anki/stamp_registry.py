"""Bring the registry up to date: note types of new kinds, templates of new forms, times of changed looks.

Run `python -m tests.anki.stamp_registry` after a change of a template, the style or a field, and after a kind
has got new `forms`. What has an id keeps it; a new one follows from its name, so that it is the same whoever
runs this. It tells which line of `GIVEN` in tests/anki/test_registry.py belongs to each note type it changed.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Mapping
from hashlib import blake2s
from pathlib import Path
from typing import Any

from flashcards.anatomy.kinds import KINDS
from flashcards.anki.registry import NoteType, form_title, registry
from flashcards.anki.writing import look_of
from flashcards.kind import Kind

REGISTRY = Path(__file__).parents[2] / "flashcards" / "anki" / "registry.json"
SPARE = ("Extra", "Mnemonic", "Image", "Version", "Reserved 1", "Reserved 2", "Reserved 3", "My Notes")
FIRST, SPAN = 1_600_000_000_000, 150_000_000_000
"""Anki's ids are milliseconds since 1970: those of our own lie in the years 2020 to 2025."""

Entry = dict[str, Any]


def number(*names: str) -> int:
    """Return the id of a note type, field or form that has none yet.

    >>> number("bones") == number("bones"), FIRST <= number("bones", "field", "Key") < FIRST + SPAN
    (True, True)
    """
    digest = blake2s("/".join(names).encode(), digest_size=8).digest()
    return FIRST + int.from_bytes(digest, "big") % SPAN


def field_names(forms: Mapping[str, int]) -> Iterator[str]:
    """Yield the fields of a note type with these forms, in their order."""
    yield from ("Key", "Title")
    for form in forms:
        yield from (f"{form_title(form)} Front", f"{form_title(form)} Back")
    yield from ("Source", *SPARE)


def completed(kind: Kind, entry: Entry) -> Entry:
    """Return a kind's note type with every form that its cards can have; what is there stays as it is."""
    section = kind.section
    known = {form: number(section, "form", form) for form in kind.forms}
    forms = {
        **entry.get("forms", {}),
        **{form: known[form] for form in known if form not in entry.get("forms", {})},
    }
    ids = {name: number(section, "field", name) for name in field_names(forms)}
    new = {"name": f"Flashcards: {kind.noun.capitalize()}", "id": number(section), "mod": 0, "look": ""}
    return new | entry | {"fields": ids | _kept(entry, ids), "forms": forms}


def _kept(entry: Entry, ids: Mapping[str, int]) -> dict[str, int]:
    return {name: known for name, known in entry.get("fields", {}).items() if name in ids}


def promises(note_type: NoteType) -> str:
    """Return a hash of all that may never change about a note type once decks have been made with it."""
    told = [note_type.name, note_type.id, list(note_type.fields.items()), list(note_type.forms.items())]
    return blake2s(json.dumps(told).encode(), digest_size=8).hexdigest()


def lacking() -> list[str]:
    """Return the kinds whose forms the registry does not hold all."""
    known = registry()["note_types"]
    return [
        kind.section
        for kind in KINDS
        if not set(kind.forms) <= set(known.get(kind.section, {}).get("forms", ()))
    ]


def main() -> None:
    """Write the registry anew, and say what is new in it."""
    content = dict(registry())
    types = content["note_types"]
    for kind in KINDS:
        if kind.forms:
            types[kind.section] = completed(kind, types.get(kind.section, {}))
    for kind, note_type in {kind: NoteType(**entry) for kind, entry in types.items()}.items():
        look = look_of(note_type)
        if look != note_type.look:
            types[kind] |= {"look": look, "mod": int(time.time())}
            print(f'{note_type.name} looks different now; GIVEN: "{kind}": "{promises(note_type)}",')
    REGISTRY.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
