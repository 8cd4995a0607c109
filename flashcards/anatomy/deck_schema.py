"""The JSON Schema of a deck with all its kinds and with words of its own."""

from __future__ import annotations

from flashcards.anatomy.kinds import KINDS
from flashcards.anatomy.terms import own_words
from flashcards.schema import TEXTS, Schema, schema, sections_of


def deck_schema() -> Schema:
    """Return the JSON Schema of a deck.

    >>> sorted(deck_schema()["properties"]["vocabulary"]["properties"])
    ['bones', 'contrasts', 'joints', 'landmarks', 'nerves', 'synonyms']
    """
    return schema(KINDS, {own_words.SECTION: _vocabulary()})


def _vocabulary() -> Schema:
    words = sections_of(own_words.KINDS)
    words["synonyms"] = {"type": "object", "additionalProperties": TEXTS}
    words["contrasts"] = {"type": "array", "items": TEXTS}
    about = "words of the deck's own, beside those that ship"
    return {"type": "object", "properties": words, "additionalProperties": False, "description": about}
