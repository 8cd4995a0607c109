"""The history: every answer there was, those taken back among them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from flashcards.errors import UnknownName
from flashcards.study.event import Event, EventKind
from flashcards.study.fold import ABOUT_CARDS
from flashcards.study.reading import UNREADABLE, Given, read_answer, read_undo
from flashcards.study.store import Store


@dataclass(frozen=True, slots=True)
class Review:
    """One answer as it was given; `undone` once it is taken back, `override` where "I was right" was said."""

    event: Event
    given: Given
    undone: bool

    @property
    def override(self) -> bool:
        """Whether the learner was right against the verdict."""
        return self.event.said.get("override") is True

    @property
    def record(self) -> dict[str, object]:
        """What JSON says of it."""
        event, said = self.event, self.event.said
        return {
            "id": event.id,
            "at": event.when.isoformat(timespec="milliseconds"),
            "card": event.card,
            "rating": self.given.rating.name.lower(),
            "verdict": self.given.verdict,
            "answer": self.given.answer,
            "options": said.get("options", []),
            "ms": said.get("ms", 0),
            "override": self.override,
            "undone": self.undone,
        }


def history(store: Store, now: datetime) -> Iterator[Review]:
    """Yield every answer that can be read, in the order of all events."""
    standing = {event.id for event in store.standing(now)}
    for event in store.events(now):
        if event.kind == EventKind.REVIEW:
            with suppress(*UNREADABLE):
                yield Review(event, read_answer(event), event.id not in standing)


def is_act(event: Event) -> bool:
    """Return whether an event is what the learner did, and not what followed from it or took it back."""
    if event.kind in (EventKind.LINK, EventKind.UNDO):
        with suppress(*UNREADABLE):
            return event.said.get("act") is True
    return event.kind in ABOUT_CARDS or event.kind == EventKind.SETTING


def last_act(store: Store, now: datetime) -> Event:
    """Return the last act that stands and can be read; UnknownName where there is none."""
    unreadable = store.state(now).unreadable
    for event in reversed(store.standing(now)):
        if is_act(event) and event.id not in unreadable:
            return event
    raise UnknownName("there is nothing to take back", "`flashcards quiz` asks the first question")


def last_undo(store: Store, now: datetime) -> Event:
    """Return the undo to take back, so that an act counts again; UnknownName where there is none."""
    acts, unreadable = {event.id for event in store.events(now) if is_act(event)}, store.state(now).unreadable
    for event in reversed(store.standing(now)):
        if event.id in unreadable:
            continue
        if is_act(event):
            break
        if event.kind == EventKind.UNDO and read_undo(event) in acts:
            return event
    raise UnknownName("nothing was taken back since the last act", "`flashcards undo` takes one back")
