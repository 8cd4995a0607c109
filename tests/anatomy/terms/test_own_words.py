"""A deck's own words count where it is read, checked, asked and marked, and nowhere else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from flashcards.anatomy import examine, read_deck
from flashcards.anatomy.terms import vocabulary
from flashcards.anatomy.terms.data import in_force, shipped, speaking
from flashcards.anatomy.terms.lexicon import meant
from flashcards.quiz.marking import mark_text
from tests.commands.driving import flashcards

OWN = """\
deck: own
vocabulary:
  joints:
    fingertip: {also: [tip joint], movements: [curl / uncurl, wiggle]}
    hip: {movements: [circling]}
  landmarks:
    fovea-capitis: {bone: femur, also: [pit of the head]}
    hilum: {bone: fabella}
  bones:
    fabella: {latin: os fabella, also: [little bean]}
  nerves:
    cluneal-nerves: {roots: L1-L3, also: [nervi clunium]}
  synonyms:
    psoas major: [the tenderloin]
  contrasts:
    - [curl, uncurl]
muscles:
  curler: {name: Curler, origin: pit of the head, insertion: hilum, actions: tip joint curl}
  uncurler: {name: Uncurler, origin: hilum, insertion: fovea capitis, actions: uncurl of the fingertip}
cards:
  meat: {front: Which muscle is a filet?, back: psoas major}
"""
WRONG = """\
deck: wrong
vocabulary:
  joints:
    hip: {movements: [flexion / twisting]}
    toetip: {within: toess}
  landmarks:
    nowhere: {bone: femurr}
    boneless: {also: [soft spot]}
  synonyms:
    flexion: [extending]
    hip: [knee]
    empty: []
  contrasts: [[flexion, bending], [alone]]
  mussles: {}
cards:
  a: {front: a, back: b}
"""
NAMES = st.text("abcdefghij", min_size=2, max_size=9)
WORDS = st.sampled_from(["flexion", "hip", "psoas major", "lesser trochanter", "femur", "lumbar"]) | NAMES
LISTS = st.lists(WORDS, min_size=1, max_size=3)
OWN_WORDS = st.fixed_dictionaries(
    {},
    optional={
        "joints": st.dictionaries(
            NAMES, st.fixed_dictionaries({"also": LISTS, "movements": LISTS}), max_size=2
        ),
        "landmarks": st.dictionaries(NAMES, st.fixed_dictionaries({"bone": st.just("femur"), "also": LISTS})),
        "bones": st.dictionaries(NAMES, st.fixed_dictionaries({"also": LISTS}), max_size=2),
        "nerves": st.dictionaries(NAMES, st.fixed_dictionaries({"also": LISTS}), max_size=2),
        "synonyms": st.dictionaries(WORDS, LISTS, max_size=3),
        "contrasts": st.lists(st.lists(NAMES, min_size=2, max_size=3, unique=True), min_size=1, max_size=3),
    },
)
BODY = """\
deck: body
muscles:
  psoas-major:
    name: Psoas major
    origin: [bodies of L1-L5, transverse processes of L1-L5]
    insertion: lesser trochanter of the femur
    actions: [hip flexion, hip lateral rotation]
    reversed: lumbar flexion
  gluteus-maximus: {name: Gluteus maximus, origin: gluteal surface, actions: hip extension}
cards:
  meat: {front: Which muscle is a filet?, back: psoas major}
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "own.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_deck_that_uses_its_own_words_has_no_problem(tmp_path: Path) -> None:
    assert examine(written(tmp_path, OWN)).problems == ()


def test_without_its_words_the_same_deck_is_not_understood(tmp_path: Path) -> None:
    bare = OWN[: OWN.index("vocabulary:")] + OWN[OWN.index("muscles:") :]
    codes = {problem.code for problem in examine(written(tmp_path, bare)).problems}
    assert {"unknown-movement", "unknown-landmark"} <= codes


def test_own_movements_oppose_each_other(tmp_path: Path) -> None:
    cards = read_deck(written(tmp_path, OWN)).cards
    assert {card.note.key for card in cards if card.form == "opposes"} == {"curler", "uncurler"}


def test_own_words_name_joints_landmarks_bones_and_nerves(tmp_path: Path) -> None:
    with speaking(read_deck(written(tmp_path, OWN)).vocabulary):
        assert vocabulary.movement("curl of the tip joint") == vocabulary.Movement("fingertip", "curl")
        assert vocabulary.opposite("fingertip", "uncurl") == "curl"
        assert vocabulary.opposite("fingertip", "wiggle") is None
        assert vocabulary.movement("hip circling") == vocabulary.Movement("hip", "circling")
        assert vocabulary.opposite("hip", "flexion") == "extension"
        place = vocabulary.landmark("pit of the head")
        assert place
        assert (place.key, place.bone) == ("femur.fovea-capitis", "femur")
        assert vocabulary.landmark("hilum of the little bean")
        assert meant("nervi clunium") == meant("cluneal nerves")
        assert ("curl", "uncurl") in vocabulary.contrasts()


def test_own_words_are_marked_by(tmp_path: Path) -> None:
    with speaking(read_deck(written(tmp_path, OWN)).vocabulary):
        assert mark_text("psoas major", "the tenderloin").passes
        assert mark_text("fovea capitis of the femur", "pit of the head").passes
        assert not mark_text("tip joint curl", "tip joint uncurl").passes
    assert not mark_text("psoas major", "the tenderloin").passes


def test_a_quiz_marks_by_the_words_of_the_deck(tmp_path: Path) -> None:
    only = OWN[: OWN.index("muscles:")] + OWN[OWN.index("cards:") :]
    done = flashcards(tmp_path / "home", "quiz", str(written(tmp_path, only)), typed="the tenderloin\n3\n")
    assert "Right" in done.stdout
    assert "Wrong" not in done.stdout


def test_own_words_are_in_force_no_longer_than_they_are_spoken() -> None:
    with speaking({"synonyms": {"hip": ["haunch"]}}):
        assert meant("haunch") == ["hip"]
        with speaking({}):
            assert meant("haunch") == ["haunch"]
        with pytest.raises(LookupError), speaking({"synonyms": {"hip": ["buttock"]}}):
            raise LookupError
        assert meant("haunch") == ["hip"]
    assert in_force() is shipped()


def test_every_mistake_is_told_with_its_place_and_remedy(tmp_path: Path) -> None:
    reading = examine(written(tmp_path, WRONG))
    assert reading.deck is None
    assert [(problem.place.line, problem.code) for problem in reading.problems] == [
        (4, "other-opposite"),
        (5, "unknown-joint"),
        (7, "unknown-bone"),
        (8, "missing-field"),
        (10, "contrary"),
        (11, "known-wording"),
        (12, "empty"),
        (13, "no-contrast"),
        (13, "lone-contrast"),
        (14, "unknown-section"),
    ]
    assert all(problem.help for problem in reading.problems)


def facts_of(path: Path) -> list[tuple[str, str]]:
    return [
        (note.path, fact.id) for note in read_deck(path).notes for fact in note.facts if note.kind in TOLD
    ]


TOLD = ("muscles", "cards")
"""The kinds whose facts stand in the file; what is derived hangs on what the words mean."""


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(OWN_WORDS)
def test_no_words_change_the_identity_of_a_fact(tmp_path: Path, own: dict[str, object]) -> None:
    before = facts_of(written(tmp_path, BODY))
    path = written(tmp_path, f"{BODY}vocabulary: {json.dumps(own)}\n")
    assume(examine(path).deck)
    assert facts_of(path) == before


WITHIN = """\
deck: within
vocabulary:
  joints:
    rim: {within: hip, movements: [flexion / extension]}
muscles:
  bender: {name: Bender, origin: iliac fossa, insertion: lesser trochanter, actions: rim flexion}
  stretcher: {name: Stretcher, origin: ischial tuberosity, insertion: linea aspera, actions: hip extension}
"""


def test_a_joint_within_another_meets_it_though_another_deck_was_read_before(tmp_path: Path) -> None:
    plain = WITHIN[: WITHIN.index("vocabulary:")] + WITHIN[WITHIN.index("muscles:") :].replace("rim", "hip")
    for text in (plain, WITHIN):
        cards = read_deck(written(tmp_path, text)).cards
        assert {card.note.key for card in cards if card.form == "opposes"} == {"bender", "stretcher"}
