"""Faults planted into true notes, a function each: it yields the note once for each way to get it wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from flashcards.anatomy.lint.accepts import contrary_accept
from flashcards.anatomy.lint.actions import both_ways, half_disputed, unknown_action
from flashcards.anatomy.lint.attachment import is_proper
from flashcards.anatomy.lint.bones import wrong_bone
from flashcards.anatomy.lint.crossing import does_not_cross, segments
from flashcards.anatomy.lint.ends import is_segmental, part_repeats_whole, same_place
from flashcards.anatomy.lint.landmarks import unknown_landmark
from flashcards.anatomy.lint.levels import level_range
from flashcards.anatomy.lint.nerves import impossible_roots, unknown_nerve
from flashcards.anatomy.lint.positions import contradicting_relation
from flashcards.anatomy.lint.techniques import step_order, unnamed_danger
from flashcards.anatomy.movement import SLOTS
from flashcards.anatomy.subject import Subject
from flashcards.anatomy.terms import vocabulary
from flashcards.fact import Fact
from flashcards.kind import Check
from flashcards.note import Note
from flashcards.place import Place

ENDS = ("origin", "insertion")
FAR = {
    "pelvis": "elbow flexion",
    "femur": "elbow flexion",
    "leg": "mandible elevation",
    "foot": "elbow flexion",
}
FAR |= {
    "humerus": "knee flexion",
    "ulna": "ankle dorsiflexion",
    "radius": "knee flexion",
    "skull": "hip flexion",
}
"""For muscles of a segment, a movement at a joint that is nowhere near."""

Planter = Callable[[Note], Iterator[Note]]


def _with(note: Note, *facts: Fact) -> Note:
    return replace(note, facts=(*note.facts, *facts))


def _instead(note: Note, fact: Fact, **changes: object) -> Note:
    changed = replace(fact, **changes)  # type: ignore[arg-type]
    return replace(note, facts=tuple(changed if other is fact else other for other in note.facts))


def _attachments(note: Note) -> Iterator[tuple[Fact, vocabulary.Landmark]]:
    for fact in note.slot(*ENDS):
        place = vocabulary.landmark(fact.text)
        if place and place.unique and is_proper(place.words):
            yield fact, place


def swapped_bone(note: Note) -> Iterator[Note]:
    """Put a landmark on bones that have nothing of the kind."""
    for fact, place in _attachments(note):
        for bone in ("ulna", "sternum", "patella", "mandible"):
            if bone not in place.bone_words | place.words:
                yield _instead(note, fact, text=f"{place.name} of the {bone}")


def misspelt_landmark(note: Note) -> Iterator[Note]:
    """Misspell the longest word of a landmark."""
    for fact, place in _attachments(note):
        word = max(place.name.split(), key=len)
        if len(word) > 7:
            wrong = f"{word[:4]}{'z' if word[4] != 'z' else 'q'}{word[5:]}"
            yield _instead(note, fact, text=place.name.replace(word, wrong))


def impossible_level(note: Note) -> Iterator[Note]:
    """Name vertebrae and ribs that nobody has."""
    for fact in note.slot(*ENDS):
        for level in ("L6", "L1-L6", "C8", "T13", "T10-T13", "rib 13", "ribs 9-13", "sixth lumbar vertebra"):
            yield _instead(note, fact, text=f"transverse process of {level}")


def backward_range(note: Note) -> Iterator[Note]:
    """Write a range from below upward."""
    for fact in note.slot(*ENDS):
        for span in ("L4-L1", "T3-C7", "L2–T11", "ribs 12-9", "C6 to C3"):
            yield _instead(note, fact, text=f"{fact.text.partition(' of ')[0]} of {span}")


def opposite_action(note: Note) -> Iterator[Note]:
    """Add the opposite of each action that is certain, with either end held still."""
    for fact in note.slot(*SLOTS):
        move = vocabulary.movement(fact.text)
        against = vocabulary.opposite(move.joint, move.name) if move else None
        if move and against and move.name in fact.text and not fact.disputed:
            for slot in SLOTS:
                text = fact.text.replace(move.name, against)
                yield _with(note, replace(fact, slot=slot, text=text, id="planted"))


def disputed_and_sure(note: Note) -> Iterator[Note]:
    """Tell an action once more, this time with a doubt."""
    for fact in note.slot(*SLOTS):
        if vocabulary.movement(fact.text):
            yield _with(note, replace(fact, id="planted", disputed="" if fact.disputed else "true"))


def follows_no_action(note: Note) -> Iterator[Note]:
    """Let an action follow from one of another muscle."""
    for fact in note.slot(*SLOTS):
        yield _instead(note, fact, details={**fact.details, "follows": "wiggling the ears"})


def far_joint(note: Note) -> Iterator[Note]:
    """Add an action at a joint that is nowhere near."""
    for fact in note.slot("action"):
        reach = segments(Subject(note, fact["part"]))
        for segment in sorted(reach & FAR.keys()):
            joint = vocabulary.movement(FAR[segment])
            sides = vocabulary.joints()[joint.joint] if joint else None
            if sides and not (reach & {*sides.crossed_from} and reach & {*sides.crossed_to}):
                yield _with(note, replace(fact, id="planted", text=FAR[segment], disputed=""))


def one_end(note: Note) -> Iterator[Note]:
    """Let a muscle end where it starts."""
    for fact in note.slot("origin"):
        if not is_segmental(note) and not fact.disputed:
            yield _with(note, replace(fact, slot="insertion", id="planted"))


def part_like_whole(note: Note) -> Iterator[Note]:
    """Tell an attachment of the whole once more of a part."""
    for fact in Subject(note).told(*ENDS):
        yield _with(note, replace(fact, id="planted", details={**fact.details, "part": "upper"}))


def misspelt_nerve(note: Note) -> Iterator[Note]:
    """Name a nerve that does not exist."""
    for fact in note.slot("nerve"):
        yield _instead(note, fact, text="femural nerv", details={})


def far_roots(note: Note) -> Iterator[Note]:
    """Give nerves roots from elsewhere."""
    for fact in note.slot("nerve"):
        for nerve, roots in (
            ("femoral nerve", "C5-C7"),
            ("axillary nerve", "L2"),
            ("tibial nerve", "CN VII"),
        ):
            yield _instead(note, fact, text=nerve, details={"roots": roots})


def reversed_relation(note: Note) -> Iterator[Note]:
    """Tell a position and its reverse."""
    one, other = (Fact(of, "relation", "x", Place("", n, 1), details={"of": of}) for n, of in enumerate(PAIR))
    yield _with(note, one, other)


PAIR = ("in front of", "behind")


def contrary_wording(note: Note) -> Iterator[Note]:
    """Accept the contrary of a fact for the fact."""
    for fact in note.facts:
        for wording, *_ in vocabulary.contrast_swaps(fact.text):
            yield _instead(note, fact, accept=(*fact.accept, wording))


def silent_about_danger(note: Note) -> Iterator[Note]:
    """Leave every word of warning out of a technique over a dangerous place."""
    quiet = tuple(fact for fact in note.facts if fact.slot in ("step", "purpose"))
    yield replace(note, facts=quiet, words={**note.words, "targets": ("piriformis",)})


def gap_in_numbers(note: Note) -> Iterator[Note]:
    """Number the steps and leave one number out."""
    steps = [f"{n + (n > 1)}. step" for n in range(1, 4)]
    yield _with(note, *(Fact(text, "step", text) for text in steps))


MUSCLE_FAULTS: Mapping[Planter, Check] = {
    swapped_bone: wrong_bone,
    misspelt_landmark: unknown_landmark,
    impossible_level: level_range,
    backward_range: level_range,
    opposite_action: both_ways,
    disputed_and_sure: half_disputed,
    follows_no_action: unknown_action,
    far_joint: does_not_cross,
    one_end: same_place,
    part_like_whole: part_repeats_whole,
    misspelt_nerve: unknown_nerve,
    far_roots: impossible_roots,
    reversed_relation: contradicting_relation,
    contrary_wording: contrary_accept,
}
TECHNIQUE_FAULTS: Mapping[Planter, Check] = {
    silent_about_danger: unnamed_danger,
    gap_in_numbers: step_order,
}
