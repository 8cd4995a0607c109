"""A deck's own words: its section `vocabulary:`, in the shape of the terms that ship."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from flashcards.anatomy.terms.data import Data
from flashcards.anatomy.terms.own_checks import (
    check_bone,
    check_contrasts,
    check_joint,
    check_names,
    check_synonym,
    movement_pair,
)
from flashcards.card import Card
from flashcards.fields import SectionReader
from flashcards.findings import Entries, Findings
from flashcards.kind import Field, Kind, Notes
from flashcards.note import Note
from flashcards.yamltree import Node, Sequence

SECTION = "vocabulary"


def _nothing(_note: Note, _notes: Notes) -> Iterable[Card]:
    return ()


NAME = Field("name", about="as people write it; without it, the key in plain words")
NAMES = (Field("latin", many=True), Field("also", many=True, about="other names and abbreviations"))
KINDS = (
    Kind(
        "joints",
        "joint",
        (
            NAME,
            Field("also", many=True, about="other names of the joint"),
            Field("within", about="the joint that this one is a part of"),
            Field("movements", many=True, about="a movement and its opposite: inversion / eversion"),
        ),
        _nothing,
        (check_joint,),
    ),
    Kind(
        "landmarks",
        "landmark",
        (NAME, Field("bone", required=True, about="the bone it is a place of"), *NAMES),
        _nothing,
        (check_bone,),
    ),
    Kind("bones", "bone", (NAME, *NAMES), _nothing),
    Kind("nerves", "nerve", (NAME, Field("roots", about="the roots it carries: L2-L4"), *NAMES), _nothing),
)
"""What a deck may add names of; each is read as the notes of a deck are."""


def read_words(node: Node, findings: Findings) -> Mapping[str, Data]:
    """Return the words of a section, by kind; what is wrong with them goes into the findings."""
    known = (*(kind.section for kind in KINDS), "synonyms", "contrasts")
    entries = findings.mapping(node, f"'{SECTION}:' holds a mapping with any of: {', '.join(known)}")
    findings.unknown_keys(entries, known, "section")
    sections = [kind for kind in KINDS if kind.section in entries]
    own: dict[str, Data] = {
        kind.section: dict(map(SHAPES[kind.section], notes))
        for kind, notes in _checked(sections, entries, findings)
    }
    if "synonyms" in entries:
        own["synonyms"] = _synonyms(entries["synonyms"][1], findings)
    if "contrasts" in entries:
        own["contrasts"] = {"groups": _groups(entries["contrasts"][1], findings)}
    return own


def _checked(
    kinds: Iterable[Kind], entries: Entries, findings: Findings
) -> Iterator[tuple[Kind, Iterable[Note]]]:
    read = [(kind, [*SectionReader(kind, "", findings).notes(entries[kind.section][1])]) for kind in kinds]
    notes = {f"{kind.section}/{note.key}": note for kind, told in read for note in told}
    for kind, told in read:
        checks = (*kind.checks, check_names)
        findings.problems += (found for note in told for check in checks for found in check(note, notes))
        yield kind, told


def _named(note: Note, **more: Any) -> dict[str, Any]:
    lists = {name: list(note.words[name]) for name in ("latin", "also") if name in note.words}
    return {**lists, **{name: told for name, told in more.items() if told}}


def name_of(note: Note) -> str:
    """Return the name of an entry: the one written, else its key in plain words."""
    return note.word("name") or note.key.replace("-", " ")


def _joint(note: Note) -> tuple[str, Data]:
    moves: dict[str, str] = {}
    for told in note.words.get("movements", ()):
        one, other = movement_pair(told)
        moves |= {one: other} | ({other: one} if other else {})
    return note.key, {**_named(note, name=note.word("name"), within=note.word("within")), "movements": moves}


def _landmark(note: Note) -> tuple[str, Data]:
    bone = note.word("bone")
    return f"{'-'.join(bone.lower().split())}.{note.key}", _named(note, name=name_of(note), bone=bone)


SHAPES: Mapping[str, Callable[[Note], tuple[str, Data]]] = {
    "joints": _joint,
    "landmarks": _landmark,
    "bones": lambda note: (name_of(note), _named(note)),
    "nerves": lambda note: (name_of(note), _named(note, roots=note.word("roots"))),
}
"""What an entry of each kind becomes: its key among the terms, and the term."""


def _synonyms(node: Node, findings: Findings) -> Data:
    wanted = "'synonyms:' holds a mapping: what is meant, and its other wordings"
    told = {}
    for meaning, (key, value) in findings.mapping(node, wanted).items():
        told[meaning] = list(findings.texts(value, f"a wording of '{meaning}'"))
        for wording in told[meaning]:
            findings.problems += check_synonym(key.place, meaning, wording)
    return told


def _groups(node: Node, findings: Findings) -> list[list[str]]:
    items = node.items if isinstance(node, Sequence) else (node,)
    groups = [list(findings.texts(item, "a word")) for item in items]
    for item, group in zip(items, groups, strict=True):
        findings.problems += check_contrasts(item.place, group)
    return groups
