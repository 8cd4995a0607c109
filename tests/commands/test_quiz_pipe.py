"""The quiz through a pipe: a session with mistakes, an undo, an early end, and another day."""

import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.commands.driving import HIP, ROOT, environment, flashcards, hip_deck, log

A_SESSION = """\
Around the hip: 0 due, 4 new.
:? helps, :u takes back, :q stops.

1 of 4 · Tail
What is the tail bone called?
> coccyx
Right.
Answer: coccyx

1 Again 1 min  2 Hard 6 min  3 Good 10 min  4 Easy 10 days
Enter: Good. ?: help.
>_
Good: again in 10 min.

2 of 5 · Longest
Which bone is the longest?
> patella
Wrong: 'patella' is not the answer.
Answer: femur

1 Again 1 min  2 Hard 6 min  3 Good 10 min  4 Easy 8 days
Enter: Again. r: I was right. ?: help.
> 2
Hard: again in 6 min.

3 of 6 · Knee
Which bone lies in the knee?
> :q

2 answers: 1 right and 1 wrong.
4 cards left for now.
""".replace("_", " ")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def deck(tmp_path: Path) -> str:
    return hip_deck(tmp_path)


def test_a_session_reads_like_this(home: Path, deck: str) -> None:
    done = flashcards(home, "quiz", deck, typed="coccyx\n\npatella\n2\n:q\n")
    assert (done.returncode, done.stderr, done.stdout) == (0, "", A_SESSION)


@pytest.mark.parametrize("typed", ["", "coccyx", "coccyx\n", "coccyx\n3", "coccyx\n3\n", ":q", "coccyx\nq\n"])
def test_the_end_of_the_input_is_the_end_of_the_session(home: Path, deck: str, typed: str) -> None:
    done = flashcards(home, "quiz", deck, typed=typed)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith("left for now.\n")
    assert len(log(home)) == ("3" in typed)


def test_mistakes_undo_and_being_right_after_all_are_kept_in_the_log(home: Path, deck: str) -> None:
    typed = ["coccyx", "3", "tibia", "r", "", "sternum", "", ":u", "patella", "easy", ":q"]
    flashcards(home, "quiz", deck, typed="\n".join(typed))
    told = [
        (one["answer"], one["rating"], one["verdict"], one["override"], one["undone"]) for one in log(home)
    ]
    assert told == [
        ("coccyx", "good", "right", False, False),
        ("tibia", "good", "wrong", True, False),
        ("sternum", "again", "wrong", False, True),
        ("patella", "easy", "right", False, False),
    ]


def test_undo_goes_further_back_each_time_and_stops_at_the_beginning(home: Path, deck: str) -> None:
    typed = ["coccyx", "", "femur", "u", "femur", "u", ":u", "", "1", ":q"]
    out = flashcards(home, "quiz", deck, typed="\n".join(typed)).stdout
    asked = [line.split(" · ")[1] for line in out.splitlines() if " · " in line]
    assert asked == ["Tail", "Longest", "Tail", "Tail", "Tail", "Longest"]
    assert out.count("Not taken back: this session has no answer to take back.") == 2


def test_the_next_day_asks_what_fell_due_and_what_is_new(home: Path, deck: str) -> None:
    flashcards(home, "config", "new_per_day", "2")
    first = flashcards(home, "quiz", deck, typed="coccyx\n4\nfemur\n\nfemur\n\n").stdout
    assert "Around the hip: 0 due, 2 new." in first
    assert first.endswith("3 answers: 3 right.\nNothing waits now. Next: 2 cards tomorrow.\n")
    second = flashcards(home, "quiz", deck, FLASHCARDS_NOW="2026-03-06T09:00:00+01:00").stdout
    assert "Around the hip: 1 due, 2 new." in second
    assert "1 of 3 · Longest" in second


def test_an_empty_queue_says_when_the_next_card_is_due(home: Path, deck: str) -> None:
    flashcards(home, "quiz", deck, typed="\n4\n" * 4)
    done = flashcards(home, "quiz", deck)
    assert done.stdout.endswith("\n\nNothing waits now. Next: 1 card on Sunday 8 March.\n")


def test_input_that_is_no_text_or_too_long_is_an_answer_like_any_other(home: Path, deck: str) -> None:
    typed = b"\xff\xfe\x00coccyx\x1b\n\n" + b"x" * 100_000 + b"\n\n"
    assert flashcards(home, "quiz", deck, typed=typed).returncode == 0
    first, second = log(home)
    assert (first["verdict"], "\x1b" in str(first["answer"])) == ("right", False)
    assert (second["verdict"], len(str(second["answer"]))) == ("wrong", 2000)


def test_a_deck_edited_while_it_is_studied_counts_from_the_next_session(home: Path, deck: str) -> None:
    flashcards(home, "quiz", deck, typed="coccyx\n4\n")
    Path(deck).write_text(
        HIP.replace("the tail bone called", "the tailbone called").replace("heel:", "foot:")
    )
    out = flashcards(home, "quiz", deck).stdout
    assert "Reworded, schedule kept:" in out
    assert "0 due, 3 new" in out


def test_a_deck_with_errors_is_left_out_and_the_others_are_studied(
    home: Path, deck: str, tmp_path: Path
) -> None:
    (tmp_path / "broken.yaml").write_text("deck: broken\ntitle: Broken\n  oops\n")
    done = flashcards(home, "quiz", str(tmp_path))
    assert "left out: " in done.stderr
    assert "broken.yaml" in done.stderr
    assert "Around the hip: 0 due, 4 new." in done.stdout
    alone = flashcards(home, "quiz", str(tmp_path / "broken.yaml"))
    assert alone.returncode == 1
    assert alone.stderr.startswith("error: ")


@pytest.mark.parametrize("name", ["nosuch", "nosuch.yaml", "."])
def test_no_deck_is_one_message_and_makes_no_store(home: Path, tmp_path: Path, name: str) -> None:
    done = flashcards(home, "quiz", str(tmp_path) if name == "." else name)
    assert done.returncode == 1
    assert done.stderr.startswith("error: ")
    assert not home.exists()


def test_no_colour_goes_through_a_pipe(home: Path, deck: str) -> None:
    assert "\x1b" not in flashcards(home, "quiz", deck, typed="\n\n" * 3, TERM="xterm-256color").stdout


@pytest.mark.parametrize("closed", ["<&-", ">&-", "<&- >&-"])
def test_closed_input_or_output_is_no_traceback(home: Path, deck: str, closed: str) -> None:
    line = shlex.join([sys.executable, str(ROOT / "cli.py"), "quiz", deck])
    done = subprocess.run(
        f"{line} {closed}", shell=True, env=environment(home), stdin=subprocess.DEVNULL, capture_output=True
    )
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_disk_that_fills_up_loses_no_acknowledged_answer(home: Path, deck: str) -> None:
    flashcards(home, "quiz", deck)
    line = shlex.join([sys.executable, str(ROOT / "cli.py"), "quiz", deck])
    done = subprocess.run(
        f"ulimit -f 200; {line}", shell=True, env=environment(home), input=b"\n1\n" * 500, capture_output=True
    )
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr
    assert b"every answer acknowledged so far is kept" in done.stderr
    acknowledged = done.stdout.count(b"Again: again in 1 min.\n")
    assert 0 < acknowledged <= len(log(home)) <= acknowledged + 1
    assert flashcards(home, "quiz", deck, typed="\n1\n").stdout.count("Again: again in 1 min.") == 1
