"""Packing: the values of a deck as plain ones that marshal can keep, and back.

A list stands for an object: the number of its class, then its fields. The values themselves hold no lists.
"""

from __future__ import annotations

from dataclasses import fields
from typing import Any, get_args

from flashcards.fact import Fact
from flashcards.note import Note
from flashcards.place import Place, Problem
from flashcards.question import Question, Wrong

CLASSES: tuple[type, ...] = (Place, Problem, Fact, Note, Wrong, *get_args(Question))
"""What can be packed, besides None, numbers, text, tuples, mappings and frozen sets of such values."""

ATOMS = frozenset((str, int, bool, float, type(None)))


def pack(value: Any) -> Any:
    """Return a value in plain values; TypeError for one that can't be packed.

    >>> pack(Place("hip.yaml", 4, 1))
    [0, 'hip.yaml', 4, 1]
    """
    kind = type(value)
    if kind in ATOMS:
        return value
    if kind is tuple:
        return tuple(map(pack, value))
    if kind is dict:
        return {key: pack(item) for key, item in value.items()}
    if kind is frozenset:
        return frozenset(map(pack, value))
    if kind not in CLASSES:
        raise TypeError(f"{kind.__name__} can't be packed")
    number = CLASSES.index(kind)
    return [number, *(pack(getattr(value, name)) for name in NAMES[number])]


def _names(kind: Any) -> tuple[str, ...]:
    return kind._fields if kind is Place else tuple(field.name for field in fields(kind))


NAMES = tuple(map(_names, CLASSES))


def unpack(value: Any) -> Any:
    """Return what was packed.

    >>> unpack(pack(Wrong("iliac fossa", accept=("fossa",))))
    Wrong(text='iliac fossa', why='', accept=('fossa',))
    """
    kind = type(value)
    if kind in ATOMS:
        return value
    if kind is list:
        number, *values = value
        return CLASSES[number](*[item if type(item) in ATOMS else unpack(item) for item in values])
    if kind is dict:
        return {key: item if type(item) in ATOMS else unpack(item) for key, item in value.items()}
    made: Any = kind([item if type(item) in ATOMS else unpack(item) for item in value])
    return made
