"""Slips of the pen: a word is put right where one known word is nearest, and doubted where two are."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile
from operator import eq

from flashcards.anatomy.terms.data import load, remembered
from flashcards.anatomy.terms.lexicon import Lexicon, telling_words
from flashcards.quiz.contrast import against, clash

SHORTEST, LONG, COMPOUND, PART = 4, 8, 6, 3
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
    wanted: Collection[str],
    lexicon: Lexicon,
) -> Spelling:
    """Put words right; `wanted` are the words of the answer, once each, `known` those that are right.

    `typed` holds words as they were typed, with the endings that tell a slip from a plural.
    """
    found: list[str] = []
    slips: list[Slip] = []
    for word in compounds(words, known, wanted):
        if word in known or word in wanted or not word.isalpha():
            found.append(word)
        elif parts := parted(word, known, wanted):
            found += parts
        else:
            slip = Slip(typed.get(word, word), _nearest(word, typed.get(word, word), wanted, lexicon))
            found.append(slip.nearest[0])
            slips += [slip] if slip.nearest != (word,) else []
    return Spelling(tuple(found), tuple(slips))


def compounds(words: Sequence[str], *known: Container[str]) -> Iterator[str]:
    """Yield words with compounds written as the known words are.

    >>> list(compounds(["ilio", "-", "tibial", "tract"], {"iliotibial", "tibial", "tract"}))
    ['iliotibial', 'tract']
    """
    at = 0
    while at < len(words):
        joined, after = _joined(words, at, known)
        yield joined
        at = after


def parted(word: str, known: Container[str], wanted: Container[str]) -> tuple[str, ...]:
    """Return the words that were run together, one of them of the answer; nothing where it is one word.

    >>> parted("iliaccrest", {"iliac"}, {"crest"}), parted("crestfallen", {"iliac"}, {"crest"})
    (('iliac', 'crest'), ())
    """
    for at in range(PART, len(word) - PART + 1):
        head, tail = word[:at], word[at:]
        if head in known or head in wanted:
            whole = tail in known or tail in wanted
            parts = (head, tail) if whole else (head, *parted(tail, known, wanted))
            if len(parts) > 1 and any(part in wanted for part in parts):
                return parts
    return ()


def distance(one: str, other: str, most: int) -> int:
    """Return how many letters are added, dropped, changed or swapped between two words, or more than `most`.

    >>> distance("pirifromis", "piriformis", 2), distance("leser", "lesser", 1), distance("ilium", "ileum", 1)
    (1, 1, 1)
    """
    one, other = _unlike(one, other)
    # A single slip leaves two letters swapped at most; two can lie apart.
    if abs(len(one) - len(other)) > most or (most < 2 and max(len(one), len(other)) > 2 * most):
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        above, before, row = before, row, [i]
        for j, right in enumerate(other, 1):
            cost = min(row[-1] + 1, before[j] + 1, before[j - 1] + (letter != right))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == right:
                cost = min(cost, above[j - 2] + 1)
            row.append(cost)
        if min(row) > most and min(before) >= most:
            return most + 1
    return row[-1]


def allowed(word: str) -> int:
    """Return how many letters a slip may change: one, two from eight letters on, none in the shortest."""
    return 0 if len(word) < SHORTEST else 2 if len(word) >= LONG else 1


def _joined(words: Sequence[str], at: int, known: Sequence[Container[str]]) -> tuple[str, int]:
    """Return the longest compound that begins at a word, and where it ends; else the word alone."""
    parts, after, found = [words[at]], at + 1, (words[at], at + 1)
    while len(parts) < 3 and after < len(words) and words[at].isalpha():
        dash = words[after] == "-"
        after += 1 + dash
        parts += words[after - 1 : after]
        whole = "".join(parts)
        new = dash or not all(_is_in(part, known) for part in parts)
        if len(whole) >= COMPOUND and new and _is_in(whole, known):
            found = whole, after
    return found


def _is_in(word: str, known: Sequence[Container[str]]) -> bool:
    return any(word in words for words in known)


def _unlike(one: str, other: str) -> tuple[str, str]:
    """Return two words without what they begin and end with alike, which costs nothing."""
    for _ in ("begin", "end"):
        same = len(list(takewhile(bool, map(eq, one, other))))
        one, other = one[same:][::-1], other[same:][::-1]
    return one, other


def _nearest(word: str, typed: str, wanted: Collection[str], lexicon: Lexicon) -> tuple[str, ...]:
    """Return the words a slip may stand for, those of the answer first; else the word itself."""
    if not (against(word) | against(typed)).isdisjoint(wanted):
        return (word,)
    # A word of the answer may be nearer to the stem, or to a plural's singular, than to what was typed.
    forms = {typed, word, typed.removesuffix("s")}
    near = [
        (min(distance(form, other, allowed(other)) for form in forms), other)
        for other in wanted
        if other.isalpha() and abs(len(other) - len(word)) <= 2
    ]
    near = [(far, other) for far, other in near if far <= allowed(other)]
    most = min((far for far, _ in near), default=2)
    near += [(far, other) for far, other in _near_terms(typed, most) if other not in wanted]
    choice = _one_a_meaning(near, lexicon)
    if not choice or (len(choice) > 1 and choice[0] not in wanted):
        return (word,)
    # A word that is not in the answer raises a doubt only where it must not be taken for one that is.
    taken, *rest = choice
    if taken in wanted and typed in _everyday():
        return taken, typed
    return (taken, *(other for other in rest if other in wanted or _is_doubt(other, taken, lexicon)))


def _one_a_meaning(near: Sequence[tuple[int, str]], lexicon: Lexicon) -> tuple[str, ...]:
    """Return the nearest words, of those that mean the same the first."""
    best = min((far for far, _ in near), default=-1)
    found: dict[tuple[str, ...], str] = {}
    for far, other in near:
        if far == best:
            found.setdefault(tuple(lexicon.meant([other])), other)
    return tuple(found.values())


@remembered
def _everyday() -> frozenset[str]:
    """Return the everyday words that look like a word of the field: prune and prone."""
    return frozenset(load("everyday")["words"])


def _is_doubt(other: str, taken: str, lexicon: Lexicon) -> bool:
    """Tell whether the meaning of one word must not be taken for that of another."""
    return clash(lexicon.meant([other]), lexicon.meant([taken])) is not None


def _near_terms(typed: str, farthest: int) -> list[tuple[int, str]]:
    """Return the terms that a slip could lead from to what was typed, each with how far it is.

    A slip changes two letters and six pairs of letters at most, which is soon counted.
    """
    letters, pairs = _traits(typed)
    found = []
    for size in range(max(TELLING, len(typed) - 2), len(typed) + 3):
        most = min(farthest, 2 if size >= LONG else 1)
        near = [
            other
            for other, its_letters, its_pairs in _terms().get(size, ())
            if (letters ^ its_letters).bit_count() <= 2 * most and (pairs ^ its_pairs).bit_count() <= 6 * most
        ]
        found += [(far, other) for other in near if (far := distance(typed, other, most)) <= most]
    return found


@remembered
def _terms() -> Mapping[int, Sequence[tuple[str, int, int]]]:
    """Return the words of the field by their length, each with its traits."""
    found: dict[int, list[tuple[str, int, int]]] = {}
    for word in sorted(telling_words()):
        if word.isalpha() and len(word) >= TELLING:
            found.setdefault(len(word), []).append((word, *_traits(word)))
    return found


def _traits(word: str) -> tuple[int, int]:
    """Return the letters of a word and its pairs of letters, a bit each."""
    letters = pairs = 0
    for letter in word:
        bit = 1 << (ord(letter) & 31)
        letters |= bit << 32 if letters & bit else bit
    for one, two in pairwise(word):
        pairs |= 1 << (31 * ord(one) + ord(two)) % 256
    return letters, pairs
