"""Opposition is of a movement at a joint, derived from both ends, and never of two muscles as a whole."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashcards.anatomy import read_deck, vocabulary
from flashcards.anatomy.opposition import Meeting, meetings_of
from flashcards.decks import builtin
from flashcards.fact import Fact
from flashcards.note import Note
from flashcards.place import Place

MOVES = [
    f"{joint.key} {name}".replace("-", " ")
    for joint in vocabulary.joints().values()
    for name in joint.movements
    if (found := vocabulary.movement(f"{joint.key} {name}".replace("-", " "))) and found.joint == joint.key
]


def muscle(key: str, *moves: tuple[str, str]) -> Note:
    facts = tuple(Fact(f"{slot}-{text}", slot, text) for slot, text in moves)
    return Note(key, "muscles", "body", Place("", 1, 1), {"name": (key,)}, facts)


def seed_pair() -> tuple[Note, Note]:
    deck = read_deck(builtin("psoas-and-ql")[0])
    return deck.note("psoas-major"), deck.note("quadratus-lumborum")


def opposed(met: Meeting) -> tuple[str, frozenset[str]]:
    return met.joint, frozenset((met.one_fact.text, met.other_fact.text))


slots = st.sampled_from(["action", "reversed"])
movers = st.lists(st.tuples(slots, st.sampled_from(MOVES)), max_size=4, unique=True)


@given(movers, movers)
def test_opposition_is_mutual(ours: list[tuple[str, str]], theirs: list[tuple[str, str]]) -> None:
    one, other = muscle("one", *ours), muscle("other", *theirs)
    here = {opposed(met) for met in meetings_of(one, other) if met.opposed}
    there = {opposed(met) for met in meetings_of(other, one) if met.opposed}
    assert {pair for _, pair in here} == {pair for _, pair in there}


@given(movers)
def test_nobody_opposes_a_muscle_in_its_own_movements(moves: list[tuple[str, str]]) -> None:
    one = muscle("one", *moves)
    texts = {text for _, text in moves}
    for met in meetings_of(one, muscle("other", *moves)):
        assert {met.one_fact.text, met.other_fact.text} <= texts
        assert met.opposed or vocabulary.opposite(met.joint, met.one_fact.text) is None


@given(movers, movers)
def test_every_meeting_names_its_joint_and_its_reason(
    ours: list[tuple[str, str]], theirs: list[tuple[str, str]]
) -> None:
    for met in meetings_of(muscle("one", *ours), muscle("other", *theirs)):
        assert met.joint.replace("-", " ") in met.reason


def test_psoas_and_ql_oppose_each_other_in_the_lumbar_spine_alone() -> None:
    found = [met for met in meetings_of(*seed_pair()) if met.opposed]
    assert [(met.joint, met.text) for met in found] == [("spine", "lumbar flexion against lumbar extension")]


def test_psoas_and_ql_are_partners_in_bending_to_one_side() -> None:
    found = [met.text for met in meetings_of(*seed_pair()) if not met.opposed]
    assert found == ["lumbar lateral flexion to the same side"]


def test_without_reversed_actions_the_pair_would_be_missed() -> None:
    psoas, ql = (Note(n.key, n.kind, n.deck, n.place, n.words, tuple(n.slot("action"))) for n in seed_pair())
    assert not [met for met in meetings_of(psoas, ql) if met.opposed]


@pytest.mark.parametrize(("one", "other"), list(permutations(seed_pair())))
def test_psoas_and_ql_never_meet_at_the_hip(one: Note, other: Note) -> None:
    assert "hip" not in {met.joint for met in meetings_of(one, other)}


def test_a_disputed_movement_opposes_nobody() -> None:
    told = Fact("a", "action", "hip lateral rotation", disputed="books differ")
    one = Note("one", "muscles", "body", Place("", 1, 1), {}, (told,))
    assert not list(meetings_of(one, muscle("other", ("action", "hip medial rotation"))))


def test_bending_to_one_side_has_no_opposite_there() -> None:
    assert not list(meetings_of(muscle("a", ("action", "lumbar lateral flexion")), muscle("b")))
    assert vocabulary.opposite("spine", "lateral flexion") is None
