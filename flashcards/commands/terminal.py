"""What a terminal can show: text without commands to it, in lines no wider than it is."""

from __future__ import annotations

import os
import shutil
import unicodedata
from collections.abc import Iterator
from typing import TextIO

from flashcards.cells import cells

GLUE = "\N{NO-BREAK SPACE}"
"""Stands between words that stay on one line; it is shown as a space."""

NARROWEST, USUAL_WIDTH = 20, 80
LAYOUT = {"\n": "\n", "\t": " ", "\N{LINE SEPARATOR}": "\n", "\N{PARAGRAPH SEPARATOR}": "\n"}
CONTROLS = ("Cc", "Cs", "Co", "Cn")
UNSEEN = "Cf"


def width() -> int:
    """Return how many columns the terminal has, and 80 where there is none."""
    return max(NARROWEST, shutil.get_terminal_size((USUAL_WIDTH, 24)).columns)


def has_colour(target: TextIO) -> bool:
    """Return whether colour would be shown and is welcome."""
    return target.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def plain(text: str) -> str:
    r"""Show control characters as a mark and drop what has no width, so that no text commands the terminal.

    >>> plain("\x1b[31mpsoas\u202e\u200b major\r")
    '�[31mpsoas major�'
    """
    return text if text.isascii() and text.isprintable() else "".join(map(_shown, text))


def _shown(mark: str) -> str:
    if mark in LAYOUT:
        return LAYOUT[mark]
    category = unicodedata.category(mark)
    if category in CONTROLS:
        return "\N{REPLACEMENT CHARACTER}"
    return "" if category == UNSEEN else mark


def wrap(text: str, columns: int, first: str = "", rest: str = "") -> Iterator[str]:
    """Yield a text in plain lines of at most so many columns, behind `first` and, from the second on, `rest`.

    No word is cut unless it is wider than a line, and none with a slash: an id or a path will be copied.

    >>> list(wrap("lesser trochanter of the femur", 20, first="a  ", rest="   "))
    ['a  lesser trochanter', '   of the femur']
    """
    room = columns - max(cells(first), cells(rest))
    for part in plain(text).split("\n"):
        for line in _filled(part, room):
            yield (first + line.replace(GLUE, " ")).rstrip(" ") or first
            first = rest


def _filled(text: str, room: int) -> Iterator[str]:
    line = ""
    for word in (piece for whole in text.split(" ") if whole for piece in _cut(whole, room)):
        if line and cells(line) + 1 + cells(word) > room:
            yield line
            line = ""
        line = f"{line} {word}" if line else word
    yield line


def _cut(word: str, room: int) -> Iterator[str]:
    """Yield a word whole if it fits or is an id, else in pieces that fit."""
    piece, used = "", 0
    for mark in word if cells(word) > room and "/" not in word else ():
        used += cells(mark)
        if piece and used > room:
            yield piece
            piece, used = "", cells(mark)
        piece += mark
    yield piece or word
