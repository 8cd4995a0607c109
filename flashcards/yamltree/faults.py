"""What stops a YAML parser, and the lines to pass over so that the rest of the file can be read."""

import re

from yaml import MarkedYAMLError

from flashcards.place import Place, Problem
from flashcards.yamltree.words import words_for

Lines = tuple[str, ...]
LongQuotes = list[tuple[Place, int]]
"""Where quotes of several lines begin, and the line in which they end."""

_CLOSING = re.compile(r"\s*[\]}]+,?\s*$")


class Fault(Exception):
    """A problem that stops the parser; `gap` are the lines (from 1) that have to be passed over."""

    def __init__(self, problem: Problem, gap: range) -> None:
        super().__init__(problem.message)
        self.problem = problem
        self.gap = gap


def too_deep(place: Place, deepest: int, lines: Lines) -> Fault:
    """Return the fault of a collection within too many others."""
    message = f"more than {deepest} lists or mappings stand within one another"
    help = "put text that begins with '- ' or a bracket in quotes"
    return _fault(Problem(place, "too-deep", message, help), lines)


def several_documents(place: Place, lines: Lines) -> Fault:
    """Return the fault of a second document: whatever follows is not read."""
    message, help = "a second document begins here", "one file is one deck: delete the '---'"
    return Fault(Problem(place, "several-documents", message, help), range(place.line, len(lines) + 1))


def bad_escape(place: Place, lines: Lines) -> Fault:
    """Return the fault of an escape sequence for a character that does not exist."""
    return _fault(Problem(place, "escape", "there is no such character", "write the character itself"), lines)


def fault_of(complaint: MarkedYAMLError, file: str, lines: Lines, long_quotes: LongQuotes) -> Fault:
    """Return what stopped the parser, in plain words."""
    words, line, column = words_for(complaint, lines)
    sign, place = lines[line][column : column + 1], Place(file, line + 1, column + 1)
    problem = Problem(place, words.code, words.message.format(sign), words.help.format(sign))
    return _fault(_begun_quote(problem, long_quotes), lines)


def _begun_quote(problem: Problem, long_quotes: LongQuotes) -> Problem:
    """Blame text behind a quote of several lines on the quote: it was mostly meant to end in its first."""
    begun = [begin for begin, end in long_quotes if end == problem.place.line]
    if problem.code != "after-quote" or not begun:
        return problem
    message = f"this quote is closed only in line {problem.place.line}, and text goes on behind it"
    return Problem(begun[-1], "open-quote", message, "close it in its own line")


def _fault(problem: Problem, lines: Lines) -> Fault:
    """Pass over the line of the problem with all that is indented below it, and a bracket that closes it."""
    first = problem.place.line
    last = first
    depth = _indent(lines[first - 1].expandtabs())
    below = ((number, line) for number, line in enumerate(lines[first:], first + 1) if line.strip())
    for number, line in below:
        if _indent(line) <= depth and not _CLOSING.match(line):
            break
        last = number
    return Fault(problem, range(first, last + 1))


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
