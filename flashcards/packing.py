"""Packing: the values of a deck as plain ones that marshal can keep, and back.

A list stands for an object: the number of its class, then its fields. The values themselves hold no lists.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from operator import attrgetter
from typing import Any, get_args

from flashcards.fact import Fact
from flashcards.note import Head, Note
from flashcards.place import Place, Problem
from flashcards.question import Question, Wrong

CLASSES: tuple[type, ...] = (Place, Problem, Head, Fact, Note, Wrong, *get_args(Question))
"""What can be packed, besides None, numbers, text, tuples, mappings and frozen sets of such values."""

ATOMS = frozenset((str, int, bool, float, type(None)))


def pack(value: Any) -> Any:
    """Return a value in plain values; TypeError for one that can't be packed.

    >>> pack(Place("hip.yaml", 4, 1))
    [0, 'hip.yaml', 4, 1]
    """
    kind: Any = type(value)
    if kind in ATOMS:
        return value
    if kind in FIELDS:
        number, taken = FIELDS[kind]
        return [number, *[item if type(item) in ATOMS else pack(item) for item in taken(value)]]
    if kind is dict:
        return {key: item if type(item) in ATOMS else pack(item) for key, item in value.items()}
    if kind is tuple or kind is frozenset:
        return kind([item if type(item) in ATOMS else pack(item) for item in value])
    raise TypeError(f"{kind.__name__} can't be packed")


def _fields(kind: Any) -> Callable[[Any], tuple[Any, ...]]:
    """Return what takes the values of all fields from an object of a class."""
    return tuple if issubclass(kind, tuple) else attrgetter(*(field.name for field in fields(kind)))


FIELDS = {kind: (number, _fields(kind)) for number, kind in enumerate(CLASSES)}


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
