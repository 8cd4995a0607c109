"""A muscle moves only what it crosses: one attachment on each side of the joint."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from flashcards.anatomy.lint.attachment import place_of, words_of
from flashcards.anatomy.lint.finding import finding
from flashcards.anatomy.movement import SLOTS, at_joint, joint_of
from flashcards.anatomy.subject import ENDS, Subject, mid
from flashcards.anatomy.terms import vocabulary
from flashcards.anatomy.terms.data import remembered
from flashcards.fact import Fact
from flashcards.kind import Notes
from flashcards.note import Note
from flashcards.place import Problem

Segments = frozenset[str]


def does_not_cross(note: Note, _: Notes) -> Iterator[Problem]:
    """Warn of an action at a joint on one side of which the muscle has no attachment."""
    reached: dict[str, Segments] = {}
    for fact in (fact for fact in note.slot(*SLOTS) if not fact.disputed):
        subject, joint = Subject(note, fact["part"]), joint_of(fact)
        if subject.part not in reached:
            reached[subject.part] = segments(subject)
        if reached[subject.part] and not crosses(reached[subject.part], joint):
            yield finding(
                fact,
                "does-not-cross",
                f"{mid(subject.name)} can't make {fact.text}: it does not cross the joint",
                f"attach it on both sides{at_joint(joint)}, or leave the movement out",
            )


def segments(subject: Subject) -> Segments:
    """Return the body segments a muscle attaches to; none where an end has none or a place is not known."""
    held = [[_held(fact.text) for fact in _attachments(subject, end)] for end in ENDS]
    if None in chain(*held):
        return frozenset()
    reached = [frozenset(chain(*filter(None, end))) for end in held]
    return reached[0] | reached[1] if all(reached) else frozenset()


def _attachments(subject: Subject, end: str) -> tuple[Fact, ...]:
    """Return an end's attachments: a part's own, else those of the whole muscle; or those of all parts."""
    if subject.part:
        return subject.told(end) or Subject(subject.note).told(end)
    return tuple(subject.note.slot(end))


def _held(text: str) -> Segments | None:
    """Return the segments of a landmark, else that of the bone it is on; None where neither is known."""
    if place := place_of(text):
        return frozenset(place.segments)
    words = words_of(text)
    return next((segment for bone, segment in _bones() if bone <= words), None)


@remembered
def _bones() -> Sequence[tuple[Segments, Segments]]:
    """Return the words of each bone that lies in one segment with that segment, longer names first."""
    found: dict[Segments, Segments] = {}
    for place in vocabulary.landmarks().values():
        found[place.bone_words] = found.get(place.bone_words, frozenset()) | (set(place.segments) or {""})
    told = ((bone, at) for bone, at in found.items() if len(at) == 1 and all(at))
    return sorted(told, key=lambda it: -len(it[0]))


def crosses(reach: Segments, joint: str) -> bool:
    """Tell whether attachments in these segments lie on both sides of a joint.

    Nothing is said of a joint whose sides the vocabulary does not tell.

    >>> crosses(frozenset(("pelvis", "femur")), "hip"), crosses(frozenset(("pelvis", "femur")), "ankle")
    (True, False)
    """
    known = vocabulary.joints().get(joint)
    if not known or not known.crossed_from or not known.crossed_to:
        return True
    near, far = reach.intersection(known.crossed_from), reach.intersection(known.crossed_to)
    return bool(near and far) and len(near | far) > 1
