"""What marking says of answers collected by hand: the wanted verdicts and the seed's wordings."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from flashcards.quiz.marking import Mark, Verdict, mark_text

HERE = Path(__file__).parent
WANTED = {"accept": {"right"}, "near": {"slip"}, "reject": {"wrong"}}
WORDINGS: dict[str, Any] = json.loads((HERE / "marking_wordings.json").read_text("utf-8"))
ALIASES = WORDINGS["aliases"]


def pairs(name: str) -> list[Any]:
    return list(json.loads((HERE / name).read_text("utf-8"))["pairs"])


def wordings(kind: str) -> list[Any]:
    told = [(fact, given) for fact in WORDINGS["facts"] for given in fact.get(kind, ())]
    return [pytest.param(fact, given, id=f"{fact['id']}: {given}") for fact, given in told]


def mark_wording(fact: dict[str, Any], given: str) -> Mark:
    return mark_text(fact["expected"], given, fact["accept"], ALIASES)


@pytest.mark.parametrize(
    "pair", pairs("grading_pairs.json"), ids=lambda pair: f"{pair['given']}: {pair['why']}"
)
def test_the_wanted_verdict_is_given(pair: dict[str, Any]) -> None:
    wanted = WANTED[pair["want"]] | ({"partly"} if pair["why"] == "range" else set())
    assert mark_text(pair["expected"], pair["given"]).verdict.value in wanted


@pytest.mark.parametrize(
    "pair", pairs("held_out_pairs.json"), ids=lambda pair: f"{pair['expected']}: {pair['given']}"
)
def test_answers_written_before_the_marking_get_a_fine_verdict(pair: dict[str, Any]) -> None:
    assert mark_text(pair["expected"], pair["given"]).verdict.value in pair["want"]


@pytest.mark.parametrize(("fact", "given"), wordings("right"))
def test_natural_wordings_of_the_seed_are_right(fact: dict[str, Any], given: str) -> None:
    assert mark_wording(fact, given).verdict is Verdict.RIGHT


@pytest.mark.parametrize(("fact", "given"), wordings("slip"))
def test_a_slip_passes_and_is_shown(fact: dict[str, Any], given: str) -> None:
    mark = mark_wording(fact, given)
    assert mark.verdict is Verdict.SLIP
    assert "you wrote" in mark.reason


@pytest.mark.parametrize(("fact", "given"), wordings("wrong"))
def test_near_misses_of_the_seed_do_not_pass(fact: dict[str, Any], given: str) -> None:
    assert not mark_wording(fact, given).passes


@pytest.mark.parametrize(
    ("expected", "given", "reason"),
    [
        ("lesser trochanter", "greater trochanter", "greater is not lesser"),
        ("lesser trochanter", "leser trochanter", "you wrote 'leser'; it is 'lesser'"),
        ("coracoid process", "corocoid process", "coracoid or coronoid?"),
        (
            "lesser trochanter",
            "lesser trochanter of the humerus",
            "the lesser trochanter is on the femur, not the humerus",
        ),
        ("lesser trochanter", "not the lesser trochanter", "the answer says so, yours says not"),
        ("transverse processes of L1-L4", "transverse processes of L1-L3", "'L4' is missing"),
        ("coronoid process of the ulna", "coronoid process", "of which bone?"),
        ("hip flexion", "flexion", "'hip' is missing"),
        ("lesser trochanter", "lesser or greater trochanter", "two answers in one: choose"),
        ("lesser trochanter", " \t", "nothing was written"),
    ],
)
def test_the_reason_tells_the_learner_what_to_do(expected: str, given: str, reason: str) -> None:
    assert mark_text(expected, given).reason == reason


def test_the_names_of_the_notes_are_accepted() -> None:
    aliases = {"Obturator group": ["the six-pack"], "psoas major": ["tenderloin"]}
    assert mark_text("obturator group", "six pack", (), aliases).verdict is Verdict.RIGHT
    assert mark_text("the tenderloin lies in front of QL", "QL lies behind psoas", (), aliases).passes
    assert not mark_text("psoas minor", "tenderloin", (), aliases).passes


def test_another_books_version_is_right_and_its_words_may_be_added() -> None:
    accept = ["bodies of T12-L5 and intervertebral discs"]
    assert mark_text("bodies of L1-L5", "bodies of T12-L5 and discs", accept).verdict is Verdict.RIGHT
    assert mark_text("bodies of L1-L5", "bodies and discs of L1-L5", accept).verdict is Verdict.RIGHT
    assert not mark_text("bodies of L1-L5", "bodies and discs of L1-L5").passes


def test_a_part_of_another_wording_does_not_make_the_opposite_partly_right() -> None:
    accept = ("in front of quadratus lumborum", "psoas major lies in front of quadratus lumborum")
    mark = mark_text("in front of", "behind", accept)
    assert (mark.verdict, mark.reason) == (Verdict.WRONG, "posterior is not anterior")
    assert mark_text("in front of", "QL lies behind psoas", accept, ALIASES).verdict is Verdict.RIGHT


def test_a_slip_at_the_end_of_a_word_is_no_slip_of_a_word_like_its_stem() -> None:
    assert mark_text("transverse processes of L1-L5", "transverse proces of L1-L5").verdict is Verdict.SLIP


def test_a_book_pasted_by_mistake_is_marked_too() -> None:
    assert not mark_text("lesser trochanter of the femur", "lesser trochanter, " + "a b, " * 200_000).passes


@pytest.mark.parametrize(
    ("expected", "given", "verdict"),
    [
        ("comfort, and it spares the spine", "it spares the spine, and comfort", Verdict.RIGHT),
        ("comfort, and it spares the spine", "comfort", Verdict.PARTLY),
        ("comfort, and it spares the spine", "to look nice", Verdict.WRONG),
        ("more oxygen", "less oxygen", Verdict.WRONG),
        ("haemoglobin", "hemoglobin", Verdict.RIGHT),
        ("haemoglobin", "hemoglobine", Verdict.SLIP),
        ("12", "twelve", Verdict.RIGHT),
        ("12", "13", Verdict.WRONG),
        ("no", "No!", Verdict.RIGHT),
        ("no", "yes", Verdict.WRONG),
        ("side-lying", "sidelying", Verdict.RIGHT),
    ],
)
def test_plain_texts_are_marked_sensibly(expected: str, given: str, verdict: Verdict) -> None:
    assert mark_text(expected, given).verdict is verdict
