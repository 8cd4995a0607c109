"""What a deck may not hold, though YAML may: anchors, aliases, tags; and signs that need quotes."""

import re

from flashcards.place import Place, Problem
from flashcards.yamltree.nodes import Scalar
from flashcards.yamltree.text import unprintable

_SWALLOWED = re.compile(r" (#[^\s#].*)")
"""A comment that may be text: one space before the sign and none behind, as in `rib #12`."""

_ASKED = re.compile(r"\?( |$)")
_QUOTES = "put the text in quotes"
_COMMENT = "if '#' belongs to the text, put the value in quotes; if not, write '# ' with a space behind it"


def of_alias(alias: Scalar) -> Problem:
    """Return the refusal of a reference to another value."""
    return Problem(
        alias.place, "alias", f"the alias '{alias.text}' is not read", _remedy("*"), width=alias.width
    )


def of_properties(anchor: str | None, tag: str | None, place: Place) -> list[Problem]:
    """Return the refusals of a name for a value, and of a type."""
    problems = []
    if anchor is not None:
        problems.append(Problem(place, "anchor", f"the anchor '&{anchor}' is not read", _remedy("&")))
    if tag is not None:
        problems.append(Problem(place, "tag", "tags are not read: every value is text", _remedy("!")))
    return problems


def of_escapes(quoted: Scalar) -> list[Problem]:
    """Return the refusal of escape sequences for characters that no screen shows."""
    if not (sign := unprintable(quoted.text)):
        return []
    message = f"this text holds an invisible character (U+{ord(sign):04X})"
    help = "delete its escape sequence"
    return [Problem(quoted.place, "control-character", message, help, width=quoted.width)]


def of_question(plain: Scalar) -> list[Problem]:
    """Return the refusal of '? ' before a plain text, which begins a key in YAML."""
    if not _ASKED.match(plain.text):
        return []
    return [Problem(plain.place, "needs-quotes", "a text cannot begin with '? '", _QUOTES, width=plain.width)]


def of_comment(line: str, end: Place) -> list[Problem]:
    """Return the warning of a comment right behind a plain text that may be part of it."""
    found = _SWALLOWED.match(line, end.column - 1)
    if not found:
        return []
    place = Place(end.file, end.line, end.column + 1)
    message = f"'{found[1].split()[0]}' begins a comment: the rest of the line is not read"
    return [Problem(place, "swallowed", message, _COMMENT, width=len(found[1]), severity="warning")]


def _remedy(sign: str) -> str:
    return f"delete it, or put the text in quotes if it begins with '{sign}'"
