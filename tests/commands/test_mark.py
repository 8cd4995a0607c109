"""`flashcards mark` says how an answer would be marked, as the quiz would mark it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flashcards.commands.mark import listing, record
from flashcards.quiz.marking import mark_text
from tests.commands.driving import flashcards

KEYS = ["verdict", "reason", "credit", "got", "missing", "extra"]
RIBS = ["rib 12; iliac crest", "last one, coracoid process"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("lesser trochanter", "trochanter minor"), "Right."),
        (("lesser trochanter", "leser trochanter"), "Right, with a slip: you wrote 'leser'; it is 'lesser'."),
        (("lesser trochanter", "greater trochanter"), "Wrong: greater is not lesser."),
        (("coracoid process", "corocoid process"), "Asked back: coracoid or coronoid?"),
        (("transverse processes of L1-L4", "transverse processes of L1-L3"), "Credit: 50 %."),
        (("anything", "the thing", "--accept", "the thing"), "Right."),
        (("--list", *RIBS, "--accept", "rib 12=last one"), "missed: iliac crest"),
        (("lesser trochanter", ""), "Wrong: nothing was written."),
    ],
)
def test_the_verdict_and_its_reason_stand_in_a_sentence(
    tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    done = flashcards(tmp_path / "home", "mark", *words)
    assert (done.returncode, done.stderr) == (0, "")
    assert said in done.stdout
    assert not (tmp_path / "home").exists()


def test_the_object_tells_all_of_the_mark(tmp_path: Path) -> None:
    words = ["mark", "--list", *RIBS, "--accept", "rib 12=last one", "--json"]
    told = json.loads(flashcards(tmp_path, *words).stdout)
    assert list(told) == KEYS
    assert (told["verdict"], told["credit"]) == ("partly", 0.3333)
    assert (told["got"], told["missing"]) == (["rib 12"], ["iliac crest"])


def test_where_safety_hangs_on_it_a_slip_passes_and_a_part_does_not(tmp_path: Path) -> None:
    part = flashcards(tmp_path, "mark", "--safety", "--list", "kidneys; floating ribs", "kidneys")
    slip = flashcards(tmp_path, "mark", "--safety", "aorta; kidney", "--list", "aorta, kidny")
    assert part.stdout.startswith("Wrong: missed: floating ribs")
    assert slip.stdout.startswith("Right, with a slip")


def test_another_wording_of_no_item_is_refused_with_the_way_to_write_it(tmp_path: Path) -> None:
    done = flashcards(tmp_path, "mark", "--list", "rib 12", "12th rib", "--accept", "T12")
    assert done.returncode == 2
    assert "'T12' is no item of the list; write ITEM=TEXT" in done.stderr


@settings(max_examples=50)
@given(st.text(), st.text())
def test_any_mark_can_be_written_down(expected: str, typed: str) -> None:
    told = json.loads(json.dumps(record(mark_text(expected, typed))))
    assert list(told) == KEYS
    assert listing(expected, ()).items == tuple(filter(None, map(str.strip, expected.split(";"))))
