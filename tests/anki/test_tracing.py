"""Tracing facts through any edits: a guid stays with its fact, and no other fact ever gets it."""

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from flashcards.anki.ledger import Ledger
from flashcards.anki.tracing import guids_of
from flashcards.anki.update import Update, update
from flashcards.card import Card
from flashcards.deck import Deck
from flashcards.fact import NOWHERE, Fact, fact_id, fold
from flashcards.note import Note
from flashcards.question import SelfRated

WORDS = (
    "sink in slowly",
    "sink in slowy",
    "Sink in slowly!",
    "sink in",
    "let go",
    "let go again",
    "step 1",
    "step 2",
)
texts = st.lists(st.sampled_from(WORDS), min_size=1, unique_by=fold)
times = st.integers(0, 2_000_000_000)
histories = st.lists(st.tuples(texts, times), min_size=2, max_size=6)


def deck_of(steps: Sequence[str], key: str = "sinking", was: tuple[str, ...] = ()) -> Deck:
    note = Note(key, "cards", "hip", NOWHERE, was=was)
    facts = [Fact(fact_id("front", text), "front", text) for text in steps]
    cards = tuple(Card(note, fact, "forward", SelfRated(fact.text, "x")) for fact in facts)
    return Deck("hip", "Hip", Path("hip.yaml"), notes=(note,), cards=cards)


def updates(history: Sequence[tuple[Sequence[str], int]]) -> list[Update]:
    made: list[Update] = []
    for steps, now in history:
        ledger = made[-1].ledger if made else Ledger("Hip")
        made.append(update(deck_of(steps), ledger, now, ()))
    return made


@given(histories)
def test_a_guid_once_given_is_kept_and_never_given_to_another(
    history: list[tuple[list[str], int]],
) -> None:
    made = updates(history)
    for before, after in pairwise(made):
        moved = dict(after.changes.linked)
        for path, entry in before.ledger.entries.items():
            assert after.ledger.entries[moved.get(path, path)].guid == entry.guid
        guids = [entry.guid for entry in after.ledger.entries.values()]
        assert len(set(guids)) == len(guids)


@given(histories)
def test_a_time_moves_with_its_note_and_only_forward(history: list[tuple[list[str], int]]) -> None:
    seen: dict[str, tuple[int, str]] = {}
    for made in updates(history):
        for note, time in made.notes:
            then, digest = seen.get(note.guid, (0, ""))
            assert time == then if note.digest == digest else time > then
            seen[note.guid] = time, note.digest


@given(histories)
def test_a_deck_that_did_not_change_changes_nothing(history: list[tuple[list[str], int]]) -> None:
    steps, now = history[-1]
    *_, last, again = updates([*history, (steps, now + 1)])
    assert (again.ledger, again.notes) == (last.ledger, last.notes)
    assert len(again.changes.unchanged) == len(steps)


@given(histories)
def test_every_fact_of_a_deck_is_counted_once(history: list[tuple[list[str], int]]) -> None:
    for (steps, _), made in zip(history, updates(history), strict=True):
        counted = [*made.changes.new, *made.changes.changed, *made.changes.unchanged]
        assert len(counted) == len(set(counted)) == len(steps)


def test_what_went_is_told_once_and_new_when_it_is_back() -> None:
    both, one = ["let go", "sink in slowly"], ["let go"]
    _, first, again, back = updates([(both, 1), (one, 2), (one, 3), (both, 4)])
    assert [len(made.changes.gone) for made in (first, again, back)] == [1, 0, 0]
    assert first.changes.gone == back.changes.new


def test_a_new_fact_with_the_words_a_reworded_one_had_gets_a_guid_of_its_own() -> None:
    first, second, third = updates(
        [(["sink in slowy"], 1), (["sink in slowly"], 2), (["sink in slowly", "sink in slowy"], 3)]
    )
    (old,), (linked,) = first.notes, second.notes
    assert linked[0].guid == old[0].guid
    assert [note.guid == old[0].guid for note, _ in third.notes] == [True, False]


def test_a_guid_hangs_on_namespace_kind_and_path_alone() -> None:
    (entry,) = update(deck_of(["let go"]), Ledger("Hip"), 1, ()).ledger.entries.values()
    assert entry.guid == "soC@dSqT>p"


def test_a_contrast_is_no_rewording() -> None:
    before = update(deck_of(["hip flexion of the leg"]), Ledger("Hip"), 1, ())
    after = update(deck_of(["hip extension of the leg"]), before.ledger, 2, [("flexion", "extension")])
    assert (len(after.changes.new), len(after.changes.gone), after.changes.linked) == (1, 1, ())


def test_a_note_may_be_renamed_and_its_facts_reworded_at_once() -> None:
    before = update(deck_of(["let go", "sink in slowy"]), Ledger("Hip"), 1, ())
    renamed = deck_of(["let go", "sink in slowly"], key="going", was=("sinking",))
    after = update(renamed, before.ledger, 2, ())
    assert [note.guid for note, _ in after.notes] == [note.guid for note, _ in before.notes]
    assert len(after.changes.linked) == 2


def test_two_notes_made_one_lose_no_guid() -> None:
    one = update(deck_of(["let go"], key="one"), Ledger("Hip"), 1, ())
    both = update(deck_of(["let go"], key="two"), one.ledger, 1, ())
    merged = update(deck_of(["let go"], key="whole", was=("one", "two")), both.ledger, 2, ())
    guids = {entry.guid for entry in both.ledger.entries.values()}
    assert {entry.guid for entry in merged.ledger.entries.values()} == guids
    assert merged.notes[0][0].guid in guids


def test_a_key_that_another_note_has_taken_is_not_followed() -> None:
    before = update(deck_of(["let go"], key="one"), Ledger("Hip"), 1, ())
    new, old = (deck_of(["let go"], key="new", was=("one",)), deck_of(["let go"], key="one"))
    deck = Deck(
        "hip", "Hip", Path("hip.yaml"), notes=(*new.notes, *old.notes), cards=(*new.cards, *old.cards)
    )
    after = update(deck, before.ledger, 2, ())
    assert after.changes.linked == ()
    assert after.notes[1][0].guid == before.notes[0][0].guid


def test_a_fact_of_another_kind_is_another_note() -> None:
    cards = deck_of(["let go"]).cards
    facts = {"hip/sinking/one": cards}
    (entry,) = update(deck_of(["let go"]), Ledger("Hip"), 1, ()).ledger.entries.values()
    known = {"hip/sinking/one": entry}
    assert guids_of(facts, known)["hip/sinking/one"] == entry.guid
    other = {
        "hip/sinking/one": [
            Card(Note("sinking", "muscles", "hip", NOWHERE), cards[0].fact, "recall", cards[0].question)
        ]
    }
    assert guids_of(other, known)["hip/sinking/one"] != entry.guid


def test_a_new_key_taken_back_keeps_the_guids() -> None:
    before = update(deck_of(["let go", "step 1"]), Ledger("Hip"), 1, ())
    renamed = update(deck_of(["let go", "step 1"], key="going", was=("sinking",)), before.ledger, 2, ())
    back = update(deck_of(["let go", "step 1"]), renamed.ledger, 3, ())
    assert (back.changes.new, back.changes.gone) == ((), ())
    assert [note.guid for note, _ in back.notes] == [note.guid for note, _ in before.notes]
