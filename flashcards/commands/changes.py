"""What changed in a deck since it was last studied, in lines to print."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from flashcards.study.edits import Edits

MOST = 5
"""How many changes of one sort are told one by one."""


def changes(edits: Edits) -> Iterator[str]:
    """Yield a line for each change, and for the many beyond the first few one that counts them."""
    yield from _few("Renamed, schedules kept", [f"{old} is now {new}" for old, new in edits.renamed])
    yield from _few("Reworded, schedule kept", [fact.after for fact in edits.reworded])
    yield from _few("Back, schedule kept", [fact.after for fact in edits.returned])
    yield from _few("New", list((edits.new or {}).values()))
    yield from _few("Gone", list((edits.gone or {}).values()))
    if edits.new and edits.gone:
        yield "`flashcards link OLD NEW` joins a fact to its old self."


def _few(sort: str, told: Sequence[str]) -> Iterator[str]:
    """Yield a line for each of the first few.

    >>> list(_few("New", list("abcdefgh")))[-2:]
    ['New: e', 'New: 3 more']
    """
    yield from (f"{sort}: {text}" for text in told[:MOST])
    if len(told) > MOST:
        yield f"{sort}: {len(told) - MOST} more"
