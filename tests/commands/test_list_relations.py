"""Listing who opposes and who helps: whole objects, narrowed by muscle, joint and deck, fit to be read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from flashcards.anatomy.terms import vocabulary
from flashcards.cells import cells
from flashcards.commands import Options
from flashcards.commands.list import command
from flashcards.errors import UnknownName
from tests.commands.driving import flashcards

HIP = """deck: hip
muscles:
  gluteus-maximus: {name: Gluteus maximus, aka: [glutes], actions: [{movement: hip extension, role: prime}]}
  iliacus: {name: Iliacus, actions: [{movement: hip flexion, role: prime}]}
  sartorius: {name: Sartorius, actions: [hip flexion, knee flexion]}
  popliteus: {name: Popliteus, actions: [knee flexion]}
"""


NOWHERE = Path(__file__).parent / "nobody-home"


@pytest.fixture
def hip(tmp_path: Path) -> str:
    (tmp_path / "hip.yaml").write_text(HIP)
    return str(tmp_path / "hip.yaml")


def run(*words: str) -> str:
    done = CliRunner().invoke(command, words, obj=Options(NOWHERE), standalone_mode=False)
    if done.exception:
        raise done.exception
    return done.output


def listed(*words: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in run(*words, "--json").splitlines()]


def pairs(rows: list[dict[str, Any]]) -> list[tuple[str, str]]:
    return [(row["a"], row["b"]) for row in rows]


def test_an_object_tells_who_does_what_against_whom_and_why(hip: str) -> None:
    assert listed("opposites", "--deck", hip)[0] == {
        "a": "iliacus",
        "b": "gluteus-maximus",
        "joint": "hip",
        "a_does": "hip flexion",
        "b_does": "hip extension",
        "reversed": False,
        "reason": "both act on the hip; iliacus flexes it, gluteus maximus extends it",
    }


def test_an_object_tells_who_helps_in_what_and_why(hip: str) -> None:
    assert listed("synergists", "--deck", hip, "--joint", "hip") == [
        {
            "a": "iliacus",
            "b": "sartorius",
            "joint": "hip",
            "does": "hip flexion",
            "reversed": False,
            "reason": "both act on the hip; iliacus flexes it, and so does sartorius",
        }
    ]


@pytest.mark.parametrize("name", ["gluteus-maximus", "hip/gluteus-maximus", "Gluteus Maximus", "glutes"])
def test_a_muscle_goes_by_its_key_and_by_every_name_and_comes_first(hip: str, name: str) -> None:
    rows = listed("opposites", *name.split(), "--deck", hip)
    assert pairs(rows) == [("gluteus-maximus", "iliacus"), ("gluteus-maximus", "sartorius")]


def test_a_wrong_muscle_gets_the_nearest_one(hip: str) -> None:
    with pytest.raises(UnknownName) as refused:
        run("opposites", "sartorious", "--deck", hip)
    assert "did you mean 'Sartorius'?" in refused.value.help


def test_a_wrong_joint_gets_the_nearest_one(hip: str) -> None:
    with pytest.raises(UnknownName) as refused:
        run("opposites", "--joint", "hipp", "--deck", hip)
    assert "did you mean 'hip'?" in refused.value.help


@pytest.mark.parametrize("kind", ["opposites", "synergists"])
def test_without_a_word_each_pair_is_listed_once_by_joint(kind: str) -> None:
    rows = listed(kind)
    told = [(frozenset((row["a"], row["b"])), row["joint"], row["reason"].split(";")[1]) for row in rows]
    assert len(told) == len(set(told))
    joints = [list(vocabulary.joints()).index(row["joint"]) for row in rows]
    assert joints == sorted(joints)


def movement(row: dict[str, Any]) -> tuple[str, str, str, str, bool]:
    does = row.get("a_does", row.get("does", "")).partition(" (muscle")[0]
    return row["a"], row["b"], row["joint"], does, "of the other side" in row["reason"]


def test_nobody_opposes_and_helps_in_the_same_movement_of_the_same_side() -> None:
    assert not set(map(movement, listed("opposites"))) & set(map(movement, listed("synergists")))


def test_psoas_and_ql_oppose_each_other_in_the_spine_and_nowhere_else() -> None:
    found = [row for row in listed("opposites", "psoas") if row["b"] == "quadratus-lumborum"]
    same_side = [row for row in found if "other side" not in row["reason"]]
    assert {row["joint"] for row in found} == {"spine"}
    assert [(row["a_does"], row["b_does"]) for row in same_side] == [("lumbar flexion", "lumbar extension")]
    assert same_side[0]["reversed"] is True


@pytest.mark.parametrize("columns", ["40", "200"])
def test_people_read_a_headline_for_each_movement(columns: str, tmp_path: Path) -> None:
    done = flashcards(tmp_path, "list", "opposites", "psoas-major", COLUMNS=columns)
    lines = done.stdout.splitlines()
    assert lines[0] == "Spine: flexion against extension"
    assert lines[1].startswith("  Psoas major: ")
    assert "Hip: flexion against extension" in lines
    assert all(cells(line) <= int(columns) for line in lines)


def test_what_does_not_narrow_a_listing_down_is_refused(tmp_path: Path) -> None:
    done = flashcards(tmp_path, "list", "bones", "--joint", "hip")
    assert done.returncode == 2
    assert "--joint does not narrow down 'bones'" in done.stderr
