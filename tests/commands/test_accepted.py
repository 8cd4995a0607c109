"""What "I was right" does: it counts from then on for that card, never for safety, and undo takes it back."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path

import pytest
import yaml

from flashcards.card import Card
from flashcards.commands.dialogue import Dialogue
from flashcards.commands.sitting import Sitting
from flashcards.fact import Fact
from flashcards.note import Note
from flashcards.place import Place
from flashcards.question import Choice, Listing, Question, Typed, Wrong
from flashcards.study.session import Kept, Session
from flashcards.study.store import Store
from tests.commands.driving import flashcards

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
KNOB = Typed("Where does psoas major insert?", "lesser trochanter")
BOTH = Listing("Name both ends.", ("rib 12", "iliac crest"))
DECK = """\
deck: hip
title: Hip
language: en
sources: {notes: Class notes}
cards:
  knob:
    front: Where does psoas major insert?
    back: lesser trochanter
    source: notes
"""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path, os.urandom) as opened:
        yield opened


def sit(store: Store, question: Question, *typed: str) -> tuple[list[str], list[Kept]]:
    """Return what one sitting over one card says and keeps."""
    note = Note("note", "cards", "deck", Place("deck.yaml", 1, 1))
    card = Card(note, Fact("fact", "front", "text"), "recall", question)
    target, session = StringIO(), Session(store, [card])
    dialogue = Dialogue(StringIO("".join(f"{line}\n" for line in typed)), target, 200)
    Sitting(session, dialogue, lambda: NOW, {"deck": {}}).run()
    return target.getvalue().splitlines(), session.kept


def accepted(store: Store) -> tuple[str, ...]:
    return store.state(NOW).accepted("deck/note/fact/recall")


@pytest.mark.parametrize(
    ("question", "given"),
    [(KNOB, "the inner knob"), (BOTH, "bottom bone; hip rim"), (KNOB, "leser trochanter")],
)
def test_what_was_counted_as_right_is_right_the_next_time(
    store: Store, question: Question, given: str
) -> None:
    said = [given, ""] if question is BOTH else [given]
    lines, _ = sit(store, question, *said, "r", "")
    assert "Counted as right, from now on for this card." in lines
    assert accepted(store) == (given,)
    lines, _ = sit(store, question, given, "")
    assert "Right." in lines


def test_taking_the_answer_back_takes_that_back_too(store: Store) -> None:
    _, kept = sit(store, KNOB, "the inner knob", "r", "")
    store.undo(kept[0].event, NOW)
    assert accepted(store) == ()


def test_what_contradicts_the_answer_counts_from_now_on_only_if_it_is_said_twice(store: Store) -> None:
    lines, _ = sit(store, KNOB, "greater trochanter", "r", "")
    told = "Counted as right, this time. But greater is not lesser. To have it count from now on: r again."
    assert told in lines
    assert accepted(store) == ()
    sit(store, KNOB, "greater trochanter", "r", "r", "")
    assert accepted(store) == ("greater trochanter",)


@pytest.mark.parametrize(
    "question",
    [
        Typed("Which vessel?", "aorta", safety=True),
        Listing("Both?", ("aorta", "kidney"), safety=True),
        Choice("Which?", "aorta", (Wrong("vein"),)),
    ],
)
def test_safety_and_choices_count_this_time_alone(store: Store, question: Question) -> None:
    given = "vein" if isinstance(question, Choice) else "big tube"
    lines, kept = sit(store, question, given, *[""] * isinstance(question, Listing), "r", "")
    assert "Counted as right, this time." in lines
    assert kept[0].answer.override
    assert accepted(store) == ()


def test_it_is_listed_and_proposed_to_the_deck_and_what_is_added_there_is_proposed_no_more(
    tmp_path: Path,
) -> None:
    deck, home = tmp_path / "hip.yaml", tmp_path / "home"
    deck.write_text(DECK)
    assert "Nothing counts as right besides" in flashcards(home, "list", "accepted").stdout
    flashcards(home, "quiz", str(deck), typed="the knob, inside\nr\n\n:q\n")
    row = json.loads(flashcards(home, "list", "accepted", "--json").stdout)
    assert (row["note"], row["answer"]) == ("hip/knob", "the knob, inside")
    assert "the knob, inside" in flashcards(home, "list", "accepted").stdout
    hint = json.loads(flashcards(home, "check", "--accepted", "--json", str(deck)).stdout)
    assert (hint["code"], hint["severity"], hint["place"]["line"]) == ("accepted-answer", "hint", 6)
    line = hint["help"].partition("accept:")[2]
    assert yaml.safe_load(line) == ["the knob, inside"]
    deck.write_text(DECK + f"    accept:{line}\n")
    done = flashcards(home, "check", "--accepted", "--strict", "--json", str(deck))
    assert (done.returncode, done.stdout) == (0, "")
