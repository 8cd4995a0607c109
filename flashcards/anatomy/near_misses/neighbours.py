"""Wrong places: near misses that no book calls an attachment of this muscle, each with its reason."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from operator import itemgetter

from flashcards.anatomy.near_misses.atlas import Told, atlas, wrong_option
from flashcards.anatomy.near_misses.nearness import FAR, places_apart
from flashcards.anatomy.near_misses.spot import Spot, same, spot
from flashcards.anatomy.near_misses.truth import PLACES, Places, Truth
from flashcards.anatomy.subject import Subject, the
from flashcards.anatomy.terms import vocabulary
from flashcards.anatomy.terms.data import remembered
from flashcards.anatomy.terms.lexicon import meant
from flashcards.anatomy.terms.vocabulary import Landmark
from flashcards.fact import Fact
from flashcards.kind import Notes
from flashcards.question import Wrong

MOST = 6
"""How many wrong options a card holds at the most, the nearest first."""
NEAR = 1
"""How far away a place beside the right one may be: in the same region, or in the next."""
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
    place = spot(fact.text)
    landmark = place.landmark
    beside = {other.words for other in _landmarks().get(landmark.bone, ())} if landmark else set()
    for swapped, word, other in vocabulary.contrast_swaps(fact.text):
        if landmark and landmark.words - {word} | {other} in beside and _is_there(spot(swapped), place):
            yield Wrong(swapped, f"{other} is not {word}")


def _is_there(place: Spot, beside: Spot) -> bool:
    """Tell whether there is such a place beside another: the vocabulary tells of it, with all its words."""
    known = place.landmark and place.words <= place.landmark.words | place.landmark.bone_words
    return bool(known) and places_apart(place, beside) <= NEAR


def _on_bone(subject: Subject, fact: Fact, notes: Notes) -> Iterator[Wrong]:
    """Yield what neighbors hold on to on the same bone, then its other landmarks."""
    here, place = atlas(notes), spot(fact.text)
    landmark = place.landmark
    if landmark and not place.soft:
        yield from _placed(subject, fact, here.on_bone(subject, place.bone), NEAR)
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
    if swapped != fact.text and spot(swapped := _with_bone(swapped, other)).key == other.key:
        yield Wrong(swapped, f"{subject.called} {subject.does('has', 'have')} no {fact.slot} there")


def _with_bone(text: str, landmark: Landmark) -> str:
    """Return a place with its bone, as decks tell it: soleal line of the tibia."""
    if landmark.bone_words & {*meant(text)}:
        return text
    bone, _, part = landmark.bone.rstrip(")").partition(" (")
    name = bone if not part or part[-1].isdigit() else part
    return f"{text} of {name if name[-1].isdigit() else the(name)}"


def _placed(subject: Subject, fact: Fact, found: Iterable[Told], most: int = FAR) -> Iterator[Wrong]:
    """Yield places near by first, bone for bone, those of its own deck, and some of about the same length.

    `most` is how far away they may be.
    """
    place, length, deck = spot(fact.text), len(fact.text), subject.note.deck
    ranked = []
    for told in found:
        text, other = told.wrong.text, spot(told.wrong.text)
        if (apart := places_apart(place, other)) <= most:
            foreign, longer = told.subject.note.deck != deck, abs(len(text) - length) // 12
            ranked.append((apart, place.soft != other.soft, foreign, longer, told.wrong))
    ranked.sort(key=itemgetter(0, 1, 2, 3))
    return (wrong for *_, wrong in ranked)


def _on_segment(subject: Subject, fact: Fact, notes: Notes) -> Iterator[Wrong]:
    """Yield what neighbors hold on to on the same segment of the body."""
    found = atlas(notes).on_segments(subject, spot(fact.text).segments)
    yield from _varied(_placed(subject, fact, found, NEAR))


def _nearest(subject: Subject, fact: Fact, notes: Notes) -> Iterator[Wrong]:
    near = atlas(notes).places(subject)
    yield from _varied(_placed(subject, fact, near[: 3 * MOST]))
    yield from _placed(subject, fact, near[3 * MOST :])


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
