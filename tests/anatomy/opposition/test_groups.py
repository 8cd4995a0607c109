"""What several muscles are called together is an answer, too, and so is all that a textbook says."""

from __future__ import annotations

import pytest

from flashcards.anatomy.terms import vocabulary
from tests.anatomy.bodies import muscle
from tests.anatomy.opposition.test_roles import asked, by_key, prime, right, typed
from tests.shipped import notes as shipped_notes


def test_a_group_is_right_where_some_of_it_plays_the_role_and_none_the_contrary() -> None:
    hamstrings = [
        muscle(key, "knee flexion", "hip extension", name=(key,))
        for key in ("Semitendinosus", "Semimembranosus", "Biceps femoris")
    ]
    sartorius = muscle("sartorius", prime("hip flexion"), prime("knee flexion"))
    thigh = [
        muscle("rectus", "hip flexion", "knee extension", name=("Rectus femoris",)),
        muscle("vastus", "knee extension", name=("Vastus lateralis",)),
    ]
    notes = by_key(sartorius, *hamstrings, *thigh)
    opposed = {card.fact.text: right(card) for card in asked(notes) if card.id.endswith("opposes")}
    by_sartorius = {
        card.fact.text: right(card)
        for card in asked(notes)
        if card.note == sartorius and card.form == "opposes"
    }
    assert "hamstrings" in by_sartorius["hip flexion"]
    assert "quadriceps femoris" in by_sartorius["knee flexion"]
    assert "quadriceps femoris" in opposed["hip extension"]
    assert not any("hamstrings" in right(card) for card in asked(notes) if card.note in hamstrings)


def test_no_group_that_holds_the_muscle_itself_is_an_answer() -> None:
    notes = by_key(*(muscle(key, prime("hip flexion"), name=(key,)) for key in ("Iliacus", "Psoas major")))
    assert all("iliopsoas" not in right(card) for card in asked(notes))


@pytest.mark.parametrize(
    ("path", "movement", "role", "said"),
    [
        ("hip/gluteus-maximus", "hip lateral rotation", "opposes", "anterior gluteus medius"),
        ("hip/gluteus-maximus", "hip lateral rotation", "opposes", "TFL"),
        ("hip/gluteus-maximus", "hip extension", "opposes", "iliopsoas"),
        ("psoas-and-ql/psoas-major", "hip flexion", "opposes", "hamstrings"),
        ("trunk/serratus-posterior-superior", "rib elevation", "opposes", "internal intercostals"),
        ("neck/sternocleidomastoid", "neck rotation to the other side", "opposes", "splenius capitis"),
        (
            "neck/sternocleidomastoid",
            "neck rotation to the other side",
            "opposes",
            "obliquus capitis inferior",
        ),
        ("trunk/rectus-abdominis", "spine flexion", "opposes", "erector spinae"),
        ("hip/piriformis", "hip lateral rotation", "helps", "gemelli"),
    ],
)
def test_a_true_answer_from_a_textbook_is_right(path: str, movement: str, role: str, said: str) -> None:
    found = [
        card
        for card in asked(shipped_notes())
        if (card.note.path, card.form) == (path, role)
        and vocabulary.movement(card.fact.text) == vocabulary.movement(movement)
    ]
    assert found
    assert all(said.lower() in map(str.lower, right(card)) for card in found)


@pytest.mark.parametrize("path", ["psoas-and-ql/psoas-major", "hip/iliacus"])
def test_the_hip_flexors_are_first_opposed_by_the_great_gluteal(path: str) -> None:
    cards = [card for card in asked(shipped_notes()) if card.note.path == path and card.form == "opposes"]
    assert {typed(card).answer for card in cards if card.fact.text == "hip flexion"} == {"Gluteus maximus"}
