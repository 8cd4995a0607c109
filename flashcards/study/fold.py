"""The fold: from events, in whatever order they came, to the state; it reads only them and never raises."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace

from flashcards.card import fact_path
from flashcards.errors import FlashcardsError
from flashcards.scheduler import Rating
from flashcards.study.event import Event, EventKind
from flashcards.study.links import Holder, Links
from flashcards.study.settings import Settings
from flashcards.study.state import CardState, Given, State, answered

UNREADABLE = (FlashcardsError, LookupError, ValueError, TypeError, OverflowError, RecursionError)
"""What reading a senseless event can raise: another device may write one, and it must not stop anyone."""


def fold(events: Iterable[Event]) -> State:
    """Return the state that follows from these events, whichever way they came."""
    ordered = in_order(events)
    latest = ordered[-1].hlc if ordered else 0
    return _Folding().over(standing(ordered)).state(latest)


def advance(state: State, event: Event) -> State:
    """Return the state after one more event, later than all before, unless its kind `changes_the_past`."""
    state = replace(state, latest=event.hlc)
    try:
        match event.kind:
            case EventKind.REVIEW:
                return state.reviewed(event.card, read_answer(event), event.when)
            case EventKind.SETTING:
                return replace(state, settings=_changed(state.settings, event))
    except UNREADABLE:
        return replace(state, unreadable=tuple(sorted({*state.unreadable, event.id})))
    return state


def changes_the_past(kind: str) -> bool:
    """Tell whether events of a kind touch earlier ones, so that only a new fold gives the state after one."""
    return kind in (EventKind.UNDO, EventKind.LINK)


def in_order(events: Iterable[Event]) -> list[Event]:
    """Return events in the order of all events, each id once."""
    by_id = {event.id: event for event in sorted(events, key=_total_order, reverse=True)}
    return sorted(by_id.values(), key=_total_order)


def standing(ordered: list[Event]) -> list[Event]:
    """Return the events that are not undone; an undo takes back one earlier event, which may be an undo."""
    undone: set[object] = set()
    kept = []
    for event in reversed(ordered):
        if event.id not in undone:
            kept.append(event)
            undone |= set(_undoes(event))
    return kept[::-1]


def read_answer(event: Event) -> Given:
    """Return what a review's body says in short; one of UNREADABLE where it does not make sense."""
    said = event.said
    return Given(Rating(_whole(said["rating"])), str(said.get("answer", "")), str(said.get("verdict", "")))


def _whole(value: object) -> int:
    if not isinstance(value, int):
        raise TypeError(f"{value!r} is no whole number")
    return value


def _total_order(event: Event) -> tuple[object, ...]:
    return (*event.order, event.row)


def _undoes(event: Event) -> Iterator[str]:
    if event.kind == EventKind.UNDO:
        with suppress(*UNREADABLE):
            yield _undone_id(event)


def _undone_id(event: Event) -> str:
    return str(event.said["event"])


def _changed(settings: Settings, event: Event) -> Settings:
    said = event.said
    return settings.changed(str(said["name"]), str(said["value"]))


def _linked_paths(event: Event) -> tuple[str, str]:
    said = event.said
    old, new = str(said["old"]), str(said["new"])
    if old.count("/") not in (1, 2) or old.count("/") != new.count("/"):
        raise ValueError(f"{old} and {new} are not both notes or both facts")
    return old, new


@dataclass(slots=True)
class _Folding:
    """A fold at work: reviews wait, each with its holder and its settings, until all links are known."""

    settings: Settings = field(default_factory=Settings)
    links: Links = field(default_factory=Links)
    answers: list[tuple[Event, Holder, Settings]] = field(default_factory=list)
    unreadable: set[str] = field(default_factory=set)

    def over(self, events: Iterable[Event]) -> _Folding:
        for event in events:
            try:
                self._take(event)
            except UNREADABLE:
                self.unreadable.add(event.id)
        return self

    def _take(self, event: Event) -> None:
        match event.kind:
            case EventKind.REVIEW:
                self.answers.append((event, self.links.holder(fact_path(event.card)), self.settings))
            case EventKind.LINK:
                self.links.link(*_linked_paths(event))
            case EventKind.SETTING:
                self.settings = _changed(self.settings, event)
            case EventKind.UNDO:
                _undone_id(event)

    def state(self, latest: int) -> State:
        cards = self._replayed()
        return State(cards, self.settings, self.links.moves(), latest, tuple(sorted(self.unreadable)))

    def _replayed(self) -> Mapping[str, CardState]:
        cards: dict[str, CardState] = {}
        for event, holder, settings in self.answers:
            name = holder.last().path + event.card[len(fact_path(event.card)) :]
            try:
                cards[name] = answered(cards.get(name), event.card, read_answer(event), event.when, settings)
            except UNREADABLE:
                self.unreadable.add(event.id)
        return cards
