"""The fields of one section: from the tree to notes and their facts, as the section's kind declares them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from flashcards.fact import Fact, fact_id
from flashcards.findings import Entries, Findings
from flashcards.kind import BACKINGS, Field, Kind, Parts, Slot
from flashcards.note import Note
from flashcards.place import Place
from flashcards.yamltree import Mapping, Node, Scalar

KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
COMMON_DETAILS = ("id", "accept", "note", "disputed", "source", "backing")
COMMON_FIELDS = (Field("was", many=True), Field("tags", many=True))
"""The fields that every note may have: the keys it had before, and the tags it is studied by."""


@dataclass(frozen=True, slots=True)
class SectionReader:
    """Reads one section of a deck; what does not fit its kind goes into `findings`."""

    kind: Kind
    deck: str
    findings: Findings

    def notes(self, node: Node) -> Iterator[Note]:
        """Yield the section's notes, leaving out what is no note at all."""
        if self.kind.listed:
            yield from (self._pair_note(item) for item in self.findings.items(node, self.kind.section))
            return
        wanted = f"'{self.kind.section}:' holds a mapping: a key for each {self.kind.noun}"
        for name, (key, value) in self.findings.mapping(node, wanted).items():
            check_key(key, self.findings)
            yield self._note(name, key.place, value)

    def _pair_note(self, node: Node) -> Note:
        entries = self.findings.mapping(
            node, f"an entry of '{self.kind.section}:' is a mapping with a 'pair:'"
        )
        pair = self._pair(node, entries)
        return self._note(pair_key(self.kind.section, *pair), node.place, node)

    def _pair(self, node: Node, entries: Entries) -> tuple[str, ...]:
        if "pair" not in entries:
            return ()
        pair = self.findings.texts(entries["pair"][1], "pair")
        if len(pair) != 2 or pair[0] == pair[1]:
            self.findings.report(
                node.place,
                "not-a-pair",
                "'pair' names two different notes",
                help="pair: [psoas-major, quadratus-lumborum]",
            )
        return pair

    def _note(self, key: str, place: Place, node: Node) -> Note:
        entries = self.findings.mapping(node, f"a {self.kind.noun} is a mapping of fields")
        if isinstance(node, Mapping):
            self._check_fields(place, entries)
        words = {name: values for name, values in self._words(entries) if values}
        was = words.pop("was", ())
        facts = tuple(self._facts(entries))
        self._check_doubles(facts)
        places = {name: value.place for name, (_, value) in entries.items()}
        return Note(key, self.kind.section, self.deck, place, words, facts, was, places)

    def _check_fields(self, place: Place, entries: Entries) -> None:
        self.findings.unknown_keys(entries, self._known(), "field")
        for field in self.kind.fields:
            if field.required and field.name not in entries:
                self.findings.report(
                    place,
                    "missing-field",
                    f"this {self.kind.noun} has no '{field.name}'",
                    help=f"add '{field.name}:'",
                )

    def _known(self) -> list[str]:
        return [field.name for field in (*self.kind.fields, *COMMON_FIELDS)]

    def _words(self, entries: Entries) -> Iterator[tuple[str, tuple[str, ...]]]:
        for field in (*self.kind.fields, *COMMON_FIELDS):
            if isinstance(field, Field) and field.name in entries:
                value = entries[field.name][1]
                yield field.name, tuple(self._word(field, item) for item in self._values(field, value))

    def _values(self, field: Field, node: Node) -> Iterator[Node]:
        return self.findings.items(node, field.name) if field.many else iter((node,))

    def _word(self, field: Field, node: Node) -> str:
        text = self.findings.text(node, f"'{field.name}'")
        self.findings.one_of(node, field.name, text, field.one_of)
        if field.refers:
            self.findings.refer(node.place, text)
        return text

    def _facts(self, entries: Entries) -> Iterator[Fact]:
        for field in self.kind.fields:
            if field.name not in entries or isinstance(field, Field):
                continue
            value = entries[field.name][1]
            yield from self._slot(field, value) if isinstance(field, Slot) else self._parts(field, value)

    def _parts(self, field: Parts, node: Node) -> Iterator[Fact]:
        for name, (key, value) in self.findings.mapping(node, "'parts:' is a mapping of part names").items():
            check_key(key, self.findings)
            entries = self.findings.mapping(value, "a part is a mapping of fields")
            self.findings.unknown_keys(entries, [slot.name for slot in field.slots], "field")
            for slot in field.slots:
                if slot.name in entries:
                    yield from self._slot(slot, entries[slot.name][1], part=name)

    def _slot(self, slot: Slot, node: Node, part: str = "") -> Iterator[Fact]:
        reader = FactReader(slot, part, self.findings)
        for item in self.findings.items(node, f"'{slot.name}'"):
            yield from reader.facts(item)

    def _check_doubles(self, facts: tuple[Fact, ...]) -> None:
        seen: dict[str, Fact] = {}
        for fact in facts:
            first = seen.setdefault(fact.id, fact)
            if first is not fact:
                message = f"'{fact.text}' stands twice in one slot, first in line {first.place.line}"
                self.findings.report(
                    fact.place,
                    "same-fact",
                    message,
                    width=len(fact.text),
                    help="remove one, or tell them apart with an 'id:'",
                )


@dataclass(frozen=True, slots=True)
class FactReader:
    """Reads the facts of one slot: a string, or a mapping of the slot's key and its details."""

    slot: Slot
    part: str
    findings: Findings

    def facts(self, node: Node) -> Iterator[Fact]:
        """Yield the facts one value tells: one, or in a slot of pairs one for each pair."""
        if not isinstance(node, Mapping):
            if self.slot.keys:
                wanted = f"a mapping such as {{{self.slot.keys[0]}: ...}}"
                self.findings.report(node.place, "wrong-shape", f"'{self.slot.name}' wants {wanted}")
            yield self._fact(node.place, "", self._text(node), {})
            return
        entries, known = {key.text: (key, value) for key, value in node.pairs}, _known(self.slot)
        self._check(node, entries, known)
        details = {name: value for name, (_, value) in entries.items() if name in known}
        for name, (key, value) in entries.items():
            if name == self.slot.key:
                yield self._fact(value.place, "", self._text(value), details)
            elif self.slot.pairs and name not in details:
                yield self._fact(key.place, name, self._text(value), details, entry=str(node.place))

    def _check(self, node: Node, entries: Entries, known: Sequence[str]) -> None:
        statements = [name for name in entries if name not in known]
        if not self.slot.pairs or self.slot.keys:
            self.findings.unknown_keys(entries, [*self.slot.keys, self.slot.key, *known], "detail")
        if not statements:
            self.findings.report(
                node.place,
                "missing-detail",
                f"this fact of '{self.slot.name}' says nothing",
                help=f"write it under '{self.slot.key}:'",
            )

    def _text(self, node: Node) -> str:
        text = " ".join(self.findings.text(node, f"a fact of '{self.slot.name}'").split())
        if self.slot.refers:
            self.findings.refer(node.place, text)
        return text

    def _fact(self, place: Place, of: str, text: str, nodes: dict[str, Node], entry: str = "") -> Fact:
        named = (*self.slot.details, "backing")
        details = {name: self._detail(name, nodes[name]) for name in named if name in nodes}
        common = {
            name: self.findings.text(nodes[name], name)
            for name in ("note", "disputed", "source")
            if name in nodes
        }
        accept = self.findings.texts(nodes["accept"], "'accept'") if "accept" in nodes else ()
        slot, full = self._slot_name(details), _with_levels(text, details)
        name = self._name(slot, f"{of} {full}", nodes)
        extras = {"of": of, "entry": entry, "part": self.part} | details
        prefix = f"{self.part}." if self.part else ""
        return Fact(
            prefix + name, slot, full, place, accept, details={k: v for k, v in extras.items() if v}, **common
        )

    def _name(self, slot: str, statement: str, nodes: dict[str, Node]) -> str:
        """Return the fact's id: the one that is written, else the one its slot and words give."""
        if "id" not in nodes:
            return fact_id(slot, statement)
        if isinstance(nodes["id"], Scalar):
            check_key(nodes["id"], self.findings)
        return self.findings.text(nodes["id"], "'id'")

    def _detail(self, name: str, node: Node) -> str:
        text = self.findings.text(node, f"'{name}'")
        allowed = BACKINGS if name == "backing" else self.slot.one_of.get(name, ())
        self.findings.one_of(node, name, text, allowed)
        return text

    def _slot_name(self, details: dict[str, str]) -> str:
        moved = [
            slots[details[name]] for name, slots in self.slot.slot_by.items() if details.get(name) in slots
        ]
        return moved[0] if moved else self.slot.slot


def _known(slot: Slot) -> tuple[str, ...]:
    return (*slot.details, *COMMON_DETAILS)


def _with_levels(text: str, details: dict[str, str]) -> str:
    return f"{text} of {details['levels']}" if details.get("levels") else text


def check_key(key: Scalar, findings: Findings) -> None:
    """Report a key that is not kebab-case: lower case letters and digits, joined by hyphens."""
    if not KEY.fullmatch(key.text):
        proposal = as_key(key.text) or "a-key"
        findings.report(
            key.place,
            "bad-key",
            f"'{key.text}' can't be a key",
            hint=f"write '{proposal}'",
            width=len(key.text),
            help="a key is lower case letters and digits, joined by hyphens",
        )


def as_key(text: str) -> str:
    """Return a text as a key can be written, empty where it holds no such letter and no digit.

    >>> as_key("Gluteus medius (left)"), as_key("???")
    ('gluteus-medius-left', '')
    """
    return "-".join(re.findall(r"[a-z0-9]+", text.lower()))


def pair_key(section: str, *pair: str) -> str:
    """Return the key of the note about a pair, the same whichever is named first.

    >>> pair_key("opposites", "quadratus-lumborum", "psoas-major")
    'opposites-psoas-major-quadratus-lumborum'
    """
    return "-".join((section, *sorted(pair)))
