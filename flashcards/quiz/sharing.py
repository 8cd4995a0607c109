"""Names that share a word which is said once: anterior and middle scalenes, psoas major and minor."""

from __future__ import annotations

from collections.abc import Sequence

from flashcards.anatomy.terms.lexicon import Lexicon, names
from flashcards.anatomy.terms.vocabulary import landmarks_in
from flashcards.anatomy.terms.wording import SEPARATORS

JOINING = SEPARATORS | {"and", "or"}


def shared_out(words: Sequence[str], lexicon: Lexicon) -> list[str]:
    """Return words with each name in full.

    >>> from flashcards.anatomy.terms.lexicon import lexicon
    >>> " ".join(shared_out("psoas major and minor".split(), lexicon()))
    'psoas major and psoas minor'
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
    if not _is_name(right, lexicon) or _is_whole(left, lexicon):
        return ()
    pairs = [(left[-size:], right[at:]) for size in (1, 2) for at in range(1, len(right))]
    return next((end for start, end in pairs if _is_name([*start, *end], lexicon)), ())


def _beginning_of(left: Sequence[str], right: Sequence[str], lexicon: Lexicon) -> Sequence[str]:
    """Return the beginning of the left name where the right one lacks it: psoas (major and) minor."""
    names = [left[-size:] for size in range(len(left), 1, -1) if _is_name(left[-size:], lexicon)]
    if not names or _is_name(right, lexicon):
        return ()
    starts = [names[0][:at] for at in range(len(names[0]) - 1, 0, -1)]
    ends = [right[:size] for size in (2, 1)]
    return next((start for end in ends for start in starts if _is_name([*start, *end], lexicon)), ())


def _before(words: Sequence[str], at: int) -> Sequence[str]:
    """Return the words between the joining word before a place and that place."""
    start = next((i + 1 for i in range(at - 1, -1, -1) if words[i] in JOINING), 0)
    return words[start:at]


def _behind(words: Sequence[str], at: int) -> Sequence[str]:
    """Return the words between a place and the next joining word."""
    end = next((i for i in range(at + 1, len(words)) if words[i] in JOINING), len(words))
    return words[at + 1 : end]


def _is_whole(words: Sequence[str], lexicon: Lexicon) -> bool:
    """Tell whether words are a whole name, in one word perhaps: trapezius lacks nothing of its neighbor."""
    return _is_name(words, lexicon) or [word in names() for word in lexicon.meant(words)] == [True]


def _is_name(words: Sequence[str], lexicon: Lexicon) -> bool:
    """Tell whether words are the whole name of a muscle, a nerve or a landmark, in more than a word."""
    if len(words) < 2:
        return False
    meant = lexicon.meant(words)
    if len(meant) == 1:
        return meant[0] in names()
    return any(place.words == frozenset(meant) for place in landmarks_in(frozenset(meant)))
