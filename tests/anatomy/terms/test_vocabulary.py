"""The closed vocabulary holds together: opposites, joints, landmarks, and words that mean one thing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashcards.anatomy.terms import vocabulary
from flashcards.anatomy.terms.data import load
from flashcards.anatomy.terms.lexicon import bare, lexicon, meant
from flashcards.anatomy.terms.vocabulary import Movement
from flashcards.anatomy.terms.wording import fold, tokens


def test_the_opposite_of_an_opposite_is_the_movement_itself() -> None:
    for joint in vocabulary.joints().values():
        for name, against in joint.movements.items():
            assert not against or joint.movements[against] == name, (joint.key, name)


def test_lateral_flexion_has_no_opposite_on_the_same_side() -> None:
    sided = [joint.key for joint in vocabulary.joints().values() if "lateral flexion" in joint.movements]
    assert sided == ["head", "neck", "spine"]
    assert [vocabulary.opposite(joint, "lateral flexion") for joint in sided] == [None] * 3


def test_joints_meet_within_and_both_ways() -> None:
    for one in vocabulary.joints():
        assert vocabulary.meet(one, one)
        for other in vocabulary.joints():
            assert vocabulary.meet(one, other) == vocabulary.meet(other, one)
    assert vocabulary.meet("toe-ip", "toes")
    assert not vocabulary.meet("toe-ip", "toe-mtp")


def test_every_joint_is_within_a_known_one() -> None:
    assert {joint.within for joint in vocabulary.joints().values()} - {""} <= vocabulary.joints().keys()


def test_every_movement_is_read_at_every_name_of_its_joint() -> None:
    asked = {
        "flexion",
        "extension",
        "lateral rotation",
        "medial rotation",
        "elevation",
        "depression",
        "eversion",
    }
    for joint in vocabulary.joints().values():
        for name in asked & joint.movements.keys():
            for said in joint.also:
                assert vocabulary.movement(f"{name} of the {said}") is not None, (name, said)


@pytest.mark.parametrize(
    ("text", "joint", "name", "side"),
    [
        ("hip flexion", "hip", "flexion", ""),
        ("lumbar flexion", "spine", "flexion", ""),
        ("extension of the low back", "spine", "extension", ""),
        ("hikes the hip", "pelvis", "elevation", ""),
        ("lateral flexion of the lumbar spine to the same side", "spine", "lateral flexion", "same"),
        ("side-bending of the neck to the other side", "neck", "lateral flexion", "other"),
        ("internal rotation of the humerus", "shoulder", "medial rotation", ""),
        ("adduction of the scapula", "scapula", "retraction", ""),
        ("wrist abduction", "wrist", "radial deviation", ""),
        ("anterior pelvic tilt", "pelvis", "anterior tilt", ""),
        ("posterior tilt of the shoulder blade", "scapula", "posterior tilt", ""),
        ("raise the eyebrows", "face", "raise eyebrows", ""),
        ("tense the skin of the neck", "face", "tense skin of neck", ""),
    ],
)
def test_movements_are_read(text: str, joint: str, name: str, side: str) -> None:
    assert vocabulary.movement(text) == Movement(joint, name, side)


@pytest.mark.parametrize("text", ["", "hip", "flexion", "lesser trochanter", "knee elevation", "comfort"])
def test_what_is_no_movement_is_none(text: str) -> None:
    assert vocabulary.movement(text) is None


def test_every_landmark_is_found_by_each_of_its_names() -> None:
    for place in vocabulary.landmarks().values():
        for name in (place.name if place.unique else f"{place.name} of the {place.bone}", *place.also):
            found = vocabulary.landmark(name)
            assert found == place, (name, found and found.key)


def test_a_landmark_on_another_bone_is_none() -> None:
    assert vocabulary.landmark("lesser trochanter of the humerus") is None
    assert vocabulary.landmark("coronoid process") is None


def test_several_ribs_are_not_the_one_whose_number_they_begin_with() -> None:
    found = [vocabulary.landmark(f"outer surfaces of {ribs}") for ribs in ("rib 2", "ribs 2-12", "ribs 2-4")]
    assert [place and place.key for place in found] == [
        "rib-2.outer-surface",
        "ribs.outer-surfaces",
        "ribs.outer-surfaces",
    ]


def test_words_mean_the_same_however_often_they_are_read() -> None:
    for key in lexicon().shipped:
        once = lexicon().meant(key.split())
        assert lexicon().meant(once) == once, key


def test_no_wording_stands_for_two_things() -> None:
    told = [(" ".join(bare(said)), name) for name, wordings in load("synonyms").items() for said in wordings]
    assert len(dict(told)) == len(set(told))


def test_a_swap_leaves_the_rest_of_the_text() -> None:
    swaps = list(vocabulary.contrast_swaps("Lesser trochanter of the femur"))
    assert swaps[0] == ("greater trochanter of the femur", "lesser", "greater")
    assert ("Lesser tubercle of the femur", "trochanter", "tubercle") in swaps


def test_names_are_known() -> None:
    assert {"lesser trochanter", "psoas major", "femoral nerve", "hip flexion"} <= vocabulary.known_terms()


@given(st.text())
def test_any_text_can_be_read(text: str) -> None:
    vocabulary.movement(text)
    vocabulary.landmark(text)
    assert meant(fold(text)) == meant(text)
    assert all(word == word.strip(" ") for word in tokens(text))
