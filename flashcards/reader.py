"""The reader: a YAML file becomes a deck, or every problem it has at once.

A file is first read by itself; then its notes are checked against one another and against those of the decks
it names. What follows from them is derived, and cards are made, when that is first looked at.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from flashcards.card import Card
from flashcards.cards import Cards
from flashcards.deck import Deck
from flashcards.draft import Draft
from flashcards.explain import explained
from flashcards.findings import Findings
from flashcards.foreign import foreign_notes
from flashcards.kind import Kind
from flashcards.lazy import Lazy
from flashcards.note import Note
from flashcards.place import Problem
from flashcards.reading import Reading
from flashcards.shelf import Shelf
from flashcards.sources import check_sources


def examine(path: Path, shelf: Shelf) -> Reading:
    """Read a file as far as it goes and keep every problem; FileError where it can't be read.

    The decks it names are found on the shelf.
    """
    draft = shelf.draft(path)
    findings = Findings(draft.problems)
    notes = {**draft.notes, **foreign_notes(draft, shelf, findings)}
    deck = DeckMaker(draft, shelf.kinds, notes, findings).deck()
    problems = tuple(sorted(problem for problem in findings.problems if _sure(problem, draft)))
    return Reading(path, deck and replace(deck, problems=problems), problems, draft.lines)


UNSURE = (
    "missing-field",
    "unknown-source",
    "unknown-muscle",
    "unknown-action",
    "card-shape",
    "stated-opposite",
    "does-not-cross",
    "unnamed-danger",
    "step-order",
    "no-cards",
)
"""What may be found only because YAML that can't be read had to be passed over."""


def _sure(problem: Problem, draft: Draft) -> bool:
    return not draft.gaps or problem.code not in UNSURE


@dataclass(frozen=True, slots=True)
class DeckMaker:
    """Makes a deck of a draft; `notes` holds its notes among those of other decks that it names."""

    draft: Draft
    kinds: Sequence[Kind]
    notes: Mapping[str, Note]
    findings: Findings

    def deck(self) -> Deck | None:
        """Return the deck, or None where there is an error."""
        self._check()
        if not self.findings.clean:
            return None
        told, notes, written = self.draft, cache(self._derived), tuple(self._own(self.notes.values()))
        deck = Deck(
            told.id,
            told.title,
            told.path,
            told.language,
            told.sources,
            notes=Lazy(lambda: tuple(self._own(notes().values()))),
            heads=tuple(note.head for note in written),
            cards=Cards(lambda: [tuple(self._cards(notes()))]),
            tags=told.tags,
        )
        self._check_asked(written, deck)
        return deck if self.findings.clean else None

    def _own(self, notes: Iterable[Note]) -> Iterator[Note]:
        return (note for note in notes if note.deck == self.draft.id)

    def _check(self) -> None:
        own = tuple(self._own(self.notes.values()))
        self.findings.problems += check_sources(own, self.draft.sources)
        for kind, note in self._by_kind(own):
            for check in kind.checks:
                self.findings.problems += check(note, self.notes)

    def _by_kind(self, notes: Sequence[Note]) -> Iterator[tuple[Kind, Note]]:
        """Yield the notes in the order of their kinds."""
        for kind in self.kinds:
            yield from ((kind, note) for note in notes if note.kind == kind.section)

    def _derived(self) -> Mapping[str, Note]:
        derived = (note for kind in self.kinds for note in kind.derive(self.notes))
        return {**self.notes, **{note.key: note for note in self._own(derived)}}

    def _cards(self, notes: Mapping[str, Note]) -> Iterator[Card]:
        for kind, note in self._by_kind(tuple(self._own(notes.values()))):
            yield from (explained(card, self.draft.sources) for card in kind.cards(note, notes))

    def _check_asked(self, written: Iterable[Note], deck: Deck) -> None:
        """Report a deck without cards; a fact to ask is enough to know, for they take long to make."""
        start, askable = self.draft.start, any(fact.askable for note in written for fact in note.facts)
        if start and not askable and not deck.cards:
            width = len(self.draft.lines[start.line - 1].split(":")[0])
            self.findings.report(
                start,
                "no-cards",
                "this deck asks nothing",
                width=width,
                help="add a section such as 'cards:' or 'muscles:'",
            )
