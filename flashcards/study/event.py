"""An event: one thing that happened, kept for ever; everything else is derived from events."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from zlib import crc32

from flashcards.scheduler import Rating
from flashcards.study.clock import uuid7, wall_time


class EventKind(StrEnum):
    """The kinds of events the state follows from; others are kept and passed on all the same."""

    REVIEW = "review"
    UNDO = "undo"
    LINK = "link"
    SETTING = "setting"
    RESCHEDULE = "reschedule"
    SUSPEND = "suspend"
    UNSUSPEND = "unsuspend"
    BURY = "bury"


Row = tuple[str, str, str, int, int, int, str, str, str]


@dataclass(frozen=True, slots=True)
class Event:
    """What happened, on whose device, and where it stands in the order of all events.

    `dseq` counts the events of one device, `hlc` is a reading of the hybrid clock, `card` the card it is
    about ("" where it is about none), `body` canonical JSON.
    """

    id: str
    learner: str
    device: str
    dseq: int
    hlc: int
    utc_offset_min: int
    kind: str
    card: str
    body: str

    @property
    def order(self) -> tuple[int, str, str]:
        """Where the event stands among all others: never by the wall clock."""
        return self.hlc, self.device, self.id

    @property
    def when(self) -> datetime:
        """When it happened, in the zone where it happened."""
        return wall_time(self.hlc, self.utc_offset_min)

    @property
    def said(self) -> Mapping[str, object]:
        """The body, read; ValueError where it is no JSON object."""
        body = json.loads(self.body)
        if not isinstance(body, dict):
            raise ValueError(f"the body of event {self.id} is no object")
        return body

    @property
    def row(self) -> Row:
        """Every column but the checksum, in the order of the table."""
        return (
            *(self.id, self.learner, self.device, self.dseq, self.hlc),
            *(self.utc_offset_min, self.kind, self.card, self.body),
        )


@dataclass(frozen=True, slots=True)
class Answer:
    """How one card was answered: what was given, how it was marked and what the learner rated.

    `verdict` is the marking as it was made; `override` says that the learner pressed "I was right", and
    `accept` that what was given is to count as right for this card from now on.
    `options` are the choices shown; `took` is in milliseconds. `u` in [0, 1) is the chance at which the fuzz
    range gives the day that was chosen, None where the card's own chance stands; `safety` says that safety
    hangs on the card, so that it falls due sooner.
    """

    rating: Rating
    given: str = ""
    verdict: str = ""
    options: tuple[str, ...] = ()
    took: int = 0
    override: bool = False
    accept: bool = False
    u: float | None = None
    safety: bool = False

    def body(self, form: str, model: str, parameters: str) -> dict[str, object]:
        """Return the body of the review event: form of the card, model and parameters' version in force."""
        said = {"rating": int(self.rating), "form": form, "answer": self.given, "verdict": self.verdict}
        more = {"options": list(self.options), "ms": self.took, "model": model, "parameters": parameters}
        flags = {"override": self.override, "accept": self.accept, "safety": self.safety}
        return said | more | {name: True for name, on in flags.items() if on} | self._chosen()

    def _chosen(self) -> dict[str, object]:
        return {} if self.u is None else {"u": self.u}


def make_event(
    *,
    learner: str,
    device: str,
    dseq: int,
    hlc: int,
    offset: int,
    kind: str,
    card: str,
    body: Mapping[str, object],
) -> Event:
    """Make an event, its id from its time and content."""
    text = canonical(body)
    content = canonical([learner, device, dseq, hlc, offset, kind, card, text]).encode()
    return Event(uuid7(hlc, content), learner, device, dseq, hlc, offset, kind, card, text)


def canonical(value: object) -> str:
    """Write JSON in its one plain form: ASCII, sorted keys, no spaces.

    >>> canonical({"b": 1, "a": "ä"})
    '{"a":"\\\\u00e4","b":1}'
    """
    return _canonical(value)


def checksum(row: Iterable[object]) -> int:
    """Return the CRC-32 of all columns, so that one flipped bit anywhere is noticed."""
    return crc32(_any_value(list(row)).encode())


_canonical = json.JSONEncoder(sort_keys=True, separators=(",", ":")).encode
_any_value = json.JSONEncoder(default=repr).encode  # made once: it is called for every event of a store
