"""The fold: from events, in whatever order they came, to the state; it reads only them and never raises."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace

from flashcards.card import fact_path
from flashcards.study.desk import Desk
from flashcards.study.event import Event, EventKind
from flashcards.study.links import Holder, Links
from flashcards.study.reading import UNREADABLE, read_cards, read_link, read_setting, read_undo
from flashcards.study.settings import RETROACTIVE, Settings, scheduler_for
from flashcards.study.state import State

ABOUT_CARDS = frozenset(
    (EventKind.REVIEW, EventKind.RESCHEDULE, EventKind.SUSPEND, EventKind.UNSUSPEND, EventKind.BURY)
)


def fold(events: Iterable[Event]) -> State:
    """Return the state that follows from these events, whichever way they came."""
    ordered = in_order(events)
    latest = ordered[-1].hlc if ordered else 0
    return _Folding().over(standing(ordered)).state(latest)


def after(state: State, event: Event) -> State:
    """Return the state after one more event, later than all before, unless it `changes_the_past`."""
    state = replace(state, latest=event.hlc)
    try:
        if event.kind == EventKind.SETTING:
            return replace(state, settings=state.settings.changed(*read_setting(event)))
        if event.kind in ABOUT_CARDS:
            desk, names = Desk.of(state), {card: state.goes_by(card) for card in read_cards(event)}
            desk.take(event, names, scheduler_for(state.settings))
            return desk.onto(state)
    except UNREADABLE:
        return replace(state, unreadable=tuple(sorted({*state.unreadable, event.id})))
    return state


def changes_the_past(kind: str, said: Mapping[str, object]) -> bool:
    """Tell whether an event that says this touches earlier ones, so that only a new fold gives the state."""
    if kind == EventKind.SETTING:
        return said.get("name") in RETROACTIVE
    return kind in (EventKind.UNDO, EventKind.LINK)


def in_order(events: Iterable[Event]) -> list[Event]:
    """Return events in the order of all events, each id once."""
    once: dict[str, Event] = {}
    for event in sorted(events, key=_total_order):
        once.setdefault(event.id, event)
    return list(once.values())


def standing(ordered: list[Event]) -> list[Event]:
    """Return the events that are not undone; an undo takes back one earlier event, which may be an undo."""
    undone: set[object] = set()
    kept = []
    for event in reversed(ordered):
        if event.id not in undone:
            kept.append(event)
            undone |= set(_undoes(event))
    return kept[::-1]


def _total_order(event: Event) -> tuple[object, ...]:
    return (*event.order, event.row)


def _undoes(event: Event) -> Iterator[str]:
    if event.kind == EventKind.UNDO:
        with suppress(*UNREADABLE):
            yield read_undo(event)


@dataclass(slots=True)
class _Folding:
    """A fold at work: what is about cards waits until all links and the settings in force now are known.

    Each such event waits with who holds its cards, and with the number of the settings it was made under.
    """

    eras: list[Settings] = field(default_factory=lambda: [Settings()])
    links: Links = field(default_factory=Links)
    waiting: list[tuple[Event, dict[str, Holder], int]] = field(default_factory=list)
    unreadable: set[str] = field(default_factory=set)

    def over(self, events: Iterable[Event]) -> _Folding:
        for event in events:
            try:
                self._take(event)
            except UNREADABLE:
                self.unreadable.add(event.id)
        return self

    def _take(self, event: Event) -> None:
        if event.kind in ABOUT_CARDS:
            holders = {card: self.links.holder(fact_path(card)) for card in read_cards(event)}
            self.waiting.append((event, holders, len(self.eras) - 1))
        elif event.kind == EventKind.LINK:
            self.links.link(*read_link(event))
        elif event.kind == EventKind.SETTING:
            self.eras.append(self.eras[-1].changed(*read_setting(event)))
        elif event.kind == EventKind.UNDO:
            read_undo(event)

    def state(self, latest: int) -> State:
        settings = self.eras[-1]
        schedulers = [scheduler_for(settings.at_pace_of(era)) for era in self.eras]
        desk = Desk(settings)
        for event, holders, era in self.waiting:
            names = {
                card: holder.last().path + card[len(fact_path(card)) :] for card, holder in holders.items()
            }
            try:
                desk.take(event, names, schedulers[era])
            except UNREADABLE:
                self.unreadable.add(event.id)
        links, unreadable = self.links.moves(), tuple(sorted(self.unreadable))
        return desk.onto(State(settings=settings, moves=links, latest=latest, unreadable=unreadable))
