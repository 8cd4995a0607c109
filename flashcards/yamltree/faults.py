"""What stops a YAML parser, and the lines to pass over so that the rest of the file can be read."""

import re

from yaml import Mark, MarkedYAMLError

from flashcards.place import Place, Problem
from flashcards.yamltree.words import words_for

Lines = tuple[str, ...]
LongQuotes = list[tuple[Place, int]]
"""Where quotes of several lines begin, and the line in which they end."""

_CLOSING = re.compile(r"\s*[\]}]+,?\s*$")
_COLON = "put the value that holds ': ' in quotes"
_TAB = "a tab stands where YAML knows only spaces"


_LONG_QUOTE = "this quote is closed only in line {0}, and text goes on behind it"


class Fault(Exception):
    """A problem that stops the parser; `gap` are the lines (from 1) that have to be passed over."""

    def __init__(self, problem: Problem, gap: range) -> None:
        super().__init__(problem.message)
        self.problem = problem
        self.gap = gap


def too_deep(place: Place, deepest: int, lines: Lines) -> Fault:
    """Return the fault of a collection within too many others."""
    message = f"more than {deepest} lists or mappings stand within one another"
    return _fault(
        Problem(place, "too-deep", message, "put text that begins with '- ' or a bracket in quotes"), lines
    )


def several_documents(place: Place, lines: Lines) -> Fault:
    """Return the fault of a second document: whatever follows is not read."""
    problem = Problem(
        place, "several-documents", "a second document begins here", "one file is one deck: delete the '---'"
    )
    return Fault(problem, range(place.line, len(lines) + 1))


def bad_escape(place: Place, lines: Lines) -> Fault:
    """Return the fault of an escape sequence for a character that does not exist."""
    return _fault(
        Problem(place, "escape", "this escape sequence is unknown", "write the character itself"), lines
    )


def fault_of(complaint: MarkedYAMLError, file: str, lines: Lines, long_quotes: LongQuotes) -> Fault:
    """Return what stopped the parser, in plain words.

    Text behind a quote of several lines mostly means that the quote was meant to end in its first.
    """
    words = words_for(complaint)
    mark = complaint.context_mark if words.begun else complaint.problem_mark
    assert mark
    sign = _character(mark, lines)
    place = Place(file, mark.line + 1, mark.column + 1)
    for begin, end in long_quotes:
        if words.code == "after-quote" and end == place.line:
            return _fault(
                Problem(begin, "open-quote", _LONG_QUOTE.format(end), "close it in its own line"), lines
            )
    if words.code == "colon" and ": " in lines[mark.line][: mark.column]:
        return _fault(Problem(place, "colon", "a second ': ' stands in this line", _COLON), lines)
    if sign == "\t":
        return _fault(Problem(place, "tab", _TAB, "put spaces in place of the tab"), lines)
    return _fault(Problem(place, words.code, words.message.format(sign), words.help.format(sign)), lines)


def _character(mark: Mark, lines: Lines) -> str:
    return lines[mark.line][mark.column : mark.column + 1]


def _fault(problem: Problem, lines: Lines) -> Fault:
    """Pass over the line of the problem with all that is indented below it, and a bracket that closes it."""
    first = problem.place.line
    last = first
    depth = _indent(lines[first - 1].expandtabs())
    for number, line in enumerate(lines[first:], first + 1):
        if line.strip() and _indent(line) <= depth and not _CLOSING.match(line):
            break
        last = number
    return Fault(problem, range(first, last + 1))


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
