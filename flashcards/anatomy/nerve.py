"""The kind `nerves`: all muscles that a nerve supplies, asked at once; derived, never written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from flashcards.anatomy.near_misses.atlas import Atlas, Told, atlas
from flashcards.anatomy.subject import the
from flashcards.anatomy.terms.data import remembered
from flashcards.anatomy.terms.lexicon import meant
from flashcards.card import Card
from flashcards.fact import Fact
from flashcards.kind import Kind, Notes
from flashcards.note import Note
from flashcards.question import Listing, gives_away

SECTION = "nerves"
FEWEST, MOST = 2, 9
"""How many muscles one card asks for: one alone is asked with its muscle, and nobody names thirty."""

RAMI = "rami"
"""The branches that every spinal nerve has: who has those of all has those of some."""

Supplied = Mapping[str, Sequence[Told]]


def derive(notes: Notes) -> Iterator[Note]:
    """Yield a note for each nerve that supplies a few muscles of this deck."""
    for key, supplied in _by_nerve(atlas(notes)).items():
        own = _own(supplied, notes)
        if key and FEWEST <= len(own) <= MOST and not _names_one(own):
            first = own[0].subject.note
            name = " or ".join(dict.fromkeys(told.fact.text for told in own))
            fact = Fact("muscles", "muscles", f"muscles of the {name}", first.place)
            yield Note(f"{SECTION}-{key}", SECTION, first.deck, first.place, {"name": (name,)}, (fact,))


@lru_cache(maxsize=4)
def _by_nerve(told: Atlas) -> Supplied:
    """Return what each nerve supplies; two names that are told for each other are one, the commoner."""
    found = {key: tuple(supplied) for key, supplied in told.by_nerve.items()}
    for key in sorted(found, key=lambda key: (-len(found[key]), key)):
        for other in [other for other in found if other != key and key in found]:
            if _accepts(found[key], other) and _accepts(found[other], key):
                found[key] += found.pop(other)
    return found


@remembered
def nerve_key(name: str) -> str:
    """Return what a nerve is found by, however it is called.

    >>> nerve_key("anterior rami") == nerve_key("ventral rami")
    True
    """
    return "-".join(meant(name))


def _accepts(supplied: Sequence[Told], key: str) -> bool:
    return any(key in _other_names(told) for told in supplied)


def _other_names(told: Told) -> set[str]:
    return {nerve_key(name) for name in told.fact.accept}


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
    """Yield the card that asks for the muscles; those of neighbors, and doubtful ones, may be named, too.

    So may those of its branches: whoever names one for the nerve is right.
    """
    key, found = note.key.removeprefix(f"{SECTION}-"), _by_nerve(atlas(notes))
    own = _own(found[key], notes)
    deck = note.deck.replace("-", " ")
    prompt = f"Name {len(own)} muscles of the deck “{deck}” supplied by {the(note.name)}."
    names = [told.subject.names() for told in own]
    asked = {name for several in names for name in several}
    others = (told for several in found.values() for told in several if _is_of(told, key))
    also = dict.fromkeys(name for told in others for name in told.subject.names() if name not in asked)
    items, accept = tuple(name for name, *_ in names), tuple(tuple(others) for _, *others in names)
    yield Card(note, note.facts[0], "list", Listing(prompt, items, accept, also=tuple(also)))


def _is_of(told: Told, key: str) -> bool:
    """Tell whether a muscle is told to have a nerve, by any of the names told, or all such branches."""
    known = {nerve_key(told.fact.text), *_other_names(told)}
    return key in known or any(RAMI in name and key.startswith(name) for name in known)


NERVES = Kind(section=SECTION, noun="nerve", fields=(), cards=cards, derive=derive, forms=("list",))
