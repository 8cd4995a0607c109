"""Naming other notes: by key in this deck, or by deck/key in another."""

from __future__ import annotations

from collections.abc import Iterator

from flashcards.fields import pair_key
from flashcards.kind import Notes
from flashcards.note import Note
from flashcards.place import Place, Problem
from flashcards.problems import did_you_mean, suggest

MUSCLES = "muscles"


def name_of(key: str, notes: Notes) -> str:
    """Return the name of the note a key stands for, in plain words where it is another deck's.

    >>> name_of("hip/gluteus-medius", {})
    'Gluteus medius'
    """
    return notes[key].name if key in notes else key.rpartition("/")[2].replace("-", " ").capitalize()


def unknown_muscles(place: Place, keys: tuple[str, ...], notes: Notes) -> Iterator[Problem]:
    """Report each key that names no muscle, here or as `deck/key` in another deck."""
    for key in keys:
        note = notes.get(key)
        if note.kind != MUSCLES if note else "/" not in key:  # what another deck lacks, the reader has told
            yield _unknown_muscle(place, key, notes)


def _unknown_muscle(place: Place, key: str, notes: Notes) -> Problem:
    muscles = [known for known, note in notes.items() if note.kind == MUSCLES]
    return Problem(
        place,
        "unknown-muscle",
        f"'{key}' is no muscle" if "/" in key else f"no muscle of this deck has the key '{key}'",
        hint=did_you_mean(suggest(key, muscles)),
        help="name a key of 'muscles:', or deck/key for another deck's",
        width=len(key),
    )


def old_pair_keys(section: str, one: Note, other: Note) -> tuple[str, ...]:
    """Return the keys that a note about a pair had before either of the two was renamed."""
    pairs = ((a, b) for a in (one.key, *one.was) for b in (other.key, *other.was))
    return tuple(pair_key(section, *pair) for pair in pairs if pair != (one.key, other.key))
