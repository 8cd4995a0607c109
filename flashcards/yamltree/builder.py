"""Events of a YAML parser in, a tree out; what a deck may not hold is told on the way.

The open collections stand in a list, not on Python's stack, so that no file can overflow it.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from yaml import events as ev

from flashcards.place import Place, Problem
from flashcards.yamltree.faults import LongQuotes, several_documents, too_deep
from flashcards.yamltree.keys import paired
from flashcards.yamltree.nodes import Mapping, Node, Scalar, Sequence
from flashcards.yamltree.text import unprintable

DEEPEST = 32
"""Collections within one another; a deck needs eight."""

QUESTION = "\ufdd0"
"""Stands for a question mark while parsing (see `parsing`); a character that no text may hold."""

_SWALLOWED = re.compile(r" (#[^\s#].*)")
"""A comment that may be text: one space before the sign and none behind, as in `rib #12`."""

_ASKED = re.compile(r"\?( |$)")


@dataclass(slots=True)
class _Open:
    """A collection whose end is not read yet; the items of a mapping are key, value, key, value."""

    mapping: bool
    flow: bool
    place: Place
    items: list[Node] = field(default_factory=list)


class Builder:
    """Takes events one by one; afterwards `root` is the tree and `problems` what was refused."""

    def __init__(self, file: str, lines: tuple[str, ...]) -> None:
        self.file = file
        self.lines = (*lines, "")  # libyaml takes the end of the text to be a line below it
        self.documents = 0
        self._roots: list[Node] = []
        self.problems: list[Problem] = []
        self.long_quotes: LongQuotes = []
        self._open: list[_Open] = []

    @property
    def root(self) -> Node | None:
        """Return the tree, if the events held one."""
        return self._roots[0] if self._roots else None

    def take(self, events: Iterable[ev.Event]) -> None:
        """Take all events; raises Fault where a nest is too deep or a second document begins."""
        for event in events:
            take = _TAKERS.get(type(event))
            if take:
                take(self, event)

    def _document(self, event: ev.DocumentStartEvent) -> None:
        self.documents += 1
        if self.documents > 1:
            raise several_documents(self._place(event), self.lines)

    def _scalar(self, event: ev.ScalarEvent) -> None:
        place, style, width = self._place(event), event.style or "", self._width(event)
        text = event.value.replace(QUESTION, "?")
        self._refuse_properties(event, place)
        if style == '"' and (sign := unprintable(text)):
            message = f"this text holds an invisible character (U+{ord(sign):04X})"
            self._refuse(place, "control-character", message, "delete its escape sequence", width)
        if style in ("'", '"') and (end := _spot(event.end_mark)[0] + 1) > place.line:
            self.long_quotes.append((place, end))
        if not style:
            self._check_plain(event, Scalar(text, place, style, width))
        node = Scalar(text, place, style, width)
        self._add(self._beside_key(node) if _is_nothing(node) else node)

    def _alias(self, event: ev.AliasEvent) -> None:
        place, width = self._place(event), self._width(event)
        text = self.lines[place.line - 1][place.column - 1 :][:width]
        self._refuse(place, "alias", f"the alias '{text}' is not read", _remedy("*"), width)
        self._add(Scalar(text, place, "", width))

    def _begin(self, event: ev.CollectionStartEvent) -> None:
        place = self._place(event)
        if len(self._open) == DEEPEST:
            raise too_deep(place, DEEPEST, self.lines)
        self._refuse_properties(event, place)
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
        elif not _is_nothing(node):
            self._roots.append(node)

    def _beside_key(self, nothing: Scalar) -> Scalar:
        """Give an empty value the place of its key: the two parsers differ on where nothing is."""
        within = self._open[-1] if self._open else _Open(False, False, nothing.place)
        key = within.items[-1] if within.mapping and len(within.items) % 2 else nothing
        return Scalar("", key.place, "", key.width if isinstance(key, Scalar) else 1)

    def _check_plain(self, event: ev.ScalarEvent, plain: Scalar) -> None:
        """Look for signs that need quotes: '? ' in front, which begins a key in YAML, and ' #' behind."""
        if _ASKED.match(plain.text):
            message = "a text cannot begin with '? '"
            self._refuse(plain.place, "needs-quotes", message, "put the text in quotes", plain.width)
        line, column = _spot(event.end_mark)
        found = _SWALLOWED.match(self.lines[line], column)
        if found and (plain.text or not self._in_brackets()):  # the parsers differ on where nothing is
            place = Place(self.file, line + 1, found.start(1) + 1)
            message = f"'{found[1].split()[0]}' begins a comment: the rest of the line is not read"
            warning = Problem(place, "swallowed", message, _COMMENT, width=len(found[1]), severity="warning")
            self.problems.append(warning)

    def _in_brackets(self) -> bool:
        return bool(self._open) and self._open[-1].flow

    def _refuse_properties(self, event: Any, place: Place) -> None:
        if event.anchor is not None:
            self._refuse(place, "anchor", f"the anchor '&{event.anchor}' is not read", _remedy("&"))
        if event.tag is not None:
            self._refuse(place, "tag", "tags are not read: every value is text", _remedy("!"))

    def _refuse(self, place: Place, code: str, message: str, help: str, width: int = 1) -> None:
        self.problems.append(Problem(place, code, message, help, width=width))

    def _place(self, event: ev.Event) -> Place:
        line, column = _spot(event.start_mark)
        return Place(self.file, line + 1, column + 1)

    def _width(self, event: ev.Event) -> int:
        """Return how many characters of its first line something takes."""
        (first, start), (last, end) = _spot(event.start_mark), _spot(event.end_mark)
        stop = end if last == first else len(self.lines[first].rstrip())
        return max(1, stop - start)


_COMMENT = "if '#' belongs to the text, put the value in quotes; if not, write '# ' with a space behind it"


def _is_nothing(node: Node) -> bool:
    return isinstance(node, Scalar) and not node.text and not node.style


def _spot(mark: Any) -> tuple[int, int]:
    """Return line and column, from 0: the stubs think that a mark may be missing."""
    return mark.line, mark.column


def _remedy(sign: str) -> str:
    return f"delete it, or put the text in quotes if it begins with '{sign}'"


_TAKERS: dict[type[ev.Event], Callable[[Builder, Any], None]] = {
    ev.DocumentStartEvent: Builder._document,
    ev.ScalarEvent: Builder._scalar,
    ev.AliasEvent: Builder._alias,
    ev.SequenceStartEvent: Builder._begin,
    ev.MappingStartEvent: Builder._begin,
    ev.SequenceEndEvent: Builder._end_sequence,
    ev.MappingEndEvent: Builder._end_mapping,
}
