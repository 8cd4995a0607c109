"""A role is asked of one movement: whoever truly has it is right, and whoever has the contrary one is not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given

from flashcards.anatomy import read_deck
from flashcards.anatomy.opposition.derivation import movers_of
from flashcards.anatomy.opposition.groups import groups
from flashcards.anatomy.opposition.roles import FORMS, role_cards
from flashcards.anatomy.opposition.verbs import acts, place
from flashcards.anatomy.subject import Subject, subjects
from flashcards.card import Card
from flashcards.fact import Fact
from flashcards.kind import Notes
from flashcards.note import Note
from flashcards.question import Typed, Wrong
from tests.anatomy.bodies import action, bodies, muscle
from tests.shipped import notes as shipped_notes


def asked(notes: Notes) -> list[Card]:
    muscles = [note for note in notes.values() if note.kind == "muscles"]
    return [card for note in muscles for subject in subjects(note) for card in role_cards(subject, notes)]


def by_key(*notes: Note) -> dict[str, Note]:
    return {note.key: note for note in notes}


def typed(card: Card) -> Typed:
    assert isinstance(card.question, Typed)
    return card.question


def right(card: Card) -> set[str]:
    return {typed(card).answer, *typed(card).accept}


def check_roles(notes: Notes) -> list[Card]:
    movers, cards = movers_of(notes), asked(notes)
    for card in cards:
        move = next(
            it for it in movers.of(Subject(card.note, card.fact["part"])) if it.fact.id == card.fact.id
        )
        opposed = card.form == "opposes"
        met = movers.meetings(move, opposed)
        truly = {name for it in (*met, *movers.possible(move, opposed)) for name in it.other.subject.names()}
        several = right(card) - truly
        assert several <= set(groups()), card.id
        assert all(groups()[group] & set(map(str.lower, truly)) for group in several)
        assert typed(card).answer in {it.other.subject.name for it in met if not it.other.fact.disputed}
        assert acts(move, place(move.joint, move.fact)) in typed(card).prompt
        assert typed(card).answer not in typed(card).prompt
        assert not right(card) & {near.text for near in typed(card).near}
    return cards


@given(bodies)
def test_every_answer_is_true_and_every_question_names_the_movement(body: list[Note]) -> None:
    check_roles(by_key(*body))


def test_so_it_is_in_all_decks_that_ship() -> None:
    cards = check_roles(shipped_notes())
    assert {card.form for card in cards} == set(FORMS)


def test_a_prime_mover_is_asked_for_both_roles_and_an_assistant_for_one_at_most() -> None:
    forms = Counter((card.fact_path, card.fact["role"]) for card in asked(shipped_notes()))
    assert max(count for (_, role), count in forms.items() if role == "prime") == 2
    assert max(count for (_, role), count in forms.items() if role != "prime") == 1


def prime(text: str, **details: str) -> Fact:
    return action(text, role="prime", **details)


def the(cards: list[Card], note: str, form: str) -> Card:
    (found,) = [card for card in cards if (card.note.key, card.form) == (note, form)]
    return found


def test_the_foremost_is_the_answer_and_the_others_are_right() -> None:
    glutes, helper = muscle("glutes", prime("hip extension")), muscle("piriformis", "hip extension")
    psoas = muscle("psoas", prime("hip flexion"), aka=("hip bender",))
    cards = asked(by_key(glutes, helper, psoas, muscle("tailor", "hip flexion")))
    card = the(cards, "glutes", "opposes")
    assert typed(card).prompt == (
        "Glutes extends the hip, its origin held still. Which muscle opposes it in this movement?"
    )
    assert (typed(card).answer, typed(card).accept) == ("Psoas", ("hip bender", "Tailor"))
    assert card.explanation == (
        "Both act on the hip; glutes extends it, psoas flexes it.",
        "Tailor opposes it, too.",
    )
    assert typed(the(cards, "glutes", "helps")).answer == "Piriformis"


def test_whoever_names_a_partner_as_opponent_is_told_what_it_is() -> None:
    notes = by_key(
        muscle("piriformis", prime("hip extension")),
        muscle("glutes", "hip extension", aka=("buttocks",)),
        muscle("psoas", "hip flexion"),
    )
    assert typed(the(asked(notes), "piriformis", "opposes")).near == (
        Wrong("Glutes", "it helps in this movement", ("buttocks",)),
    )


def test_an_own_prime_mover_comes_before_a_neighbors_and_that_before_an_own_assistant() -> None:
    notes = by_key(
        muscle("glutes", prime("hip extension")),
        muscle("own-assistant", "hip flexion"),
        muscle("far-prime", prime("hip flexion"), deck="a-far-deck"),
    )
    assert typed(the(asked(notes), "glutes", "opposes")).answer == "Far-prime"
    more = {**notes, "own-prime": muscle("own-prime", prime("hip flexion"))}
    assert typed(the(asked(more), "glutes", "opposes")).answer == "Own-prime"


def test_a_prime_mover_leads_from_its_other_end_too() -> None:
    tilt = action("posterior pelvic tilt", slot="reversed", follows="hip extension")
    notes = by_key(
        muscle("iliacus", "anterior pelvic tilt"),
        muscle("belly", "posterior pelvic tilt"),
        muscle("glutes", prime("hip extension"), tilt, deck="far"),
    )
    assert typed(the(asked(notes), "iliacus", "opposes")).answer == "Glutes"


def test_who_meets_across_is_asked_for_by_side() -> None:
    notes = by_key(
        muscle("ql", prime("lumbar lateral flexion")),
        muscle("oblique", "lumbar lateral flexion"),
        muscle("turner", prime("neck contralateral rotation")),
        muscle("splenius", prime("neck ipsilateral rotation")),
        muscle("levator", prime("neck ipsilateral rotation")),
    )
    cards = asked(notes)
    assert (
        "Besides its fellow there, which muscle of the other side"
        in typed(the(cards, "ql", "opposes")).prompt
    )
    assert typed(the(cards, "ql", "opposes")).answer == "Oblique"
    assert [near.text for near in typed(the(cards, "ql", "opposes")).near] == ["Ql"]
    assert the(cards, "ql", "opposes").explanation[-1] == "Its fellow of the other side opposes it, too."
    assert "Which muscle of the same side opposes it" in typed(the(cards, "turner", "opposes")).prompt
    assert "Which muscle of the same side helps it" in typed(the(cards, "splenius", "helps")).prompt
    assert not [card for card in cards if (card.note.key, card.form) == ("turner", "helps")]


def test_what_plays_both_roles_at_different_joints_plays_neither() -> None:
    lumbrical = muscle("lumbrical", "toe mtp flexion", "toe ip extension")
    assert not asked(by_key(muscle("long-flexor", prime("toes flexion"))))
    cards = asked(by_key(muscle("long-flexor", prime("toes flexion")), lumbrical))
    assert {card.note.key for card in cards} == {"lumbrical"}


def deltoid() -> Note:
    return muscle(
        "deltoid",
        prime("shoulder flexion", part="anterior"),
        prime("shoulder extension", part="posterior"),
        prime("shoulder abduction", part="middle"),
    )


def test_a_divided_muscle_goes_by_its_whole_name_too_but_where_it_is_the_one_asked_about() -> None:
    """Where one part plays the role and another the contrary one, the whole is asked back."""
    biceps = muscle("biceps", prime("shoulder flexion"))
    cards = asked(by_key(deltoid(), biceps, muscle("lats", "shoulder adduction")))
    card = the(cards, "biceps", "opposes")
    assert "posterior fibers of Deltoid" in right(card)
    assert "Deltoid" not in right(card)
    asked_back = [(it.text, it.why) for it in typed(card).unclear]
    assert asked_back == [("Deltoid", "which part of it: anterior part or posterior part?")]
    assert [near.text for near in typed(card).near] == ["Deltoid (anterior part)"]
    assert "Deltoid" in right(the(cards, "lats", "opposes"))
    own = [card for card in cards if card.note.key == "deltoid"]
    assert own
    assert not [card for card in own if "Deltoid" in right(card)]


def disputed(text: str, **details: str) -> Fact:
    return action(text, disputed="some books say no", **details)


def test_whom_books_disagree_on_is_right_but_neither_asked_for_nor_taken_for_a_mistake() -> None:
    notes = by_key(
        muscle("glutes", prime("hip lateral rotation")),
        muscle("minimus", "hip medial rotation"),
        muscle("tfl", disputed("hip medial rotation", role="prime"), disputed("hip lateral rotation")),
    )
    card = the(asked(notes), "glutes", "opposes")
    assert (typed(card).answer, typed(card).accept, typed(card).near) == ("Minimus", ("Tfl",), ())
    assert card.explanation[-1] == "Books disagree on whether tfl opposes, too."


@pytest.mark.parametrize("accept", [(), ("turns the thigh in",)])
def test_nobody_is_asked_for_where_books_disagree_on_all(accept: tuple[str, ...]) -> None:
    rotates = replace(disputed("hip medial rotation"), accept=accept)
    cards = asked(by_key(muscle("glutes", prime("hip lateral rotation")), muscle("tfl", rotates)))
    assert "glutes" not in {card.note.key for card in cards}


def test_who_moves_the_head_may_be_named_for_the_neck() -> None:
    notes = by_key(
        muscle("scm", prime("neck contralateral rotation"), prime("neck flexion")),
        muscle("splenius", "neck ipsilateral rotation", "neck extension"),
        muscle("obliquus", prime("head ipsilateral rotation"), prime("head extension")),
    )
    for card in asked(notes):
        if (card.note.key, card.form) == ("scm", "opposes"):
            assert (typed(card).answer, typed(card).accept) == ("Splenius", ("Obliquus",))


DECK = """deck: hip
muscles:
  glutes: {name: Glutes, actions: [{movement: hip extension, role: prime}]}
  psoas: {name: Psoas, actions: [{movement: hip flexion, role: prime}]}
"""


@pytest.mark.parametrize(
    ("written", "forms"),
    [
        ("", Counter(opposes=2)),
        ("opposites:\n  - pair: [psoas, glutes]\n", Counter(recall=1, other=1)),
        ("opposites:\n  - {pair: [psoas, glutes], never: true}\n", Counter()),
    ],
)
def test_what_a_pair_asks_is_not_asked_twice(tmp_path: Path, written: str, forms: Mapping[str, int]) -> None:
    path = tmp_path / "hip.yaml"
    path.write_text(DECK + written)
    cards = [card for card in read_deck(path).cards if "opposes it" in card.question.prompt]
    assert Counter(card.form for card in cards) == forms


def test_a_neighbors_muscles_are_right_answers_and_get_no_cards_here(tmp_path: Path) -> None:
    (tmp_path / "front.yaml").write_text(
        "deck: front\nmuscles:\n  psoas: {name: Psoas, aka: [hip bender], actions: [hip flexion]}\n"
    )
    (tmp_path / "hip.yaml").write_text(
        "deck: hip\nneighbors: [front]\nmuscles:\n  glutes: {name: Glutes, actions: [hip extension]}\n"
    )
    cards = read_deck(tmp_path / "hip.yaml").cards
    assert right(the(list(cards), "glutes", "opposes")) == {"Psoas", "hip bender"}
    assert {card.note.deck for card in cards} == {"hip"}
