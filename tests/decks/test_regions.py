"""The decks of the regions hold together: each note told once, each fact with a source, no claim unbacked."""

from __future__ import annotations

from collections import Counter

import pytest

from flashcards.anatomy import examine
from flashcards.anatomy.kinds import KINDS
from flashcards.deck import Deck
from flashcards.decks import builtin
from flashcards.fact import Fact
from flashcards.note import Note
from tests.decks.table import IN_THE_SEED, decks, muscles

MOVEMENTS = ("action", "reversed")
WRITTEN = {kind.section for kind in KINDS if kind.fields}
"""The kinds of notes that decks write; the others follow from them, and so do their sources."""

EXAM = {"exam-kinesiology", "exam-anatomy-and-physiology"}


@pytest.mark.parametrize("name", [path.stem for path in builtin()])
def test_no_deck_has_errors_or_warnings(name: str) -> None:
    assert examine(builtin(name)[0]).problems == ()


def test_every_note_is_told_once() -> None:
    counts = Counter(note.key for deck in decks() for note in deck.notes if note.kind in WRITTEN)
    assert [key for key, count in counts.items() if count > 1] == []


def test_the_muscles_of_the_seed_deck_are_told_there_alone() -> None:
    assert not set(IN_THE_SEED) & muscles().keys()


@pytest.mark.parametrize("deck", decks(), ids=[deck.id for deck in decks()])
def test_every_deck_is_tagged_with_the_areas_of_the_exam(deck: Deck) -> None:
    assert set(deck.tags) >= EXAM


@pytest.mark.parametrize("deck", decks(), ids=[deck.id for deck in decks()])
def test_every_fact_has_a_source_the_deck_knows(deck: Deck) -> None:
    for note in (note for note in deck.notes if note.kind in WRITTEN):
        for fact in note.facts:
            assert (fact.source or note.word("source")) in deck.sources, (note.key, fact.text)


@pytest.mark.parametrize("note", muscles().values(), ids=muscles())
def test_what_no_source_backs_is_asked_only_where_it_follows_from_what_one_backs(note: Note) -> None:
    for fact in note.slot(*MOVEMENTS):
        if fact["follows"]:
            assert fact["backing"] == "0", fact
            assert any(_stands(other, fact) for other in note.slot(*MOVEMENTS)), fact


def _stands(other: Fact, fact: Fact) -> bool:
    """Tell whether a fact can bear the one that follows from it: of the same part, backed and undisputed."""
    return other.text == fact["follows"] and other["part"] in ("", fact["part"]) and other["backing"] != "0"


@pytest.mark.parametrize("deck", decks(), ids=[deck.id for deck in decks()])
def test_a_line_that_tells_two_muscles_apart_says_another_thing_of_each(deck: Deck) -> None:
    for note in deck.notes:
        lines = [fact.text for fact in note.slot("tell-apart")]
        assert len(lines) == len(set(lines)), note.key


def test_every_region_tells_at_least_two_pairs_apart() -> None:
    for deck in decks():
        assert sum(note.kind == "confusable" for note in deck.notes) >= 2, deck.id
