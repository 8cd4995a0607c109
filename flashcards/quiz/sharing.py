"""Names that share a word which is said once: anterior and middle scalenes, teres major and minor."""

from __future__ import annotations

from collections.abc import Sequence

from flashcards.anatomy.lexicon import Lexicon, names
from flashcards.anatomy.vocabulary import landmarks_in
from flashcards.anatomy.wording import SEPARATORS

JOINING = SEPARATORS | {"and", "or"}


def shared_out(words: Sequence[str], lexicon: Lexicon) -> list[str]:
    """Return words with each name in full.

    >>> from flashcards.anatomy.lexicon import lexicon
    >>> " ".join(shared_out("teres major and minor".split(), lexicon()))
    'teres major and teres minor'
    >>> " ".join(shared_out("anterior , middle and posterior scalene".split(), lexicon()))
    'anterior scalene , middle scalene and posterior scalene'
    """
    told = list(words)
    for at in reversed([at for at, word in enumerate(words) if word in JOINING and 0 < at < len(words) - 1]):
        left, right = _before(told, at), _behind(told, at)
        if left and right and not _is_name([*left, "and", *right], lexicon):
            told[at:at] = _end_of(left, right, lexicon)
            at = told.index(words[at], at)
            told[at + 1 : at + 1] = _beginning_of(left, right, lexicon)
    return told


def _end_of(left: Sequence[str], right: Sequence[str], lexicon: Lexicon) -> Sequence[str]:
    """Return the end of the right name where the left one lacks it: anterior (and middle) scalene."""
    ends = (right[at:] for at in range(1, len(right)))
    whole = _is_name(right, lexicon) and not _is_name(left, lexicon)
    return next((end for end in ends if whole and _is_name([*left, *end], lexicon)), ())


def _beginning_of(left: Sequence[str], right: Sequence[str], lexicon: Lexicon) -> Sequence[str]:
    """Return the beginning of the left name where the right one lacks it: teres (major and) minor."""
    beginnings = (left[:at] for at in range(len(left) - 1, 0, -1))
    whole = _is_name(left, lexicon) and not _is_name(right, lexicon)
    return next((start for start in beginnings if whole and _is_name([*start, *right], lexicon)), ())


def _before(words: Sequence[str], at: int) -> Sequence[str]:
    """Return the words between the joining word before a place and that place."""
    start = next((i + 1 for i in range(at - 1, -1, -1) if words[i] in JOINING), 0)
    return words[start:at]


def _behind(words: Sequence[str], at: int) -> Sequence[str]:
    """Return the words between a place and the next joining word."""
    end = next((i for i in range(at + 1, len(words)) if words[i] in JOINING), len(words))
    return words[at + 1 : end]


def _is_name(words: Sequence[str], lexicon: Lexicon) -> bool:
    """Tell whether words are the whole name of a muscle, a nerve or a landmark, in more than a word."""
    if len(words) < 2:
        return False
    meant = lexicon.meant(words)
    if len(meant) == 1:
        return meant[0] in names()
    return any(place.words == frozenset(meant) for place in landmarks_in(frozenset(meant)))
