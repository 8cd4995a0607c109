"""A draft: what one file tells by itself; what it names of other decks is not looked up yet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from flashcards import yamltree
from flashcards.fields import SectionReader, check_key
from flashcards.findings import Entries, Findings
from flashcards.kind import Kind
from flashcards.note import Note
from flashcards.place import Place, Problem
from flashcards.reference import Reference, reference

HEADER = ("deck", "title", "language", "tags", "neighbors", "sources")
VOCABULARY = "vocabulary"
"""The section of a deck's own words: kept as it was read, for the field it belongs to."""

SOURCE_FIELDS = ("title", "author", "publication", "publisher", "year", "edition", "url", "licence", "note")


@dataclass(frozen=True, slots=True)
class Draft:
    """The header and the written notes of one file, every problem met, and the lines.

    `start` is where the first entry stands, None where the file holds none; `gaps` says that lines had to be
    passed over, so that what seems to be missing may stand there.
    """

    path: Path
    problems: tuple[Problem, ...]
    lines: Sequence[str]
    gaps: bool = False
    start: Place | None = None
    id: str = ""
    title: str = ""
    language: str = ""
    tags: tuple[str, ...] = ()
    sources: Mapping[str, str] = field(default_factory=dict)
    notes: Mapping[str, Note] = field(default_factory=dict)
    references: tuple[Reference, ...] = ()
    vocabulary: yamltree.Node | None = None

    @property
    def clean(self) -> bool:
        """Whether the file has no error in itself."""
        return all(problem.severity != "error" for problem in self.problems)


def draft(content: bytes, path: Path, kinds: Sequence[Kind]) -> Draft:
    """Return what the bytes of a file tell, as far as they can be read."""
    parsed = yamltree.parse(content, str(path))
    findings = Findings(parsed.problems)
    gaps = bool(parsed.gaps)
    if parsed.root is not None:
        return DraftReader(path, kinds, findings).draft(parsed.root, parsed.lines, gaps)
    if findings.clean:
        findings.report(
            Place(str(path), 1, 1), "empty", "this file is empty", help="begin with 'deck: its-name'"
        )
    return Draft(path, tuple(findings.problems), parsed.lines, gaps)


@dataclass(frozen=True, slots=True)
class DraftReader:
    """Reads the tree of one file: the header, then section by section the notes."""

    path: Path
    kinds: Sequence[Kind]
    findings: Findings

    def draft(self, root: yamltree.Node, lines: Sequence[str], gaps: bool) -> Draft:
        """Return the draft of a file from its tree."""
        entries = self.findings.mapping(
            root, "a deck is a mapping: 'deck: name', then sections such as 'cards:'"
        )
        known = [*HEADER, VOCABULARY, *(kind.section for kind in self.kinds if kind.fields)]
        self.findings.unknown_keys(entries, known, "section")
        name = self._name(root.place, entries)
        title, language = (self._header(entries, field) for field in ("title", "language"))
        tags, sources = self._texts(entries, "tags"), self._sources(entries)
        neighbors = self._neighbors(entries)
        notes = self._notes(name, entries)
        start = next((key.place for key, _ in entries.values()), None)
        references = (*neighbors, *self.findings.references)
        problems = tuple(self.findings.problems)
        return Draft(
            self.path,
            problems,
            lines,
            gaps,
            start,
            name,
            title or name,
            language or "en",
            tags,
            sources,
            notes,
            references,
            entries[VOCABULARY][1] if VOCABULARY in entries else None,
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

    def _texts(self, entries: Entries, field: str) -> tuple[str, ...]:
        return self.findings.texts(entries[field][1], f"'{field}'") if field in entries else ()

    def _neighbors(self, entries: Entries) -> tuple[Reference, ...]:
        """Return the decks, or single notes of theirs, whose notes join this deck's derivations."""
        if "neighbors" not in entries:
            return ()
        named = (
            (node.place, self.findings.text(node, "a neighbor"))
            for node in self.findings.items(entries["neighbors"][1], "'neighbors'")
        )
        return tuple(reference(place, text) for place, text in named if text)

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
