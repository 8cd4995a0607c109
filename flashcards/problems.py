"""Problems as people read them: the place, the line with a caret below it, and what to do."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from flashcards.cells import cells, filled, head, visible
from flashcards.place import Problem

UNLIMITED = sys.maxsize
"""The width of a pipe: nothing is wrapped, so that each first line holds the whole message."""

_WIDEST = 160
"""Cells of a source line that are shown at most; of a longer one, what is near the caret."""

_NARROWEST = 20
_BLUE = "34"
_ALARMS = {"error": "1;31", "warning": "1;33", "hint": "1;36"}


def suggest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that was probably meant, None where none is near.

    Case does not matter, nor whether '_', '-' or a space joins two words.

    >>> suggest("orign", ["origin", "insertion"]), suggest("Tell-Apart", ["tell_apart"])
    ('origin', 'tell_apart')
    """
    folded = {_fold(name): name for name in known}
    near = get_close_matches(_fold(word), folded, n=1)
    return folded[near[0]] if near else None


def did_you_mean(name: str | None) -> str:
    """Ask whether a known name was meant; empty for none.

    >>> did_you_mean("lesser trochanter"), did_you_mean(None)
    ("did you mean 'lesser trochanter'?", '')
    """
    return f"did you mean '{name}'?" if name else ""


def render(problem: Problem, lines: Sequence[str], color: bool = False, width: int = UNLIMITED) -> str:
    """Return a problem with its line and remedy, in lines of at most `width` cells (words are never cut).

    `lines` are those of the file, from the first.

    >>> from flashcards.place import Place
    >>> place, hint = Place("hip.yaml", 1, 7), "did you mean 'psoas'?"
    >>> print(render(Problem(place, "unknown", "no note 'soas'", hint=hint), ["pair: soas"]))
    hip.yaml:1:7: error[unknown]: no note 'soas'
      |
    1 | pair: soas
      |       ^ did you mean 'psoas'?
    """
    sheet = _Sheet(problem, color, width)
    return "\n".join([*sheet.header(), *sheet.snippet(lines), *sheet.notes()])


@dataclass(frozen=True, slots=True)
class _Sheet:
    """One problem, and how it is to be set."""

    problem: Problem
    color: bool
    width: int

    def header(self) -> Iterator[str]:
        problem = self.problem
        label = f"{problem.severity}[{problem.code}]"
        text = visible(f"{problem.place}: {label}: {problem.message}")
        for line in _hanging("", text, self.width, "    "):
            yield line.replace(label, self._alarm(label), 1)

    def snippet(self, lines: Sequence[str]) -> Iterator[str]:
        """Yield the line of the problem with the caret below; nothing where the file has no such line."""
        place = self.problem.place
        if place.line > len(lines):
            return
        room = max(_NARROWEST, min(self.width, _WIDEST) - len(self._margin()) - 3)
        line, column = lines[place.line - 1], place.column - 1
        before, after = _window(line, column, room)
        span = min(cells(after), cells(visible(line[column : column + self.problem.width])))
        caret = " " * cells(before) + "^" * max(1, span)
        yield self._gutter()
        yield self._gutter(str(place.line)) + f" {before}{after}"
        for mark in _hinted(caret, visible(self.problem.hint), room):
            yield self._gutter() + " " + self._alarm(mark)

    def notes(self) -> Iterator[str]:
        notes = [("help", self.problem.help)] if self.problem.help else []
        notes += [("also", str(place)) for place in self.problem.also]
        for name, text in notes:
            sign = f"{self._margin()} = {name}: "
            yield from _hanging(sign, visible(text), self.width, " " * len(sign))

    def _margin(self) -> str:
        return " " * len(str(self.problem.place.line))

    def _gutter(self, number: str = "") -> str:
        return self._paint(f"{number or self._margin()} |", _BLUE)

    def _alarm(self, text: str) -> str:
        return self._paint(text, _ALARMS[self.problem.severity])

    def _paint(self, text: str, style: str) -> str:
        return f"\x1b[{style}m{text}\x1b[0m" if self.color else text


def _hinted(caret: str, hint: str, room: int) -> list[str]:
    """Return the caret with the hint behind it or, where that is too wide, below it."""
    beside = f"{caret} {hint}".rstrip()
    return [beside] if cells(beside) <= room else [caret, *filled(hint, room)]


def _window(line: str, column: int, room: int) -> tuple[str, str]:
    """Return what is seen of a line before and from a column on, cut with '…' to so many cells."""
    before, after = visible(line[:column]), visible(line[column:])
    if cells(before) + cells(after) <= room:
        return before, after
    if cells(before) > room // 2:
        before = "…" + head(before[::-1], room // 2 - 1)[::-1]
    left = room - cells(before)
    return before, after if cells(after) <= left else head(after, left - 1) + "…"


def _hanging(sign: str, text: str, width: int, indent: str) -> Iterator[str]:
    """Yield a text behind a sign, its further lines indented."""
    first, *rest = filled(text, width - max(len(sign), len(indent)))
    yield sign + first
    yield from (indent + line for line in rest)


def _fold(word: str) -> str:
    return word.casefold().replace("_", " ").replace("-", " ")
