"""The kind `nerves`: all muscles that a nerve supplies, asked at once; derived, never written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from flashcards.anatomy.atlas import Told, atlas
from flashcards.anatomy.subject import the
from flashcards.card import Card
from flashcards.fact import Fact
from flashcards.kind import Kind, Notes
from flashcards.note import Note
from flashcards.question import Listing, gives_away

SECTION = "nerves"
FEWEST, MOST = 2, 8
"""How many muscles one card asks for: one alone is asked with its muscle, and nobody names thirty."""


def derive(notes: Notes) -> Iterator[Note]:
    """Yield a note for each nerve that supplies a few muscles of this deck."""
    for key, supplied in atlas(notes).by_nerve.items():
        own = _own(supplied, notes)
        if key and FEWEST <= len(own) <= MOST and not _names_one(own):
            first = own[0].subject.note
            name = own[0].fact.text
            fact = Fact("muscles", "muscles", f"muscles of the {name}", first.place)
            yield Note(f"{SECTION}-{key}", SECTION, first.deck, first.place, {"name": (name,)}, (fact,))


def _names_one(own: Sequence[Told]) -> bool:
    """Tell whether the nerve is named after one of its muscles, and would give that away."""
    return any(gives_away(told.fact.text, told.subject.names()) for told in own)


def _own(supplied: Sequence[Told], notes: Notes) -> list[Told]:
    """Return what may be asked of the muscles of this deck, not of its neighbors."""
    return [
        told
        for told in supplied
        if told.fact.askable and told.subject.note.key in notes and _is_own(told, notes)
    ]


def _is_own(told: Told, notes: Notes) -> bool:
    return notes[told.subject.note.key] is told.subject.note


def cards(note: Note, notes: Notes) -> Iterator[Card]:
    """Yield the card that asks for the muscles; those of neighbors, and doubtful ones, may be named, too."""
    supplied = atlas(notes).by_nerve[note.key.removeprefix(f"{SECTION}-")]
    own = _own(supplied, notes)
    deck = note.deck.replace("-", " ")
    prompt = f"Name the {len(own)} muscles of the deck “{deck}” supplied by {the(note.name)}."
    names = [told.subject.names() for told in own]
    also = tuple(name for told in supplied if told not in own for name in told.subject.names())
    items, accept = tuple(name for name, *_ in names), tuple(others for _, *others in names)
    yield Card(note, note.facts[0], "list", Listing(prompt, items, tuple(map(tuple, accept)), also=also))


NERVES = Kind(section=SECTION, noun="nerve", fields=(), cards=cards, derive=derive, forms=("list",))
