"""Reads a file as YAML: fast where it is sound, and in plain words where it is not.

libyaml reads sound files ten times as fast as PyYAML's own parser, but its complaints differ in words and
place, and so do the files it takes. So it has no say in what is wrong: whatever it stumbles over is read once
more by PyYAML's parser, and so is what only libyaml would take. PyYAML's parser in turn fails at a question
mark within brackets, so both see another sign in its place.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import takewhile

import yaml

from flashcards.place import Place, Problem
from flashcards.yamltree.builder import QUESTION, Builder
from flashcards.yamltree.faults import Fault, Lines, bad_escape, fault_of
from flashcards.yamltree.nodes import Node
from flashcards.yamltree.text import read_text

MOST = 20
"""Faults that are told of one file."""

_LONG = 400_000
"""Characters that may be read again in search of more faults; PyYAML's parser takes seconds for as many."""
_ABOVE = re.compile(r"%|\s*(#|$)")
_LENIENT = re.compile(r"\t|[|>][-+\d]*#")
"""What libyaml alone takes: tabs between tokens, comments right behind the sign of a block."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """A file as read: its tree (if anything could be read), all its problems, its lines.

    `gaps` are the lines (from 1) that had to be passed over: what seems to be missing may stand there.
    """

    root: Node | None
    problems: tuple[Problem, ...]
    lines: tuple[str, ...]
    gaps: tuple[range, ...] = ()


def parse(source: str | bytes, file: str, libyaml: bool = yaml.__with_libyaml__) -> Parsed:
    """Return the tree of a YAML text and every problem in it, whatever the text is; nothing is raised.

    >>> parsed = parse("origin: [no, 1:30]", "hip.yaml")
    >>> [item.text for item in parsed.root.pairs[0][1].items]
    ['no', '1:30']
    >>> parse("origin: a: b", "hip.yaml").problems[0].message
    "a second ': ' stands in this line"
    """
    text = read_text(source, file)
    if not text.readable:
        return Parsed(None, text.problems, text.lines, (range(1, len(text.lines) + 1),))
    lines, directives = _without_directives(text.readable, file)
    problems = {*text.problems, *directives}
    gaps: list[range] = []
    for _ in range(min(MOST, 2 + _LONG // (1 + sum(map(len, lines))))):
        builder, faults = _built(lines, file, libyaml)
        problems |= {*builder.problems, *(fault.problem for fault in faults)}
        if not faults:
            return Parsed(next(iter(builder.roots), None), tuple(sorted(problems)), text.lines, tuple(gaps))
        gaps += (fault.gap for fault in faults)
        lines = _blanked(lines, gaps[-1])
    return Parsed(None, tuple(sorted(problems)), text.lines, tuple(gaps))


def _built(lines: Lines, file: str, libyaml: bool) -> tuple[Builder, list[Fault]]:
    """Return what the events of these lines build, and the fault they end with if they do."""
    text = "\n".join(lines).replace("?", QUESTION)
    if libyaml and not _LENIENT.search(text):
        for builder in _sound(text, lines, file):
            return builder, []
    builder, loader = Builder(file, lines), yaml.SafeLoader(text)
    try:
        builder.take(_events(loader))
    except Fault as fault:
        return builder, [fault]
    except yaml.MarkedYAMLError as error:
        return builder, [fault_of(error, file, lines, builder.long_quotes)]
    except (ValueError, OverflowError):
        mark = loader.get_mark()
        return builder, [bad_escape(Place(file, mark.line + 1, mark.column + 1), lines)]
    return builder, []


def _sound(text: str, lines: Lines, file: str) -> list[Builder]:
    """Return what libyaml makes of a text, unless it stumbles or meets a tag, of which it takes more."""
    builder = Builder(file, lines)
    with suppress(yaml.YAMLError, Fault):
        builder.take(yaml.parse(text, yaml.CSafeLoader))
        return [builder] if all(problem.code != "tag" for problem in builder.problems) else []
    return []


def _events(loader: yaml.SafeLoader) -> Iterator[yaml.Event]:
    while loader.check_event():
        yield loader.get_event()  # type: ignore[no-untyped-call]


def _without_directives(lines: Lines, file: str) -> tuple[Lines, list[Problem]]:
    """Blank the first lines of text if they begin with '%': the parsers would obey them without a word."""
    above = list(takewhile(_ABOVE.match, lines))
    guilty = [number for number, line in enumerate(above, 1) if line.startswith("%")]
    if not guilty:
        return lines, []
    problem = Problem(
        Place(file, guilty[0], 1), "directive", "a deck has no directives", "delete what begins with '%'"
    )
    return _blanked(lines, range(1, len(above) + 1)), [problem]


def _blanked(lines: Lines, gap: range) -> Lines:
    """Empty the lines of a gap, so that those below keep their numbers."""
    return lines[: gap.start - 1] + ("",) * len(gap) + lines[gap.stop - 1 :]
