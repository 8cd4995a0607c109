"""Drives the real program: through a pipe, at a terminal, and as an object in this process."""

import json
import os
import pty
import re
import select
import subprocess
import sys
import termios
from pathlib import Path
from time import monotonic

ROOT = Path(__file__).parents[2]
NOW = "2026-03-02T09:00:00+01:00"
PATIENCE = 30
HIP = """\
deck: hip
title: Around the hip
language: en
cards:
  tail: {front: What is the tail bone called?, back: coccyx}
  longest: {front: Which bone is the longest?, back: femur}
  knee: {front: Which bone lies in the knee?, back: patella}
  heel: {front: Which bone makes the heel?, back: calcaneus}
"""


def environment(home: Path, **more: str) -> dict[str, str]:
    """A fresh home, plain output, and a clock that stands still unless FLASHCARDS_NOW is blank."""
    base = {key: os.environ[key] for key in ("PATH", "SYSTEMROOT", "FLASHCARDS_CACHE") if key in os.environ}
    wanted = {**base, "FLASHCARDS_HOME": str(home), "FLASHCARDS_NOW": NOW, "PYTHONUTF8": "1", **more}
    return {key: value for key, value in wanted.items() if value}


def hip_deck(folder: Path) -> str:
    """Write a small deck and return its path."""
    path = folder / "hip.yaml"
    path.write_text(HIP)
    return str(path)


def flashcards(
    home: Path, *words: str, typed: str | bytes = b"", **more: str
) -> subprocess.CompletedProcess[str]:
    """Run a command with lines typed through a pipe."""
    done = subprocess.run(
        [sys.executable, str(ROOT / "cli.py"), *words],
        input=typed.encode() if isinstance(typed, str) else typed,
        capture_output=True,
        env=environment(home, **more),
        timeout=PATIENCE,
    )
    out, err = done.stdout.decode(), done.stderr.decode()
    assert "Traceback" not in err, err
    return subprocess.CompletedProcess(done.args, done.returncode, out, err)


def log(home: Path) -> list[dict[str, object]]:
    """The reviews a home holds."""
    return [json.loads(line) for line in flashcards(home, "log").stdout.splitlines()]


class Screen:
    """A terminal with the program in it; it echoes what is typed, as any terminal does."""

    def __init__(self, home: Path, *words: str, columns: int = 80, **more: str) -> None:
        self.shown = ""
        self._seen = 0
        self._program, self._master = pty.fork()
        if not self._program:
            termios.tcsetwinsize(0, (40, columns))
            line = [sys.executable, str(ROOT / "cli.py"), *words]
            os.execve(sys.executable, line, environment(home, **{"TERM": "xterm-256color", **more}))

    def wait_for(self, text: str) -> None:
        """Read until a text is shown behind all that was waited for before."""
        deadline = monotonic() + PATIENCE
        while text not in self.shown[self._seen :]:
            more = monotonic() < deadline and self._read()
            assert more, f"{text!r} is not in {self.shown[self._seen :]!r}"
        self._seen = self.shown.index(text, self._seen) + len(text)

    def type(self, text: str) -> None:
        """Type some keys."""
        os.write(self._master, text.encode())

    def stop(self, key: str) -> int:
        """Press a key, again where it had no effect, and return the exit code.

        Python's input() misses a Ctrl-C in the instant between showing its prompt and beginning to listen.
        """
        for _ in range(3):
            self.type(key)
            while select.select([self._master], [], [], PATIENCE / 6)[0]:
                if not self._read():
                    return self.leave()
        return self.leave()

    def leave(self) -> int:
        """Read to the end and return the exit code."""
        while self._read():
            pass
        os.close(self._master)
        return os.waitstatus_to_exitcode(os.waitpid(self._program, 0)[1])

    def _read(self) -> bool:
        """Read what there is; nothing comes any more once the program has ended."""
        if not select.select([self._master], [], [], PATIENCE)[0]:
            return False
        try:
            more = os.read(self._master, 4096)
        except OSError:  # how Linux says that nobody has the other end open
            return False
        self.shown += more.decode(errors="replace").replace("\r\n", "\n")
        return bool(more)


def without_colour(text: str) -> str:
    """Return a text without the sequences that colour it."""
    return re.sub(r"\x1b\[[0-9;]*m", "", text)
