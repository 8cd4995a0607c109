"""Whole processes, measured: what each costs from its start to its end."""

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
CLI = (sys.executable, str(ROOT / "cli.py"))


class Cost(NamedTuple):
    """CPU seconds of a process, the seconds one waits for it, and its memory at the most, in MiB."""

    cpu: float
    wall: float
    memory: float


def environment(folder: Path, **more: str) -> Mapping[str, str]:
    """Return an environment with a home and a cache of its own, where Python may keep what it compiles."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    places = {"FLASHCARDS_HOME": "home", "FLASHCARDS_CACHE": "cache", "PYTHONPYCACHEPREFIX": "compiled"}
    return kept | {name: str(folder / place) for name, place in places.items()} | more


def cost(line: Sequence[str], surroundings: Mapping[str, str], typed: bytes = b"") -> Cost:
    """Run a program to its end, with something typed to it."""
    begin = time.perf_counter()
    process = subprocess.Popen(
        line, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, env=dict(surroundings), cwd=ROOT
    )
    assert process.stdin
    process.stdin.write(typed)
    process.stdin.close()
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, f"{line} failed"
    return Cost(used.ru_utime + used.ru_stime, time.perf_counter() - begin, used.ru_maxrss / 1024)


def python(code: str) -> tuple[str, ...]:
    """Return the line that runs some Python."""
    return sys.executable, "-c", code
