"""Words of which none ever means the other: greater and lesser, flexion and extension."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from flashcards.anatomy.data import load, remembered
from flashcards.anatomy.lexicon import lexicon
from flashcards.anatomy.vocabulary import contrasts

NOTHING: frozenset[str] = frozenset()
ROOT = 4
"""Letters that two words must share to be formed from one."""


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
    return next(((part, other) for part in parts for other in right if is_against(part, other)), None)


def is_against(word: str, other: str) -> bool:
    """Tell whether one word must not be taken for another: a rival, or turned round by how it is formed.

    >>> is_against("medial", "lateral"), is_against("uninformed", "informed"), is_against("leser", "lesser")
    (True, True, False)
    """
    return other in rivals(word) or _is_opposed(word, other) or _is_opposed(other, word)


@remembered
def _is_opposed(word: str, other: str) -> bool:
    """Tell whether two words differ only by beginnings or endings that turn the meaning round."""
    opposed = load("contrasts")
    begun = (
        word.removeprefix(one)
        for one, two in opposed["beginnings"]
        if word.startswith(one) and two + word.removeprefix(one) == other
    )
    ended = (
        word.removesuffix(one)
        for one, two in opposed["endings"]
        if word.endswith(one) and word.removesuffix(one) + two == other
    )
    return any(len(root) >= ROOT for root in (*begun, *ended))


@remembered
def _rivals() -> Mapping[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for group in contrasts():
        members = {lexicon().meant([word])[-1] for word in group}
        for word in members:
            found[word] = found.get(word, NOTHING) | members - {word}
    return found
