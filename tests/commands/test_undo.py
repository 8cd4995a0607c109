"""`undo` takes back the last act, whatever it was, says which, and asks before it takes an old answer."""

from pathlib import Path

import pytest

from tests.commands.driving import NOW, Screen, flashcards, hip_deck, log

TOMORROW = "2026-03-03T09:00:00+01:00"
EASY = "coccyx\n4\nfemur\n4\npatella\n4\ncalcaneus\n4\n"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home whose collection is the small deck, all four cards answered with Easy."""
    home = tmp_path / "home"
    flashcards(home, "config", "decks", hip_deck(tmp_path))
    flashcards(home, "quiz", typed=EASY)
    return home


def said(home: Path, *words: str, **more: str) -> str:
    done = flashcards(home, *words, COLUMNS="1000", **more)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.splitlines()[0] if done.stdout else ""


def undone(home: Path) -> list[object]:
    return [one["undone"] for one in log(home)]


def test_a_setting_is_taken_back_and_no_answer(home: Path) -> None:
    flashcards(home, "config", "retention", "0.95")
    assert said(home, "undo").startswith(
        "Took back: retention = 0.95, now 0.9 again. 4 of 4 due dates move: 0 earlier, 4 later."
    )
    assert said(home, "config", "retention") == "retention = 0.9"
    assert said(home, "undo", "--redo").startswith("Counts again: retention = 0.95. 4 of 4 due dates move")
    assert said(home, "config", "retention").startswith("retention = 0.95")
    assert not any(undone(home))


def test_settings_go_back_one_by_one_to_what_held_before(home: Path) -> None:
    flashcards(home, "config", "new_per_day", "20")
    flashcards(home, "config", "new_per_day", "30")
    assert said(home, "undo") == "Took back: new_per_day = 30, now 20 again."
    assert said(home, "undo") == "Took back: new_per_day = 20, now 10 again."
    assert said(home, "undo").startswith("Took back: Easy to 'calcaneus'")
    for _ in range(3):
        said(home, "undo")
    assert said(home, "undo").endswith("hip.yaml, now none again.")
    assert "there is nothing to take back" in flashcards(home, "undo").stderr


def test_parameters_are_called_your_own(home: Path) -> None:
    default = "0.212 1.2931 2.3065 8.2956 6.4133 0.8334 3.0194 0.001 1.8722 0.1666 0.796 1.4835 0.0614 0.2629"
    flashcards(home, "config", "parameters", f"{default} 1.6483 0.6014 1.8729 0.5425 0.0912 0.0658 0.2")
    assert said(home, "undo").startswith("Took back: parameters = your own, now default again.")


def test_a_cancelled_vacation_holds_again(home: Path) -> None:
    flashcards(home, "vacation", "2026-03-05", "2026-03-20")
    flashcards(home, "vacation", "--cancel", "2026-03-05")
    assert said(home, "vacation", "--json") == ""
    assert said(home, "undo").startswith("Took back: the vacation from 2026-03-05 to 2026-03-20 cancelled, ")
    assert said(home, "vacation") == "2026-03-05 to 2026-03-20"
    assert said(home, "undo", "--redo").startswith("Counts again: the vacation from 2026-03-05 to 2026-03-20")
    assert said(home, "vacation", "--json") == ""
    assert not any(undone(home))


def test_a_link_is_taken_back_and_names_both_ends(home: Path) -> None:
    knee, heel = (str(one["card"]).rpartition("/")[0] for one in log(home)[2:])
    flashcards(home, "link", knee, heel)
    assert said(home, "undo").startswith(f"Took back: {knee} linked to {heel}, ")
    assert not any(undone(home))


def test_links_that_a_quiz_makes_are_no_act(home: Path, tmp_path: Path) -> None:
    deck = tmp_path / "hip.yaml"
    deck.write_text(deck.read_text().replace("back: calcaneus", "back: the calcaneus"))
    flashcards(home, "quiz")
    assert said(home, "undo").startswith("Took back: Easy to 'calcaneus'")


def test_it_says_how_the_act_counts_again(home: Path) -> None:
    assert "`flashcards undo --redo`" in flashcards(home, "undo").stdout
    assert "--redo" not in flashcards(home, "undo", "--redo").stdout


def test_through_a_pipe_an_old_answer_is_taken_back_and_called_so(home: Path) -> None:
    assert "not of today" not in said(home, "undo")
    assert said(home, "undo", FLASHCARDS_NOW=TOMORROW).startswith(
        "Took back an answer that is not of today: Easy to "
    )
    assert undone(home) == [False, False, True, True]


@pytest.mark.parametrize(("typed", "taken"), [("n\r", False), ("y\r", True)])
def test_at_a_terminal_it_asks_before_it_takes_an_old_answer(home: Path, typed: str, taken: bool) -> None:
    screen = Screen(home, "undo", FLASHCARDS_NOW=TOMORROW)
    screen.wait_for("Easy to 'calcaneus'")
    screen.wait_for("Take it back? [y/N]")
    screen.type(typed)
    assert screen.leave() == 0
    assert undone(home)[-1] is taken


def test_at_a_terminal_an_answer_of_today_and_yes_need_no_asking(home: Path) -> None:
    for words, now in ((["undo"], NOW), (["undo", "--yes"], TOMORROW)):
        screen = Screen(home, *words, FLASHCARDS_NOW=now)
        screen.wait_for("Took back")
        assert screen.leave() == 0
    assert undone(home) == [False, False, True, True]
