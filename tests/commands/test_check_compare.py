"""`check --compare`: hints beside the problems, that never count, and JSON that keeps its shape."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from flashcards.commands import Options
from flashcards.commands.check import command

MINE = """\
deck: mine
muscles:
  iliacus: {name: Iliacus, origin: lesser trochanter of the femur, insertion: iliac fossa}
"""
FIELDS = {"place", "code", "message", "help", "hint", "width", "severity", "also"}


def check(tmp_path: Path, *options: str, text: str = MINE) -> Result:
    deck = tmp_path / "mine.yaml"
    deck.write_text(text, encoding="utf-8")
    return CliRunner().invoke(command, [str(deck), *options], obj=Options(None), standalone_mode=False)


def test_hints_come_only_where_they_are_asked_for(tmp_path: Path) -> None:
    assert "hint" not in check(tmp_path).output
    asked = check(tmp_path, "--compare").output
    assert asked.count("hint[books-differ]") > 1
    assert asked.splitlines()[-1].endswith(" hints.")


@pytest.mark.parametrize("options", [["--compare"], ["--compare", "--strict"]])
def test_a_hint_never_counts(tmp_path: Path, options: list[str]) -> None:
    assert check(tmp_path, *options).return_value == 0


def test_an_error_counts_beside_hints(tmp_path: Path) -> None:
    assert check(tmp_path, "--compare", text=MINE.replace("iliac fossa}", "body of L6}")).return_value == 1


def test_json_tells_places_by_name(tmp_path: Path) -> None:
    told = [json.loads(line) for line in check(tmp_path, "--compare", "--json").output.splitlines()]
    assert told
    for problem in told:
        assert set(problem) == FIELDS
        assert problem["severity"] == "hint"
        assert all(set(place) == {"file", "line", "column"} for place in (problem["place"], *problem["also"]))


def test_the_decks_that_ship_give_no_hint() -> None:
    done = CliRunner().invoke(
        command, ["--compare", "--strict", "--json"], obj=Options(None), standalone_mode=False
    )
    assert (done.output, done.return_value) == ("", 0)
