"""Bones: each landmark is asked by its look, by its bone, and by the muscles that attach there."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashcards.anatomy import examine, read_deck
from flashcards.anatomy.bone import BONES, MOST
from flashcards.anatomy.terms import vocabulary
from flashcards.card import Card
from flashcards.fact import NOWHERE, Fact
from flashcards.note import Note
from flashcards.question import Listing, Typed
from flashcards.quiz.marking import Verdict, mark_list

DECK = """
deck: thigh
muscles:
  iliacus: {name: Iliacus, insertion: lesser trochanter of the femur}
  psoas: {name: Psoas major, aka: [psoas], insertion: lesser trochanter}
  pectineus: {name: Pectineus, insertion: {at: lesser trochanter of the femur, disputed: "true"}}
  vastus: {name: Vastus medialis, origin: linea aspera of the femur}
bones:
  femur:
    name: Femur
    aka: [thigh bone]
    landmarks:
      - {landmark: lesser trochanter, what: small knob on the inner side, also: obturator externus}
      - linea aspera
      - {landmark: head, what: round upper end}
  bands:
    name: Bands of the thigh
    soft: true
    landmarks: {landmark: iliotibial tract, what: long strap down the outer thigh}
"""


def asked(text: str, folder: Path) -> dict[str, Card]:
    """Return the cards of the bones of a deck by their prompt."""
    path = folder / "thigh.yaml"
    path.write_text(text, encoding="utf-8")
    return {card.question.prompt: card for card in read_deck(path).cards if card.note.kind == "bones"}


def test_a_landmark_gives_these_questions_and_no_other(tmp_path: Path) -> None:
    assert sorted(asked(DECK, tmp_path)) == [
        "Femur: which place is described as “round upper end”?",
        "Femur: which place is described as “small knob on the inner side”?",
        "Name 2 muscles that attach to the lesser trochanter of the femur.",
        "On which bone do you find the lesser trochanter?",
        "On which bone do you find the linea aspera?",
        "Which place is described as “long strap down the outer thigh”?",
    ]


def test_whoever_attaches_there_follows_from_the_muscles(tmp_path: Path) -> None:
    card = asked(DECK, tmp_path)["Name 2 muscles that attach to the lesser trochanter of the femur."]
    assert card.question == Listing(
        card.question.prompt,
        ("Iliacus", "Psoas major"),
        ((), ("psoas",)),
        also=("pectineus", "obturator externus"),
    )
    assert card.explanation == (
        "Ends there: iliacus and psoas major.",
        "Not asked here: pectineus and obturator externus.",
    )


def test_what_other_decks_and_other_books_tell_costs_nothing(tmp_path: Path) -> None:
    card = asked(DECK, tmp_path)["Name 2 muscles that attach to the lesser trochanter of the femur."]
    assert isinstance(card.question, Listing)
    given = "iliacus, pectineus, psoas, obturator externus"
    items, accept = card.question.items, dict(zip(card.question.items, card.question.accept, strict=True))
    assert mark_list(items, given, accept, also=card.question.also).verdict is Verdict.RIGHT


def test_a_bone_may_be_called_by_its_other_names(tmp_path: Path) -> None:
    question = asked(DECK, tmp_path)["On which bone do you find the linea aspera?"].question
    assert question == Typed(question.prompt, "femur", ("thigh bone",))


def test_a_landmark_on_the_wrong_bone_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "ulna.yaml"
    path.write_text(
        "deck: arm\nbones:\n  ulna: {name: Ulna, landmarks: [olecranon, coracoid process]}\n",
        encoding="utf-8",
    )
    (problem,) = examine(path).problems
    assert problem.code == "wrong-bone"
    assert problem.message == "the coracoid process is on the scapula, not on the ulna"
    assert (problem.place.line, problem.width) == (3, len("coracoid process"))


def test_a_place_that_no_vocabulary_knows_may_be_told(tmp_path: Path) -> None:
    path = tmp_path / "odd.yaml"
    path.write_text(
        "deck: odd\nbones:\n  femur: {name: Femur, landmarks: [third trochanter]}\n", encoding="utf-8"
    )
    assert examine(path).problems == ()


places = st.sampled_from(
    [
        place
        for place in vocabulary.landmarks().values()
        if vocabulary.landmark(f"{place.name} of the {place.bone}") == place
    ]
)


@given(places, st.integers(0, MOST + 3))
def test_nobody_is_asked_for_one_muscle_or_for_too_many(place: vocabulary.Landmark, number: int) -> None:
    bone = Note("bone", "bones", "x", NOWHERE, {"name": (place.bone,)}, (Fact("a", "landmark", place.name),))
    muscles = {
        f"m{at}": Note(
            f"m{at}", "muscles", "x", NOWHERE, {}, (Fact("b", "origin", f"{place.name} of the {place.bone}"),)
        )
        for at in range(number)
    }
    lists = [card for card in BONES.cards(bone, muscles) if card.form == "muscles"]
    assert len(lists) == (1 if 1 < number <= MOST else 0)
    for card in lists:
        assert isinstance(card.question, Listing)
        assert len(card.question.items) == number


@pytest.mark.parametrize("shared", ["head", "styloid process", "base"])
def test_a_name_that_several_bones_have_is_not_asked_for_its_bone(shared: str, tmp_path: Path) -> None:
    text = (
        f"deck: arm\nbones:\n  radius: {{name: Radius, landmarks: [{{landmark: {shared}, what: an end}}]}}\n"
    )
    assert [card.form for card in asked(text, tmp_path).values()] == ["name"]
    assert "Radius" in next(iter(asked(text, tmp_path)))


PLACES = """
deck: thigh
muscles:
  rectus: {name: Rectus femoris, insertion: base of the patella}
  vastus: {name: Vastus medialis, insertion: base of the patella}
bones:
  patella:
    name: Patella
    landmarks: {landmark: base via quadriceps tendon, what: broad top of the kneecap}
  mandible:
    name: Mandible
    landmarks: {landmark: oblique line / body, what: faint ridge on the outside}
"""


def test_a_place_is_asked_and_shown_as_people_write_it(tmp_path: Path) -> None:
    cards = asked(PLACES, tmp_path)
    assert {
        "Name 2 muscles that attach to the base of the patella.",
        "On which bone do you find the base that the quadriceps tendon reaches?",
        "On which bone do you find the oblique line or body?",
    } <= set(cards)
    shown = [card.question.answer for card in cards.values() if isinstance(card.question, Typed)]
    assert {"base", "oblique line or body"} <= set(shown)
    assert not [text for text in (*cards, *shown) if "/" in text or "via" in text]
