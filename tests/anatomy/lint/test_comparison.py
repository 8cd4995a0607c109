"""Comparing with the reference table: what is the same says nothing, what differs says it once, as a hint."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashcards.anatomy.lint.comparison import compared
from flashcards.anatomy.terms import vocabulary
from flashcards.fact import Fact
from flashcards.note import Note
from flashcards.place import Problem
from tests.shipped import notes

SWAPPED = {"origin": "insertion", "insertion": "origin"}


@cache
def table() -> Mapping[str, Note]:
    return {note.key: note for note in notes().values() if note.kind == "muscles"}


def copy(note: Note) -> Note:
    """Return a muscle as another deck tells it in the same words."""
    return replace(note, deck="mine")


def hints(*notes: Note) -> list[Problem]:
    return list(compared(notes, table().values()))


muscles = st.sampled_from(sorted(table())).map(table().__getitem__)


def test_a_muscle_told_the_same_gives_no_hint() -> None:
    assert hints(*map(copy, table().values())) == []


def test_the_table_is_not_compared_with_itself() -> None:
    bare = replace(table()["iliacus"], facts=())
    assert hints(bare) == []
    assert hints(copy(bare))


@given(muscles)
def test_swapped_ends_are_told_at_each_end(note: Note) -> None:
    ends = list(note.slot(*SWAPPED))
    only = {vocabulary.landmark(fact.text): fact for fact in ends}
    if len(only) == len(ends) and None not in only:
        facts = tuple(replace(fact, slot=SWAPPED.get(fact.slot, fact.slot)) for fact in note.facts)
        told = {hint.place for hint in hints(copy(replace(note, facts=facts)))}
        assert told >= {fact.place for fact in ends}


@given(muscles, st.data())
def test_what_is_left_out_and_what_is_added_is_told(note: Note, data: st.DataObject) -> None:
    backed = [fact for fact in note.slot("action") if fact["backing"] in "2345" and not fact.disputed]
    if backed:
        gone = data.draw(st.sampled_from(backed))
        new = replace(gone, text="wiggling the ears")
        facts = (*(fact for fact in note.facts if fact.text != gone.text), new)
        messages = " ".join(hint.message for hint in hints(copy(replace(note, facts=facts))))
        assert "wiggling the ears" in messages
        assert gone.text in messages


@pytest.mark.parametrize("name", ["psoas", "musculus psoas major", "PSOAS MAJOR"])
def test_a_muscle_is_found_by_any_of_its_names(name: str) -> None:
    wrong = Fact("", "insertion", "greater trochanter of the femur")
    told = Note("my-own", "muscles", "mine", wrong.place, {"name": (name,)}, (wrong,))
    assert [hint.also for hint in hints(told) if "greater trochanter" in hint.message]


def test_a_part_is_found_as_a_muscle_of_its_own() -> None:
    wrong = Fact("", "insertion", "lesser trochanter of the femur")
    told = Note("anterior-deltoid", "muscles", "mine", wrong.place, {"name": ("Anterior deltoid",)}, (wrong,))
    assert [hint for hint in hints(told) if "lesser trochanter" in hint.message]


def test_every_hint_is_a_hint_with_the_place_in_the_table() -> None:
    for hint in hints(copy(replace(table()["iliacus"], facts=()))):
        assert (hint.severity, hint.code) == ("hint", "books-differ")
        assert hint.message.startswith("books differ: the reference table")
        assert hint.also
