"""What of a place goes without saying, and what does not: the outside of a rib, never its inside."""

from __future__ import annotations

import pytest

from flashcards.quiz.marking import Verdict, mark_text


@pytest.mark.parametrize(
    ("expected", "given"),
    [
        ("outer surfaces of ribs 3-5", "3rd to 5th ribs"),
        ("outer surface of rib 2", "second rib"),
        ("anterior surface of the sacrum", "anterior sacrum"),
        ("anterior surface of the sacrum", "front of the sacrum"),
    ],
)
def test_what_books_leave_out_may_be_left_out(expected: str, given: str) -> None:
    assert mark_text(expected, given).verdict is Verdict.RIGHT


@pytest.mark.parametrize(
    ("expected", "given"),
    [
        ("outer surfaces of ribs 3-5", "inner surfaces of ribs 3-5"),
        ("outer surfaces of ribs 3-5", "costal cartilages of ribs 3-5"),
        ("outer surfaces of ribs 3-5", "ribs"),
        ("inner surfaces of ribs 3-5", "ribs 3-5"),
        ("anterior surface of the sacrum", "posterior sacrum"),
        ("anterior surface of the sacrum", "sacrum"),
        ("greater tubercle of the humerus", "tubercle of the humerus"),
        ("crest of the greater tubercle of the humerus", "greater tubercle of the humerus"),
    ],
)
def test_what_makes_a_place_is_never_left_out(expected: str, given: str) -> None:
    assert mark_text(expected, given).verdict is Verdict.WRONG


def test_a_place_that_holds_the_one_asked_for_is_part_of_the_answer() -> None:
    mark = mark_text("anterior tubercles of the transverse processes of C3-C6", "TPs C3-C6")
    assert (mark.verdict, mark.reason) == (Verdict.PARTLY, "'anterior tubercles' is missing")


@pytest.mark.parametrize("muscle", ["piriformis", "quadratus femoris", "obturator internus"])
def test_a_nerve_named_by_its_muscle_may_be_cut_short(muscle: str) -> None:
    assert mark_text(f"nerve to {muscle}", f"n. to {muscle}").verdict is Verdict.RIGHT


FEMORAL, RAMI = "femoral nerve", "dorsal rami of the cervical nerves"


@pytest.mark.parametrize("roots", ["L2-L4", "(L2, L3, L4)", "(L2-L3)", ", L2-L4", "L1-L3", "L3 and L4"])
def test_roots_may_be_told_with_a_nerve_where_they_overlap(roots: str) -> None:
    assert mark_text(FEMORAL, f"{FEMORAL} {roots}").passes


@pytest.mark.parametrize(
    "said", ["femoral nerve C5", "femoral nerve S2-S3", "obturator nerve L2-L4", "L2-L4"]
)
def test_roots_of_another_nerve_or_roots_alone_are_not_right(said: str) -> None:
    assert not mark_text(FEMORAL, said).passes


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("ventral rami", "anterior rami"),
        ("ventral rami", "anterior rami of the spinal nerves"),
        ("ventral rami", "ventral rami C3-C8"),
        (RAMI, "posterior rami"),
        (RAMI, "posterior rami of the cervical spinal nerves"),
        ("ventral rami of L1-L3", "anterior rami of L1-L3"),
    ],
)
def test_anterior_rami_are_ventral_ones_and_posterior_rami_dorsal_ones(answer: str, said: str) -> None:
    assert mark_text(answer, said, ("dorsal rami",) if answer == RAMI else ()).passes


def test_anterior_rami_are_not_dorsal_ones() -> None:
    assert not mark_text("dorsal rami", "anterior rami").passes
