"""Words of which none ever means the other: greater and lesser, flexion and extension."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from flashcards.anatomy.terms.data import load, remembered
from flashcards.anatomy.terms.lexicon import lexicon
from flashcards.anatomy.terms.vocabulary import contrasts

NOTHING: frozenset[str] = frozenset()
Pairs = tuple[tuple[str, str], ...]
ROOT = 4
"""Letters that two words must share to be formed from one."""
VOWELS = "aeiou"
"""Letters before which no word is turned round by an a: aanterior is a slip."""


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
    met = ((part, against(part).intersection(right)) for part in parts)
    return next(((part, min(others, key=right.index)) for part, others in met if others), None)


def against(word: str) -> frozenset[str]:
    """Return the words that a word must not be taken for: its rivals, and what it is formed the reverse of.

    >>> "lateral" in against("medial"), "informed" in against("uninformed"), "lesser" in against("leser")
    (True, True, False)
    """
    return rivals(word) | _turned(word, _opposed())


@remembered
def _opposed() -> tuple[Pairs, Pairs]:
    """Return the beginnings and the endings of words that turn the meaning round, each both ways."""
    return _both_ways("beginnings"), _both_ways("endings")


def _both_ways(name: str) -> Pairs:
    pairs = [(one, two) for one, two in load("contrasts")[name]]
    return (*pairs, *((two, one) for one, two in pairs))


@lru_cache(maxsize=4096)
def _turned(word: str, opposed: tuple[Pairs, Pairs]) -> frozenset[str]:
    """Return what a word becomes by other beginnings or endings that turn its meaning round."""
    least = len(word) - ROOT
    begun = (
        two + word[len(one) :]
        for one, two in opposed[0]
        if word.startswith(one) and len(one) <= least and not ("a" in (one, two) and word[len(one)] in VOWELS)
    )
    ended = (
        word[: len(word) - len(one)] + two
        for one, two in opposed[1]
        if word.endswith(one) and len(one) <= least
    )
    return frozenset((*begun, *ended))


@remembered
def _rivals() -> Mapping[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for group in contrasts():
        members = {lexicon().meant([word])[-1] for word in group}
        for word in members:
            found[word] = found.get(word, NOTHING) | members - {word}
    return found
