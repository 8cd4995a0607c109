"""The reviews that stand, as the columns a fit takes: each by the card that keeps it now."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field

from flashcards.card import fact_path
from flashcards.study.clock import COUNTER_BITS
from flashcards.study.event import Event, EventKind
from flashcards.study.links import Holder, Links
from flashcards.study.reading import UNREADABLE, read_answer, read_link, read_setting
from flashcards.study.settings import Settings


@dataclass(slots=True)
class Reviews:
    """One entry a review in each column, in the order of all events.

    `cards` are numbers, `time_ms` milliseconds since 1970 in UTC, `ratings` 1 to 4. `day_starts` are
    minutes to be added to UTC for a clock that shows midnight where the review's local day begins: the offset
    of the place where it was given, less the roll-over hour then in force.
    """

    cards: list[int] = field(default_factory=list)
    time_ms: list[int] = field(default_factory=list)
    ratings: list[int] = field(default_factory=list)
    day_starts: list[int] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.cards)


def reviews(standing: Iterable[Event]) -> Reviews:
    """Return the reviews among events that are not undone, in order; one that makes no sense is left out."""
    found, links, settings = Reviews(), Links(), Settings()
    holders: list[tuple[Holder, str]] = []
    for event in standing:
        with suppress(*UNREADABLE):
            if event.kind == EventKind.LINK:
                links.link(*read_link(event))
            elif event.kind == EventKind.SETTING:
                settings = settings.changed(*read_setting(event))
            elif event.kind == EventKind.REVIEW:
                found.ratings.append(int(read_answer(event).rating))
                found.time_ms.append(event.hlc >> COUNTER_BITS)
                found.day_starts.append(event.utc_offset_min - 60 * settings.rollover_hour)
                fact = fact_path(event.card)
                holders.append((links.holder(fact), event.card[len(fact) :]))
    numbers: dict[str, int] = {}
    found.cards = [numbers.setdefault(holder.last().path + form, len(numbers)) for holder, form in holders]
    return found
