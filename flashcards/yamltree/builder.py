"""Events of a YAML parser in, a tree out; what a deck may not hold is told on the way.

The open collections stand in a list, not on Python's stack, so that no file can overflow it.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from yaml import events as ev

from flashcards.place import Place, Problem
from flashcards.yamltree.faults import Lines, LongQuotes, several_documents, too_deep
from flashcards.yamltree.keys import paired
from flashcards.yamltree.nodes import Mapping, Node, Scalar, Sequence
from flashcards.yamltree.refusals import of_alias, of_comment, of_escapes, of_properties, of_question

DEEPEST = 32
"""Collections within one another; a deck needs eight."""

QUESTION = "\ufdd0"
"""Stands for a question mark while parsing (see `parsing`); a character that no text may hold."""

_QUOTES = ("'", '"')

_MAKE = tuple.__new__
"""Makes a tuple of a class without its constructor, which would take the longer part of the time."""


@dataclass(slots=True)
class _Open:
    """A collection whose end is not read yet; the items of a mapping are key, value, key, value."""

    mapping: bool
    flow: bool
    place: Place
    items: list[Node] = field(default_factory=list)


class Builder:
    """Takes events one by one; afterwards `roots` holds the tree, if any, and `problems` what was refused."""

    def __init__(self, file: str, lines: Lines) -> None:
        self.file = file
        self.lines = (*lines, "")  # libyaml takes the end of the text to be a line below it
        self.roots: list[Node] = []
        self.problems: list[Problem] = []
        self.long_quotes: LongQuotes = []
        self._documents = 0
        self._open: list[_Open] = []

    def take(self, events: Iterable[ev.Event]) -> None:
        """Take all events; raises Fault where a nest is too deep or a second document begins."""
        for event in events:
            if take := _TAKERS.get(type(event)):
                take(self, event)

    def _document(self, event: ev.DocumentStartEvent) -> None:
        self._documents += 1
        if self._documents > 1:
            raise several_documents(self._place(event.start_mark), self.lines)

    def _scalar(self, event: Any) -> None:
        text, style = event.value.replace(QUESTION, "?"), event.style or ""
        scalar = self._written(event, text, style)
        if event.anchor is not None or event.tag is not None:
            self.problems += of_properties(event.anchor, event.tag, scalar.place)
        if style:
            self._quoted(scalar, event.end_mark)
        else:
            scalar = self._plain(scalar, event.end_mark)
        self._add(scalar)

    def _quoted(self, scalar: Scalar, end: Any) -> None:
        if scalar.style == '"':
            self.problems += of_escapes(scalar)
        if scalar.style in _QUOTES and end.line >= scalar.place.line:
            self.long_quotes.append((scalar.place, end.line + 1))

    def _plain(self, scalar: Scalar, end: Any) -> Scalar:
        text = scalar.text
        if text[:1] == "?":
            self.problems += of_question(scalar)
        if self.lines[end.line].startswith(" #", end.column) and (
            text or not (self._open and self._open[-1].flow)  # the parsers differ on where nothing is
        ):
            self.problems += of_comment(self.lines[end.line], self._place(end))
        return scalar if text else self._beside_key(scalar)

    def _alias(self, event: ev.AliasEvent) -> None:
        alias = self._written(event, f"*{event.anchor}")
        self.problems.append(of_alias(alias))
        self._add(alias)

    def _begin(self, event: ev.CollectionStartEvent) -> None:
        place = self._place(event.start_mark)
        if len(self._open) == DEEPEST:
            raise too_deep(place, DEEPEST, self.lines)
        self.problems += of_properties(event.anchor, event.tag, place)
        self._open.append(_Open(isinstance(event, ev.MappingStartEvent), bool(event.flow_style), place))

    def _end_sequence(self, _: ev.SequenceEndEvent) -> None:
        done = self._open.pop()
        self._add(Sequence(tuple(done.items), done.place))

    def _end_mapping(self, _: ev.MappingEndEvent) -> None:
        done = self._open.pop()
        pairs, problems = paired(done.items, done.flow)
        self.problems += problems
        self._add(Mapping(pairs, done.place))

    def _add(self, node: Node) -> None:
        if self._open:
            self._open[-1].items.append(node)
        elif not isinstance(node, Scalar) or node.text or node.style:
            self.roots.append(node)

    def _beside_key(self, nothing: Scalar) -> Scalar:
        """Give an empty value the place of its key: the two parsers differ on where nothing is."""
        within = self._open[-1] if self._open else _Open(False, False, nothing.place)
        key = within.items[-1] if within.mapping and len(within.items) % 2 else nothing
        return Scalar("", key.place, "", key.width if isinstance(key, Scalar) else 1)

    def _written(self, event: Any, text: str, style: str = "") -> Scalar:
        """Return a text with its place, and the width that it takes in its first line."""
        start, end = event.start_mark, event.end_mark
        line, column = start.line, start.column
        width = (end.column if end.line == line else len(self.lines[line].rstrip())) - column
        place = _MAKE(Place, (self.file, line + 1, column + 1))
        return _MAKE(Scalar, (text, place, style, width if width > 1 else 1))

    def _place(self, mark: Any) -> Place:
        return Place(self.file, mark.line + 1, mark.column + 1)


_TAKERS: dict[type[ev.Event], Callable[[Builder, Any], None]] = {
    ev.DocumentStartEvent: Builder._document,
    ev.ScalarEvent: Builder._scalar,
    ev.AliasEvent: Builder._alias,
    ev.SequenceStartEvent: Builder._begin,
    ev.MappingStartEvent: Builder._begin,
    ev.SequenceEndEvent: Builder._end_sequence,
    ev.MappingEndEvent: Builder._end_mapping,
}
