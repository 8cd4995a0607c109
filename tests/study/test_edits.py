"""An edited deck, studied again: no schedule is lost, and none is given to another fact."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flashcards.anatomy import read_deck
from flashcards.card import Card
from flashcards.deck import Deck
from flashcards.scheduler import New, Rating
from flashcards.study.edits import Edits, sync_deck
from flashcards.study.event import Answer
from flashcards.study.store import Store

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
STEPS = [
    "Warm the tissue with broad strokes",
    "Sink in slowly while the client breathes out",
    "Wait until the muscle softens under your hands",
    "Ask for a small hip hike to confirm the place",
    "Leave as slowly as you came",
]
OTHERS = ["Drape the shoulder again", "Count the ribs from below", "Compare both sides in standing"]


class Student:
    """Studies one deck in a store of its own, editing it in between; each visit is a minute later."""

    def __init__(self, folder: Path) -> None:
        self.path, self.now = folder / "hands.yaml", NOON
        self.store = Store.open(folder / "home", os.urandom)

    def visit(self, steps: list[str], key: str = "press", extra: str = "") -> tuple[Deck, Edits]:
        lines = "".join(f"      - {{do: '{step}', phase: work}}\n" for step in steps)
        head = f"deck: hands\ntechniques:\n  {key}:\n    name: Press\n{extra}"
        self.path.write_text(f"{head}    cautions: ribs\n    contraindications: fever\n    steps:\n{lines}")
        self.now += timedelta(minutes=1)
        deck = read_deck(self.path)
        return deck, sync_deck(self.store, deck, self.now)

    def answer(self, card: Card) -> None:
        self.now += timedelta(minutes=1)
        self.store.answer(card.id, Answer(Rating.GOOD), self.now)

    def answered(self, deck: Deck) -> set[str]:
        state = self.store.state(self.now)
        steps = (card for card in deck.cards if card.form == "next")
        return {card.fact.text for card in steps if not isinstance(state.schedule(card.id), New)}


@pytest.fixture
def student(tmp_path: Path) -> Iterator[Student]:
    found = Student(tmp_path)
    yield found
    found.store.close()


def step(deck: Deck, text: str) -> Card:
    return next(card for card in deck.cards if card.form == "next" and card.fact.text == text)


def begin(student: Student, texts: list[str]) -> None:
    deck, edits = student.visit(STEPS)
    assert not edits
    for text in texts:
        student.answer(step(deck, text))


def test_a_typo_put_right_keeps_the_schedule_and_is_told(student: Student) -> None:
    begin(student, [STEPS[1]])
    mended = STEPS[1].replace("slowly", "slwly")
    deck, edits = student.visit([STEPS[0], mended, *STEPS[2:]])
    assert [(fact.before, fact.after) for fact in edits.reworded] == [(STEPS[1], mended)]
    assert student.answered(deck) == {mended}


def test_a_replaced_fact_starts_anew_and_comes_back_with_its_text(student: Student) -> None:
    begin(student, [STEPS[1]])
    deck, edits = student.visit([STEPS[0], OTHERS[0], *STEPS[2:]])
    assert list((edits.new or {}).values()) == [OTHERS[0]]
    assert list((edits.gone or {}).values()) == [STEPS[1]]
    assert student.answered(deck) == set()
    assert student.answered(student.visit(STEPS)[0]) == {STEPS[1]}


def test_a_renamed_note_keeps_its_schedules(student: Student) -> None:
    begin(student, STEPS)
    deck, edits = student.visit(STEPS, key="slow-press", extra="    was: press\n")
    assert edits.renamed == (("press", "slow-press"),)
    assert student.answered(deck) == set(STEPS)


PAIR = (Path(__file__).parents[1] / "pair.yaml").read_text(encoding="utf-8")
RELATED = """    relations: {behind: psoas-major}
opposites:
  - pair: [psoas-major, quadratus-lumborum]
confusable:
  - pair: [psoas-major, quadratus-lumborum]
    tell_apart: [{psoas-major: ends on the thigh bone, quadratus-lumborum: ends on a rib}]
"""


def test_a_renamed_muscle_keeps_the_schedules_of_all_that_is_asked_about_it(student: Student) -> None:
    student.path.write_text(PAIR + RELATED)
    deck = read_deck(student.path)
    sync_deck(student.store, deck, student.now)
    for card in deck.cards:
        student.answer(card)
    renamed = (
        (PAIR + RELATED)
        .replace("psoas-major", "psoas")
        .replace("psoas:\n", "psoas:\n    was: psoas-major\n", 1)
    )
    student.path.write_text(renamed)
    deck = read_deck(student.path)
    edits = sync_deck(student.store, deck, student.now)
    state = student.store.state(student.now)
    assert {old for old, _ in edits.renamed} >= {"psoas-major", "opposites-psoas-major-quadratus-lumborum"}
    assert [card.id for card in deck.cards if isinstance(state.schedule(card.id), New)] == []


def test_the_old_text_written_anew_beside_the_reworded_one_is_a_fact_of_its_own(student: Student) -> None:
    begin(student, [STEPS[0]])
    mended = STEPS[0] + " first"
    student.visit([mended, *STEPS[1:]])
    deck, _ = student.visit([mended, *STEPS])
    assert student.answered(deck) == {mended}
    student.answer(step(deck, STEPS[0]))
    state = student.store.state(student.now)
    assert [state.reviews(step(deck, text).id) for text in (mended, STEPS[0])] == [1, 1]


def test_a_note_reworded_and_then_renamed_keeps_its_schedules(student: Student) -> None:
    begin(student, STEPS)
    reworded = [STEPS[0] + " first", *STEPS[1:]]
    student.visit(reworded)
    deck, _ = student.visit(reworded, key="slow-press", extra="    was: press\n")
    assert student.answered(deck) == set(reworded)


def test_a_new_note_under_an_old_key_starts_anew(student: Student) -> None:
    begin(student, STEPS)
    student.visit(STEPS, key="slow-press", extra="    was: press\n")
    text = student.path.read_text()
    again = text[text.index("  slow-press:") :].replace("slow-press", "press").replace("    was: press\n", "")
    student.path.write_text(text + again)
    deck = read_deck(student.path)
    sync_deck(student.store, deck, student.now)
    state = student.store.state(student.now)
    answered = {card.note.key for card in deck.cards if not isinstance(state.schedule(card.id), New)}
    assert answered == {"slow-press"}


def test_a_rename_taken_back_keeps_the_schedules_and_what_is_edited_after_it(student: Student) -> None:
    begin(student, STEPS)
    student.visit(STEPS, key="slow-press", extra="    was: press\n")
    deck, edits = student.visit(STEPS)
    assert (edits.new, edits.gone) == ({}, {})
    assert student.answered(deck) == set(STEPS)
    mended = [STEPS[0] + " first", *STEPS[1:]]
    deck, edits = student.visit(mended)
    assert len(edits.reworded) == 1
    assert student.answered(deck) == set(mended)


def test_a_deck_that_did_not_change_writes_nothing(student: Student) -> None:
    begin(student, STEPS[:2])
    events = student.store.events(student.now)
    assert not student.visit(STEPS)[1]
    assert student.store.events(student.now) == events


edit_plans = st.lists(
    st.one_of(
        st.tuples(st.just("typo"), st.integers(0, 40)),
        st.tuples(st.just("insert"), st.integers(0, 5)),
        st.tuples(st.just("swap"), st.integers(0, 5)),
        st.tuples(st.just("replace"), st.integers(0, 5)),
    ),
    max_size=5,
)


def apply(plan: list[tuple[str, int]], steps: list[str]) -> Iterator[tuple[list[str], str]]:
    """Yield the steps after each edit, with the text that was replaced (empty for none)."""
    others = iter(OTHERS)
    for kind, number in plan:
        place, replaced = number % len(steps), ""
        if kind == "typo":
            words = steps[place]
            steps = [*steps[:place], words + "s" * (not words.endswith("sss")), *steps[place + 1 :]]
        elif kind == "swap":
            steps = [*steps[place:], *steps[:place]]
        elif other := next(others, ""):
            replaced = steps[place] if kind == "replace" else ""
            steps = [*steps[:place], other, *steps[place + (kind == "replace") :]]
        yield steps, replaced


@settings(max_examples=settings().max_examples // 4)
@given(edit_plans)
def test_through_any_edits_every_fact_keeps_its_own_schedule(plan: list[tuple[str, int]]) -> None:
    with TemporaryDirectory() as folder:
        student = Student(Path(folder))
        begin(student, STEPS)
        count = len(STEPS)
        for steps, replaced in apply(plan, list(STEPS)):
            deck, _ = student.visit(steps)
            if replaced and not is_other(replaced):
                count -= 1
            own = student.answered(deck)
            assert len(own) == count
            assert not any(is_other(text) for text in own)
        student.store.close()


def is_other(text: str) -> bool:
    return any(text.startswith(other) for other in OTHERS)
