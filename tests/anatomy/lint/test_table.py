"""No false alarm on the project's reference table: 186 rows, 230 actions at joints whose sides are known."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest

from flashcards.anatomy import shelf
from flashcards.anatomy.lint import MUSCLE_RULES
from flashcards.anatomy.lint.crossing import crosses, segments
from flashcards.anatomy.movement import SLOTS
from flashcards.anatomy.subject import Subject
from flashcards.anatomy.terms import vocabulary
from flashcards.kind import Check
from flashcards.note import Note
from tests.anatomy.lint.table import TABLE, as_deck

pytestmark = pytest.mark.skipif(
    not TABLE.exists(), reason=f"the reference table is not beside the project: {TABLE}"
)


@cache
def table(folder: Path) -> Mapping[str, Note]:
    deck = folder / "table.yaml"
    deck.write_text(as_deck(), encoding="utf-8")
    draft = shelf((deck,), ()).draft(deck)
    assert draft.clean
    return draft.notes


@pytest.fixture
def notes(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Note]:
    return table(tmp_path_factory.getbasetemp())


@pytest.mark.parametrize("rule", MUSCLE_RULES, ids=lambda rule: rule.__name__)
def test_no_rule_says_anything_about_any_row(notes: Mapping[str, Note], rule: Check) -> None:
    assert len(notes) == 186
    assert [problem.message for note in notes.values() for problem in rule(note, notes)] == []


def test_230_actions_are_at_joints_that_can_be_checked_and_all_are_crossed(
    notes: Mapping[str, Note],
) -> None:
    found = [
        crosses(reach, move.joint)
        for note in notes.values()
        if (reach := segments(Subject(note)))
        for fact in note.slot(*SLOTS)
        if (move := vocabulary.movement(fact.text)) and vocabulary.joints()[move.joint].crossed_from
    ]
    assert (len(found), all(found)) == (230, True)
