"""`config`: lists the settings, shows one, changes one, and refuses what cannot be."""

import json
from pathlib import Path

import pytest

from flashcards.study.settings import SETTINGS
from tests.commands.driving import flashcards, hip_deck


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def test_every_setting_is_listed_with_its_value_and_its_help(home: Path) -> None:
    text = flashcards(home, "config").stdout
    told = [json.loads(line) for line in flashcards(home, "config", "--json").stdout.splitlines()]
    assert [one["name"] for one in told] == list(SETTINGS)
    for one in told:
        assert f"{one['name']} = {one['value']}".strip() in text
        assert one["value"] == one["default"]
        assert one["help"] in " ".join(text.split())


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        (["new_per_day", "20"], "new_per_day = 20 (default: 10)"),
        (["retention", "85%"], "retention = 0.85 (default: 0.9)"),
        (["retention", "0,85"], "retention = 0.85 (default: 0.9)"),
        (["retention", "87,5%"], "retention = 0.875 (default: 0.9)"),
        (["learning_steps", "2m", "1h"], "learning_steps = 2m 1h (default: 1m 10m)"),
        (["new_per_day", "10"], "new_per_day = 10"),
    ],
)
def test_a_change_is_shown_and_stays(home: Path, words: list[str], shown: str) -> None:
    assert flashcards(home, "config", *words).stdout.splitlines()[0] == shown
    assert flashcards(home, "config", words[0]).stdout.splitlines()[0] == shown


@pytest.mark.parametrize(
    ("words", "message", "hint"),
    [
        (["new_per_dya", "3"], "there is no setting 'new_per_dya'", "did you mean 'new_per_day'?"),
        (["new_per_dya"], "there is no setting 'new_per_dya'", "did you mean 'new_per_day'?"),
        (["new_per_day", "many"], "'many' is not a whole number from 0 to 9999", "give a whole number"),
        (["new_per_day", "-5"], "'-5' is not a whole number from 0 to 9999", "give a whole number"),
        (["retention", "2"], "'2' is not a share", "give a share from 0.5 to 0.99"),
        (["retention", "high"], "'high' is not a share", "give a share from 0.5 to 0.99"),
        (["retention", "nan"], "'nan' is not a share", "give a share from 0.5 to 0.99"),
        (["decks", "nosuch"], "no deck is called 'nosuch'", "name a file"),
    ],
)
def test_what_cannot_be_is_refused_and_makes_no_store(
    home: Path, words: list[str], message: str, hint: str
) -> None:
    done = flashcards(home, "config", *words)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(f"error: {message}")
    assert hint in done.stderr
    assert not home.exists()


def test_parameters_are_called_your_own(home: Path) -> None:
    numbers = "0.3 1.3 2.4 8.3 6.4 0.9 3.1 0.01 1.9 0.2 0.8 1.5 0.1 0.3 1.7 0.7 1.9 0.6 0.1 0.1 0.2"
    done = flashcards(home, "config", "parameters", numbers, COLUMNS="1000")
    assert done.stdout.splitlines()[0] == f"parameters = {numbers} (your own)"


def test_decks_are_kept_so_that_they_hold_from_every_folder(home: Path, tmp_path: Path) -> None:
    deck = Path(hip_deck(tmp_path))
    round_about = deck.parent.parent / deck.parent.name / ".." / deck.parent.name / "hip.yaml"
    shown = flashcards(home, "config", "decks", "psoas-and-ql", str(round_about), COLUMNS="1000").stdout
    assert shown.splitlines()[0] == f"decks = psoas-and-ql, {deck} (default: none)"
    assert flashcards(home, "quiz").stdout.startswith("Psoas and quadratus lumborum and Around the hip: ")
    assert flashcards(home, "quiz", "hip").stdout.startswith("Around the hip: ")
    assert flashcards(home, "config", "decks", "").stdout.splitlines()[0] == "decks ="
