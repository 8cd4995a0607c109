"""Quoting in a reason: the learner's words as typed and the answer's as written, not as they were read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from flashcards.anatomy.terms.lexicon import Lexicon, names
from flashcards.anatomy.terms.wording import LONGEST, TOKEN, fold, stem
from flashcards.quiz.clauses import shown
from flashcards.quiz.levels import is_level
from flashcards.quiz.mark import Mark


def quoted(mark: Mark, typed: Sequence[str], written: Sequence[str], lexicon: Lexicon) -> Mark:
    """Return a mark with its reason in the words that were `typed` and `written`."""
    reason = _in_words(mark.reason, mark.extra, typed, lexicon, "that")
    reason = _in_words(reason, mark.missing, written, lexicon, "something")
    clauses = [_own(item, written, lexicon) for item in mark.missing]
    parts = "; ".join(clauses) if all(clauses) else ""
    told = f"missing: {'; '.join(mark.missing)}"
    if mark.missing and reason == told:
        reason = f"missing: {parts}" if parts else "something is missing"
    return replace(mark, reason=reason)


def as_written(text: str) -> tuple[str, ...]:
    """Return the words of a text as they are written, without case and marks.

    >>> as_written("Loss of bladder control, or both.")
    ('loss', 'of', 'bladder', 'control', 'or', 'both')
    """
    return tuple(word for word in TOKEN.findall(fold(text[:LONGEST])) if word.isalnum())


def _in_words(reason: str, items: Sequence[str], words: Sequence[str], lexicon: Lexicon, plain: str) -> str:
    """Exchange quoted meant words for the words they were read from; `plain` where there are none."""
    own = _own(" ".join(items), words, lexicon) if items else ""
    for told in {" ".join(items), ", ".join(items)} if items else ():
        reason = reason.replace(f"'{told}'", f"'{own}'" if own else plain)
    return reason


def _own(item: str, words: Sequence[str], lexicon: Lexicon) -> str:
    """Return the stretch of words that an item was read from; levels and names as they are, empty for none.

    >>> from flashcards.anatomy.terms.lexicon import lexicon
    >>> _own("femur artery", "the femoral artery".split(), lexicon())
    'femoral artery'
    """
    if item in names().values() or all(map(is_level, item.split())):
        return item
    wanted = set(item.split())
    meant = [_parts(word, lexicon) & wanted for word in words]
    at = [i for i, found in enumerate(meant) if found]
    covered = wanted == set[str]().union(*meant)
    return " ".join(words[at[0] : at[-1] + 1]) if covered and at else ""


def _parts(word: str, lexicon: Lexicon) -> set[str]:
    """Return a word and each word of what it means."""
    return {
        word,
        stem(word),
        *(part for meant in lexicon.meant([stem(word)]) for part in shown(meant).split()),
    }
