"""Numbered places: vertebrae, ribs, digits and roots that do not exist, and ranges written backward."""

from __future__ import annotations

import re
from collections.abc import Iterator

from flashcards.anatomy.lint.finding import finding
from flashcards.anatomy.subject import ENDS
from flashcards.anatomy.terms.data import load, remembered
from flashcards.kind import Notes
from flashcards.note import Note
from flashcards.place import Problem

SLOTS = (*ENDS, "course", "palpation", "nerve")
REGIONS = {"cervical": "C", "thoracic": "T", "lumbar": "L", "sacral": "S", "coccygeal": "Co"}
COLUMN = tuple(REGIONS.values())
"""The regions of the spine, from above."""

Level = tuple[str, int]
"""A region of the spine, or rib, finger and the like; and which of them."""

_COUNTED = "rib|metacarpal|metatarsal|finger|toe"
_TO = r"\s*(?:-|–|—|to|through)\s*"
_VERTEBRA = r"(Co|Th|[CTLS])-?(\d+)"
_VERTEBRAE = re.compile(rf"\b{_VERTEBRA}(?:{_TO}(?:Co|Th|[CTLS])?-?\d+)?\b", re.IGNORECASE)
_LAST = re.compile(r"(Co|Th|[CTLS])?-?(\d+)$", re.IGNORECASE)
_NUMBERED = re.compile(rf"\b({_COUNTED})s?\s+(\d+)(?:{_TO}(?:\1\s+)?(\d+))?\b", re.IGNORECASE)
_RANKED = re.compile(rf"\b(\w+)\s+({'|'.join(REGIONS)}|{_COUNTED})s?\b", re.IGNORECASE)


def level_range(note: Note, _: Notes) -> Iterator[Problem]:
    """Refuse a level that does not exist, and a range that runs from below upward."""
    for fact in note.slot(*SLOTS):
        for text, roots in ((fact.text, fact.slot == "nerve"), (fact["roots"], True)):
            for wrong, remedy in faults(text, roots):
                yield finding(fact, "level-range", wrong, remedy, severity="error")


@remembered
def faults(text: str, roots: bool) -> tuple[tuple[str, str], ...]:
    """Return what is wrong with the levels of a text, each with the remedy; C8 is a root, and no vertebra.

    >>> faults("transverse processes of L1-L6", False)
    (('there is no L6', 'the lumbar vertebrae are L1-L5'),)
    >>> faults("spinous processes of T3-C7", False)
    (('T3-C7 runs backward', 'write the upper one first'),)
    >>> faults("thirteenth rib", False), faults("C8", True), faults("bodies of C7-T3 and ribs 2 to 5", False)
    ((('there is no rib 13', 'the ribs are 1-12'),), (), ())
    """
    found = []
    for written, ends in _spans(text):
        missing = [_missing(*end, roots) for end in ends if not 1 <= end[1] <= size(end[0], roots)]
        backward = [(f"{written} runs backward", "write the upper one first")]
        found += missing or (backward if _rank(ends[0]) > _rank(ends[-1]) else [])
    return tuple(found)


def _spans(text: str) -> Iterator[tuple[str, tuple[Level, ...]]]:
    """Yield every level or range of a text as it is written, with its first and last level."""
    for match in _VERTEBRAE.finditer(text):
        last = _LAST.search(match[0])
        row = _row(match[1])
        end = (_row(last[1] or match[1]), int(last[2])) if last else (row, 0)
        yield match[0], ((row, int(match[2])), end) if end != (row, int(match[2])) else (end,)
    for match in _NUMBERED.finditer(text):
        yield match[0], tuple((match[1].lower(), int(number)) for number in match.groups()[1:] if number)
    for match in _RANKED.finditer(text):
        if number := _number(match[1].lower()):
            yield match[0], ((REGIONS.get(match[2].lower(), match[2].lower()), number),)


def _row(written: str) -> str:
    return {"TH": "T", "CO": "Co"}.get(written.upper(), written.upper())


def _number(rank: str) -> int:
    """Return which one a rank means, written out or as 6th; 0 where it is no rank."""
    ranks: list[str] = load("lint")["ranks"]
    written = re.fullmatch(r"(\d+)(?:st|nd|rd|th)", rank)
    return int(written[1]) if written else ranks.index(rank) + 1 if rank in ranks else 0


def size(row: str, roots: bool) -> int:
    """Return how many there are of a numbered thing; of cervical roots there is one more than of vertebrae.

    >>> size("C", False), size("C", True), size("rib", False)
    (7, 8, 12)
    """
    name = "cervical_nerve_roots" if roots and row == "C" else row if row in COLUMN else f"{row}s"
    return int(load("levels")[name]["numbers"].removeprefix("1-"))


def _missing(row: str, number: int, roots: bool) -> tuple[str, str]:
    if row not in COLUMN:
        return f"there is no {row} {number}", f"the {row}s are 1-{size(row, roots)}"
    region = next(name for name, letter in REGIONS.items() if letter == row)
    things = "nerve roots" if roots else "vertebrae"
    return f"there is no {row}{number}", f"the {region} {things} are {row}1-{row}{size(row, roots)}"


def _rank(level: Level) -> tuple[int, int]:
    row, number = level
    return COLUMN.index(row) if row in COLUMN else 0, number
