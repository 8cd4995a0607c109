"""The reader: a YAML file becomes a deck, or every problem it has at once.

A file is first read by itself; then its notes are checked against one another and against those of the decks
it names, what follows from them is derived, and cards are made.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from flashcards.card import Card
from flashcards.deck import Deck
from flashcards.draft import Draft
from flashcards.explain import explained
from flashcards.findings import Findings
from flashcards.foreign import foreign_notes
from flashcards.kind import Kind
from flashcards.note import Note
from flashcards.place import Problem
from flashcards.shelf import Shelf


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading one file: the deck unless there is an error, every problem, and the lines."""

    path: Path
    deck: Deck | None
    problems: tuple[Problem, ...]
    lines: Sequence[str]


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


UNSURE = ("missing-field", "unknown-source", "unknown-muscle", "card-shape", "stated-opposite", "no-cards")
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
        notes = self._derived()
        cards = tuple(explained(card, self.draft.sources) for card in self._cards(notes))
        self._check_cards(cards)
        return self._deck(notes, cards) if self.findings.clean else None

    def _deck(self, notes: Mapping[str, Note], cards: tuple[Card, ...]) -> Deck:
        told, own = self.draft, tuple(self._own(notes.values()))
        return Deck(told.id, told.title, told.path, told.language, told.sources, own, cards, tags=told.tags)

    def _own(self, notes: Iterable[Note]) -> Iterator[Note]:
        return (note for note in notes if note.deck == self.draft.id)

    def _check(self) -> None:
        own = tuple(self._own(self.notes.values()))
        self.findings.problems += _unknown_sources(own, self.draft.sources)
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
            yield from kind.cards(note, notes)

    def _check_cards(self, cards: tuple[Card, ...]) -> None:
        start = self.draft.start
        if not cards and start:
            width = len(self.draft.lines[start.line - 1].split(":")[0])
            self.findings.report(
                start,
                "no-cards",
                "this deck asks nothing",
                width=width,
                help="add a section such as 'cards:' or 'muscles:'",
            )


def _unknown_sources(notes: Iterable[Note], sources: Mapping[str, str]) -> Iterator[Problem]:
    for note in notes:
        named = [
            (note.place_of("source"), note.word("source")),
            *((fact.place, fact.source) for fact in note.facts),
        ]
        for place, source in named:
            if source and source not in sources:
                yield Problem(
                    place,
                    "unknown-source",
                    f"no source is called '{source}'",
                    width=len(source),
                    help=f"name one of 'sources:': {', '.join(sources) or 'there is none yet'}",
                )
