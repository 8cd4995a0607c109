"""The event log: events are added and read, never changed and never taken away."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from flashcards.study.clock import horizon, offset_minutes, tick
from flashcards.study.database import Database
from flashcards.study.event import Event, EventKind, checksum, make_event

COLUMNS = "id, learner, device, dseq, hlc, utc_offset_min, kind, card, body, crc"
PLACES = ", ".join("?" * 10)
ORDER = "ORDER BY hlc, device, id"


Extent = tuple[int, int]
"""How many events, and the reading of the last: enough to tell one stretch of a growing log from another.

A clock set back believes less, and others' events may come in between: an equal last one says that none has
gone, an equal number then that none has come.
"""


@dataclass(frozen=True, slots=True)
class Damage:
    """An event whose columns no longer match its checksum; it is left out of everything derived."""

    id: str

    def __str__(self) -> str:
        return f"event {self.id} is damaged: it no longer matches its checksum"


class Log:
    """The events of one store, written as one learner on one device."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def sign(self, chance: Callable[[int], bytes]) -> None:
        """Name the learner and the device of a new store, each by 16 bytes of chance."""
        if self._signature().keys() < {"learner", "device"}:
            names = [(key, UUID(bytes=chance(16), version=4).hex) for key in ("learner", "device")]
            with self.database.writing():
                self.database.run("INSERT OR IGNORE INTO meta VALUES (?, ?)", names)

    def append(self, kind: EventKind, card: str, body: Mapping[str, object], now: datetime) -> Event:
        """Add one event of this device, inside a transaction; it comes after every event believed now."""
        signature = self._signature()
        last = "SELECT max(dseq) FROM event WHERE device = ?"
        event = make_event(
            learner=signature["learner"],
            device=signature["device"],
            dseq=self.database.number(last, signature["device"]) + 1,
            hlc=tick(self.database.number("SELECT max(hlc) FROM event WHERE hlc <= ?", horizon(now)), now),
            offset=offset_minutes(now),
            kind=kind.value,
            card=card,
            body=body,
        )
        self.add([event])
        return event

    def add(self, events: Iterable[Event]) -> int:
        """Add events, inside a transaction; return how many were new.

        StoreError where another event bears the same number of the same device.
        """
        before = self.database.number("SELECT count(*) FROM event")
        self.database.run(
            f"INSERT INTO event ({COLUMNS}) VALUES ({PLACES}) ON CONFLICT (id) DO NOTHING",
            ((*event.row, checksum(event.row)) for event in events),
        )
        return self.database.number("SELECT count(*) FROM event") - before

    def has(self, event: str, now: datetime) -> bool:
        """Return whether an event of this id is believed at this time."""
        found = "SELECT 1 FROM event WHERE id = ? AND hlc <= ?"
        return bool(self.database.all(found, event, horizon(now)))

    def extent(self, now: datetime) -> Extent:
        """Return how many events are believed at this time and the last one's reading, damaged ones too."""
        ((count, last),) = self.database.all(
            "SELECT count(*), max(hlc) FROM event WHERE hlc <= ?", horizon(now)
        )
        return count, last or 0

    def ahead(self, now: datetime) -> int:
        """Return how many events are not yet believed at this time."""
        return self.database.number("SELECT count(*) FROM event WHERE hlc > ?", horizon(now))

    def events(self) -> tuple[Event, ...]:
        """Return every sound event in the order of all events."""
        return tuple(event for event in self._read() if isinstance(event, Event))

    def damaged(self) -> tuple[Damage, ...]:
        """Return every event that no longer matches its checksum."""
        return tuple(event for event in self._read() if isinstance(event, Damage))

    def _read(self) -> Iterable[Event | Damage]:
        return map(_read_row, self.database.all(f"SELECT {COLUMNS} FROM event {ORDER}"))

    def _signature(self) -> dict[str, str]:
        return dict(self.database.all("SELECT key, value FROM meta"))


def _read_row(row: tuple[object, ...]) -> Event | Damage:
    *columns, crc = row
    return Event(*columns) if checksum(columns) == crc else Damage(str(row[0]))  # type: ignore[arg-type]
