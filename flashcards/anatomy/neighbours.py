"""Wrong places: near misses that no book calls an attachment of this muscle, each with its reason."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain, islice

from flashcards.anatomy import vocabulary
from flashcards.anatomy.atlas import Told, atlas, wrong_option
from flashcards.anatomy.data import remembered
from flashcards.anatomy.spot import Spot, same, spot
from flashcards.anatomy.subject import Subject
from flashcards.anatomy.truth import PLACES, Places, Truth
from flashcards.anatomy.vocabulary import Landmark
from flashcards.fact import Fact
from flashcards.kind import Notes
from flashcards.question import Wrong

MOST = 6
"""How many wrong options a card holds at the most, the nearest first."""
ON_BONE = 3
"""How many of the first options are on the bone of the right one, so that its name gives nothing away."""


def wrong_places(subject: Subject, fact: Fact, notes: Notes) -> tuple[Wrong, ...]:
    """Return places that are no such end of this muscle: a few beside the right one, then others in turn."""
    known, taken = Places(subject, fact.slot), [spot(fact.text)]
    beside = _distinct(known, taken, _beside(subject, fact, notes))
    others = _distinct(known, taken, chain(_other_end(subject, fact), _nearest(subject, fact, notes)))
    return tuple(islice(chain(islice(beside, ON_BONE), others, beside), MOST))


def _beside(subject: Subject, fact: Fact, notes: Notes) -> Iterator[Wrong]:
    yield from _course(subject, fact)
    yield from _look_alikes(fact)
    yield from _on_bone(subject, fact, notes)
    yield from _on_segment(subject, fact, notes)


def _distinct(known: Places, taken: list[Spot], found: Iterable[Wrong]) -> Iterator[Wrong]:
    """Yield what is really wrong, and each place once, whatever it is called; those `taken` no more."""
    for wrong in found:
        place = spot(wrong.text)
        if not any(same(place, other) for other in taken) and known.truth(place) is Truth.FALSE:
            taken.append(place)
            yield wrong


def _course(subject: Subject, fact: Fact) -> Iterator[Wrong]:
    for other in subject.asked("course"):
        if fact.slot != "course":
            yield wrong_option(subject, other)


def _other_end(subject: Subject, fact: Fact) -> Iterator[Wrong]:
    for other in subject.asked(*(slot for slot in PLACES if slot not in (fact.slot, "course"))):
        yield wrong_option(subject, other)


def _look_alikes(fact: Fact) -> Iterator[Wrong]:
    """Yield landmarks of the same bone that differ in one word of contrast: greater for lesser."""
    landmark = spot(fact.text).landmark
    beside = {place.words for place in _landmarks().get(landmark.bone, ())} if landmark else set()
    for swapped, word, other in vocabulary.contrast_swaps(fact.text):
        if landmark and landmark.words - {word} | {other} in beside:
            yield Wrong(swapped, f"{other} is not {word}")


def _on_bone(subject: Subject, fact: Fact, notes: Notes) -> Iterator[Wrong]:
    """Yield what neighbours hold on to on the same bone, then its other landmarks."""
    here, place = atlas(notes), spot(fact.text)
    landmark = place.landmark
    if landmark and not place.soft:
        yield from _placed(fact, here.on_bone(subject, place.bone))
        for other in _landmarks()[landmark.bone]:
            yield from _renamed(subject, fact, landmark, other)


@remembered
def _landmarks() -> dict[str, list[Landmark]]:
    """Return the landmarks by bone."""
    found: dict[str, list[Landmark]] = {}
    for landmark in vocabulary.landmarks().values():
        found.setdefault(landmark.bone, []).append(landmark)
    return found


def _renamed(subject: Subject, fact: Fact, landmark: Landmark, other: Landmark) -> Iterator[Wrong]:
    """Yield the place with another landmark of its bone in place of its own, if its words have that."""
    swapped = re.sub(rf"\b{re.escape(landmark.name)}\b", other.name, fact.text, count=1)
    if swapped != fact.text and spot(swapped).key == other.key:
        yield Wrong(swapped, f"{subject.called} {subject.does('has', 'have')} no {fact.slot} there")


def _placed(fact: Fact, found: Iterable[Told]) -> Iterator[Wrong]:
    """Yield places of about the same length first."""
    for told in sorted(found, key=lambda told: abs(len(told.fact.text) - len(fact.text)) // 12):
        yield told.wrong


def _on_segment(subject: Subject, fact: Fact, notes: Notes) -> Iterator[Wrong]:
    """Yield what neighbours hold on to on the same segment of the body."""
    yield from _varied(_placed(fact, atlas(notes).on_segments(subject, spot(fact.text).segments)))


def _nearest(subject: Subject, fact: Fact, notes: Notes) -> Iterator[Wrong]:
    near = atlas(notes).places(subject)
    yield from _varied(_placed(fact, near[: 4 * MOST]))
    yield from _placed(fact, near[4 * MOST :])


def _varied(found: Iterable[Wrong]) -> Iterator[Wrong]:
    """Yield the first two places of each bone before the rest: five of one bone make another stand out."""
    counts: Counter[str] = Counter()
    rest = []
    for wrong in found:
        bone = spot(wrong.text).bone
        counts[bone] += 1
        if counts[bone] > 2:
            rest.append(wrong)
        else:
            yield wrong
    yield from rest
