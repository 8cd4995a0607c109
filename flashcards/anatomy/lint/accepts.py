"""Other right wordings that are not right: the fact's own words with one turned into its contrary."""

from __future__ import annotations

from collections.abc import Iterator

from flashcards.anatomy.lint.finding import finding
from flashcards.anatomy.terms.vocabulary import contrast_swaps
from flashcards.fact import fold
from flashcards.kind import Notes
from flashcards.note import Note
from flashcards.place import Problem


def contrary_accept(note: Note, _: Notes) -> Iterator[Problem]:
    """Refuse an `accept` that says the contrary: hip extension for hip flexion, vein for artery."""
    for fact in note.facts:
        if not fact.accept:
            continue
        swaps = {fold(text): (word, other) for text, word, other in contrast_swaps(fact.text)}
        for wording in fact.accept:
            if fold(wording) in swaps:
                word, other = swaps[fold(wording)]
                yield finding(
                    fact,
                    "contrary-accept",
                    f"'{wording}' is accepted for '{fact.text}', but {other} is not {word}",
                    "take it out of 'accept:'; if books disagree, say so with 'disputed:'",
                    severity="warning" if fact.disputed else "error",
                )
