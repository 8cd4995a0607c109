"""The JSON Schema of a deck, made from the declarations that the reader reads by.

Editors complete and check by it while a deck is written. It is no stricter than the reader: whatever the
reader takes, it takes; what hangs on meaning (a wrong bone, an unknown muscle) only `check` can tell.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from flashcards.draft import HEADER, SOURCE_FIELDS
from flashcards.fields import COMMON_DETAILS, COMMON_FIELDS, KEY
from flashcards.kind import BACKINGS, Field, Kind, Parts, Slot

Schema = dict[str, Any]

DRAFT = "http://json-schema.org/draft-07/schema#"
"""The version of JSON Schema that the language server of YAML knows best."""

TEXT = {"$ref": "#/definitions/text"}
TEXTS = {"$ref": "#/definitions/texts"}
NAME = {"pattern": f"^{KEY.pattern}$"}

DEFINITIONS: Schema = {
    # Every value is text to the reader; to an editor 12 and true are none.
    "text": {"type": ["string", "number", "boolean"], "minLength": 1},
    "texts": {"anyOf": [TEXT, {"type": "array", "items": TEXT, "minItems": 1}]},
    "source": {
        "anyOf": [
            TEXT,
            {
                "type": "object",
                "properties": dict.fromkeys(SOURCE_FIELDS, TEXT),
                "additionalProperties": False,
            },
        ]
    },
}
LISTS = ("tags", "neighbors")
"""The fields of the header that hold a list."""


def schema(kinds: Sequence[Kind], more: Mapping[str, Schema] | None = None) -> Schema:
    """Return the JSON Schema of decks of these kinds; `more` are further sections, each with its schema.

    >>> from flashcards.plain import CARDS
    >>> sorted(schema([CARDS])["properties"])
    ['cards', 'deck', 'language', 'neighbors', 'sources', 'tags', 'title']
    """
    sections = {**(more or {}), **sections_of(kinds)}
    return {
        "$schema": DRAFT,
        "title": "A deck of facts",
        "type": "object",
        "properties": {**_header(), **sections},
        "required": ["deck"],
        "additionalProperties": False,
        "definitions": DEFINITIONS,
    }


def sections_of(kinds: Iterable[Kind]) -> Schema:
    """Return the schema of each section that notes of these kinds can be written in."""
    return {kind.section: _section(kind) for kind in kinds if kind.fields}


def _header() -> Schema:
    fields: Schema = {name: TEXTS if name in LISTS else TEXT for name in HEADER}
    fields["deck"] = {"type": "string", **NAME}
    fields["sources"] = {"type": "object", "additionalProperties": {"$ref": "#/definitions/source"}}
    return fields


def _section(kind: Kind) -> Schema:
    note = _object(kind.fields)
    if kind.listed:
        return _one_or_more(note)
    return {"type": "object", "propertyNames": NAME, "additionalProperties": note}


def _object(fields: Iterable[Field | Slot | Parts], common: Iterable[Field] = COMMON_FIELDS) -> Schema:
    fields = (*fields, *common)
    return {
        "type": "object",
        "properties": {field.name: _described(field) for field in fields},
        "required": [field.name for field in fields if field.required],
        "additionalProperties": False,
    }


def _described(field: Field | Slot | Parts) -> Schema:
    return {**_of(field), **({"description": field.about} if field.about else {})}


def _of(field: Field | Slot | Parts) -> Schema:
    match field:
        case Parts():
            part = _object(field.slots, common=())
            return {"type": "object", "propertyNames": NAME, "additionalProperties": part}
        case Slot():
            return _one_or_more(_fact(field))
        case Field(many=True):
            return TEXTS
        case _:
            return _value(field.one_of)


def _value(allowed: Sequence[str]) -> Schema:
    """Return the schema of a text; of allowed ones each as it is, and as the number or truth it looks."""
    if not allowed:
        return TEXT
    truths = {"true": True, "false": False}
    looks = [int(text) if text.isdigit() else truths[text] for text in allowed if _looks_otherwise(text)]
    return {"enum": [*allowed, *looks]}


def _looks_otherwise(text: str) -> bool:
    return text.isdigit() or text in ("true", "false")


def _fact(slot: Slot) -> Schema:
    details: Schema = {name: _value(slot.one_of.get(name, ())) for name in slot.details}
    common: Schema = {name: TEXTS if name == "accept" else TEXT for name in COMMON_DETAILS}
    told = {**details, **common, "backing": _value(BACKINGS)}
    if slot.pairs:
        # Beside its details a pair names what it is about: a mapping of details alone says nothing.
        named = {"not": {"propertyNames": {"enum": list(told)}}}
        pair: Schema = {"type": "object", "properties": {**told, **dict.fromkeys(slot.keys, TEXT)}, **named}
        pair["additionalProperties"] = False if slot.keys else TEXT
        return pair if slot.keys else {"anyOf": [TEXT, pair]}
    stated = {"type": "object", "properties": {**told, slot.key: TEXT}, "required": [slot.key]}
    return {"anyOf": [TEXT, {**stated, "additionalProperties": False}]}


def _one_or_more(item: Schema) -> Schema:
    return {"anyOf": [item, {"type": "array", "items": item, "minItems": 1}]}
