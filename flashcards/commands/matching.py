"""Narrowing rows down to a word, and saying which one may have been meant."""

from __future__ import annotations

from collections.abc import Sequence

from flashcards.anatomy.terms.wording import tokens
from flashcards.commands.table import Row
from flashcards.errors import UnknownName
from flashcards.problems import did_you_mean, suggest


def matching(rows: Sequence[Row], word: str, *columns: str) -> Sequence[Row]:
    """Return the rows that have a word in one of the columns: those it names whole, else those it is part of.

    UnknownName, with the nearest known word, where there is none.
    """
    if not word.strip():
        return rows
    wanted = tokens(word)
    texts = [(row, [tokens(text) for text in _texts(row, columns)]) for row in rows]
    found = [row for row, told in texts if wanted in told]
    found = found or [row for row, told in texts if any(set(wanted) <= set(text) for text in told)]
    if found:
        return found
    known = dict.fromkeys(text for row in rows for text in _texts(row, columns))
    raise unknown(word, list(known))


def unknown(word: str, known: Sequence[str]) -> UnknownName:
    """Return what to raise for a word that names nothing listed."""
    few = known if len(known) < 20 else ()
    remedy = did_you_mean(suggest(word, known))
    remedy = remedy or (f"one of: {', '.join(few)}" if few else "leave the word out to see all")
    return UnknownName(f"nothing here is called '{word}'", remedy)


def _texts(row: Row, columns: Sequence[str]) -> list[str]:
    values = [row[name] for name in columns]
    lists = [[value] if isinstance(value, str) else value for value in values if not isinstance(value, int)]
    return [text for told in lists for text in told]
