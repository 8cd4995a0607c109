"""The quiz at a real terminal: keys, Ctrl-C, Ctrl-D, colour only where it is welcome."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from flashcards.cells import cells
from tests.commands.driving import Screen, hip_deck, log, without_colour

CTRL_C, CTRL_D = "\x03", "\x04"


def begun(folder: Path, columns: int = 80, env: Mapping[str, str] = {}) -> Screen:
    screen = Screen(folder / "home", "quiz", hip_deck(folder), columns=columns, **env)
    screen.wait_for("What is the tail bone called?\n")
    screen.wait_for("> ")
    return screen


def test_a_session_at_a_terminal(tmp_path: Path) -> None:
    screen = begun(tmp_path)
    screen.type("coccyx\n")
    screen.wait_for("Right.")
    screen.wait_for("> ")
    screen.type("\n")
    screen.wait_for("2 of 5")
    screen.wait_for("> ")
    screen.type(":u\n")
    screen.wait_for("1 of 4")
    screen.wait_for("> ")
    screen.type(":q\n")
    assert screen.leave() == 0
    assert "4 cards left for now." in screen.shown


@pytest.mark.parametrize("key", [CTRL_C, CTRL_D], ids=["Ctrl-C", "Ctrl-D"])
@pytest.mark.parametrize("at_the_rating", [False, True])
def test_the_keys_that_stop_lose_no_answer(tmp_path: Path, key: str, at_the_rating: bool) -> None:
    screen = begun(tmp_path)
    screen.type("coccyx\n")
    screen.wait_for("> ")
    screen.type("4\n")
    screen.wait_for("> ")
    if at_the_rating:
        screen.type("femur\n")
        screen.wait_for("Enter: Good.")
        screen.wait_for("> ")
    assert screen.stop(key) == 0
    assert "1 answer: 1 right.\n3 cards left for now.\n" in screen.shown
    assert "Traceback" not in screen.shown
    assert [one["answer"] for one in log(tmp_path / "home")] == ["coccyx"]


@pytest.mark.parametrize("plain", [{"TERM": "dumb"}, {"NO_COLOR": "1"}], ids=["TERM=dumb", "NO_COLOR"])
def test_no_colour_where_it_is_not_welcome(tmp_path: Path, plain: dict[str, str]) -> None:
    screen = begun(tmp_path, env=plain)
    screen.type("\n\n:q\n")
    assert screen.leave() == 0
    assert "\x1b" not in screen.shown


def test_colour_changes_no_word(tmp_path: Path) -> None:
    (tmp_path / "plain").mkdir()
    (tmp_path / "colour").mkdir()
    shown = []
    for folder, more in (("plain", {"NO_COLOR": "1"}), ("colour", {"NO_COLOR": ""})):
        screen = begun(tmp_path / folder, env=more)
        screen.type("femur\n")
        screen.wait_for("> ")
        screen.type("\n")
        screen.wait_for("2 of 5")
        screen.wait_for("> ")
        screen.type(":q\n")
        assert screen.leave() == 0
        shown.append(screen.shown)
    assert "\x1b[" in shown[1]
    assert without_colour(shown[1]) == shown[0]


@pytest.mark.parametrize("columns", [40, 200])
def test_the_width_is_that_of_the_terminal(tmp_path: Path, columns: int) -> None:
    screen = begun(tmp_path, columns=columns)
    screen.type(":?\n:q\n")
    assert screen.leave() == 0
    widest = max(cells(line) for line in without_colour(screen.shown).splitlines())
    assert widest <= columns
    assert (widest > 80) == (columns > 80)
