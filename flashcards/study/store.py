"""The store: one learner's events in a home, the state that follows from them, and the texts last seen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from types import TracebackType

from flashcards.card import fact_path
from flashcards.errors import UnknownName
from flashcards.study.cache import Cache
from flashcards.study.clock import horizon
from flashcards.study.database import Database, open_for_reading, open_for_writing
from flashcards.study.event import Answer, Event, EventKind, canonical
from flashcards.study.fold import after, changes_the_past, fold, standing
from flashcards.study.log import Damage, Extent, Log
from flashcards.study.state import State

Texts = Mapping[str, Mapping[str, tuple[str, str]]]
"""The facts of a deck as last seen: by note and fact id, their slot and their text."""


class Store:
    """An open store. Whatever is written is on the disk when the call returns; failures are StoreErrors.

    Time is always handed in: `now` is an aware datetime.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._log = Log(database)
        self._cache = Cache(database)
        self._state, self._extent = State(), (0, 0)
        self._read: tuple[Extent, list[Event]] | None = None
        self._foreseen: tuple[Extent, Mapping[str, object], State] | None = None

    @classmethod
    def open(cls, home: Path, chance: Callable[[int], bytes]) -> Store:
        """Open the store of a home for study, making what is missing; `chance` gives so many random bytes."""
        store = cls(open_for_writing(home))
        store._log.sign(chance)
        return store

    @classmethod
    def read(cls, home: Path) -> Store:
        """Open the store of a home and write nothing; where there is none, it is an empty one."""
        return cls(open_for_reading(home))

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def state(self, now: datetime) -> State:
        """Return the state at this time, as other processes left it too."""
        self._look(now)
        if self._database.writable and not self._cache.holds(self._extent):
            with self._database.writing():
                if self._log.extent(now) == self._extent:
                    self._cache.keep(self._state, self._extent)
        return self._state

    def answer(self, card: str, answer: Answer, now: datetime) -> Event:
        """Keep one answer to a card."""
        settings = self.state(now).settings
        form = card[len(fact_path(card)) + 1 :]
        return self._record(
            EventKind.REVIEW, card, answer.body(form, settings.model, settings.parameters_version), now
        )

    def reschedule(
        self, days: Mapping[str, date], now: datetime, vacation: tuple[date, date] | None = None
    ) -> Event:
        """Let cards fall due on other days, for a vacation if one is named: its first and its last day."""
        state = self.state(now)
        cards = {card: [state.reviews(card), day.isoformat()] for card, day in days.items()}
        off = {"vacation": [day.isoformat() for day in vacation]} if vacation else {}
        return self._record(EventKind.RESCHEDULE, "", {"cards": cards, **off}, now)

    def hide(self, kind: EventKind, cards: Sequence[str], now: datetime) -> Event:
        """Suspend cards, unsuspend them, or bury them for today."""
        today = {"day": self.state(now).day(now).isoformat()} if kind is EventKind.BURY else {}
        return self._record(kind, "", {"cards": list(cards), **today}, now)

    def undo(self, event: str, now: datetime, *, act: bool = False) -> Event:
        """Take an event back, by its id; to take back an undo is to redo. UnknownName where there is none.

        `act` says that this is an act of its own, which can be taken back in turn.
        """
        if not self._log.has(event, now):
            raise UnknownName(f"there is no event {event!r}", "`flashcards log` shows the events")
        return self._record(EventKind.UNDO, "", {"event": event, **_marked(act)}, now)

    def link(self, old: str, new: str, now: datetime, *, act: bool = False) -> Event:
        """Let a fact (deck/note/fact) or a note (deck/note) go on as another; linked to itself, it parts.

        `act` says that the learner asked for it.
        """
        if old.count("/") not in (1, 2) or old.count("/") != new.count("/"):
            help = "give two facts as deck/note/fact, or two notes as deck/note"
            raise UnknownName(f"{old!r} cannot go on as {new!r}", help)
        return self._record(EventKind.LINK, "", {"old": old, "new": new, **_marked(act)}, now)

    def set(self, name: str, value: str, now: datetime) -> Event:
        """Change a setting; UnknownName or SettingError where that cannot be."""
        return self._record(EventKind.SETTING, "", _setting(name, value, self.state(now)), now)

    def state_with(self, name: str, value: str, now: datetime) -> State:
        """Return the state as it would be after `set`; write nothing."""
        state = self.state(now)
        body = _setting(name, value, state)
        event = Event("", "", "", 0, state.latest + 1, 0, EventKind.SETTING.value, "", canonical(body))
        if not changes_the_past(EventKind.SETTING, body):
            return after(state, event)
        self._foreseen = self._extent, body, fold([*self.events(now), event])
        return self._foreseen[2]

    def receive(self, events: Iterable[Event], now: datetime) -> int:
        """Add another device's events; return how many were new."""
        with self._database.writing():
            added = self._log.add(events)
        self._look(now)
        return added

    def events(self, now: datetime) -> list[Event]:
        """Return every sound event believed at this time, in order."""
        extent, believed = self._log.extent(now), horizon(now)
        if not self._read or self._read[0] != extent:
            self._read = extent, [event for event in self._log.events() if event.hlc <= believed]
        return list(self._read[1])

    def standing(self, now: datetime) -> list[Event]:
        """Return the events believed at this time that are not undone, in order."""
        return standing(self.events(now))

    def ahead(self, now: datetime) -> int:
        """Return how many events are over 24 hours ahead of this time: kept, but not counted until then."""
        return self._log.ahead(now)

    def damaged(self) -> tuple[Damage, ...]:
        """Return the events that no longer match their checksum; nothing follows from them."""
        return self._log.damaged()

    def seen_facts(self, deck: str) -> dict[str, dict[str, tuple[str, str]]]:
        """Return the facts of a deck as last seen: by note and fact id, their slot and their text."""
        seen: dict[str, dict[str, tuple[str, str]]] = {}
        sql = "SELECT note, fact, slot, text FROM seen WHERE deck = ? ORDER BY note, fact"
        for note, fact, slot, text in self._database.all(sql, deck):
            seen.setdefault(note, {})[fact] = (slot, text)
        return seen

    def remember_facts(self, deck: str, facts: Texts) -> None:
        """Keep the facts of a deck as now seen, in place of those before."""
        rows = [
            (deck, note, fact, *told) for note, told_of in facts.items() for fact, told in told_of.items()
        ]
        with self._database.writing():
            self._database.run("DELETE FROM seen WHERE deck = ?", [(deck,)])
            self._database.run("INSERT INTO seen VALUES (?, ?, ?, ?, ?)", rows)

    def _look(self, now: datetime) -> None:
        """Take up what others have written since."""
        extent = self._log.extent(now)
        if extent != self._extent:
            self._state = self._cache.load(extent, lambda: fold(self.events(now)))
            self._extent = extent

    def _record(self, kind: EventKind, card: str, body: Mapping[str, object], now: datetime) -> Event:
        if changes_the_past(kind, body):  # the next look at the state folds it anew, unless it was foreseen
            with self._database.writing():
                before, event = self._log.extent(now), self._log.append(kind, card, body, now)
            if self._foreseen and self._foreseen[:2] == (before, body):
                self._state = replace(self._foreseen[2], latest=event.hlc)
                self._extent = before[0] + 1, event.hlc
            return self._remembered(event, before)
        self.state(now)  # a long fold is done here, before others must wait for the transaction
        with self._database.writing():
            self._look(now)
            event = self._log.append(kind, card, body, now)
            state, extent = after(self._state, event), (self._extent[0] + 1, event.hlc)
            if self._cache.holds(self._extent):
                self._cache.keep_changes(self._state, state, extent)
        self._remembered(event, self._extent)
        self._state, self._extent = state, extent
        return event

    def _remembered(self, event: Event, before: Extent) -> Event:
        """Keep what was read of the log up to date with an event that was just added after this stretch."""
        if self._read and self._read[0] == before:
            self._read[1].append(event)
            self._read = (before[0] + 1, event.hlc), self._read[1]
        return event


def _setting(name: str, value: str, state: State) -> Mapping[str, object]:
    """Return the body of the event that changes a setting."""
    return {"name": name, "value": state.settings.changed(name, value).shown(name)}


def _marked(act: bool) -> dict[str, bool]:
    return {"act": True} if act else {}
