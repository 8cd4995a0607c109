"""`fit`: says what it found and how sure it is, keeps what is better, and changes nothing where told so."""

import json
import os
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from flashcards.scheduler import FSRS6, Rating
from flashcards.study.event import Event
from flashcards.study.store import Store
from tests.commands.driving import NOW, flashcards
from tests.study.histories import Diary

FORGETFUL = FSRS6((0.01, 0.02, 0.05, 0.5, *FSRS6().parameters[4:]))


def written(cards: int) -> list[Event]:
    """A year of one who forgets far sooner than most, each card asked by the usual intervals."""
    diary, usual = Diary(), FSRS6()
    asked: list[tuple[int, str, int]] = []
    for card in range(cards):
        memory, believed, day = FORGETFUL.first(Rating.GOOD), usual.first(Rating.GOOD), card * 365 // cards
        asked.append((day, f"d/n{card}/f/recall", 3))
        for number in range(5):
            wait = max(1, round(usual.interval(believed, 0.9)))
            # A number that is spread evenly and yet is the same in every run stands for chance.
            recalled = (card * 0.618034 + number * 0.414214) % 1 < FORGETFUL.retrievability(memory, wait)
            rating = Rating.GOOD if recalled else Rating.AGAIN
            memory, believed = FORGETFUL.next(memory, rating, wait), usual.next(believed, rating, wait)
            day += wait
            asked.append((day, f"d/n{card}/f/recall", int(rating)))
    last = 0
    for day, card_id, rating_number in sorted(asked):
        diary.write("review", {"rating": rating_number}, card_id, after=timedelta(days=day - last, seconds=1))
        last = day
    return diary.events


@pytest.fixture(scope="module")
def events() -> list[Event]:
    return written(150)


def home_of(events: list[Event], folder: Path) -> Path:
    home = folder / "home"
    with Store.open(home, os.urandom) as store:
        store.receive(events, LATER)
    return home


LATER = datetime.fromisoformat(NOW) + timedelta(days=2000)
THEN = {"FLASHCARDS_NOW": LATER.isoformat()}


def test_what_is_better_is_kept_and_said(events: list[Event], tmp_path: Path) -> None:
    home = home_of(events, tmp_path)
    done = flashcards(home, "fit", "--picture", str(tmp_path / "fit.svg"), **THEN)
    assert done.returncode == 0
    assert f"FSRS-6: {5 * 150} of {6 * 150} reviews count." in done.stdout
    usual = "the usual parameters, in use until now"
    for rival in ("the new parameters", usual, "a plain average", "a moving average"):
        assert done.stdout.count(rival) == 1
    assert "the old parameters" not in done.stdout
    assert "due dates move" in done.stderr
    assert done.stdout.startswith("Your memory fades faster than was assumed: intervals get about ")
    assert "`flashcards undo` takes them back" in " ".join(done.stdout.split())
    assert "The new parameters are stored" in done.stdout
    assert "(your own)" in flashcards(home, "config", "parameters", COLUMNS="400", **THEN).stdout
    assert (tmp_path / "fit.svg").read_text().startswith("<?xml")


def test_a_dry_run_changes_nothing_and_a_fit_is_told_as_json(events: list[Event], tmp_path: Path) -> None:
    home = home_of(events, tmp_path)
    told = json.loads(flashcards(home, "fit", "--json", "--dry-run", **THEN).stdout)
    assert (told["kept"], told["stored"], told["model"]) == (True, False, "FSRS-6")
    assert told["check"]["losses"]["new"] < told["check"]["losses"]["old"]
    assert told["check"]["sureness"] > 0.9
    assert sum(each["count"] for each in told["check"]["after"]) == told["check"]["reviews"]
    assert flashcards(home, "config", "parameters", **THEN).stdout.startswith("parameters = default\n")


def test_another_model_is_fitted_into_its_own_setting(events: list[Event], tmp_path: Path) -> None:
    home = home_of(events, tmp_path)
    told = flashcards(home, "fit", "--model", "fsrs-7", **THEN).stdout
    assert "`flashcards config model FSRS-7`" in " ".join(told.split())
    assert flashcards(home, "config", "parameters", **THEN).stdout.startswith("parameters = default\n")
    assert "(your own)" in flashcards(home, "config", "fsrs7_parameters", COLUMNS="600", **THEN).stdout


def test_no_line_is_wider_than_the_terminal(events: list[Event], tmp_path: Path) -> None:
    home = home_of(events, tmp_path)
    for columns in (40, 200):
        shown = flashcards(home, "fit", "--dry-run", COLUMNS=str(columns), **THEN).stdout
        assert max(map(len, shown.splitlines())) <= columns


def test_too_few_reviews_are_no_reason_to_fit(tmp_path: Path) -> None:
    done = flashcards(home_of(written(8), tmp_path), "fit", **THEN)
    assert done.returncode == 1
    assert done.stderr.startswith(
        "error: there is too little to fit yet: 40 reviews count for a fit of FSRS-6"
    )
    assert "study on" in done.stderr


def test_a_picture_that_cannot_be_written_is_refused_before_anything_is_fitted(tmp_path: Path) -> None:
    done = flashcards(tmp_path / "home", "fit", "--picture", str(tmp_path / "nowhere" / "fit.svg"))
    assert done.returncode == 1
    assert "nowhere/fit.svg: it cannot be written" in done.stderr


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere: run as another user to test this")
def test_a_home_that_cannot_be_written_is_refused_before_anything_is_fitted(tmp_path: Path) -> None:
    home = home_of([], tmp_path)
    home.chmod(0o500)
    done = flashcards(home, "fit", "--yes")
    assert done.returncode == 1
    assert "no leave to write" in done.stderr
    assert "--dry-run" in done.stderr


def test_sm2_has_nothing_to_fit(tmp_path: Path) -> None:
    home = tmp_path / "home"
    flashcards(home, "config", "model", "SM-2")
    done = flashcards(home, "fit")
    assert done.returncode == 1
    assert "SM-2 has nothing to fit" in done.stderr


def test_without_numpy_it_is_said_how_to_get_it(events: list[Event], tmp_path: Path) -> None:
    (tmp_path / "without").mkdir()
    (tmp_path / "without" / "numpy.py").write_text("raise ModuleNotFoundError('no numpy', name='numpy')")
    home = home_of(events, tmp_path)
    done = flashcards(home, "fit", PYTHONPATH=str(tmp_path / "without"), **THEN)
    assert done.returncode == 1
    assert done.stderr.startswith("error: fitting needs the package numpy, which is not installed")
    assert "pip install 'anatomy-flashcards[fit]'" in done.stderr
