"""What two devices did, kept as plainly as can be: the model that the store is held to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from flashcards.scheduler import FSRS6, FSRS7, New, Rating, Reviewing, Schedule, Scheduler
from flashcards.study.event import Event
from flashcards.study.state import fuzz_fraction

MODELS = {model.name: model for model in (FSRS6(), FSRS7())}


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer to a card, with the chance that was chosen for its day, if any was."""

    card: str
    rating: Rating
    u: float | None


@dataclass(frozen=True, slots=True)
class Wanted:
    """Another desired retention, or another memory model by its name."""

    what: float | str


@dataclass(frozen=True, slots=True)
class Moved:
    """A card that was answered so often put on another day."""

    card: str
    reviews: int
    day: date


@dataclass(frozen=True, slots=True)
class Suspended:
    """A card asked no more, or again."""

    card: str
    off: bool


@dataclass(frozen=True, slots=True)
class Undone:
    """An earlier act taken back."""

    act: str


@dataclass(frozen=True, slots=True)
class Act:
    """What was done, and where and when it stands among all acts."""

    what: Answered | Wanted | Moved | Suspended | Undone
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
            case Moved(card, reviews, day):
                at = found.get(card)
                if isinstance(at, Reviewing) and counts[card] == reviews:
                    found[card] = at.changed(due=datetime.combine(day, time(4), act.when.tzinfo))
    return found


def scheduler_of(acts: list[Act]) -> Scheduler:
    """The scheduler of the retention and the model wanted last."""
    wanted = [act.what.what for act in acts if isinstance(act.what, Wanted)]
    retentions = [what for what in wanted if isinstance(what, float)]
    models = [MODELS[what] for what in wanted if isinstance(what, str)]
    return Scheduler([FSRS6(), *models][-1], [0.9, *retentions][-1])


def suspended(acts: list[Act]) -> set[str]:
    """The cards asked no more."""
    found = {act.what.card: act.what.off for act in acts if isinstance(act.what, Suspended)}
    return {card for card, off in found.items() if off}


def moved(acts: list[Act]) -> set[str]:
    """The cards that were ever put on another day."""
    return {act.what.card for act in acts if isinstance(act.what, Moved)}
