"""`flashcards list coverage`: what each muscle of the decks lacks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from flashcards.anatomy.coverage import SLOTS, TECHNIQUE, covered, targeted
from flashcards.commands import Options
from flashcards.commands.collection import drafts, find
from flashcards.commands.table import Row
from flashcards.commands.words import counted
from flashcards.decks import builtin
from flashcards.errors import DeckError
from flashcards.note import Note


def coverage(word: str, _: Options) -> list[Row]:
    """Return a row for each muscle of a deck, or of all that ship; DeckError for a deck with errors."""
    chosen = find([word]) if word else list(builtin())
    notes = _notes(chosen)
    aims = targeted((*notes, *_notes(set(builtin()) - set(chosen))))
    found = (covered(note, aims) for note in notes if note.kind == "muscles")
    return [
        {
            "muscle": one.note.path,
            "name": one.note.name,
            "facts": one.facts,
            "weak": one.weak,
            "unasked": one.unasked,
            "lacks": one.lacks,
        }
        for one in found
    ]


def _notes(paths: Iterable[Path]) -> list[Note]:
    told = drafts(paths)
    if problems := [problem for draft in told if not draft.clean for problem in draft.problems]:
        raise DeckError(problems)
    return [note for draft in told for note in draft.notes.values()]


def summary(rows: Sequence[Row]) -> str:
    """Say in one line what is missing most, and how many facts are weak or not asked.

    >>> row = {"facts": 9, "weak": 2, "unasked": 1, "lacks": ["palpation"]}
    >>> summary([row, row | {"lacks": []}])
    '2 muscles: 1 without palpation. 18 facts: 4 weak (1 of 5 groups of sources), 2 not asked.'
    """
    lacks = Counter(name for row in rows for name in _texts(row["lacks"]))
    missing = [f"{lacks[name]} without {name}" for name in (*SLOTS.values(), TECHNIQUE) if lacks[name]]
    facts, weak, unasked = (sum(int(str(row[name])) for row in rows) for name in ("facts", "weak", "unasked"))
    told = f"{counted(len(rows), 'muscle')}: {', '.join(missing) or 'nothing is missing'}."
    return f"{told} {counted(facts, 'fact')}: {weak} weak (1 of 5 groups of sources), {unasked} not asked."


def _texts(value: object) -> Sequence[str]:
    return value if isinstance(value, tuple | list) else ()
