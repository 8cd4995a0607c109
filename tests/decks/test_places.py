"""Landmarks, joints and protocols of the decks that ship: each told once, whole, as the vocabulary has it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from flashcards.anatomy.bone import landmark_of
from flashcards.anatomy.joint import PLANES, SEVERAL, joint_of, opposite
from flashcards.anatomy.terms import vocabulary
from flashcards.deck import Deck
from flashcards.fact import Fact
from flashcards.note import Note
from flashcards.question import Listing, Question, Typed
from flashcards.quiz.amount import amount
from flashcards.quiz.mark import Verdict
from flashcards.quiz.present import Sheet
from flashcards.quiz.reply import mark_reply
from tests.shipped import decks, notes

SHARED = Path(__file__).parents[3] / "shared" / "anatomy"
each_deck = pytest.mark.parametrize("deck", decks(), ids=lambda deck: deck.id)
NEWER = {"index-finger-mcp", "toes-2-4"}
"""Joints of single digits, with no note of their own: their movements are those of all of them."""


def of(kind: str) -> list[Note]:
    return [note for note in notes().values() if note.kind == kind]


def landmarks() -> Iterator[tuple[Note, Fact]]:
    return ((note, fact) for note in of("bones") for fact in note.slot("landmark"))


def ids(found: list[Note]) -> list[str]:
    return [note.path for note in found]


def test_every_landmark_is_told_once_and_on_its_bone() -> None:
    told = Counter(landmark_of(note, fact) for note, fact in landmarks())
    assert told == Counter(vocabulary.landmarks().keys())


def test_every_landmark_says_what_it_looks_like_and_does_not_say_its_name() -> None:
    for note, fact in landmarks():
        assert fact["what"], (note.path, fact.text)
        assert fact.text.casefold() not in fact["what"].casefold(), (note.path, fact.text)


def test_no_two_places_of_a_bone_look_alike() -> None:
    looks = Counter((note.name, fact["what"]) for note, fact in landmarks())
    assert [look for look, times in looks.items() if times > 1] == []


def test_every_landmark_a_muscle_attaches_to_is_told_by_some_deck() -> None:
    told = {landmark_of(note, fact) for note, fact in landmarks()}
    held = (
        vocabulary.landmark(fact.text) for note in of("muscles") for fact in note.slot("origin", "insertion")
    )
    assert {place.key for place in held if place} <= told


def attached() -> dict[str, set[str]]:
    """Return the muscles of all decks by the landmark they attach to, disputed or not."""
    found: dict[str, set[str]] = {}
    for note in of("muscles"):
        for fact in note.slot("origin", "insertion"):
            if place := vocabulary.landmark(fact.text):
                found.setdefault(place.key, set()).add(note.name.casefold())
    return found


@each_deck
def test_nobody_loses_by_naming_a_muscle_of_another_deck(deck: Deck) -> None:
    held = attached()
    for card in deck.cards:
        if card.note.kind == "bones" and isinstance(card.question, Listing):
            free = {name.casefold() for name in (*card.question.items, *card.question.also)}
            assert held[landmark_of(card.note, card.fact)] <= free, card.id


@each_deck
def test_every_right_answer_about_a_bone_or_a_joint_is_marked_right(deck: Deck) -> None:
    for card in (card for card in deck.cards if card.note.kind in ("bones", "joints")):
        for answer in right_answers(card.question):
            mark = mark_reply(card.question, Sheet(""), answer, deck.aliases())
            assert mark.verdict is Verdict.RIGHT, (card.id, answer, mark)


def right_answers(question: Question) -> Iterator[str]:
    match question:
        case Typed(answer=answer, accept=accept):
            yield from (answer, *accept)
        case Listing(items=items, also=also):
            yield from ("\n".join(items), ", ".join((*also, *reversed(items))))


def test_every_joint_of_the_vocabulary_is_told_once() -> None:
    assert Counter(map(joint_of, of("joints"))) == Counter(vocabulary.joints().keys() - NEWER)


@pytest.mark.parametrize("note", of("joints"), ids=ids(of("joints")))
def test_a_joint_has_the_movements_of_the_vocabulary_with_their_opposites(note: Note) -> None:
    known = vocabulary.joints()[joint_of(note)].movements
    told = {fact.text: opposite(note, fact) for fact in note.slot("movement")}
    assert told == {name: against or "" for name, against in known.items()}


@pytest.mark.parametrize("note", of("joints"), ids=ids(of("joints")))
def test_a_movement_is_in_the_plane_of_its_opposite(note: Note) -> None:
    planes = {fact.text: fact["plane"] for fact in note.slot("movement")}
    assert set(planes.values()) <= {*PLANES, SEVERAL, ""}
    for fact in note.slot("movement"):
        assert planes[fact.text] == planes.get(opposite(note, fact), planes[fact.text]), fact.text


@pytest.mark.parametrize("note", of("joints"), ids=ids(of("joints")))
def test_a_range_is_an_amount_with_a_source_that_was_read(note: Note) -> None:
    for fact in note.slot("range"):
        for text in (fact.text, *fact.accept):
            known = amount(text)
            assert known, text
            assert known.unit, text
        assert fact.source not in ("", "table"), fact.text


@pytest.mark.parametrize("note", of("techniques"), ids=ids(of("techniques")))
def test_a_protocol_says_first_what_keeps_the_client_safe(note: Note) -> None:
    assert all(list(note.slot(slot)) for slot in ("caution", "contraindication", "step"))
    assert note.word("note") == "Not yet reviewed by a therapist."


@cache
def protocols() -> dict[str, Note]:
    return {note.key: note for note in of("techniques") if note.deck != "psoas-and-ql"}


def test_a_protocol_begins_with_consent_and_ends_with_a_test_and_a_cover() -> None:
    for note in protocols().values():
        checks = [fact.text for fact in note.slot("check")]
        assert checks[:2] == ["health questions", "consent"]
        assert {"the contraindications", "a pressure scale from 0 to 10"} <= set(checks)
        assert list(note.slot("setup"))
        assert list(note.slot("endangerment"))
        *_, again, last = (fact.text for fact in note.slot("step"))
        assert any(word in again for word in ("est", "Compare", "again")), again
        assert last.startswith("Cover the client")
        assert any(
            step["why"] == "it confirms the muscle" or "confirms" in step["why"] for step in note.slot("step")
        )
        assert {"exam-assessment-and-treatment", "exam-pathology"} <= set(note.words["tags"])


@pytest.mark.skipif(not SHARED.is_dir(), reason=f"the project's sample protocols are not at {SHARED}")
def test_every_sample_protocol_is_retold_with_all_its_safety() -> None:
    samples = json.loads((SHARED / "techniques.json").read_text(encoding="utf-8"))["techniques"]
    assert {sample["id"] for sample in samples} == protocols().keys()
    for sample in samples:
        note = protocols()[sample["id"]]
        sites = {fact.text for fact in note.slot("endangerment")}
        assert sites == set(sample["endangerment_sites"])
        assert len(list(note.slot("caution"))) >= len(sample["cautions"])
        assert len(list(note.slot("contraindication"))) >= len(sample["contraindications"])
        assert sum(step["safety"] == "true" for step in note.slot("step")) >= sum(
            step.get("safety", False) for step in sample["steps"]
        )
        assert sum(step["key"] == "true" for step in note.slot("step")) >= sum(
            step.get("key", False) for step in sample["steps"]
        )
