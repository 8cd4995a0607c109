"""Joints: planes, axes, opposites, ranges and end feels, each asked at the joint it is true of."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashcards.anatomy import examine, read_deck
from flashcards.anatomy.joint import END_FEELS, FACE, JOINTS, PLANES, doing, joint_of, opposite
from flashcards.anatomy.terms import vocabulary
from flashcards.card import Card
from flashcards.fact import NOWHERE, Fact
from flashcards.note import Note
from flashcards.question import Choice, Listing, Typed
from flashcards.quiz.marking import mark_text

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
    undone = {name: against for name, against in joint.movements.items() if against}
    assert told == {
        name: doing(against) if joint.key == FACE else against for name, against in undone.items()
    }
    assert all(opposite(note, Fact("", "movement", against)) == name for name, against in undone.items())


@given(st.lists(st.sampled_from("abcdefghijklm"), unique=True))
def test_no_list_asks_for_more_movements_than_one_can_name(names: list[str]) -> None:
    facts = tuple(Fact(name, "movement", name) for name in names)
    note = Note("odd", "joints", "x", NOWHERE, {"name": ("Odd joint",)}, facts)
    lists = [card.question for card in JOINTS.cards(note, {}) if isinstance(card.question, Listing)]
    assert [len(question.items) for question in lists] == ([len(names)] if 1 < len(names) <= 8 else [])


def of_joint(note: str, folder: Path) -> dict[str, Card]:
    path = folder / "head.yaml"
    path.write_text(f"deck: head\njoints:\n  it: {note}\n", encoding="utf-8")
    return {card.form: card for card in read_deck(path).cards}


def test_a_face_closes_its_eyelids(tmp_path: Path) -> None:
    card = of_joint("{name: Face, movements: [close eyelids]}", tmp_path)["opposite"]
    assert isinstance(card.question, Typed)
    assert card.question.prompt == "Which movement is the opposite of closing the eyelids?"
    assert card.question.answer == "opening the eyelids"
    assert card.question.accept == ("open eyelids", "open the eyelids")


@pytest.mark.parametrize("said", ["35-50 mm", "40 millimeters", "40 millimetres", "40 mm", "40"])
def test_a_jaw_opens_by_millimeters_however_they_are_spelled(tmp_path: Path, said: str) -> None:
    jaw = "{name: Jaw joint, movements: [depression], ranges: {depression: 35-50 mm}}"
    question = of_joint(jaw, tmp_path)["range"].question
    assert isinstance(question, Typed)
    assert question.prompt.endswith("in millimeters?")
    assert mark_text(question.answer, said, question.accept).passes


def test_several_joints_are_of_a_type(tmp_path: Path) -> None:
    card = of_joint("{name: Radioulnar joints, type: pivot, movements: [pronation]}", tmp_path)["recall"]
    assert card.question.prompt == "What type of joint are the radioulnar joints?"


def test_numbered_toes_take_no_article(tmp_path: Path) -> None:
    card = of_joint("{name: Toes 2-5, movements: [{movement: flexion, plane: sagittal}]}", tmp_path)["plane"]
    assert card.question.prompt == "In which plane does flexion at toes 2-5 happen?"
