"""Anki notes: one for each fact, with a card for each form in which the fact is asked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2s

from flashcards.anki.markup import back, escaped, front
from flashcards.anki.registry import NoteType, form_title, note_type_of
from flashcards.card import Card
from flashcards.deck import Deck
from flashcards.errors import ExportError

Facts = Mapping[str, Sequence[Card]]
"""The cards of a deck by the path of the fact they ask, in the order of teaching."""


def facts_of(deck: Deck) -> Facts:
    """Return the cards of a deck by fact: siblings are one Anki note, since Anki buries those for a day."""
    facts: dict[str, list[Card]] = {}
    for card in deck.cards:
        facts.setdefault(card.fact_path, []).append(card)
    return facts


@dataclass(frozen=True, slots=True)
class AnkiNote:
    """What Anki is told of one fact: fields in the note type's order, tags, and the forms of its cards."""

    guid: str
    note_type: NoteType
    fields: tuple[str, ...]
    tags: tuple[str, ...]
    forms: tuple[str, ...]

    @property
    def digest(self) -> str:
        """A hash of all that Anki would take over: two notes of one digest are the same to it."""
        content = "\x1f".join((str(self.note_type.id), *self.fields, *self.tags))
        return blake2s(content.encode(), digest_size=8).hexdigest()


def anki_note(deck: Deck, cards: Sequence[Card], guid: str) -> AnkiNote:
    """Return the Anki note of the cards that ask one fact; ExportError for a card that has no place in it."""
    _check(cards)
    note_type = note_type_of(cards[0])[1]
    content = dict(_fields(deck, cards, guid))
    fields = tuple(content.get(name, "") for name in note_type.fields)
    tags = tuple(dict.fromkeys((*_tags(cards[0]), *map(tag, deck.tags))))
    return AnkiNote(guid, note_type, fields, tags, tuple(card.form for card in cards))


def _check(cards: Sequence[Card]) -> None:
    ids = [card.id for card in cards]
    for card in cards:
        note_type_of(card)
        if ids.count(card.id) > 1:
            raise ExportError(f"{card.fact.place}: two cards are called {card.id}", "give a fact an 'id:'")
        if not any(map(str.isalnum, card.question.prompt)):
            raise ExportError(
                f"{card.fact.place}: the card {card.id} asks nothing", "write its question in words"
            )


def _fields(deck: Deck, cards: Sequence[Card], guid: str) -> Iterator[tuple[str, str]]:
    fact, note = cards[0].fact, cards[0].note
    source = deck.sources.get(fact.source or note.word("source"), "")
    yield "Key", escaped(cards[0].fact_path)
    yield "Title", escaped(note.name)
    yield "Source", escaped(source)
    for card in cards:
        yield f"{form_title(card.form)} Front", front(card, guid)
        yield f"{form_title(card.form)} Back", back(card, guid, source)


def _tags(card: Card) -> Iterator[str]:
    """Yield tags to study a part of a deck by: its notes, its kinds with their slots, what is disputed."""
    yield tag(card.note.deck, card.note.key)
    yield tag(card.note.kind, card.fact.slot)
    yield from map(tag, card.note.words.get("tags", ()))
    if card.fact.disputed:
        yield "disputed"


def tag(*parts: str) -> str:
    """Return a tag, with `::` between its levels and no spaces, as Anki wants it.

    >>> tag("muscles", "reversed action")
    'muscles::reversed_action'
    """
    return "::".join(re.sub(r"\s+", "_", part) for part in parts)
