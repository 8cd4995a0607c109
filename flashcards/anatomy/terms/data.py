"""The vocabulary as data: the YAML files beside it, one noun a file, and what a deck adds of its own.

What a deck adds is in force inside `with speaking(...)`, for everything that asks the vocabulary there.
Parsed files are kept in the cache folder: reading YAML takes longer than all that is done with it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import cache, lru_cache, update_wrapper, wraps
from pathlib import Path
from typing import Any, Generic, ParamSpec, TypeVar

from flashcards.cache import kept, stamp

FOLDER = Path(__file__).parent
CODE = stamp(sorted(FOLDER.parent.rglob("*.py")))
"""Tells this code from that of another day, by which the same files may mean something else."""

Data = Mapping[str, Any]
P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Terms:
    """The data of a vocabulary, those of each file under its name, and what was worked out from them.

    `key` tells the shipped ones of today from those of another day; it is empty where a deck joined its own.
    """

    data: Mapping[str, Data]
    key: str = ""
    memory: dict[object, Any] = field(default_factory=dict)


_SPOKEN: ContextVar[Terms] = ContextVar("spoken")


def load(name: str) -> Data:
    """Return the data of that file, joined by what the deck in hand adds.

    >>> load("joints")["hip"]["movements"]["flexion"]
    'extension'
    """
    return in_force().data[name]


def in_force() -> Terms:
    """Return the terms that are spoken here: the shipped ones, and those of the deck in hand."""
    return _SPOKEN.get(None) or shipped()


@contextmanager
def speaking(own: Mapping[str, Data]) -> Iterator[None]:
    """Let a deck's own terms count beside the shipped ones; they have the shape of the files.

    >>> with speaking({"synonyms": {"psoas major": ["the tenderloin"]}}):
    ...     load("synonyms")["psoas major"]
    ['the tenderloin']
    """
    token = _SPOKEN.set(_joined(json.dumps(own)) if own else shipped())
    try:
        yield
    finally:
        _SPOKEN.reset(token)


class remembered(Generic[P, T]):
    """A function of plain arguments that asks the vocabulary: it is worked out once for each vocabulary."""

    def __init__(self, function: Callable[P, T]) -> None:
        self.function = function
        update_wrapper(self, function)

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> T:
        """Return what was worked out with these arguments and the terms in force."""
        # As in_force does, without its call: this is asked for thousands of times in every second of work.
        memory, key = (_SPOKEN.get(None) or shipped()).memory, (self.function, args, *kwargs.items())
        known: T
        try:
            known = memory[key]
        except KeyError:
            known = memory[key] = self.function(*args, **kwargs)
        return known


def filed(function: Callable[[], T]) -> Callable[[], T]:
    """Return a function that is worked out once and for all: its value, a plain one, is in the cache folder.

    What a deck's own terms make of it is remembered, and not kept any longer.
    """

    name = f"vocabulary-{function.__module__}-{function.__name__}"

    @wraps(function)
    def looked_up() -> T:
        key = in_force().key
        return kept(name, key, function) if key else function()

    return remembered(looked_up)


@cache
def shipped() -> Terms:
    """Return the terms that ship."""
    files = sorted(FOLDER.glob("*.yaml"))
    key = stamp(files) + CODE
    return Terms(kept("vocabulary", key, lambda: _read(files)), key)


def _read(files: Sequence[Path]) -> Mapping[str, Data]:
    from flashcards.anatomy.terms.terms_file import (
        read,  # only where something changed: YAML costs start-up time
    )

    return {file.stem: read(file) for file in files}


@lru_cache(maxsize=16)
def _joined(own: str) -> Terms:
    return Terms(joined(shipped().data, json.loads(own)))


def joined(one: Any, other: Any) -> Any:
    """Return one value joined by another: mappings key by key, lists one behind the other, else the other.

    >>> joined({"hip": ["flexion"], "knee": "a"}, {"hip": ["twist"], "knee": "b"})
    {'hip': ['flexion', 'twist'], 'knee': 'b'}
    """
    if isinstance(one, dict) and isinstance(other, dict):
        both = {key: joined(one[key], other[key]) for key in one.keys() & other.keys()}
        return one | other | both
    return [*one, *other] if isinstance(one, list) and isinstance(other, list) else other
