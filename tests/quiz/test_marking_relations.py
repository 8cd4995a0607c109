"""Laws of relations: which way something runs, and what comes first, is never turned round."""

from __future__ import annotations

import pytest

from flashcards.quiz.marking import Verdict, mark_text

OPPOSITES = [
    ("superior", "inferior"),
    ("above", "below"),
    ("cranial", "caudal"),
    ("top", "bottom"),
    ("up", "down"),
    ("anterior", "posterior"),
    ("front", "back"),
    ("ventral", "dorsal"),
    ("medial", "lateral"),
    ("proximal", "distal"),
    ("superficial", "deep"),
    ("left", "right"),
]
SEQUENCES = [
    ("contract then relax", "relax then contract"),
    ("first the hip then the knee", "first the knee then the hip"),
    ("heat followed by ice", "ice followed by heat"),
    ("warm up before stretching", "stretching before warm up"),
    ("rest after work", "work after rest"),
    ("sensory in, motor out", "motor in, sensory out"),
    ("pull the skin away from the muscle", "pull the muscle away from the skin"),
    ("pull the skin away from the fascia", "pull the fascia away from the skin"),
    ("contract, relax, then stretch", "relax, contract, then stretch"),
    ("heat then ice then rest", "heat then rest then ice"),
]


@pytest.mark.parametrize(("one", "other"), [*OPPOSITES, *(pair[::-1] for pair in OPPOSITES)])
def test_a_way_is_right_with_and_without_from_and_never_the_other_way_round(one: str, other: str) -> None:
    there = f"{one} to {other}", f"from {one} to {other}"
    back = f"{other} to {one}", f"from {other} to {one}"
    assert {mark_text(wanted, said).verdict for wanted in there for said in there} == {Verdict.RIGHT}
    assert {mark_text(wanted, said).verdict for wanted in there for said in back} == {Verdict.WRONG}
    assert not mark_text("no such way", back[0], there).passes


def test_a_direction_of_something_is_still_a_relation() -> None:
    assert mark_text("psoas lies anterior to QL", "QL lies posterior to psoas").verdict is Verdict.RIGHT
    assert not mark_text("medial to lateral epicondyle", "medial to lateral").passes


@pytest.mark.parametrize(
    "said", ["down", "downwards", "descending", "from above down", "top to bottom", "from cranial to caudal"]
)
def test_a_way_has_many_names(said: str) -> None:
    assert mark_text("from above downward", said).verdict is Verdict.RIGHT
    assert mark_text("from below upward", said).verdict is Verdict.WRONG


@pytest.mark.parametrize(("right", "turned"), SEQUENCES)
def test_what_comes_first_is_never_turned_round(right: str, turned: str) -> None:
    assert not mark_text(right, turned).passes
    assert not mark_text(turned, right).passes
    assert mark_text(right, right.upper()).verdict is Verdict.RIGHT


@pytest.mark.parametrize(
    "said",
    ["contract, then relax", "first contract and then relax", "relax after contracting", "contract, relax"],
)
def test_a_sequence_has_many_wordings(said: str) -> None:
    assert mark_text("contract then relax", said).verdict is Verdict.RIGHT


def test_a_sequence_that_is_not_asked_for_does_no_harm() -> None:
    assert mark_text("warmth and pressure", "pressure, then warmth").verdict is Verdict.RIGHT
    assert not mark_text("treatment", "before treatment").passes
    assert not mark_text("before treatment", "after treatment").passes


def test_clauses_with_a_way_each_may_change_places() -> None:
    assert mark_text("sensory in, motor out", "motor out, sensory in").verdict is Verdict.RIGHT


@pytest.mark.parametrize(
    ("expected", "right", "wrong"),
    [
        ("in front of", ("ventral", "front", "anterior"), ("dorsal", "back", "behind")),
        ("behind", ("dorsal", "back", "posterior"), ("ventral", "front", "in front")),
        ("L5", ("L-5", "5th lumbar", "fifth lumbar vertebra"), ("L-4", "S-5", "lumbar")),
        ("L1-L5", ("L-1 to L-5", "L1-5"), ("L-1 to L-4", "L-1")),
    ],
)
def test_a_place_has_short_names(expected: str, right: tuple[str, ...], wrong: tuple[str, ...]) -> None:
    assert [said for said in right if mark_text(expected, said).verdict is not Verdict.RIGHT] == []
    assert [said for said in wrong if mark_text(expected, said).passes] == []
