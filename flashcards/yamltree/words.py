"""The complaints of a YAML parser, each with the words for the person who wrote the file."""

import re
from dataclasses import dataclass

from yaml import MarkedYAMLError

_QUOTES = "put the text in quotes"
_BLOCK = "begin the text on the next line, indented"


@dataclass(frozen=True, slots=True)
class Words:
    """How one complaint is told: `sign` is part of the parser's words; `{0}` becomes the character there.

    `begun` says that the mistake is where the thing being read began, not where the parser stopped.
    """

    sign: str
    code: str
    message: str
    help: str
    begun: bool = False


CONTEXTS = (
    Words("an anchor", "anchor", "a value cannot begin with '&'", _QUOTES, begun=True),
    Words("an alias", "alias", "a value cannot begin with '*'", _QUOTES, begun=True),
    Words("a tag", "tag", "a value cannot begin with '!'", _QUOTES, begun=True),
    Words("parsing a node", "tag", "a value cannot begin with '!'", _QUOTES, begun=True),
    Words(
        "a directive",
        "directive",
        "a line cannot begin with '%'",
        "delete the line, or quote its text",
        begun=True,
    ),
    Words("a block scalar", "block-text", "text stands on the line of '{0}'", _BLOCK, begun=True),
)
"""Told by what was being read."""

PROBLEMS = (
    Words(
        "mapping values are not allowed",
        "colon",
        "a key cannot stand here",
        "indent it like the keys beside it; if it is text that goes on, put that text in quotes",
    ),
    Words(
        "sequence entries are not allowed",
        "list-place",
        "a list cannot begin here",
        "put each '- ' on a line of its own below the key; put text that begins with '- ' in quotes",
    ),
    Words("mapping keys are not allowed", "needs-quotes", "a value cannot begin with '? '", _QUOTES),
    Words(
        "could not find expected ':'",
        "missing-colon",
        "this is neither 'key: value' nor part of the value above",
        "write a space behind the ':' of a key; indent a value that goes on below its key",
        begun=True,
    ),
    Words("that cannot start any token", "needs-quotes", "a value cannot begin with '{0}'", _QUOTES),
    Words(
        "unexpected end of stream",
        "open-quote",
        "this quote is never closed",
        "close it with {0}",
        begun=True,
    ),
    Words("document separator", "open-quote", "this quote is never closed", "close it with {0}", begun=True),
    Words(
        "expected ',' or",
        "open-bracket",
        "this '{0}' is not closed, or a ',' is missing in it",
        "close it; put text that holds ',', ': ' or a bracket in quotes",
        begun=True,
    ),
    Words(
        "escape",
        "escape",
        "this escape sequence is unknown",
        r"write \\ for one backslash, or use single quotes",
    ),
    Words(
        "expected <block end>, but found '<scalar>'",
        "after-quote",
        "text goes on behind a closing quote or bracket",
        "put the whole value in quotes; inside single quotes write '' for an apostrophe",
    ),
    Words(
        "expected <block end>, but found '-'",
        "list-place",
        "a list item stands among keys",
        "indent the items of a list below their key",
    ),
    Words("found ':'", "empty-key", "a key is missing before ':'", "write a key, or put the text in quotes"),
    Words(
        "expected <block end>",
        "indentation",
        "this fits nothing above it",
        "indent it like the lines it belongs with",
    ),
    Words("expected the node content", "needs-quotes", "a value is missing, or begins with '{0}'", _QUOTES),
    Words(
        "expected '<document start>'",
        "indentation",
        "this does not belong to what stands above",
        "begin each top-level key in the first column, as 'key: value'",
    ),
)
"""Told by what was found instead."""

ANYTHING = Words("", "syntax", "this cannot be read", _QUOTES)
TAB = Words("", "tab", "a tab stands where YAML knows only spaces", "put spaces in place of the tab")
COLON = Words("", "colon", "a second ': ' stands in this line", "put the value that holds ': ' in quotes")
SPACE = Words("", "missing-space", "a space is missing after this ':'", "write 'key: value'")

_UNSPACED = re.compile(r"[^:'\"]*:(?=[^\s/])")

Told = tuple[Words, int, int]
"""The words for a complaint, and its line and column, from 0."""


def words_for(complaint: MarkedYAMLError, lines: tuple[str, ...]) -> Told:
    """Return the words for what stopped the parser, and where the mistake is."""
    words = _known(complaint.context or "", complaint.problem or "")
    mark = complaint.context_mark if words.begun else complaint.problem_mark
    assert mark, "a complaint has a mark for all that it names"
    if lines[mark.line][mark.column : mark.column + 1] == "\t":
        return TAB, mark.line, mark.column
    told = words, mark.line, mark.column
    return _misled(told, lines) if words.code == COLON.code else told


def _misled(told: Told, lines: tuple[str, ...]) -> Told:
    """Find out why a ':' surprised: a value holds one before it, or the key above lacks its space."""
    _, line, column = told
    if ": " in lines[line][:column]:
        return COLON, line, column
    above = next((number for number in range(line - 1, -1, -1) if lines[number].strip()), line)
    if above < line and (found := _UNSPACED.match(lines[above])):
        return SPACE, above, found.end() - 1
    return told


def _known(context: str, problem: str) -> Words:
    by_context = [words for words in CONTEXTS if words.sign in context]
    by_problem = [words for words in PROBLEMS if words.sign in problem]
    return [*by_context, *by_problem, ANYTHING][0]
