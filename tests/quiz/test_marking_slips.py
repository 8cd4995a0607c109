"""Laws of slips: a word that means the reverse is no misspelling, a word of the answer is."""

from __future__ import annotations

import pytest

from flashcards.quiz.marking import Verdict, mark_text

REVERSED = [
    ("informed consent", "uninformed consent"),
    ("controlled breathing", "uncontrolled breathing"),
    ("symmetric", "asymmetric"),
    ("stable joint", "unstable joint"),
    ("hypertension", "hypotension"),
    ("hyperthyroidism", "hypothyroidism"),
    ("hypertrophy", "hypotrophy"),
    ("hypertrophy", "atrophy"),
    ("intrinsic", "extrinsic"),
    ("afferent", "efferent"),
    ("intramuscular", "intermuscular"),
    ("prenatal", "postnatal"),
    ("abduct", "adduct"),
    ("vagus", "valgus"),
    ("valgus", "varus"),
    ("tendinitis", "tendinosis"),
]


@pytest.mark.parametrize(("expected", "typed"), [*REVERSED, *(pair[::-1] for pair in REVERSED)])
def test_a_word_that_means_the_reverse_is_no_slip(expected: str, typed: str) -> None:
    assert mark_text(expected, expected).verdict is Verdict.RIGHT
    assert mark_text(expected, typed).verdict is Verdict.WRONG


@pytest.mark.parametrize(
    ("expected", "typed"),
    [
        ("informed consent", "infomed consent"),
        ("hypertension", "hypertenson"),
        ("intrinsic", "intrinsc"),
        ("tendinitis", "tendonitis"),
        ("hip flexion", "hip flexon"),
        ("fascia", "facia"),
        ("piriformis", "pirifromis"),
        ("angles of ribs 3-6", "aegles of ribs 3-6"),
    ],
)
def test_a_misspelt_word_of_the_answer_is_a_slip(expected: str, typed: str) -> None:
    assert mark_text(expected, typed).verdict is Verdict.SLIP


def test_a_word_between_two_of_which_none_means_the_other_is_asked_back() -> None:
    mark = mark_text("coracoid process", "corocoid process")
    assert (mark.verdict, mark.reason) == (Verdict.ASK, "coracoid or coronoid?")


def test_of_two_words_as_near_the_one_of_the_first_wording_is_taken() -> None:
    mark = mark_text("Internal intercostals", "Internl intercostals", ("musculi intercostales interni",))
    assert (mark.verdict, mark.reason) == (Verdict.ASK, "internal or interni?")
