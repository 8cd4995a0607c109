"""Nerves: names that nobody knows, and roots that a nerve cannot carry."""

from __future__ import annotations

import re
from collections.abc import Iterator

from flashcards.anatomy.lint.finding import finding
from flashcards.anatomy.terms.data import load, remembered
from flashcards.anatomy.terms.lexicon import bare, meant
from flashcards.kind import Notes
from flashcards.note import Note
from flashcards.place import Problem
from flashcards.problems import did_you_mean, suggest

COUNTS = {"C": 8, "T": 12, "L": 5, "S": 5}
ROOTS = tuple(f"{row}{number}" for row, count in COUNTS.items() for number in range(1, count + 1))
"""The roots of the spinal nerves, from above."""

LEEWAY = 1
"""How many roots beyond those of the vocabulary a nerve may have: books differ by one."""

UNNAMED = frozenset(("spinal", "rami", "ramus", "plexus", "segmental"))
"""Words of nerves that have no name but the levels they come from."""

_LEVELS = re.compile(r"\b([CTLS])(\d+)(?:\s*(?:-|–|to)\s*([CTLS])?(\d+))?\b")
_CRANIAL = re.compile(r"\bCN\s*([IVX]+)")


def unknown_nerve(note: Note, _: Notes) -> Iterator[Problem]:
    """Warn of a nerve whose name is not known."""
    for fact in note.slot("nerve"):
        if not is_known(fact.text):
            yield finding(
                fact,
                "unknown-nerve",
                f"unknown nerve '{fact.text}'",
                "`flashcards list nerves` shows those that are known",
                hint=did_you_mean(suggest(fact.text, load("nerves"))),
            )


@remembered
def is_known(text: str) -> bool:
    """Tell whether a nerve, a branch of one, or merely the roots of one are named.

    >>> [is_known(text) for text in ("tibial division of the sciatic nerve", "C3-C4", "subscapular nerves")]
    [True, True, True]
    >>> is_known("femural nerve")
    False
    """
    words = frozenset(bare(text.replace("-", "")))
    named = nerve_in(text) or roots_of(text) or UNNAMED.intersection(meant(text))
    return bool(named) or (words != {"nerve"} and any(words <= known for known in _names()))


@remembered
def _names() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(("nerve", *bare(name))) for name in load("nerves"))


@remembered
def nerve_in(text: str) -> str:
    """Return the known nerve with the longest name in a text, empty where there is none.

    >>> nerve_in("deep branch of the ulnar nerve, C8-T1")
    'deep branch of the ulnar nerve'
    """
    words = frozenset(meant(text))
    found = (name for name in load("nerves") if frozenset(meant(name)) <= words)
    return max(found, key=lambda name: len(meant(name)), default="")


def impossible_roots(note: Note, _: Notes) -> Iterator[Problem]:
    """Warn of roots that are far from those its nerve carries; nothing is said of two nerves at once."""
    for fact in note.slot("nerve"):
        nerve = "" if "and" in fact.text.split() else nerve_in(fact.text)
        carried = str(load("nerves").get(nerve, {}).get("roots", ""))
        if strays := beyond(fact["roots"], carried) if carried else ():
            yield finding(
                fact,
                "impossible-roots",
                f"the {nerve} can't carry {', '.join(strays)}",
                f"its roots are {carried}; books differ by one",
            )


@remembered
def beyond(roots: str, carried: str) -> tuple[str, ...]:
    """Return the roots a nerve can't carry.

    >>> beyond("L2-L5", "L2-L4"), beyond("C5-C6", "L2-L4"), beyond("CN VII", "L2-L4")
    ((), ('C5', 'C6'), ('CN VII',))
    """
    cranial, known = _CRANIAL.findall(roots), [ROOTS.index(root) for root in roots_of(carried)]
    if not known:
        return tuple(f"CN {nerve}" for nerve in cranial if nerve not in _CRANIAL.findall(carried))
    near, far = min(known) - LEEWAY, max(known) + LEEWAY
    strays = (root for root in roots_of(roots) if not near <= ROOTS.index(root) <= far)
    return (*strays, *(f"CN {nerve}" for nerve in cranial))


@remembered
def roots_of(text: str) -> tuple[str, ...]:
    """Return the roots a text names, ranges spread out; those that don't exist are left out.

    >>> roots_of("L4-S1, S3")
    ('L4', 'L5', 'S1', 'S3')
    """
    found: list[str] = []
    for row, first, other, last in _LEVELS.findall(text):
        ends = [f"{row}{first}", f"{other or row}{last or first}"]
        if all(end in ROOTS for end in ends):
            found += ROOTS[ROOTS.index(ends[0]) : ROOTS.index(ends[1]) + 1]
    return tuple(dict.fromkeys(found))
