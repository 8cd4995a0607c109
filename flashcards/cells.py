r"""Text on a screen: what can be seen of it, and how many cells it takes.

A terminal obeys escape sequences and direction marks wherever they stand, so text from a file is made visible
before it is printed: `\x1b` is shown as these four signs.
"""

import unicodedata
from itertools import accumulate, takewhile

_WIDE = ("W", "F")
_OBEYED = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Marks of writing direction, which can make a line say something else than is written."""


def visible(text: str) -> str:
    r"""Return a text with all that a terminal would obey written out, and tabs as four spaces.

    >>> visible("a\tb\x1b[31m")
    'a    b\\x1b[31m'
    """
    return text if text.isprintable() else "".join(map(_shown, text))


def cells(text: str) -> int:
    """Return the cells a visible text takes: two for a wide character, none for an accent set upon another.

    >>> cells("psoas"), cells("腰筋"), cells("e\u0301")
    (5, 4, 1)
    """
    return len(text) if text.isascii() else sum(map(_cells, text))


def _shown(character: str) -> str:
    if character == "\t":
        return "    "
    unseen = unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp") or character in _OBEYED
    return character.encode("unicode_escape").decode() if unseen else character


def _cells(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in _WIDE else 1


def head(text: str, room: int) -> str:
    """Return as much of a visible text as fits into so many cells.

    >>> head("腰筋", 3)
    '腰'
    """
    taken = takewhile(lambda pair: pair[0] <= room, zip(accumulate(map(_cells, text)), text, strict=True))
    return text[:room] if text.isascii() else "".join(character for _, character in taken)


def filled(text: str, room: int) -> list[str]:
    """Return a visible text in lines of at most so many cells; words stay whole, even the longest.

    >>> filled("lesser trochanter of the femur", 20)
    ['lesser trochanter of', 'the femur']
    """
    lines: list[str] = []
    for word in text.split(" "):
        if lines and cells(lines[-1]) + 1 + cells(word) <= room:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines
