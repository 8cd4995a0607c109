"""Coverage: what each muscle lacks, as a table that fits, as objects, and summed up."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from flashcards.cells import cells
from flashcards.commands import Options
from flashcards.commands.list import command
from flashcards.errors import DeckError, UnknownName

DECK = """\
deck: mine
muscles:
  bare: {name: Bare muscle, origin: sternum}
  full:
    name: Full muscle
    origin: sternum
    insertion: {at: clavicle, backing: 1}
    actions: [neck flexion, {movement: neck lateral flexion, disputed: few say so}]
    reversed: {movement: rib elevation, backing: 0}
    nerve: accessory nerve
    parts:
      upper: {palpation: {at: side of the neck, do: turn the head, feel: a cord}}
techniques:
  press:
    name: Press
    targets: [full]
    cautions: pulse
    contraindications: fever
    steps: press
"""


def coverage(tmp_path: Path, *arguments: str, columns: int = 80) -> Result:
    deck = tmp_path / "mine.yaml"
    deck.write_text(DECK, encoding="utf-8")
    given = ["coverage", str(deck), *arguments]
    return CliRunner().invoke(command, given, obj=Options(None), env={"COLUMNS": str(columns)})


def test_each_muscle_tells_what_it_lacks_and_what_is_weak_or_not_asked(tmp_path: Path) -> None:
    bare, full = (json.loads(line) for line in coverage(tmp_path, "--json").output.splitlines())
    assert bare == {
        "muscle": "mine/bare",
        "name": "Bare muscle",
        "facts": 1,
        "weak": 0,
        "unasked": 0,
        "lacks": ["insertion", "action", "reversed action", "nerve", "palpation", "technique"],
    }
    assert (full["facts"], full["weak"], full["unasked"], full["lacks"]) == (7, 1, 2, [])


def test_the_last_line_sums_up(tmp_path: Path) -> None:
    last = coverage(tmp_path, columns=200).output.splitlines()[-1]
    assert last.startswith("2 muscles: 1 without insertion, 1 without action, 1 without reversed action,")
    assert last.endswith("8 facts: 1 weak (1 of 5 groups of sources), 2 not asked.")


@pytest.mark.parametrize("columns", [40, 200])
def test_no_line_is_wider_than_the_screen(tmp_path: Path, columns: int) -> None:
    lines = coverage(tmp_path, columns=columns).output.splitlines()
    assert max(map(cells, lines)) <= columns


def test_what_a_technique_that_ships_aims_at_lacks_none() -> None:
    done = CliRunner().invoke(command, ["coverage", "psoas-and-ql", "--json"], obj=Options(None))
    assert all("technique" not in json.loads(line)["lacks"] for line in done.output.splitlines())


def test_a_deck_with_errors_and_an_unknown_one_are_told(tmp_path: Path) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_text("deck: broken\nmuscles:\n  a: {nam: A}\n", encoding="utf-8")
    for name, error in ((str(broken), DeckError), ("no-such-deck", UnknownName)):
        assert isinstance(CliRunner().invoke(command, ["coverage", name], obj=Options(None)).exception, error)
