"""The bar of what takes a while stays on one line of any terminal, and off those that cannot go back."""

import os
import pty
import re
import subprocess
import sys
import termios

import pytest

PROGRAM = """
from flashcards.commands.progress import progress
with progress("Simulating") as told:
    for step in range(1, 1001):
        told(step / 1000)
"""


def drawn(columns: int, term: str) -> str:
    """What the program writes to a terminal of so many columns."""
    reader, writer = pty.openpty()
    termios.tcsetwinsize(writer, (24, columns))
    env = {"PATH": os.environ["PATH"], "TERM": term, "COLUMNS": str(columns)}
    with subprocess.Popen([sys.executable, "-c", PROGRAM], stdout=writer, stderr=writer, env=env) as program:
        os.close(writer)
        shown = b""
        while more := _read(reader):
            shown += more
    os.close(reader)
    assert program.returncode == 0, shown
    return shown.decode()


def _read(reader: int) -> bytes:
    try:
        return os.read(reader, 4096)
    except OSError:  # how Linux says that nobody has the other end open
        return b""


@pytest.mark.parametrize("columns", [20, 40, 200])
def test_the_bar_stays_on_one_line(columns: int) -> None:
    shown = drawn(columns, "xterm-256color")
    states = re.sub(r"\x1b\[[?0-9;]*[a-zA-Z]", "", shown).rstrip("\r\n").split("\r")
    assert max(map(len, states)) <= columns
    assert "\n" not in "".join(states)
    assert states[-1].endswith("100%")


def test_a_terminal_that_cannot_go_back_shows_nothing() -> None:
    assert drawn(40, "dumb") == ""
