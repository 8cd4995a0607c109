"""Showing and checking decks: every question, every problem, as text and as JSON, and nothing is written."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from flashcards.anatomy import read_deck
from flashcards.cells import cells
from flashcards.decks import builtin
from flashcards.fact import fold
from flashcards.question import answer_lines
from tests.documents import ROOT

CLI = [sys.executable, str(ROOT / "cli.py")]
FIVE = """\
deck: five
titel: Five mistakes
muscles:
  iliacus:
    name: Iliacus
    orign: iliac fossa
    actions: {movement: hip flexion, role: chief}
    source: nobody
cards:
  a: {front: only a front}
"""


def run(home: Path, *arguments: str, columns: int = 80) -> subprocess.CompletedProcess[str]:
    environment = {"FLASHCARDS_HOME": str(home), "COLUMNS": str(columns), "PYTHONUTF8": "1"}
    return subprocess.run([*CLI, *arguments], env=environment, encoding="utf-8", capture_output=True)


def squeezed(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("columns", [40, 200])
def test_show_prints_every_question_and_every_answer(tmp_path: Path, columns: int) -> None:
    done = run(tmp_path / "home", "show", "psoas-and-ql", columns=columns)
    shown = squeezed(done.stdout)
    for card in read_deck(builtin("psoas-and-ql")[0]).cards:
        for line in (card.question.prompt, *answer_lines(card.question)):
            assert squeezed(line) in shown
    assert max(cells(line) for line in done.stdout.splitlines() if "/" not in line) <= columns


def test_show_prints_an_object_for_each_card(tmp_path: Path) -> None:
    done = run(tmp_path / "home", "show", "psoas-and-ql/psoas-major", "--json")
    told = [json.loads(line) for line in done.stdout.splitlines()]
    cards = [card for card in read_deck(builtin("psoas-and-ql")[0]).cards if card.note.key == "psoas-major"]
    assert [card["card"] for card in told] == [card.id for card in cards]
    assert set(told[0]) == {"card", "form", "question", "answer", "accept", "wrong", "explanation"}


def test_check_names_five_mistakes_in_one_run_and_fails(tmp_path: Path) -> None:
    deck = tmp_path / "five.yaml"
    deck.write_text(FIVE)
    done = run(tmp_path / "home", "check", str(deck), "--json")
    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 1
    assert [(problem["place"]["line"], problem["code"]) for problem in told] == [
        (2, "unknown-section"),
        (6, "unknown-field"),
        (7, "unknown-value"),
        (8, "unknown-source"),
        (10, "card-shape"),
    ]


def test_a_problem_is_shown_with_its_line_a_caret_and_a_remedy(tmp_path: Path) -> None:
    (tmp_path / "five.yaml").write_text(FIVE)
    shown = run(tmp_path / "home", "check", str(tmp_path / "five.yaml")).stdout
    assert (
        "6 |     orign: iliac fossa\n  |     ^^^^^ did you mean 'origin'?\n  = help: known here: name"
        in shown
    )


def test_a_warning_fails_only_when_strict(tmp_path: Path) -> None:
    deck = tmp_path / "warn.yaml"
    deck.write_text("deck: warn\nmuscles:\n  a: {name: A, insertion: b, actions: hip flexoin}\n")
    codes = [run(tmp_path / "home", "check", str(deck), *strict).returncode for strict in ([], ["--strict"])]
    assert codes == [0, 1]


@pytest.mark.parametrize("arguments", [["check"], ["show", "psoas-and-ql"], ["--help"], ["due"], ["log"]])
def test_looking_creates_nothing(tmp_path: Path, arguments: list[str]) -> None:
    assert run(tmp_path / "home", *arguments).returncode == 0
    assert not (tmp_path / "home").exists()


def test_a_new_deck_asks_something_at_once_and_is_never_written_over(tmp_path: Path) -> None:
    deck = tmp_path / "my-hip.yaml"
    assert run(tmp_path / "home", "new", str(tmp_path / "my-hip")).returncode == 0
    assert read_deck(deck).id == "my-hip"
    deck.write_text("deck: mine\n")
    again = run(tmp_path / "home", "new", str(deck))
    assert (again.returncode, deck.read_text()) == (1, "deck: mine\n")
    assert "choose another name" in again.stderr


def test_a_name_near_a_note_is_answered_with_it(tmp_path: Path) -> None:
    done = run(tmp_path / "home", "show", "psoas-mjor")
    assert done.returncode == 1
    assert "did you mean 'psoas-major'?" in done.stderr


def test_two_decks_of_one_id_are_an_error_in_the_second(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / f"{name}.yaml").write_text("title: Same\ndeck: same\ncards:\n  a: {front: x, back: y}\n")
    done = run(tmp_path / "home", "check", str(tmp_path), "--json")
    (told,) = (json.loads(line) for line in done.stdout.splitlines())
    assert (done.returncode, told["code"], told["place"]["line"]) == (1, "same-deck", 2)
    assert told["place"]["file"].endswith("two.yaml")


TOLD = "deck: {deck}\nmuscles:\n  {key}: {{name: {name}, origin: iliac fossa}}\n"


@pytest.mark.parametrize(("key", "name"), [("iliacus", "The iliac muscle"), ("the-iliac", "ILIACUS")])
def test_a_muscle_told_in_two_decks_is_an_error_that_names_both(tmp_path: Path, key: str, name: str) -> None:
    (tmp_path / "hip.yaml").write_text(TOLD.format(deck="hip", key="iliacus", name="Iliacus"))
    (tmp_path / "thigh.yaml").write_text(TOLD.format(deck="thigh", key=key, name=name))
    done = run(tmp_path / "home", "check", str(tmp_path), "--json")
    (told,) = (json.loads(line) for line in done.stdout.splitlines())
    assert (done.returncode, told["code"], told["place"]["line"]) == (1, "told-twice", 3)
    assert f"{tmp_path / 'hip.yaml'}:3" in told["message"]
    assert "hip/iliacus" in told["help"]


def test_a_deck_of_ones_own_may_name_what_ships(tmp_path: Path) -> None:
    deck = tmp_path / "mine.yaml"
    deck.write_text(TOLD.format(deck="mine", key="iliacus", name="Iliacus"))
    with deck.open("a") as file:
        file.write("confusable:\n  - {pair: [iliacus, psoas-and-ql/psoas-major], tell_apart: the fossa}\n")
    done = run(tmp_path / "home", "show", str(deck))
    assert "How do you tell iliacus from psoas major?" in squeezed(done.stdout)


def test_what_is_also_right_is_neither_the_answer_nor_told_twice(tmp_path: Path) -> None:
    done = run(tmp_path / "home", "show", "arm-and-forearm", "--json")
    for told in map(json.loads, done.stdout.splitlines()):
        answers, accepted = [*map(fold, told["answer"])], [*map(fold, told["accept"])]
        assert not {*answers} & {*accepted}, told["card"]
        assert len({*accepted}) == len(accepted), told["card"]


def test_no_note_is_denied_that_a_deck_with_errors_has(tmp_path: Path) -> None:
    deck = tmp_path / "five.yaml"
    deck.write_text(FIVE, encoding="utf-8")
    last = run(tmp_path / "home", "check", str(deck)).stdout.splitlines()[-1]
    assert last == "1 deck: 5 errors and no warnings."
