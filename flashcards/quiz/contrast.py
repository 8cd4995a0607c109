"""Words of which none ever means the other: greater and lesser, flexion and extension."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from flashcards.anatomy.lexicon import lexicon
from flashcards.anatomy.vocabulary import contrasts

NOTHING: frozenset[str] = frozenset()


def rivals(word: str) -> frozenset[str]:
    """Return the meant words that a word must not be taken for.

    >>> sorted(rivals("ilium"))
    ['ileum', 'ischium', 'pubis']
    """
    return _rivals().get(word, NOTHING)


def clash(extra: Iterable[str], wanted: Iterable[str]) -> tuple[str, str] | None:
    """Return the first extra word that is a rival of a wanted one, with that one; None where there is none.

    >>> clash(["gluteus-minimus"], ["gluteus-medius"]), clash(["femur"], ["lesser", "trochanter"])
    (('minimus', 'medius'), None)
    """
    right = [part for word in wanted for part in word.split("-")]
    parts = (part for word in extra for part in word.split("-") if part not in right)
    return next(((part, other) for part in parts for other in right if other in rivals(part)), None)


@cache
def _rivals() -> Mapping[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for group in contrasts():
        members = {lexicon().meant([word])[-1] for word in group}
        for word in members:
            found[word] = found.get(word, NOTHING) | members - {word}
    return found
