"""The quiz killed at any moment loses no acknowledged answer, and goes on where it was.

An answer is acknowledged once the next line is printed: "Again: again in 1 min."
"""

import random
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import datetime
from pathlib import Path
from time import sleep

from flashcards.study.database import FILE
from flashcards.study.store import Store
from tests.commands.driving import NOW, ROOT, environment, flashcards, hip_deck

ACKNOWLEDGED = b"Again: again in 1 min."
MORE_THAN_ENOUGH = b"\n1\n" * 3000


def quiz(home: Path, deck: str) -> subprocess.Popen[bytes]:
    """Start the quiz, with more answers typed than it will get to."""
    program = subprocess.Popen(
        [sys.executable, str(ROOT / "cli.py"), "quiz", deck],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=environment(home),
    )
    assert program.stdin is not None
    program.stdin.write(MORE_THAN_ENOUGH)
    program.stdin.flush()
    return program


def killed(program: subprocess.Popen[bytes], told: bytes = b"") -> int:
    """Kill a quiz that has told so much; return how many answers it acknowledged in whole lines."""
    program.kill()
    assert program.stdin is not None
    assert program.stdout is not None
    rest = program.stdout.read()
    program.stdin.close()
    program.stdout.close()
    assert program.wait() == -signal.SIGKILL
    return (told + rest).count(ACKNOWLEDGED + b"\n")


def killed_at_random(home: Path, deck: str, chance: random.Random) -> int:
    program = quiz(home, deck)
    assert program.stdout is not None
    told = b"".join(program.stdout.readline() for _ in range(chance.randrange(60)))
    sleep(chance.choice([0, 0.0003, 0.002]))
    return killed(program, told)


def killed_before_the_prompt(home: Path, deck: str, answers: int) -> int:
    """Kill a quiz as soon as an answer is seen in its store, mostly before it could say so."""
    with closing(sqlite3.connect(home / FILE)) as database:
        reached = kept(database) + answers
        program = quiz(home, deck)
        while kept(database) < reached:
            pass
        return killed(program)


def kept(database: sqlite3.Connection) -> int:
    ((count,),) = database.execute("SELECT count(*) FROM event WHERE kind = 'review'")
    return int(count)


def test_no_acknowledged_answer_is_lost_to_a_kill(tmp_path: Path) -> None:
    home, deck, chance = tmp_path / "home", hip_deck(tmp_path), random.Random(20260302)
    flashcards(home, "quiz", deck, typed="\n1\n")
    acknowledged, unheard = 1, 0
    for kill in range(1, 51):
        heard = (
            killed_before_the_prompt(home, deck, kill // 2)
            if kill % 2
            else killed_at_random(home, deck, chance)
        )
        acknowledged += heard
        with Store.read(home) as store:
            answers = [event for event in store.events(datetime.fromisoformat(NOW)) if event.kind == "review"]
            assert store.damaged() == ()
        unheard = len(answers) - acknowledged
        assert 0 <= unheard <= kill
    assert unheard > 0, "no kill fell between keeping an answer and saying so"
    with closing(sqlite3.connect(home / FILE)) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    resumed = flashcards(home, "quiz", deck, typed="\n4\n:q\n")
    assert resumed.returncode == 0
    assert "Easy: again in" in resumed.stdout
