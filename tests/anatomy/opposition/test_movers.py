"""All prime movers of a movement are asked for at once, in one deck, and who else makes it costs nothing."""

from __future__ import annotations

from itertools import chain
from pathlib import Path

from hypothesis import given

from flashcards.anatomy import examine
from flashcards.anatomy.opposition.derivation import movers_of
from flashcards.anatomy.opposition.move import Move
from flashcards.anatomy.opposition.movers import FEWEST, cards, derive, note_key
from flashcards.card import Card
from flashcards.kind import Notes
from flashcards.note import Note
from flashcards.question import Listing, Typed
from tests.anatomy.bodies import action, bodies, muscle
from tests.shipped import notes as shipped_notes


def prime(key: str, text: str, deck: str = "body", **details: str) -> Note:
    return muscle(key, action(text, role="prime", **details), deck=deck)


def known(*notes: Note, own: str = "body") -> dict[str, Note]:
    """Return notes as a deck knows them: its own by key, others by path."""
    return {note.key if note.deck == own else note.path: note for note in notes}


def asked(notes: Notes) -> list[Card]:
    return [card for note in derive(notes) for card in cards(note, notes)]


def names_of(card: Card) -> set[str]:
    question = card.question
    assert isinstance(question, Typed | Listing)
    return {question.answer} if isinstance(question, Typed) else set(question.items)


@given(bodies)
def test_every_movement_with_several_movers_one_of_them_prime_is_asked_once(body: list[Note]) -> None:
    notes = known(*body)
    found = asked(notes)
    assert len({card.id for card in found}) == len(found)
    for card in found:
        assert card.form == ("list" if len(names_of(card)) > 1 else "recall")
    prime_moves = [move for move in movers_of(notes).moves if move.prime]
    keys = {card.note.key for card in found}
    assert {note_key(move) for move in prime_moves if is_well_helped(move, notes)} <= keys
    assert keys <= {note_key(move) for move in prime_moves}


def is_well_helped(move: Move, notes: Notes) -> bool:
    met = movers_of(notes).meetings(move, opposed=False)
    return len({it.other.subject.path for it in met if not it.across}) >= FEWEST


@given(bodies)
def test_what_may_be_named_besides_is_no_prime_mover(body: list[Note]) -> None:
    for card in asked(known(*body)):
        if isinstance(card.question, Listing):
            assert not set(card.question.items) & set(card.question.also)
            assert not set(chain(*card.question.accept)) & set(card.question.also)


def test_a_list_takes_assistants_for_true_and_counts_prime_movers() -> None:
    helper, far = muscle("piriformis", "hip extension"), prime("hamstrings", "hip extension", deck="a-thigh")
    (card,) = asked(known(prime("glutes", "hip extension"), prime("adductor", "hip extension"), helper, far))
    assert card.id == "body/movers-hip-extension/prime-movers/list"
    assert card.question == Listing(
        "Name 3 prime movers in extension of the hip.",
        ("Hamstrings", "Adductor", "Glutes"),
        ((), (), ()),
        also=("Piriformis",),
    )


def test_of_one_prime_mover_only_its_name_is_asked() -> None:
    deltoid = prime("deltoid", "shoulder abduction", part="middle")
    helpers = (muscle(key, "shoulder abduction") for key in ("cuff", "biceps"))
    (card,) = asked(known(deltoid, *helpers))
    assert isinstance(card.question, Typed)
    assert card.question.prompt == "Name a prime mover in abduction of the shoulder."
    assert card.question.answer == "Deltoid (middle part)"
    assert {"middle fibers of Deltoid", "Deltoid"} <= set(card.question.accept)
    assert [near.text for near in card.question.near] == ["Biceps", "Cuff"]


def test_of_two_parts_neither_goes_by_the_name_of_the_whole() -> None:
    actions = [action("hip extension", role="prime", part=part) for part in ("upper", "lower")]
    (card,) = asked(known(muscle("glutes", *actions)))
    assert isinstance(card.question, Listing)
    assert "Glutes" not in set(chain(*card.question.accept))


def test_a_divided_muscle_a_group_and_whom_books_disagree_on_may_be_named_besides() -> None:
    parts = muscle(
        "glutes", *(action("hip extension", role="prime", part=part) for part in ("upper", "lower"))
    )
    doubted = muscle("piriformis", action("hip extension", disputed="only when bent"))
    biceps = muscle("biceps", action("hip extension", role="prime"), name=("Biceps femoris",))
    (card,) = asked(known(parts, doubted, biceps))
    assert isinstance(card.question, Listing)
    assert {"Glutes", "Piriformis", "hamstrings"} <= set(card.question.also)
    assert "Piriformis" not in card.question.items


def test_what_is_disputed_is_no_prime_mover_that_must_be_named() -> None:
    doubted = prime("piriformis", "hip extension", disputed="only when bent")
    (card,) = asked(known(*(prime(key, "hip extension") for key in ("glutes", "biceps")), doubted))
    assert names_of(card) == {"Glutes", "Biceps"}


def test_it_is_asked_in_the_deck_that_tells_most_of_them() -> None:
    one, two = prime("glutes", "hip extension", deck="hip"), prime("biceps", "hip extension", deck="thigh")
    more = prime("magnus", "hip extension", deck="thigh")
    assert [len(asked(known(one, two, more, own=own))) for own in ("hip", "thigh")] == [0, 1]
    assert [len(asked(known(one, two, own=own))) for own in ("hip", "thigh")] == [1, 0]


def test_a_movement_to_a_side_is_asked_with_its_side() -> None:
    (card,) = asked(known(*(prime(key, "lumbar lateral flexion") for key in ("ql", "oblique"))))
    assert card.question.prompt == "Name 2 prime movers in lateral flexion of the spine to the same side."


def test_nothing_is_asked_where_the_prime_mover_could_be_guessed() -> None:
    alone = prime("ql", "lumbar lateral flexion")
    assert not asked(known(alone))
    assert not asked(known(alone, muscle("psoas", "lumbar lateral flexion")))


def test_all_movements_of_the_decks_that_ship_are_asked_in_one_deck_each() -> None:
    notes = shipped_notes()
    found = []
    for deck in {note.deck for note in notes.values()}:
        found += asked(known(*notes.values(), own=deck))
    keys = [card.note.key for card in found]
    assert keys
    assert len(set(keys)) == len(keys)


def test_no_deck_can_write_them(tmp_path: Path) -> None:
    path = tmp_path / "hip.yaml"
    path.write_text("deck: hip\nmovers:\n  movers-hip-flexion: {}\n")
    assert "unknown-section" in [problem.code for problem in examine(path).problems]
