"""What is true, possible and false of a muscle: nothing told is ever called false, likeness has no side."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashcards.anatomy import read_deck
from flashcards.anatomy.movement import SLOTS, full_movement
from flashcards.anatomy.near_misses.spot import Spot, adjoining, overlap, same, spot, within
from flashcards.anatomy.near_misses.truth import PLACES, Truth, truth
from flashcards.anatomy.subject import Subject, subjects
from flashcards.anatomy.terms.vocabulary import landmarks
from tests.shipped import notes

NOTES = [note for note in notes().values() if note.kind == "muscles"]
TOLD = [(one, fact) for note in NOTES for one in subjects(note) for fact in one.told(*PLACES, *SLOTS)]
TEXTS = sorted({fact.text for _, fact in TOLD if fact.slot in PLACES})
place = st.sampled_from(TEXTS).map(spot)


def test_what_is_told_and_asked_is_true_in_each_of_its_wordings() -> None:
    for one, fact in TOLD:
        if fact.askable:
            for text in (fact.text, *fact.accept):
                assert truth(one, fact.slot, text) is Truth.TRUE, (one.path, fact.slot, text)


def test_what_is_told_and_not_asked_is_never_false() -> None:
    untold = [(one, fact) for one, fact in TOLD if not fact.askable]
    assert untold
    for one, fact in untold:
        text = full_movement(fact) if fact.slot in SLOTS else fact.text
        assert truth(one, fact.slot, text) is not Truth.FALSE, (one.path, fact.slot, text)


def test_what_is_told_of_a_part_is_never_false_of_the_whole_nor_the_reverse() -> None:
    for one, fact in TOLD:
        whole = Subject(one.note)
        assert truth(whole, fact.slot, fact.text) is not Truth.FALSE
        for other in subjects(one.note) if not one.part else ():
            assert truth(other, fact.slot, fact.text) is not Truth.FALSE


@given(place, place)
def test_likeness_has_no_side(one: Spot, other: Spot) -> None:
    for alike in (same, within, overlap):
        assert alike(one, one)
        assert alike(one, other) == alike(other, one)
    assert not same(one, other) or overlap(one, other)
    assert not within(one, other) or overlap(one, other)


def test_every_adjoining_landmark_is_known() -> None:
    assert [key for key in adjoining() if key not in landmarks()] == []


def muscle(tmp_path: Path, told: str) -> Subject:
    path = tmp_path / "one.yaml"
    path.write_text(f"deck: one\nmuscles:\n  one:\n    name: One\n{told}")
    (note,) = read_deck(path).notes
    return Subject(note)


STERNOHYOID = (
    "    origin: manubrium of the sternum\n    insertion: hyoid bone\n    actions: [hyoid depression]\n"
)
LONG_FLEXOR = (
    "    origin: anterior shaft of the radius\n    insertion: base of the distal phalanx of the thumb\n"
    "    actions: [thumb flexion at the interphalangeal joint]\n"
)
OBLIQUE = "    origin: outer surfaces of ribs 5-12\n    insertion: linea alba\n"
SHORT_FLEXOR = "    origin: flexor retinaculum of the hand\n"


@pytest.mark.parametrize(
    ("told", "slot", "text", "wanted"),
    [
        (STERNOHYOID, "action", "hyoid elevation", Truth.FALSE),
        (STERNOHYOID, "action", "depression of the larynx", Truth.POSSIBLE),
        (STERNOHYOID, "action", "elevation of the larynx", Truth.POSSIBLE),
        (LONG_FLEXOR, "action", "finger flexion at the distal interphalangeal joints", Truth.FALSE),
        (LONG_FLEXOR, "action", "thumb adduction", Truth.POSSIBLE),
        (OBLIQUE, "insertion", "xiphoid process", Truth.POSSIBLE),
        (SHORT_FLEXOR, "origin", "palmar surface of the capitate", Truth.POSSIBLE),
    ],
)
def test_what_moves_along_or_lies_beside_may_be_true(
    tmp_path: Path, told: str, slot: str, text: str, wanted: Truth
) -> None:
    assert truth(muscle(tmp_path, told), slot, text) is wanted


@pytest.fixture
def biceps(tmp_path: Path) -> Subject:
    path = tmp_path / "arm.yaml"
    path.write_text(
        "deck: arm\nmuscles:\n  biceps-brachii:\n    name: Biceps brachii\n"
        "    insertion: {at: radial tuberosity, note: Some of it ends on the bicipital aponeurosis.}\n"
        "    actions:\n      - elbow flexion\n      - {movement: shoulder flexion, disputed: weak}\n"
        "    reversed: [{movement: shoulder abduction, backing: 0}]\n"
        "    parts:\n      long-head: {origin: supraglenoid tubercle of the scapula}\n"
    )
    (note,) = read_deck(path).notes
    return Subject(note)


@pytest.mark.parametrize(
    ("slot", "text", "wanted"),
    [
        ("insertion", "tuberosity of the radius", Truth.TRUE),
        ("insertion", "styloid process of the radius", Truth.FALSE),
        ("insertion", "bicipital aponeurosis", Truth.POSSIBLE),
        ("origin", "supraglenoid tubercle", Truth.TRUE),
        ("origin", "coracoid process", Truth.FALSE),
        ("action", "flexion of the elbow", Truth.TRUE),
        ("action", "elbow extension", Truth.FALSE),
        ("action", "shoulder flexion", Truth.POSSIBLE),
        ("action", "knee flexion", Truth.FALSE),
        ("reversed", "shoulder abduction", Truth.POSSIBLE),
    ],
)
def test_a_statement_is_judged_by_all_that_is_told(
    biceps: Subject, slot: str, text: str, wanted: Truth
) -> None:
    assert truth(biceps, slot, text) is wanted
