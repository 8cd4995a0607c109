"""`advance`, `postpone`, `vacation`, `suspend`, `bury`, `leeches`, and what a setting would move."""

import json
from pathlib import Path

import pytest

from tests.commands.driving import Screen, flashcards, hip_deck

TWO_WEEKS = {"FLASHCARDS_NOW": "2026-03-16T09:00:00+01:00"}


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home whose collection is the small deck, all four cards answered with Easy."""
    home = tmp_path / "home"
    flashcards(home, "config", "decks", hip_deck(tmp_path))
    flashcards(home, "quiz", typed="coccyx\n4\nfemur\n4\npatella\n4\ncalcaneus\n4\n")
    return home


def said(home: Path, *words: str, **more: str) -> str:
    done = flashcards(home, *words, COLUMNS="1000", **more)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def due(home: Path, **more: str) -> int:
    return len(json.loads(said(home, "due", "--json", **more))["due"])


def test_studying_ahead_brings_cards_to_today_and_can_be_taken_back(home: Path) -> None:
    tomorrow = {"FLASHCARDS_NOW": "2026-03-03T09:00:00+01:00"}
    assert said(home, "advance", "--cards", "2", "--days", "30", **tomorrow).startswith(
        "2 cards moved to today."
    )
    assert due(home, **tomorrow) == 2
    assert said(home, "undo", **tomorrow).startswith("Took back: 2 cards moved, 2026-03-03 at 09:00.\n")
    assert due(home, **tomorrow) == 0
    assert said(home, "advance", "--days", "1", **tomorrow).startswith("No card can come sooner")


def test_a_backlog_is_spread_and_can_be_taken_back(home: Path) -> None:
    assert due(home, **TWO_WEEKS) == 4
    assert said(home, "postpone", "--days", "4", **TWO_WEEKS).startswith(
        "3 reviews put off, the last to Thursday 20"
    )
    assert due(home, **TWO_WEEKS) == 1
    said(home, "undo", **TWO_WEEKS)
    assert said(home, "postpone", "--keep", "3", **TWO_WEEKS).startswith("1 review put off")
    assert due(home, **TWO_WEEKS) == 3
    assert said(home, "postpone", "--keep", "3", **TWO_WEEKS) == "There is nothing to put off.\n"


def test_a_vacation_has_no_reviews_is_listed_and_can_be_taken_back(home: Path) -> None:
    assert said(home, "vacation", "2026-03-05", "2026-03-20").startswith(
        "No reviews from 2026-03-05 to 2026-03-20. "
    )
    assert said(home, "vacation") == "2026-03-05 to 2026-03-20\n"
    assert json.loads(said(home, "vacation", "--json")) == {"from": "2026-03-05", "to": "2026-03-20"}
    assert due(home, FLASHCARDS_NOW="2026-03-04T09:00:00+01:00") == 2
    said(home, "vacation", "--cancel", "2026-03-05")
    assert said(home, "vacation") == "No vacation lies ahead.\n"
    assert said(home, "vacation", "--json") == ""
    assert due(home, FLASHCARDS_NOW="2026-03-04T09:00:00+01:00") == 0
    assert due(home, **TWO_WEEKS) == 4


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (["2026-03-05"], 2, "a vacation has two ends"),
        (["2026-03-05", "2026-03-04"], 2, "a vacation cannot end on 2026-03-04, before it begins"),
        (["2026-02-05", "2026-02-07"], 2, "a vacation until 2026-02-07 is over"),
        (["2026-02-05", "soon"], 2, "'soon' is no day such as 2026-04-10"),
        (["10.4.2026", "2026-04-12"], 2, "'10.4.2026' is no day such as 2026-04-10"),
        (["--cancel", "2026-02-30"], 2, "'2026-02-30' is no day such as 2026-04-10"),
        (["2026-03-05", "9999-12-31"], 2, "a vacation from 2026-03-05 to 9999-12-31 is over five years long"),
        (["0001-01-01", "2026-04-01"], 2, "a vacation from 0001-01-01 to 2026-04-01 is over five years long"),
        (["9999-12-31", "9999-12-31"], 2, "a vacation that begins on 9999-12-31 is too far off"),
        (["2026-03-05", "2026-03-09", "--cancel", "2026-03-05"], 2, "give either a vacation or --cancel"),
        (["2026-03-05", "2026-03-09", "--json"], 2, "--json is for the list of vacations"),
        (["--cancel", "2026-03-05", "--json"], 2, "--json is for the list of vacations"),
        (["--cancel", "2026-03-05"], 1, "no vacation begins on 2026-03-05"),
    ],
)
def test_a_vacation_that_cannot_be_is_refused(home: Path, words: list[str], code: int, message: str) -> None:
    done = flashcards(home, "vacation", *words)
    assert (done.returncode, done.stdout) == (code, "")
    assert message in done.stderr


def test_a_suspended_card_is_listed_and_not_asked_until_told(home: Path) -> None:
    assert said(home, "suspend", "knee", **TWO_WEEKS).startswith("1 card suspended.")
    (card,) = said(home, "suspend", **TWO_WEEKS).splitlines()
    assert [json.loads(said(home, "suspend", "--json", **TWO_WEEKS))["card"]] == [card]
    assert due(home, **TWO_WEEKS) == 3
    assert "It is suspended" in said(home, "why", "knee", **TWO_WEEKS)
    assert said(home, "unsuspend", "hip", **TWO_WEEKS).startswith("1 card asked again.")
    assert (due(home, **TWO_WEEKS), said(home, "suspend", **TWO_WEEKS)) == (4, "No card is suspended.\n")
    assert said(home, "suspend", "--json", **TWO_WEEKS) == ""
    done = flashcards(home, "unsuspend", "knee", **TWO_WEEKS)
    assert (done.returncode, done.stderr.splitlines()[0]) == (1, "error: no card of 'knee' is suspended")


def test_a_card_is_suspended_once(home: Path) -> None:
    said(home, "suspend", "knee")
    done = flashcards(home, "suspend", "knee")
    assert (done.returncode, done.stderr.splitlines()[0]) == (1, "error: every card of 'knee' is suspended")
    assert said(home, "suspend", "hip").startswith("3 cards suspended.")
    done = flashcards(home, "suspend", "knee", "--json")
    assert (done.returncode, done.stdout) == (2, "")
    assert "--json is for the list of those suspended" in done.stderr


def test_a_buried_card_comes_tomorrow(home: Path) -> None:
    assert said(home, "bury", "knee", **TWO_WEEKS).startswith("1 card buried until tomorrow.")
    assert "It is buried until tomorrow." in said(home, "why", "knee", **TWO_WEEKS)
    assert due(home, **TWO_WEEKS) == 3
    assert due(home, FLASHCARDS_NOW="2026-03-17T09:00:00+01:00") == 4


def test_a_leech_is_told_when_it_becomes_one_and_listed(home: Path) -> None:
    assert said(home, "leeches") == "No card is a leech.\n"
    said(home, "config", "leech_threshold", "1")
    shown = flashcards(home, "quiz", typed="\n1\n:q\n", COLUMNS="1000", **TWO_WEEKS).stdout
    assert "\nA leech: forgotten 1 time once learned. Reword it in the deck" in shown
    question, card, advice = said(home, "leeches", **TWO_WEEKS).splitlines()
    assert question.endswith("(forgotten 1 time)")
    assert card.startswith("  hip/")
    assert advice.endswith("Nothing is suspended by itself.")
    told = json.loads(said(home, "leeches", "--json", **TWO_WEEKS))
    assert (told["card"], told["lapses"]) == (card.strip(), 1)


def test_a_setting_says_first_which_due_dates_move(home: Path) -> None:
    dry = flashcards(home, "config", "retention", "0.95", "--dry-run")
    assert (dry.stdout, dry.stderr) == (
        "",
        "4 of 4 due dates move: 4 earlier, 0 later. Waiting today: no reviews, then 0.\n",
    )
    assert "4 later" in flashcards(home, "config", "retention", "0.8", "--dry-run").stderr
    for words in (["learning_steps", "5m"], ["retention", "0.9"], ["rollover_hour", "3"]):
        assert flashcards(home, "config", *words, "--dry-run").stderr == "No due date moves.\n"
    assert flashcards(home, "config", "new_per_day", "5", "--dry-run").stderr == "No due date moves.\n"
    assert flashcards(home, "config", "new_per_day", "5").stderr == ""
    before = json.loads(said(home, "why", "knee", "--json"))["schedule"]
    flashcards(home, "config", "model", "FSRS-7")
    after = json.loads(said(home, "why", "knee", "--json"))["schedule"]
    assert "fast" in after["memory"]
    flashcards(home, "config", "model", "FSRS-6")
    assert json.loads(said(home, "why", "knee", "--json"))["schedule"] == before


@pytest.mark.parametrize(("typed", "value"), [("n\r", "0.9"), ("y\r", "0.95")])
def test_at_a_terminal_it_asks_before_due_dates_move(home: Path, typed: str, value: str) -> None:
    screen = Screen(home, "config", "retention", "0.95")
    screen.wait_for("Change it? [y/N]")
    screen.type(typed)
    assert screen.leave() == 0
    assert ("Not changed." in screen.shown) == (value == "0.9")
    assert f"retention = {value}" in said(home, "config", "retention")
    screen = Screen(home, "config", "retention", "0.85", "--yes")
    screen.wait_for("retention = 0.85")
    assert screen.leave() == 0


def test_at_a_terminal_a_dry_run_asks_nothing(home: Path) -> None:
    screen = Screen(home, "config", "retention", "0.95", "--dry-run")
    assert screen.leave() == 0
    assert "4 of 4 due dates move" in screen.shown
    assert "?" not in screen.shown
