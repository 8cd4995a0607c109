"""The reader: a YAML file becomes a deck, or every problem it has at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from flashcards import yamltree
from flashcards.card import Card
from flashcards.deck import Deck
from flashcards.errors import DeckError, FileError
from flashcards.explain import explained
from flashcards.fields import SectionReader, check_key
from flashcards.findings import Entries, Findings
from flashcards.kind import Kind
from flashcards.note import Note
from flashcards.place import Place, Problem
from flashcards.yamltree.text import LARGEST

HEADER = ("deck", "title", "language", "tags", "neighbors", "sources")
SOURCE_FIELDS = ("title", "author", "publication", "publisher", "year", "edition", "url", "licence", "note")


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading one file: the deck unless there is an error, every problem, and the lines."""

    path: Path
    deck: Deck | None
    problems: tuple[Problem, ...]
    lines: Sequence[str]


def read_deck(path: Path, kinds: Sequence[Kind]) -> Deck:
    """Read a deck; raises DeckError with every problem, FileError where there is no readable file."""
    reading = examine(path, kinds)
    if reading.deck is None:
        raise DeckError(reading.problems)
    return reading.deck


def examine(path: Path, kinds: Sequence[Kind]) -> Reading:
    """Read a file as far as it goes and keep every problem; raises FileError where it can't be read."""
    parsed = yamltree.parse(_content(path), str(path))
    findings = Findings(parsed.problems)
    deck = _deck(parsed.root, path, kinds, findings)
    problems = tuple(sorted(problem for problem in findings.problems if _sure(problem, parsed)))
    usable = replace(deck, problems=problems) if deck and findings.clean else None
    return Reading(path, usable, problems, parsed.lines)


def _deck(root: yamltree.Node | None, path: Path, kinds: Sequence[Kind], findings: Findings) -> Deck | None:
    if root is not None:
        return DeckReader(path, kinds, findings).deck(root)
    if findings.clean:
        findings.report(
            Place(str(path), 1, 1), "empty", "this file is empty", help="begin with 'deck: its-name'"
        )
    return None


UNSURE = ("missing-field", "unknown-source", "unknown-muscle", "card-shape", "stated-opposite", "no-cards")
"""What may be found only because YAML that can't be read had to be passed over."""


def _sure(problem: Problem, parsed: yamltree.Parsed) -> bool:
    return not parsed.gaps or problem.code not in UNSURE


def _content(path: Path) -> bytes:
    if path.exists() and not (path.is_file() or path.is_dir()):
        raise FileError(f"{path}: this is no ordinary file", "name a deck: a YAML file you can read")
    try:
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except OSError as error:
        raise FileError(
            f"{path}: {error.strerror or error}", "name a deck: a YAML file you can read"
        ) from error


@dataclass(frozen=True, slots=True)
class DeckReader:
    """Reads the tree of one file: header, sections, checks across notes, and the cards."""

    path: Path
    kinds: Sequence[Kind]
    findings: Findings

    def deck(self, root: yamltree.Node) -> Deck | None:
        """Return the deck, or None where an error would leave it without cards."""
        entries = self.findings.mapping(
            root, "a deck is a mapping: 'deck: name', then sections such as 'cards:'"
        )
        known = [*HEADER, *(kind.section for kind in self.kinds)]
        self.findings.unknown_keys(entries, known, "section")
        name = self._name(root.place, entries)
        sources = self._sources(entries)
        written = self._notes(name, entries)
        self._check(written, sources)
        if not self.findings.clean:
            return None
        notes = self._derived(written)
        cards = tuple(explained(card, sources) for card in self._cards(notes))
        self._check_cards(entries, cards)
        title, language = (self._header(entries, field) for field in ("title", "language"))
        tags = self._tags(entries)
        return Deck(
            name, title or name, self.path, language or "en", sources, tuple(notes.values()), cards, tags=tags
        )

    def _name(self, start: Place, entries: Entries) -> str:
        if "deck" in entries:
            value = entries["deck"][1]
            name = self.findings.text(value, "'deck'")
            if isinstance(value, yamltree.Scalar) and name:
                check_key(value, self.findings)
            return name
        if entries:
            self.findings.report(
                start, "missing-field", "this deck has no name", help="begin with 'deck: its-name'"
            )
        return ""

    def _header(self, entries: Entries, field: str) -> str:
        return self.findings.text(entries[field][1], f"'{field}'") if field in entries else ""

    def _tags(self, entries: Entries) -> tuple[str, ...]:
        return self.findings.texts(entries["tags"][1], "'tags'") if "tags" in entries else ()

    def _sources(self, entries: Entries) -> Mapping[str, str]:
        if "sources" not in entries:
            return {}
        wanted = "'sources:' is a mapping of short names to {title: ..., author: ...}"
        listed = self.findings.mapping(entries["sources"][1], wanted)
        return {name: self._source(value) for name, (_, value) in listed.items()}

    def _source(self, node: yamltree.Node) -> str:
        if isinstance(node, yamltree.Scalar):
            return self.findings.text(node, "a source")
        fields = self.findings.mapping(node, "a source is text, or {title: ..., author: ...}")
        self.findings.unknown_keys(fields, SOURCE_FIELDS, "field")
        cited = ("author", "title", "publication", "publisher", "edition", "year")
        return ", ".join(self.findings.text(fields[name][1], name) for name in cited if name in fields)

    def _notes(self, deck: str, entries: Entries) -> dict[str, Note]:
        notes: dict[str, Note] = {}
        for kind in self.kinds:
            if kind.section in entries:
                for note in SectionReader(kind, deck, self.findings).notes(entries[kind.section][1]):
                    self._check_double(note, notes.setdefault(note.key, note))
        return notes

    def _check_double(self, note: Note, first: Note) -> None:
        if first is not note:
            message = f"two notes have the key '{note.key}', the first in line {first.place.line}"
            self.findings.report(
                note.place,
                "same-key",
                message,
                width=len(note.key),
                help="a key names one note of the deck, whatever its section",
            )

    def _check(self, notes: Mapping[str, Note], sources: Mapping[str, str]) -> None:
        self.findings.problems += _unknown_sources(notes.values(), sources)
        for kind in self.kinds:
            for note in (note for note in notes.values() if note.kind == kind.section):
                for check in kind.checks:
                    self.findings.problems += check(note, notes)

    def _derived(self, notes: Mapping[str, Note]) -> dict[str, Note]:
        derived = {note.key: note for kind in self.kinds for note in kind.derive(notes)}
        return {**notes, **derived}

    def _cards(self, notes: Mapping[str, Note]) -> Iterator[Card]:
        for kind in self.kinds:
            for note in (note for note in notes.values() if note.kind == kind.section):
                yield from kind.cards(note, notes)

    def _check_cards(self, entries: Entries, cards: tuple[Card, ...]) -> None:
        if not cards:
            first = next(iter(entries.values()))[0]
            self.findings.report(
                first.place,
                "no-cards",
                "this deck asks nothing",
                width=len(first.text),
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
