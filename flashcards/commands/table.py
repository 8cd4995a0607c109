"""Rows for people: a table where the columns fit side by side, else one row below the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest

from flashcards.cells import cells
from flashcards.commands.terminal import plain, wrap

Value = str | int | bool | Sequence[str]
Row = Mapping[str, Value]
"""One thing listed, as `--json` prints it: text, numbers, or a list of texts under each name."""

GAP, NARROW = 2, 12
"""Columns between two columns; and how wide one that is not shown whole must be."""


def table(rows: Sequence[Row], columns: Sequence[str], width: int) -> Iterator[str]:
    """Yield the lines that show some columns of the rows, none wider than `width`.

    A column without anything in it is left out.

    >>> rows = [{"movement": "flexion", "opposite": "extension", "also": []}]
    >>> list(table(rows, ("movement", "opposite", "also"), 80))
    ['movement  opposite', 'flexion   extension']
    >>> list(table(rows, ("movement", "opposite", "also"), 18))
    ['flexion', '  opposite:', '    extension']
    """
    shown = [[text(row.get(name, "")) for name in columns] for row in rows]
    filled = [at for at in range(len(columns)) if any(line[at] for line in shown)]
    head = [columns[at].replace("_", " ") for at in filled]
    body = [[line[at] for at in filled] for line in shown]
    wide = [max(cells(line[at]) for line in (head, *body)) for at in range(len(head))]
    room = width - GAP * (len(wide) - 1)
    cap = next((cap for cap in range(max(wide, default=0), 0, -1) if _sum(wide, cap) <= room), 0)
    if cap >= min(NARROW, max(wide, default=0)):
        yield from _aligned([head, *body], [min(one, cap) for one in wide])
    else:
        yield from _stacked(head, body, width)


def text(value: Value) -> str:
    """Return a value as people read it.

    >>> text(["ASIS", "anterior superior spine"]), text(True), text(12)
    ('ASIS; anterior superior spine', 'yes', '12')
    """
    if isinstance(value, bool):
        return "yes" if value else ""
    return plain(
        value if isinstance(value, str) else str(value) if isinstance(value, int) else "; ".join(value)
    )


def _sum(wide: Sequence[int], cap: int) -> int:
    return sum(min(one, cap) for one in wide)


def _aligned(lines: Sequence[Sequence[str]], wide: Sequence[int]) -> Iterator[str]:
    for line in lines:
        parts = [list(wrap(part, room)) for part, room in zip(line, wide, strict=True)]
        for row in zip_longest(*parts, fillvalue=""):
            padded = (part + " " * (room - cells(part)) for part, room in zip(row, wide, strict=True))
            yield (" " * GAP).join(padded).rstrip()


def _stacked(head: Sequence[str], body: Sequence[Sequence[str]], width: int) -> Iterator[str]:
    for first, *others in body:
        yield from wrap(first, width)
        for name, part in zip(head[1:], others, strict=True):
            if part:
                yield from wrap(f"{name}: {part}", width, first="  ", rest="    ")
