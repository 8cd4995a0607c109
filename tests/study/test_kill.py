"""A process killed at any moment loses no acknowledged answer; several at once never lock each other out."""

import random
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from flashcards.study.database import FILE
from flashcards.study.event import Event
from flashcards.study.fold import fold
from flashcards.study.store import Store
from tests.study.histories import START

ROOT = Path(__file__).parents[2]

ANSWERING = """
import os, signal, sys
from datetime import timedelta
from pathlib import Path
from flashcards.scheduler import Rating
from flashcards.study.event import Answer
from flashcards.study.store import Store
from tests.study.histories import CARDS, START

home, who, answers, killed_after = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
with Store.open(home, os.urandom) as store:
    for number in range(1, answers + 1):
        now = START + timedelta(minutes=number)
        event = store.answer(CARDS[number % 8], Answer(Rating.GOOD, f"{who} {number}"), now)
        if number == killed_after:  # the answer is kept, and the learner has not been told
            os.kill(os.getpid(), signal.SIGKILL)
        print(event.id, flush=True)
        if number % 25 == 0:
            print(store.undo(event.id, now).id, flush=True)
"""


def answering(home: Path, who: str, answers: int, killed_after: int = 0) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", ANSWERING, str(home), who, str(answers), str(killed_after)]
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, text=True, cwd=ROOT
    )


def killed_at_random(home: Path, chance: random.Random) -> list[str]:
    """Let a process answer, kill it from outside at a random moment, return what it said."""
    process = answering(home, "killed", 100_000)
    assert process.stdout is not None
    told = [process.stdout.readline() for _ in range(chance.choice([0, 1, 1, 2, 5, 9]))]
    time.sleep(chance.choice([0, 0.0005, 0.002, 0.01]) if told else chance.uniform(0, 0.4))
    process.kill()
    rest, _ = process.communicate()
    assert process.returncode == -signal.SIGKILL
    return [line.strip() for line in [*told, *rest.splitlines(keepends=True)] if line.endswith("\n")]


def killed_before_the_prompt(home: Path, number: int) -> list[str]:
    """Let a process answer, die once the answer is kept and not yet told, return what it said."""
    said, _ = (process := answering(home, "killed", number, number)).communicate()
    assert process.returncode == -signal.SIGKILL
    return said.split()


def whole(home: Path) -> list[Event]:
    """The events of a home, once it is clear that the file, every event and the state are sound."""
    with Store.open(home, random.Random(1).randbytes) as store:
        events = store.events(START.replace(year=2027))
        assert store.damaged() == ()
        assert store.state(START.replace(year=2027)) == fold(events)
    with closing(sqlite3.connect(home / FILE)) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    return events


def test_forty_kills_at_random_moments_lose_no_acknowledged_answer(tmp_path: Path) -> None:
    chance = random.Random(20260302)
    acknowledged: list[str] = []
    for kill in range(1, 41):
        acknowledged += killed_at_random(tmp_path, chance)
        kept = [event.id for event in whole(tmp_path)]
        assert set(acknowledged) <= set(kept)
        assert len(kept) <= len(acknowledged) + kill


@pytest.mark.parametrize("number", range(1, 13))
def test_a_kill_between_the_answer_and_the_prompt_leaves_one_more_than_was_told(
    tmp_path: Path, number: int
) -> None:
    acknowledged = killed_before_the_prompt(tmp_path, number)
    kept = [event.id for event in whole(tmp_path)]
    assert kept[:-1] == acknowledged
    assert len(kept) == len(acknowledged) + 1


def test_three_processes_at_once_on_a_fresh_home_all_get_through(tmp_path: Path) -> None:
    home = tmp_path / "fresh" / "home"
    processes = [answering(home, who, 200) for who in ("ann", "ben", "cleo")]
    said = [process.communicate() for process in processes]
    assert [(process.returncode, errors) for process, (_, errors) in zip(processes, said, strict=True)] == [
        (0, "")
    ] * 3
    events = whole(home)
    assert sorted(event.id for event in events) == sorted(line for lines, _ in said for line in lines.split())
    assert len(events) == 3 * (200 + 8)
    assert sorted(event.dseq for event in events) == list(range(1, len(events) + 1))
    assert len({event.device for event in events}) == 1


def test_five_times_three_processes_open_a_fresh_home_in_the_same_moment(tmp_path: Path) -> None:
    for attempt in range(5):
        processes = [answering(tmp_path / str(attempt), who, 1) for who in ("ann", "ben", "cleo")]
        assert [process.communicate()[1] for process in processes] == [""] * 3
        assert len(whole(tmp_path / str(attempt))) == 3
