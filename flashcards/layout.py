"""The canonical layout of a deck's file: indented alike, single spaces, no idle blank lines.

Only spaces change, line by line: what is written, comments and all, stays letter for letter. (ruamel.yaml was
tried: it drops a comment between two flow mappings.) What comes out must read as the same tree, or the file
stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from flashcards import yamltree
from flashcards.errors import DeckError
from flashcards.files import ended_like
from flashcards.place import Place
from flashcards.yamltree import Mapping, Node, Scalar
from flashcards.yamltree import Sequence as List

STEP = 2
"""Spaces by which each level stands further in."""

FLOW = ("{", "[")
BLOCKS = ("|", ">")


def laid_out(text: str, file: str) -> str:
    r"""Return a deck's text in its canonical layout, unchanged where that would change its meaning.

    DeckError where the text is no YAML that a deck may hold.

    >>> laid_out("deck:   hip\n\n\n\ncards:\n     pelvis:\n        front: one\n", "hip.yaml")
    'deck: hip\n\ncards:\n  pelvis:\n    front: one\n'
    """
    parsed = yamltree.parse(text, file)
    faults = tuple(problem for problem in parsed.problems if problem.severity == "error")
    if faults or parsed.root is None:
        raise DeckError(faults)
    sheet = Sheet(list(parsed.lines))
    sheet.measure(parsed.root, 0)
    made = ended_like(sheet.text(), text)
    return made if _told(yamltree.parse(made, file).root) == _told(parsed.root) else text


def _told(node: Node | None) -> object:
    """Return what a tree tells, without the places."""
    match node:
        case Scalar(text=text):
            return text
        case List(items=items):
            return [_told(item) for item in items]
        case Mapping(pairs=pairs):
            return [(key.text, _told(value)) for key, value in pairs]
        case _:
            return None


@dataclass(slots=True)
class Sheet:
    """The lines of a file, how far in each belongs that begins something, and which keep their spaces."""

    lines: list[str]
    indents: dict[int, int] = field(default_factory=dict)
    blocks: set[int] = field(default_factory=set)
    gaps: dict[int, list[tuple[int, int]]] = field(default_factory=dict)

    def measure(self, node: Node, indent: int) -> None:
        """Note where the lines of a node belong, whose level stands `indent` spaces in."""
        if isinstance(node, Scalar):
            self.blocks.update(self._block(node))
        elif self._at(node.place) in FLOW:
            return
        elif isinstance(node, Mapping):
            for key, value in node.pairs:
                self._mark(key.place.line, indent)
                self._close(key.place.line, self._after_key(key), value.place)
                self.measure(value, indent + STEP)
        else:
            for item in node.items:
                self._dash(item.place, indent)
                self.measure(item, indent + STEP)

    def text(self) -> str:
        """Return the lines, each where it belongs; comments are as far in as what they stand above."""
        made: list[str] = []
        shifts = self._shifts()
        indent = 0
        for at in reversed(range(len(self.lines))):
            line = self.lines[at] if at in self.blocks else self.lines[at].strip()
            comment = line.startswith("#") and at not in self.blocks
            if at in self.indents:
                indent = self.indents[at]
                line = self._single_spaced(at).strip()
            if line.strip():
                new = (
                    indent if comment or at in self.indents else max(0, _indent(self.lines[at]) + shifts[at])
                )
                made.append(" " * new + (line.lstrip(" ") if at in self.blocks else line))
            elif at in self.blocks or (made and made[-1]):
                made.append("")
        return "\n".join(reversed(made)).strip("\n") + "\n"

    def _shifts(self) -> list[int]:
        """Return by how much each line moves: what goes on in further lines moves with its beginning."""
        shifts, shift = [], 0
        for at, line in enumerate(self.lines):
            shift = self.indents[at] - _indent(line) if at in self.indents else shift
            shifts.append(shift)
        return shifts

    def _at(self, place: Place) -> str:
        return self.lines[place.line - 1][place.column - 1 : place.column]

    def _mark(self, line: int, indent: int) -> None:
        self.indents.setdefault(line - 1, indent)

    def _dash(self, item: Place, indent: int) -> None:
        """Mark the line of an item's dash: its own, or one above that holds the dash alone."""
        before = self.lines[item.line - 1][: item.column - 1]
        if before.rstrip().endswith("-"):
            self._mark(item.line, indent)
            self._close(item.line, len(before.rstrip()), item)
            return
        above = (
            line for line in range(item.line - 1, 0, -1) if self.lines[line - 1].lstrip().startswith("-")
        )
        self._mark(next(above, item.line), indent)

    def _after_key(self, key: Scalar) -> int:
        line, end = self.lines[key.place.line - 1], key.place.column - 1 + key.width
        return line.find(":", end) + 1

    def _close(self, line: int, start: int, value: Place) -> None:
        """Note the gap before a value, if it stands in the same line."""
        if value.line == line and value.column - 1 > start > 0:
            self.gaps.setdefault(line - 1, []).append((start, value.column - 1))

    def _single_spaced(self, at: int) -> str:
        line = self.lines[at]
        for start, end in sorted(self.gaps.get(at, ()), reverse=True):
            line = f"{line[:start]} {line[end:]}"
        return line

    def _block(self, scalar: Scalar) -> Iterator[int]:
        """Yield the numbers, from 0, of a block's lines, in which every space counts."""
        first = scalar.place.line
        indent = _indent(self.lines[first - 1])
        for at in range(first, len(self.lines)) if scalar.style in BLOCKS else ():
            if self.lines[at].strip() and _indent(self.lines[at]) <= indent:
                return
            yield at


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
