"""Joints: planes, axes, opposites, ranges and end feels, each asked at the joint it is true of."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashcards.anatomy import examine, read_deck, vocabulary
from flashcards.anatomy.joint import END_FEELS, JOINTS, PLANES, joint_of, opposite
from flashcards.card import Card
from flashcards.fact import NOWHERE, Fact
from flashcards.note import Note
from flashcards.question import Choice, Listing, Typed

DECK = """
deck: knee
joints:
  knee-joint:
    name: Knee joint
    type: hinge
    bones: [femur, tibia]
    movements:
      - {movement: flexion, plane: sagittal}
      - {movement: extension, plane: sagittal}
      - {movement: gliding, opposite: gliding back}
      - {movement: screwing home, plane: several}
    ranges:
      - {flexion: 130 degrees, accept: [150 degrees], disputed: some say 150}
      - {gliding: 5 degrees, disputed: nobody measures it alike}
    end_feels:
      - {extension: capsular, accept: [bony], disputed: some say bony}
"""


def asked(folder: Path) -> dict[str, Card]:
    path = folder / "knee.yaml"
    path.write_text(DECK, encoding="utf-8")
    return {card.question.prompt: card for card in read_deck(path).cards}


def test_a_joint_gives_these_questions_and_no_other(tmp_path: Path) -> None:
    assert set(asked(tmp_path)) == {
        "Which 2 bones meet at the knee joint?",
        "What type of joint is the knee joint?",
        "In which plane does flexion at the knee joint happen?",
        "Around which axis does flexion at the knee joint happen?",
        "Which movement is the opposite of flexion at the knee joint?",
        "In which plane does extension at the knee joint happen?",
        "Around which axis does extension at the knee joint happen?",
        "Which movement is the opposite of extension at the knee joint?",
        "Which movement is the opposite of gliding at the knee joint?",
        "Name the 4 movements at the knee joint.",
        "How far does flexion at the knee joint normally go, in degrees?",
        "What is the normal end feel of extension at the knee joint?",
    }


def test_the_axis_stands_square_to_the_plane(tmp_path: Path) -> None:
    question = asked(tmp_path)["Around which axis does flexion at the knee joint happen?"].question
    assert isinstance(question, Choice)
    assert question.answer == "frontal axis, from side to side"
    assert {wrong.text for wrong in question.wrong} == {axis for axis, _ in PLANES.values()} - {
        question.answer
    }


def test_what_another_book_says_is_never_a_wrong_option(tmp_path: Path) -> None:
    question = asked(tmp_path)["What is the normal end feel of extension at the knee joint?"].question
    assert isinstance(question, Choice)
    assert {wrong.text for wrong in question.wrong} == END_FEELS.keys() - {"capsular", "bony"}


def test_another_books_range_counts_as_right(tmp_path: Path) -> None:
    question = asked(tmp_path)["How far does flexion at the knee joint normally go, in degrees?"].question
    assert question == Typed(question.prompt, "130 degrees", ("150 degrees",))


@pytest.mark.parametrize("slot", ["ranges", "end_feels"])
def test_a_range_of_a_movement_the_joint_has_not_is_an_error(slot: str, tmp_path: Path) -> None:
    path = tmp_path / "hip.yaml"
    path.write_text(
        f"deck: hip\njoints:\n  hip: {{name: Hip, movements: [flexion], {slot}: [{{flexoin: bony}}]}}\n",
        encoding="utf-8",
    )
    (problem,) = examine(path).problems
    assert (problem.code, problem.hint) == ("unknown-movement", "did you mean 'flexion'?")


joints = st.sampled_from(list(vocabulary.joints().values()))


@given(joints)
def test_every_movement_the_vocabulary_pairs_is_asked_for_its_opposite(joint: vocabulary.Joint) -> None:
    facts = tuple(Fact(name, "movement", name) for name in joint.movements)
    note = Note(joint.key, "joints", "x", NOWHERE, {"name": (joint.name,), "aka": joint.also}, facts)
    told = {
        card.fact.text: card.question.answer
        for card in JOINTS.cards(note, {})
        if card.form == "opposite" and isinstance(card.question, Typed)
    }
    assert joint_of(note) == joint.key
    assert told == {name: against for name, against in joint.movements.items() if against}
    assert all(opposite(note, Fact("", "movement", against)) == name for name, against in told.items())


@given(st.lists(st.sampled_from("abcdefghijklm"), unique=True))
def test_no_list_asks_for_more_movements_than_one_can_name(names: list[str]) -> None:
    facts = tuple(Fact(name, "movement", name) for name in names)
    note = Note("odd", "joints", "x", NOWHERE, {"name": ("Odd joint",)}, facts)
    lists = [card.question for card in JOINTS.cards(note, {}) if isinstance(card.question, Listing)]
    assert [len(question.items) for question in lists] == ([len(names)] if 1 < len(names) <= 8 else [])
