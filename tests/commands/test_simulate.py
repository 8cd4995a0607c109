"""`simulate`: a table, an object or a picture of what desired retentions cost and bring."""

import json
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from flashcards.scheduler import FSRS6_TABLE
from tests.commands.driving import ROOT, Screen, environment, flashcards

QUICK = ("simulate", "--days", "30", "--cards", "100")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def told(home: Path, *words: str) -> dict[str, object]:
    return dict(json.loads(flashcards(home, *QUICK, "--json", *words).stdout))


def test_each_retention_has_a_line_and_the_best_a_star(home: Path) -> None:
    done = flashcards(home, *QUICK, "--retention", "0.7..0.95")
    lines = done.stdout.splitlines()
    rows = [line.split() for line in lines[1:27]]
    assert (done.returncode, done.stderr) == (0, "")
    assert [row[0] for row in rows] == [f"{hundredth / 100:.2f}" for hundredth in range(70, 96)]
    (best,) = (row for row in rows if row[-1] == "*")
    assert float(best[3]) == max(float(row[3]) for row in rows)
    assert f"at {best[0]}." in lines[27]


@pytest.mark.parametrize("columns", [40, 200])
def test_no_line_is_wider_than_the_terminal(home: Path, columns: int) -> None:
    text = flashcards(home, *QUICK, COLUMNS=str(columns)).stdout
    assert max(map(len, text.splitlines())) <= columns


def test_the_object_says_what_the_table_says(home: Path) -> None:
    asked = (*QUICK, "--retention", "0.85..0.87")
    rows = [line.split() for line in flashcards(home, *asked).stdout.splitlines()[1:4]]
    outcomes = json.loads(flashcards(home, *asked, "--json").stdout)["outcomes"]
    assert [
        [
            f"{one['retention']:.2f}",
            f"{one['minutes_a_day']:.1f}",
            f"{one['known']:.0f}",
            f"{one['known_per_minute']:.3f}",
        ]
        for one in outcomes
    ] == [row[:4] for row in rows]


def test_the_settings_are_the_learners_unless_told_otherwise(home: Path) -> None:
    flashcards(home, "config", "new_per_day", "3")
    flashcards(home, "config", "parameters", " ".join(map(repr, (0.3, *FSRS6_TABLE.default[1:]))))
    assert told(home)["new_per_day"] == 3
    assert told(home)["parameters"] != "default"
    assert told(home, "--new-per-day", "7")["new_per_day"] == 7


@pytest.mark.parametrize("model", ["FSRS-7", "SM-2"])
def test_other_models_can_be_simulated(home: Path, model: str) -> None:
    assert flashcards(home, "config", "model", model).returncode == 0
    found = told(home, "--retention", "0.9")
    assert (found["model"], found["best"]) == (model, 0.9)


def test_another_student_or_another_seed_is_another_outcome(home: Path) -> None:
    found = [told(home, *words) for words in ((), ("--student", "half-life"), ("--seed", "5"))]
    outcomes = [json.dumps(one["outcomes"]) for one in found]
    assert len(set(outcomes)) == 3
    assert told(home) == found[0]


def minutes(found: dict[str, object]) -> list[float]:
    assert isinstance(found["outcomes"], list)
    return [one["minutes_a_day"] for one in found["outcomes"]]


def test_time_is_kept_to(home: Path) -> None:
    free, bound = told(home), told(home, "--minutes-a-day", "2")
    assert bound["minutes_per_day"] == 2
    assert max(minutes(bound)) < 3 < min(minutes(free))


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--retention", "0.95..0.8"], "'0.95..0.8' is not a share from 0.5 to 0.99 in hundredths"),
        (["--retention", "0.4"], "'0.4' is not a share"),
        (["--retention", "0.805"], "'0.805' is not a share"),
        (["--retention", "nan"], "'nan' is not a share"),
        (["--retention", "high"], "'high' is not a share"),
        (["--days", "0"], "0 is not in the range"),
        (["--minutes-a-day", "0"], "'0' is not a number of minutes"),
        (["--minutes-a-day", "1441"], "'1441' is not a number of minutes"),
        (["--minutes-a-day", "nan"], "'nan' is not a number of minutes"),
        (["--minutes-a-day", "inf"], "'inf' is not a number of minutes"),
        (["--minutes-a-day", "ten"], "'ten' is not a number of minutes"),
        (["--student", "nobody"], "'nobody' is not one of 'own', 'sbd', 'half-life', 'power-law'"),
    ],
)
def test_what_cannot_be_simulated_is_refused_in_one_message(
    home: Path, words: list[str], message: str
) -> None:
    done = flashcards(home, "simulate", *words)
    assert (done.returncode, done.stdout) == (2, "")
    assert message in done.stderr
    assert done.stderr.count("error:") == 1


def test_without_new_cards_there_is_nothing_to_simulate(home: Path) -> None:
    flashcards(home, "config", "new_per_day", "0")
    done = flashcards(home, *QUICK)
    assert done.returncode == 2
    assert "give --new-per-day 1 or more" in done.stderr
    assert flashcards(home, *QUICK, "--new-per-day", "5").returncode == 0


def test_the_picture_is_an_svg_and_the_same_each_time(home: Path, tmp_path: Path) -> None:
    files = [tmp_path / "one.svg", tmp_path / "other.svg"]
    for file in files:
        assert flashcards(home, *QUICK, "--picture", str(file)).returncode == 0
    assert ElementTree.fromstring(files[0].read_text()).tag.endswith("svg")
    assert files[0].read_bytes() == files[1].read_bytes()


def test_a_picture_that_cannot_be_written_is_said(home: Path, tmp_path: Path) -> None:
    done = flashcards(home, *QUICK, "--picture", str(tmp_path / "none" / "one.svg"))
    assert done.returncode == 1
    assert "one.svg" in done.stderr


def test_a_terminal_shows_how_far_it_is(home: Path) -> None:
    screen = Screen(home, *QUICK)
    screen.wait_for("Simulating")
    screen.wait_for("100%")
    assert screen.leave() == 0
    assert "retention  min/day" in screen.shown


def test_without_numpy_it_says_how_to_get_it(home: Path, tmp_path: Path) -> None:
    """A package of that name that cannot be loaded stands in the way of the real one."""
    (tmp_path / "numpy.py").write_text("raise ModuleNotFoundError('no numpy', name='numpy')")
    done = subprocess.run(
        [sys.executable, str(ROOT / "cli.py"), *QUICK],
        env=environment(home, PYTHONPATH=str(tmp_path)),
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert "pip install 'anatomy-flashcards[fit]'" in done.stderr
