"""What a muscle holds on to is known by its landmarks, and where they are not known by its bones."""

from __future__ import annotations

import pytest

from flashcards.anatomy.lint.crossing import does_not_cross, segments
from flashcards.anatomy.subject import Subject
from flashcards.fact import Fact
from flashcards.note import Note
from flashcards.place import Place


def muscle(origin: str, insertion: str, *actions: str) -> Note:
    told = [("origin", origin), ("insertion", insertion), *(("action", text) for text in actions)]
    facts = tuple(Fact(text, slot, text) for slot, text in told)
    return Note("muscle", "muscles", "arm", Place("", 1, 1), {"name": ("Muscle",)}, facts)


@pytest.mark.parametrize(
    ("origin", "insertion", "held"),
    [
        ("lateral supracondylar ridge of the humerus", "styloid process of the ulna", {"humerus", "ulna"}),
        ("medial epicondyle of the humerus", "pisiform", {"humerus", "hand"}),
        ("iliac fossa", "middle of the femur", {"pelvis", "femur"}),
        ("iliac fossa", "some strap of fascia", set()),
    ],
)
def test_a_bone_tells_the_segment_of_a_place_without_a_name(
    origin: str, insertion: str, held: set[str]
) -> None:
    assert segments(Subject(muscle(origin, insertion))) == held


def test_what_it_does_not_cross_it_does_not_move() -> None:
    flexor = muscle("medial epicondyle of the humerus", "pisiform", "wrist flexion", "knee flexion")
    (found,) = does_not_cross(flexor, {})
    assert found.message == "muscle can't make knee flexion: it does not cross the joint"
