"""Listing: every kind as a table that fits and as objects, narrowed by a word, and a hint for a wrong one."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from flashcards.cells import cells
from flashcards.commands import Options
from flashcards.commands.list import KINDS, Kind, command, function
from flashcards.commands.terms import roots
from flashcards.errors import UnknownName
from tests.commands.driving import ROOT, flashcards

NOWHERE = Options(None)


def listed(kind: str, word: str = "") -> list[dict[str, object]]:
    done = CliRunner().invoke(command, [kind, *word.split(), "--json"], obj=NOWHERE, standalone_mode=False)
    if done.exception:
        raise done.exception
    return [json.loads(line) for line in done.output.splitlines()]


def names(kind: str, word: str) -> list[object]:
    return [next(iter(row.values())) for row in listed(kind, word)]


def own() -> list[str]:
    return [name for name, kind in KINDS.items() if kind.rows.startswith("flashcards.commands.terms:")]


@pytest.mark.parametrize("name", KINDS)
def test_every_kind_has_its_functions(name: str) -> None:
    kind = KINDS[name]
    assert all(callable(function(named)) for named in (kind.rows, kind.summary, kind.told) if named)


@pytest.mark.parametrize("name", own())
def test_every_row_of_a_kind_has_the_same_names_and_those_of_the_columns(name: str) -> None:
    rows = listed(name)
    assert rows
    assert {tuple(row) for row in rows} == {tuple(rows[0])}
    assert set(KINDS[name].columns) <= set(rows[0])


def test_the_names_of_every_kind_are_told_in_the_document() -> None:
    told = (ROOT / "docs" / "vocabulary.md").read_text(encoding="utf-8").split("| kind | names |")[1]
    lines = [line for line in told.splitlines() if line.startswith("| `")]
    for name in own():
        (line,) = (line for line in lines if f"`{name}`" in line.split("|")[1])
        assert {f"`{key}`" for key in listed(name)[0]} <= set(re.findall(r"`[a-z_]+`", line)), name


@pytest.mark.parametrize("columns", ["40", "200"])
@pytest.mark.parametrize("name", own())
def test_every_kind_fits_the_screen(name: str, columns: str) -> None:
    done = CliRunner().invoke(command, [name], obj=NOWHERE, env={"COLUMNS": columns})
    assert done.exit_code == 0
    assert max(map(cells, done.output.splitlines())) <= int(columns)


def test_landmarks_are_those_of_a_bone_or_those_a_word_is_part_of() -> None:
    assert "femur.lesser-trochanter" in names("landmarks", "femur")
    assert {row["bone"] for row in listed("landmarks", "femur")} == {"femur"}
    assert names("landmarks", "ASIS") == ["ilium.anterior-superior-iliac-spine"]
    assert names("landmarks", "trochanter") == ["femur.greater-trochanter", "femur.lesser-trochanter"]


def test_movements_are_those_of_a_joint_by_any_of_its_names() -> None:
    by_key = listed("movements", "spine")
    assert listed("movements", "low back") == by_key
    assert {(row["movement"], row["opposite"]) for row in by_key} >= {
        ("flexion", "extension"),
        ("lateral flexion", ""),
    }


def test_synonyms_are_found_by_any_wording() -> None:
    for word in ("ASIS", "spina iliaca anterior superior", "anterior superior iliac spine"):
        (row,) = listed("synonyms", word)
        assert row["term"] == "anterior superior iliac spine"
    assert names("synonyms", "QL") == ["quadratus lumborum"]


def test_nerves_are_found_by_a_root() -> None:
    assert {"femoral nerve", "obturator nerve"} <= set(names("nerves", "L3"))
    assert "ulnar nerve" in names("nerves", "C8")
    assert all(roots("L3") <= roots(str(row["roots"])) for row in listed("nerves", "L3"))


def test_endangerment_sites_are_found_by_a_muscle_nearby() -> None:
    assert names("endangerment", "quadratus lumborum") == ["flank below the ribs"]


@pytest.mark.parametrize(
    ("kind", "word", "nearest"), [("landmarks", "femurr", "femur"), ("muscles", "psoas majr", "psoas major")]
)
def test_a_wrong_word_is_answered_with_the_nearest(kind: str, word: str, nearest: str) -> None:
    with pytest.raises(UnknownName) as caught:
        listed(kind, word)
    assert f"'{nearest}'" in caught.value.help


def test_through_a_pipe_the_exit_code_says_how_it_went(tmp_path: Path) -> None:
    assert flashcards(tmp_path / "home", "list", "landmarks", "femur").returncode == 0
    unknown = flashcards(tmp_path / "home", "list", "landmarks", "femurr")
    assert (unknown.returncode, unknown.stdout) == (1, "")
    assert "did you mean 'femur'?" in unknown.stderr
    wrong = flashcards(tmp_path / "home", "list", "landmark")
    assert wrong.returncode == 2
    assert "did you mean 'landmarks'?" in wrong.stderr
    assert not (tmp_path / "home").exists()


def test_the_words_of_a_deck_are_listed_with_it(tmp_path: Path) -> None:
    deck = tmp_path / "own.yaml"
    deck.write_text(
        "deck: own\nvocabulary: {synonyms: {psoas major: [tenderloin]}}\ncards: {a: {front: a, back: b}}\n",
        encoding="utf-8",
    )
    home = tmp_path / "home"
    assert flashcards(home, "list", "synonyms", "tenderloin").returncode == 1
    done = flashcards(home, "list", "synonyms", "tenderloin", "--with", str(deck))
    assert (done.returncode, "psoas major" in done.stdout) == (0, True)


def test_without_a_kind_the_kinds_are_listed() -> None:
    done = CliRunner().invoke(command, ["--json"], obj=NOWHERE)
    assert [json.loads(line)["kind"] for line in done.output.splitlines()] == list(KINDS)


def test_a_kind_is_added_by_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(KINDS, "hips", Kind("hips", "flashcards.commands.terms:joints", ("joint",)))
    assert listed("hips", "hip") == listed("joints", "hip")
