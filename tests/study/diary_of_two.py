"""What two devices did, kept as plainly as can be: the model that the store is held to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from flashcards.scheduler import New, Rating, Schedule, Scheduler
from flashcards.study.event import Event
from flashcards.study.state import fuzz_fraction


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer to a card, with the chance that was chosen for its day, if any was."""

    card: str
    rating: Rating
    u: float | None


@dataclass(frozen=True, slots=True)
class Wanted:
    """Another desired retention."""

    retention: float


@dataclass(frozen=True, slots=True)
class Undone:
    """An earlier act taken back."""

    act: str


@dataclass(frozen=True, slots=True)
class Act:
    """What was done, and where and when it stands among all acts."""

    what: Answered | Wanted | Undone
    event: Event

    @property
    def id(self) -> str:
        return self.event.id

    @property
    def when(self) -> datetime:
        return self.event.when


def believed(acts: Iterable[Act], now: datetime) -> list[Act]:
    """The acts that count at this time, in order: nothing from over 24 hours ahead."""
    counting = (act for act in acts if act.when <= now + timedelta(hours=24))
    return sorted(counting, key=lambda act: act.event.order)


def standing(acts: list[Act]) -> list[Act]:
    """The acts, in order, that no standing act takes back."""
    if not acts:
        return []
    gone, stand = set[str](), list[Act]()
    for act in reversed(acts):
        if act.id not in gone:
            stand.append(act)
            gone |= {act.what.act} if isinstance(act.what, Undone) else set()
    return stand[::-1]


def schedules(acts: list[Act]) -> Mapping[str, Schedule]:
    """Where every card stands: its standing answers, one after the other."""
    found: dict[str, Schedule] = {}
    counts: dict[str, int] = {}
    scheduler = scheduler_of(acts)
    for act in acts:
        match act.what:
            case Answered(card, rating, u):
                count = counts.get(card, 0)
                chance = fuzz_fraction(card, count) if u is None else u
                found[card] = scheduler.review(found.get(card, New()), rating, act.when, chance)
                counts[card] = count + 1
    return found


def scheduler_of(acts: list[Act]) -> Scheduler:
    """The scheduler of the retention wanted last."""
    wanted = [act.what.retention for act in acts if isinstance(act.what, Wanted)]
    return Scheduler(desired_retention=wanted[-1] if wanted else 0.9)
