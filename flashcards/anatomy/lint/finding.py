"""A finding: a problem at the very value that is wrong."""

from __future__ import annotations

from flashcards.fact import Fact
from flashcards.place import Place, Problem, Severity


def finding(
    fact: Fact,
    code: str,
    message: str,
    help: str,
    *,
    hint: str = "",
    severity: Severity = "warning",
    also: tuple[Place, ...] = (),
) -> Problem:
    """Return a problem with a fact, underlined as far as its words go.

    >>> finding(Fact("", "origin", "ribs 9-13"), "level-range", "there is no rib 13", "ribs 1-12").width
    9
    """
    width = len(fact["of"] or fact.text)
    return Problem(fact.place, code, message, help, hint, width, severity, also)
