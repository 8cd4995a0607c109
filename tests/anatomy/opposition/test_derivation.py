"""Opposition is of a movement at a joint, derived from both ends, and never of two muscles as a whole."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashcards.anatomy import read_deck
from flashcards.anatomy.opposition.derivation import Movers, movers_of
from flashcards.anatomy.opposition.meeting import Meeting
from flashcards.anatomy.opposition.move import Direction, Move
from flashcards.anatomy.opposition.verbs import acts, place, pronoun
from flashcards.anatomy.subject import mid
from flashcards.anatomy.terms import vocabulary
from flashcards.decks import builtin
from flashcards.fact import Fact
from flashcards.note import Note
from tests.anatomy.bodies import MOVES, action, bodies, facts, met, muscle, shipped

Role = tuple[str, str, str, Direction, Direction, bool]


def seen(it: Meeting, here: Move, there: Move) -> Role:
    return it.joint, here.subject.path, there.subject.path, here.direction, there.direction, it.across


def whoever_opposes_or_helps_is_opposed_or_helped(movers: Movers) -> None:
    for opposed in (True, False):
        found = met(movers, opposed)
        assert {seen(it, it.one, it.other) for it in found} == {seen(it, it.other, it.one) for it in found}


def nobody_opposes_a_movement_that_has_no_opposite_there(movers: Movers) -> None:
    for it in met(movers, opposed=True):
        one, other = it.one.direction, it.other.direction
        if it.across:
            assert one == other != one.mirrored
        elif one.toward:
            assert one == other.mirrored != other
        else:
            assert vocabulary.opposite(it.joint, it.one.name) == it.other.name


def an_opponent_never_helps_in_the_same_movement_on_the_same_side(movers: Movers) -> None:
    for move in movers.moves:
        against, along = (
            {
                (it.joint, it.across, it.other.subject.path, it.other.name)
                for it in movers.meetings(move, opposed)
            }
            for opposed in (True, False)
        )
        assert not against & along


def every_reason_names_the_joint_and_what_each_does_there(movers: Movers) -> None:
    for it in (*met(movers, True), *met(movers, False)):
        where = place(it.joint, it.one.fact, it.other.fact)
        assert it.reason.startswith(f"both act on {where}; ")
        assert acts(it.one, pronoun(where)) in it.reason
        alike = "and so do" in it.reason and it.one.direction == it.other.direction
        assert alike or acts(it.other, pronoun(where)) in it.reason
        assert all(mid(move.subject.name) in it.reason for move in (it.one, it.other))
        assert it.across == ("of the other side" in it.reason)


def a_part_never_meets_the_muscle_it_belongs_to(movers: Movers) -> None:
    for it in (*met(movers, True), *met(movers, False)):
        one, other = it.one.subject, it.other.subject
        if one.path == other.path:
            assert (it.across, it.opposed) == (True, True)
        elif one.note.path == other.note.path:
            assert all((one.part, other.part))


def prime_movers_come_first_and_the_disputed_last(movers: Movers) -> None:
    for move in movers.moves:
        for opposed in (True, False):
            met = [it.other for it in movers.meetings(move, opposed) if not it.twins]
            found = [(bool(other.fact.disputed), not other.leads) for other in met]
            assert found == sorted(found)


LAWS = (
    whoever_opposes_or_helps_is_opposed_or_helped,
    nobody_opposes_a_movement_that_has_no_opposite_there,
    an_opponent_never_helps_in_the_same_movement_on_the_same_side,
    every_reason_names_the_joint_and_what_each_does_there,
    a_part_never_meets_the_muscle_it_belongs_to,
    prime_movers_come_first_and_the_disputed_last,
)


@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.__name__)
@given(body=bodies)
def test_a_law_holds_for_any_muscles(law: Callable[[Movers], None], body: list[Note]) -> None:
    law(Movers(body))


@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.__name__)
def test_a_law_holds_for_all_muscles_that_ship(law: Callable[[Movers], None]) -> None:
    assert met(shipped(), opposed=True)
    law(shipped())


@given(bodies, st.randoms(use_true_random=False))
def test_the_order_of_the_notes_changes_nothing(body: list[Note], chance: Random) -> None:
    mixed = chance.sample(body, len(body))
    assert [found.reason for found in met(Movers(body), True)] == [
        found.reason for found in met(Movers(mixed), True)
    ]


@given(bodies, facts)
def test_one_more_muscle_changes_nothing_between_the_others(body: list[Note], more: list[Fact]) -> None:
    before, after = Movers(body), Movers([*body, muscle("stranger", *more)])
    for move in before.moves:
        for opposed in (True, False):
            kept = [it for it in after.meetings(move, opposed) if it.other.subject.note.key != "stranger"]
            assert kept == list(before.meetings(move, opposed))


@given(facts, facts)
def test_what_is_disputed_or_unbacked_alone_derives_nothing(ours: list[Fact], theirs: list[Fact]) -> None:
    doubted = (
        replace(fact, disputed="books differ")
        if number % 2
        else replace(fact, details={**fact.details, "backing": "0"})
        for number, fact in enumerate(muscle("doubted", *ours).facts)
    )
    movers = Movers([muscle("doubted", *doubted), muscle("sure", *theirs)])
    keys = {
        move.subject.note.key
        for it in (*met(movers, True), *met(movers, False))
        for move in (it.one, it.other)
    }
    assert "doubted" not in keys


def test_every_movement_is_told_by_a_verb() -> None:
    for text in MOVES:
        (move,) = Movers([muscle("a", text)]).moves
        said = acts(move, "it")
        assert said.split(" ")[0].endswith("s"), text
        assert "{" not in said, text


def only(movers: Movers, one: str, other: str, opposed: bool) -> list[Meeting]:
    return [it for it in met(movers, opposed) if (it.one.subject.key, it.other.subject.key) == (one, other)]


def seed() -> Movers:
    return Movers(read_deck(builtin("psoas-and-ql")[0]).notes)


def test_psoas_and_ql_oppose_each_other_in_the_lumbar_spine_alone() -> None:
    found = [it for it in only(seed(), "psoas-major", "quadratus-lumborum", True) if not it.across]
    assert [(it.joint, it.text) for it in found] == [("spine", "lumbar flexion against lumbar extension")]
    assert found[0].reason == (
        "both act on the lumbar spine; "
        "with the thigh fixed psoas major flexes it, quadratus lumborum extends it"
    )


def test_psoas_and_ql_are_partners_in_bending_to_one_side() -> None:
    found = only(seed(), "psoas-major", "quadratus-lumborum", False)
    assert [it.text for it in found] == ["lumbar lateral flexion to the same side"]


def test_psoas_and_ql_never_meet_at_the_hip_or_the_pelvis() -> None:
    for movers in (seed(), shipped()):
        for opposed in (True, False):
            joints = {it.joint for it in only(movers, "psoas-major", "quadratus-lumborum", opposed)}
            assert joints == {"spine"}


def test_without_reversed_actions_the_pair_would_be_missed() -> None:
    deck = read_deck(builtin("psoas-and-ql")[0])
    usual = Movers(replace(note, facts=tuple(note.slot("action"))) for note in deck.notes)
    assert not only(usual, "psoas-major", "quadratus-lumborum", True)


def test_a_muscle_bending_to_a_side_is_opposed_by_its_fellow_of_the_other() -> None:
    move = next(move for move in seed().moves if move.name == "lateral flexion" and move.prime)
    first = seed().meetings(move, opposed=True)[0]
    assert (first.twins, first.across) == (True, True)
    assert "the quadratus lumborum of the other side" in first.reason
    assert not [it for it in seed().meetings(move, opposed=True) if not it.across]


def test_muscles_that_turn_the_head_are_partners_across_and_opponents_on_one_side() -> None:
    movers = Movers(
        [muscle("scm", "neck contralateral rotation"), muscle("splenius", "neck ipsilateral rotation")]
    )
    assert [it.across for it in only(movers, "scm", "splenius", opposed=True)] == [False]
    assert [it.across for it in only(movers, "scm", "splenius", opposed=False)] == [True]
    assert [it.across for it in only(movers, "scm", "scm", opposed=True)] == [True]


def test_parts_of_one_muscle_may_oppose_each_other() -> None:
    deltoid = muscle(
        "deltoid", action("shoulder flexion", part="anterior"), action("shoulder extension", part="posterior")
    )
    (found,) = only(Movers([deltoid]), "deltoid.anterior", "deltoid.posterior", opposed=True)
    assert found.reason == (
        "both act on the shoulder; deltoid (anterior part) flexes it, deltoid (posterior part) extends it"
    )


def test_joints_meet_at_the_narrower_one() -> None:
    movers = Movers([muscle("long", "toes flexion"), muscle("short", "toe ip extension", "toe mtp flexion")])
    assert [it.joint for it in only(movers, "long", "short", opposed=True)] == ["toe-ip"]
    assert [it.joint for it in only(movers, "short", "long", opposed=False)] == ["toe-mtp"]


def test_a_movement_seen_from_its_other_end_is_no_opposite_of_itself() -> None:
    popliteus = muscle(
        "popliteus", "knee medial rotation", action("knee medial rotation", "reversed", follows="it")
    )
    movers = Movers([popliteus, muscle("biceps", "knee lateral rotation")])
    assert not only(movers, "popliteus", "popliteus", opposed=True)
    assert not any(it.reversed for it in only(movers, "biceps", "popliteus", opposed=True))


@pytest.mark.parametrize("movement", ["", "hip flexion / hip extension"])
def test_a_pair_that_a_deck_says_never_opposes_does_not(movement: str) -> None:
    one, other = muscle("a", "hip flexion", "hip abduction"), muscle("b", "hip extension", "hip adduction")
    words = {"pair": ("a", "b"), "never": ("true",), "movement": (movement,)}
    entry = Note("opposites-a-b", "opposites", "body", one.place, words)
    left = {it.joint + it.one.name for it in only(Movers([one, other, entry]), "a", "b", opposed=True)}
    assert left == ({"hipabduction"} if movement else set())


def test_the_same_notes_are_gone_through_once() -> None:
    notes = {"a": muscle("a", "hip flexion")}
    assert movers_of(notes) is movers_of(dict(notes))
    assert movers_of({"a": muscle("a", "hip flexion")}) is not movers_of(notes)
