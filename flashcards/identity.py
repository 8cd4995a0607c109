"""Which fact is which after an edit: facts that went and facts that came, matched one to one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from flashcards.fact import fold

ALIKE = 0.65
"""How alike two texts must be, letter by letter, to be one fact."""

HALF_ALIKE, COMMON_WORDS = 0.5, 0.37
"""Or how alike, where this share of their longer words is common and in one order."""

LONGER = 4
"""From how many letters on a word counts as one of the longer."""

NEGATIONS = frozenset({"no", "not", "never", "without", "non", "cannot"})

Texts = Mapping[str, tuple[str, str]]
"""Facts of one note by id: their slot and their text."""

Contrasts = Sequence[Sequence[str]]
"""Groups of words of which none may stand for another: (greater, lesser)."""


@dataclass(frozen=True, slots=True)
class Edit:
    """What became of a note's facts: pairs of an old and a new id, ids that are new, ids that are gone."""

    linked: tuple[tuple[str, str], ...]
    new: tuple[str, ...]
    gone: tuple[str, ...]


def match(old: Texts, new: Texts, contrasts: Contrasts = ()) -> Edit:
    """Match the facts last seen with those read now: equal text first, then the most alike.

    A pair is of one slot, alike above a threshold, and never across a contrast (flexion, extension).

    >>> match({"step-1": ("step", "Sink in slowy")}, {"step-2": ("step", "Sink in slowly")}).linked
    (('step-1', 'step-2'),)
    """
    gone = {key: told for key, told in old.items() if key not in new}
    came = {key: told for key, told in new.items() if key not in old}
    linked = []
    for _, before, after in sorted(_candidates(gone, came, contrasts), key=lambda pair: -pair[0]):
        if before in gone and after in came:
            linked.append((before, after))
            del gone[before], came[after]
    return Edit(tuple(linked), tuple(came), tuple(gone))


def _candidates(gone: Texts, came: Texts, contrasts: Contrasts) -> Iterator[tuple[float, str, str]]:
    for before, (slot, text) in gone.items():
        for after, (other_slot, other) in came.items():
            if slot == other_slot and alike(text, other) and not contrast(text, other, contrasts):
                yield likeness(text, other), before, after


def alike(one: str, other: str) -> bool:
    """Tell whether two texts may be one fact before and after an edit.

    >>> alike("Client lifts the upper hip", "The client lifts the hip"), alike("Client breathes out", "Wait")
    (True, False)
    """
    if _bound(one, other) < HALF_ALIKE:
        return False
    score = likeness(one, other)
    return score >= ALIKE or (score >= HALF_ALIKE and _common_words(one, other) >= COMMON_WORDS)


def _bound(one: str, other: str) -> float:
    """Return what `likeness` can be at the most, for a tenth of its time."""
    return SequenceMatcher(None, fold(one), fold(other), autojunk=False).quick_ratio()


def _common_words(one: str, other: str) -> float:
    first, second = ([word for word in fold(text).split() if len(word) >= LONGER] for text in (one, other))
    return SequenceMatcher(None, first, second, autojunk=False).ratio()


def likeness(one: str, other: str) -> float:
    """Return how alike two texts are, from 0 to 1, equal folded texts being 1.

    >>> likeness("Lesser trochanter", "lesser trochanter."), likeness("hip", "rib 12") < 0.6
    (1.0, True)
    """
    first, second = fold(one), fold(other)
    return SequenceMatcher(None, first, second, autojunk=False).ratio() if first != second else 1.0


def contrast(one: str, other: str, contrasts: Contrasts) -> bool:
    """Tell whether two texts differ in what may never be confused: contrast words, numbers, a negation.

    >>> contrast("hip flexion", "hip extension", [("flexion", "extension")])
    True
    >>> contrast("bodies of L1-L4", "bodies of L1-L5", [])
    True
    """
    first, second = fold(one).split(), fold(other).split()
    return (
        _numbers(first) != _numbers(second)
        or bool(NEGATIONS & set(first)) != bool(NEGATIONS & set(second))
        or any(_opposed(first, second, group) for group in contrasts)
    )


def _numbers(words: Sequence[str]) -> list[str]:
    return [word for word in words if any(mark.isdigit() for mark in word)]


def _opposed(first: Sequence[str], second: Sequence[str], group: Sequence[str]) -> bool:
    """Tell whether each text has a word of the group that the other lacks, or the two have them swapped."""
    ours, theirs = ([word for word in words if word in group] for words in (first, second))
    swapped = sorted(ours) == sorted(theirs) and ours != theirs
    return swapped or bool(set(ours) - set(theirs) and set(theirs) - set(ours))


def rekeyed(text: str, renamed: Mapping[str, str]) -> str:
    """Return a text in which the keys of renamed notes are the new ones.

    >>> rekeyed("in front of ql", {"ql": "quadratus-lumborum"})
    'in front of quadratus-lumborum'
    """
    return " ".join(renamed.get(word, word) for word in text.split(" "))
