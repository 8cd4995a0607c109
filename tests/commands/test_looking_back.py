"""`due`, `why`, `undo` and `log`: what waits and why, what was answered and taken back."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.commands.driving import HIP, flashcards, hip_deck, log

LATER = {"FLASHCARDS_NOW": "2026-03-02T09:05:00+01:00"}
NEXT_WEEK = {"FLASHCARDS_NOW": "2026-03-12T09:00:00+01:00"}


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home whose collection is the small deck, two of its cards answered, one of them not known."""
    home = tmp_path / "home"
    flashcards(home, "config", "decks", hip_deck(tmp_path))
    flashcards(home, "quiz", typed="coccyx\n4\ntibia\n\n")
    return home


def objects(home: Path, *words: str, **more: str) -> list[dict[str, Any]]:
    done = flashcards(home, *words, "--json", **more)
    assert (done.returncode, done.stderr) == (0, "")
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_due_says_what_waits_now_and_later(home: Path) -> None:
    assert flashcards(home, "due").stdout == "Now: 1 due, 2 new.\n"
    assert flashcards(home, "due", **NEXT_WEEK).stdout == "Now: 2 due, 2 new.\n"
    flashcards(home, "config", "learn_ahead_minutes", "0")
    assert flashcards(home, "due").stdout == "Now: 0 due, 2 new.\nLater today: 1 card, the first at 09:01.\n"


def test_due_says_how_many_wait_for_another_day_because_their_fact_has_this_one(
    home: Path, tmp_path: Path
) -> None:
    (tmp_path / "hip.yaml").write_text(HIP.replace("back: coccyx", "back: coccyx, both_ways: true"))
    flashcards(home, "quiz", typed="x\n4\n" * 4, FLASHCARDS_NOW="2026-03-03T09:00:00+01:00")
    month = {"FLASHCARDS_NOW": "2026-05-02T09:00:00+01:00", "COLUMNS": "200"}
    assert flashcards(home, "due", **month).stdout == (
        "Now: 4 due, 0 new.\n"
        "1 more is due and waits for another day, because another card asks about the same fact.\n"
    )
    (told,) = objects(home, "due", **month)
    assert (len(told["due"]), told["held"]) == (4, 1)


def test_due_as_json_names_the_cards_and_the_next_moment(home: Path) -> None:
    (told,) = objects(home, "due")
    assert {name: [card.split("/")[1] for card in told[name]] for name in ("due", "new", "early")} == {
        "due": [],
        "new": ["knee", "heel"],
        "early": ["longest"],
    }
    assert (told["later_today"], told["next"]) == (0, {"at": "2026-03-02T09:01:00+01:00", "cards": 3})


def test_nothing_due_says_when_the_next_card_is(home: Path) -> None:
    flashcards(home, "config", "new_per_day", "0")
    flashcards(home, "quiz", typed="femur\n4\n")
    assert flashcards(home, "due").stdout.startswith("Nothing waits now. Next: 1 card ")


def test_why_says_where_a_card_stands_and_what_was_answered(home: Path) -> None:
    lines = flashcards(home, "why", "longest", COLUMNS="200", **LATER).stdout.splitlines()
    assert lines[0] == "Which bone is the longest?"
    assert lines[1] == "  It is in its learning steps, due at 09:01."
    assert lines[2].startswith("  Memory: stability 0.2 days, difficulty 6.4 of 10, chance of recall 100%")
    assert lines[3] == "  2026-03-02 09:00 Again: 'tibia' (wrong)"


def test_why_tells_a_new_card_and_one_that_rests(home: Path) -> None:
    assert "Never answered. It is among today's new cards." in flashcards(home, "why", "hip/knee").stdout
    assert "It rests: its chance of recall is 100%. It is due " in flashcards(home, "why", "tail").stdout
    assert (
        "It is due: its chance of recall is 89%, and 90% is wanted."
        in flashcards(home, "why", "tail", COLUMNS="200", **NEXT_WEEK).stdout
    )
    flashcards(home, "config", "new_per_day", "0")
    assert "It waits for a day with room for it" in flashcards(home, "why", "hip/knee").stdout


def test_why_tells_of_a_sibling_that_has_the_day(home: Path, tmp_path: Path) -> None:
    (tmp_path / "hip.yaml").write_text(HIP.replace("back: coccyx", "back: coccyx, both_ways: true"))
    forward, backward = objects(home, "why", "tail")
    assert (forward["siblings"], backward["siblings"]) == ([backward["card"]], [forward["card"]])
    assert (forward["waits"], backward["waits"]) == (False, False)


def test_why_as_json_has_the_schedule_and_the_reviews(home: Path) -> None:
    (told,) = objects(home, "why", "longest")
    assert told["schedule"]["state"] == "learning"
    assert [(one["answer"], one["verdict"], one["rating"]) for one in told["reviews"]] == [
        ("tibia", "wrong", "again")
    ]
    assert told["waits"] is True


def test_a_card_is_found_by_its_beginning_or_its_note_and_no_other_way(home: Path) -> None:
    (card,) = objects(home, "why", "hip/longest")
    for name in (card["card"], card["card"][:-3], card["card"].removeprefix("hip/"), "longest", "lon"):
        assert objects(home, "why", name) == [card]
    assert len(objects(home, "why", "hip")) == 4
    for name, hint in (
        ("longst", "did you mean 'longest'?"),
        ("zzz", "prints the ids"),
        ("h", "such as hip/"),
    ):
        done = flashcards(home, "why", name)
        assert (done.returncode, done.stdout) == (1, "")
        assert done.stderr.startswith("error: ")
        assert hint in done.stderr


def test_undo_goes_back_answer_by_answer_and_redo_forth(home: Path) -> None:
    def undone() -> list[object]:
        return [one["undone"] for one in log(home)]

    assert flashcards(home, "undo").stdout.startswith("Took back: Again to 'tibia' for hip/longest/")
    assert undone() == [False, True]
    assert flashcards(home, "undo").stdout.startswith("Took back: Easy to 'coccyx' for hip/tail/")
    assert undone() == [True, True]
    assert flashcards(home, "undo").stdout.startswith("Took back: decks =\n")
    nothing = flashcards(home, "undo")
    assert (nothing.returncode, nothing.stderr.split("\n")[0]) == (1, "error: there is nothing to take back")
    assert flashcards(home, "undo", "--redo").stdout.startswith("Counts again: decks =\n")
    assert flashcards(home, "undo", "--redo").stdout.startswith("Counts again: Easy to 'coccyx'")
    assert flashcards(home, "undo", "--redo").stdout.startswith("Counts again: Again to 'tibia'")
    assert undone() == [False, False]
    assert flashcards(home, "undo", "--redo").returncode == 1


def test_an_answer_taken_back_does_not_come_back_after_another(home: Path) -> None:
    flashcards(home, "undo")
    flashcards(home, "quiz", typed="femur\n3\n")
    assert flashcards(home, "undo", "--redo").returncode == 1
    assert [one["undone"] for one in log(home)] == [False, True, False]


def test_the_log_has_each_review_on_a_line(home: Path) -> None:
    first, second = log(home)
    assert first | {"id": "", "card": ""} == {
        "id": "",
        "at": "2026-03-02T09:00:00.000+01:00",
        "card": "",
        "rating": "easy",
        "verdict": "right",
        "answer": "coccyx",
        "options": [],
        "ms": 0,
        "override": False,
        "undone": False,
    }
    assert str(second["card"]).startswith("hip/longest/")


@pytest.mark.parametrize(
    "words", [["due"], ["why", "psoas-major"], ["undo"], ["undo", "--redo"], ["log"], ["config"]]
)
def test_looking_makes_no_store(tmp_path: Path, words: list[str]) -> None:
    flashcards(tmp_path / "home", *words)
    assert not (tmp_path / "home").exists()
