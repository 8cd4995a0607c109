"""Every fault that is planted into a shipped note is caught by the rule for it, and none is seen before."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from flashcards.anatomy.lint import MUSCLE_RULES, TECHNIQUE_RULES
from flashcards.kind import Check
from flashcards.note import Note
from tests.anatomy.lint.faults import MUSCLE_FAULTS, TECHNIQUE_FAULTS, Planter
from tests.shipped import notes

FAULTS = {**MUSCLE_FAULTS, **TECHNIQUE_FAULTS}


def of_kind(planter: Planter) -> Iterable[Note]:
    kind = "muscles" if planter in MUSCLE_FAULTS else "techniques"
    return (note for note in notes().values() if note.kind == kind)


@pytest.mark.parametrize(("planter", "rule"), FAULTS.items(), ids=lambda given: given.__name__)
def test_every_planted_fault_is_caught(planter: Planter, rule: Check) -> None:
    planted = [wrong for note in of_kind(planter) for wrong in planter(note)]
    missed = [wrong for wrong in planted if not list(rule(wrong, {wrong.key: wrong}))]
    assert planted
    assert missed == []


@pytest.mark.parametrize("rule", [*MUSCLE_RULES, *TECHNIQUE_RULES], ids=lambda rule: rule.__name__)
def test_every_rule_has_a_fault_that_is_planted(rule: Check) -> None:
    assert rule in FAULTS.values()
