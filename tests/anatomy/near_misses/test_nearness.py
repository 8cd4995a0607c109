"""How far apart things lie: no step to themselves, as far there as back, never longer than by a third."""

from __future__ import annotations

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from flashcards.anatomy.near_misses.nearness import FAR, JOINTS, SEGMENTS, joints_apart, places_apart
from flashcards.anatomy.near_misses.spot import spot
from flashcards.anatomy.terms.vocabulary import joints, landmarks

joint = st.sampled_from(sorted(joints()))


@given(joint, joint, joint)
def test_it_is_a_distance(one: str, other: str, third: str) -> None:
    assert (joints_apart(one, other) == 0) == (one == other)
    assert joints_apart(one, other) == joints_apart(other, one)
    assert joints_apart(one, other) <= joints_apart(one, third) + joints_apart(third, other)


def test_a_path_leads_from_every_joint_to_every_other() -> None:
    named = {name for path in JOINTS for name in path.split()}
    assert named == joints().keys()
    assert [pair for pair in product(named, named) if joints_apart(*pair) == FAR] == []


def test_every_segment_of_the_body_is_on_a_path() -> None:
    named = {name for path in SEGMENTS for name in path.split()}
    held = (spot(f"{place.name} of the {place.bone}").segments for place in landmarks().values())
    assert {one for segments in held for one in segments} <= named


def test_the_neck_is_far_from_the_loin_and_the_next_vertebrae_are_near() -> None:
    loin = spot("transverse processes of L1-L4")
    assert places_apart(loin, spot("spinous processes of C2-C5")) > 1
    assert places_apart(loin, spot("spinous processes of T11-L2")) == 0
