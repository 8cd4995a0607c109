"""The relations a text tells: what lies before what, what comes first, which way something runs.

Each is written as one mark, `<left right>`, that says what its left and its right side are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from flashcards.anatomy.terms.data import load, remembered
from flashcards.anatomy.terms.lexicon import Lexicon
from flashcards.anatomy.terms.wording import SEPARATORS

FROM_TO = "<start goal>"
EARLIER, LATER = "earlier", "later"
THEN = f"<{EARLIER} {LATER}>"


def with_relations(words: Sequence[str], lexicon: Lexicon) -> list[str]:
    """Return words with each relation as its mark, and each way something runs as one word.

    >>> from flashcards.anatomy.terms.lexicon import lexicon
    >>> with_relations("psoa in front of ql".split(), lexicon())
    ['psoa', '<anterior posterior>', 'ql']
    >>> with_relations("from top to bottom".split(), lexicon())
    ['downward']
    """
    return _in_sequence(list(_related(words, lexicon)))


def _related(words: Sequence[str], lexicon: Lexicon) -> Iterator[str]:
    """Yield words with each relation as its mark; from one to another is a relation too."""
    at, longest = 0, max(map(len, _relations()))
    while at < len(words):
        length, course = _course_at(words, at, lexicon)
        if course:
            yield course
            at += length
            continue
        if words[at] == "from" and "to" in words[at:]:
            end = words.index("to", at)
            yield from (*words[at + 1 : end], FROM_TO)
            at = end + 1
            continue
        if words[at] == "in" and at and _ends(words, at + 1):
            yield "inward"
            at += 1
            continue
        sizes = range(min(longest, len(words) - at), 0, -1)
        size = next((size for size in sizes if tuple(words[at : at + size]) in _relations()), 0)
        yield _relations()[tuple(words[at : at + size])] if size else words[at]
        at += size or 1


def _course_at(words: Sequence[str], at: int, lexicon: Lexicon) -> tuple[int, str]:
    """Read "from top to bottom", "superior to inferior", "from above downward"; nothing for anything else."""
    told = words[at] == "from"
    start = at + told
    if not told and words[start + 1 : start + 2] != ["to"]:
        return 0, ""
    found = [lexicon.meant([word])[-1] for word in words[start : start + 3]]
    if found[1:2] == ["to"] and len(found) > 2 and (told or _ends(words, start + 3)):
        return 3 + told, _courses().get((found[0], found[2]), "")
    if told and len(found) > 1 and (found[0], found[1]) in _courses():
        return 3, _courses()[found[0], found[1]]
    return 0, ""


def _ends(words: Sequence[str], at: int) -> bool:
    """Tell whether nothing follows, so that "superior to inferior" is no "superior to the inferior ramus"."""
    return at >= len(words) or words[at] in SEPARATORS or words[at] in load("words")["separators"]


def _in_sequence(words: Sequence[str]) -> list[str]:
    """Return "first heat, ice, then rest" as heat, then ice, then rest."""
    if THEN not in words:
        return list(words)
    last = len(words) - words[::-1].index(THEN)
    told = [THEN if word in SEPARATORS else word for word in words[:last] if word != "first"]
    return [word for i, word in enumerate(told) if word != THEN or told[i + 1 : i + 2] != [THEN]] + [
        *words[last:]
    ]


@remembered
def _courses() -> dict[tuple[str, str], str]:
    """Return the way that leads from one side to its opposite, and from a side that way."""
    found: dict[tuple[str, str], str] = {}
    for course in load("relations")["courses"]:
        here, there = course["from"], course["to"]
        for way, starts, goals in ((course["there"], here, there), (course["back"], there, here)):
            found |= {(start, goal): way for start in starts for goal in (*goals, way)}
    return found


@remembered
def _relations() -> dict[tuple[str, ...], str]:
    """Return each wording of a relation with its mark, and of a word told with "of" with that word."""
    data = load("relations")
    told = {
        tuple(said.split()): f"<{sides}>"
        for sides, wordings in data["relations"].items()
        for said in wordings
    }
    return told | {tuple(said.split()): word for word, wordings in data["of"].items() for said in wordings}
