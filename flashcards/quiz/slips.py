"""Slips of the pen: a word is put right where one known word is nearest, and doubted where two are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from flashcards.anatomy.lexicon import Lexicon, telling_words
from flashcards.quiz.contrast import clash, is_against

SHORTEST, LONG, COMPOUND = 4, 8, 6
TELLING = 5
"""Letters from which a word that is not in the answer may be meant: fewer fit too many words."""


@dataclass(frozen=True, slots=True)
class Slip:
    """A word as typed and the known words nearest to it; the first is taken, doubted where there are more."""

    typed: str
    nearest: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Spelling:
    """Words put right, with the slips in them."""

    words: tuple[str, ...]
    slips: tuple[Slip, ...]


def spelled(
    words: Sequence[str],
    typed: Mapping[str, str],
    known: frozenset[str],
    wanted: Sequence[str],
    lexicon: Lexicon,
) -> Spelling:
    """Put words right; `wanted` are the words of the answer, `known` those that are no misspelling.

    `typed` holds words as they were typed, with the endings that tell a slip from a plural.
    """
    found: list[str] = []
    slips: list[Slip] = []
    for word in compounds(words, known | frozenset(wanted)):
        if word in known or word in wanted or not word.isalpha():
            found.append(word)
            continue
        slip = Slip(typed.get(word, word), _nearest(word, typed.get(word, word), wanted, lexicon))
        found.append(slip.nearest[0])
        if slip.nearest != (word,):
            slips.append(slip)
    return Spelling(tuple(found), tuple(slips))


def compounds(words: Sequence[str], known: frozenset[str]) -> Iterator[str]:
    """Yield words with compounds written as the known words are: ilio-tibial, supra spinatus."""
    at = 0
    while at < len(words):
        dash = words[at + 1 : at + 2] == ["-"]
        after = at + 1 + dash
        pair = words[at] + words[after] if after < len(words) and words[at].isalpha() else ""
        if pair in known and len(pair) >= COMPOUND and (dash or not {words[at], words[after]} <= known):
            yield pair
            at = after + 1
        else:
            yield words[at]
            at += 1


def distance(one: str, other: str) -> int:
    """Return how many letters are added, dropped, changed or swapped between two words.

    >>> distance("pirifromis", "piriformis"), distance("leser", "lesser"), distance("ilium", "ileum")
    (1, 1, 1)
    """
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        above, before, row = before, row, [i]
        for j, right in enumerate(other, 1):
            cost = min(row[-1] + 1, before[j] + 1, before[j - 1] + (letter != right))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == right:
                cost = min(cost, above[j - 2] + 1)
            row.append(cost)
    return row[-1]


def allowed(word: str) -> int:
    """Return how many letters a slip may change: one, two from eight letters on, none in the shortest."""
    return 0 if len(word) < SHORTEST else 2 if len(word) >= LONG else 1


def _nearest(word: str, typed: str, wanted: Sequence[str], lexicon: Lexicon) -> tuple[str, ...]:
    """Return the words a slip may stand for, those of the answer first; else the word itself."""
    telling = (other for other in sorted(telling_words()) if len(other) >= TELLING)
    if any(is_against(typed, other) for other in wanted):
        return (word,)
    others = _alike(word, (*wanted, *telling))
    near = [(_far(word, typed, other, other in wanted), other) for other in others]
    best = min((far for far, other in near if far <= allowed(other)), default=-1)
    meant = {tuple(lexicon.meant([other])): other for far, other in reversed(near) if far == best}
    choice = tuple(sorted(meant.values(), key=lambda other: other not in wanted))
    if not choice or (len(choice) > 1 and choice[0] not in wanted):
        return (word,)
    # A word that is not in the answer raises a doubt only where it must not be taken for one that is.
    taken, *rest = choice
    return (taken, *(other for other in rest if other in wanted or _is_doubt(other, taken, lexicon)))


def _is_doubt(other: str, taken: str, lexicon: Lexicon) -> bool:
    """Tell whether the meaning of one word must not be taken for that of another."""
    return clash(lexicon.meant([other]), lexicon.meant([taken])) is not None


def _far(word: str, typed: str, other: str, wanted: bool) -> int:
    """Return how far a word is from another; only to one of the answer its stem may be nearer than itself."""
    far = distance(typed, other)
    return min(far, distance(word, other)) if wanted else far


def _alike(word: str, others: Iterable[str]) -> Iterator[str]:
    """Yield the words that a slip could lead from, by length and letters."""
    letters = set(word)
    for other in dict.fromkeys(others):
        if (
            abs(len(word) - len(other)) < 3
            and len(letters.symmetric_difference(other)) < 5
            and other.isalpha()
        ):
            yield other
