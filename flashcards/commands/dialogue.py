"""The dialogue with the learner: prints lines and reads lines, in a window as through a pipe."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from io import StringIO
from typing import Any, TextIO

import click

from flashcards.commands.terminal import has_colour, plain, width, wrap

PROMPT = "> "
LONGEST_LINE = 2000

STYLES: dict[str, dict[str, Any]] = {
    "plain": {},
    "strong": {"bold": True},
    "faint": {"dim": True},
    "good": {"fg": "green", "bold": True},
    "fair": {"fg": "yellow", "bold": True},
    "bad": {"fg": "red", "bold": True},
}
"""What colour adds where there is any; the words alone say everything."""


class Dialogue:
    """Where lines are printed and read.

    A pipe does not show what is sent through it, so a line read from one is repeated behind its prompt, with
    the next thing that is printed.
    """

    def __init__(self, source: TextIO, target: TextIO, columns: int, *, colour: bool = False) -> None:
        self.source, self.target, self.columns, self.colour = source, target, columns, colour
        self._unshown: list[str] = []

    def say(self, text: str = "", mark: str = "", style: str = "plain") -> None:
        """Print a text, wrapped; its further lines stand below where it begins behind the mark."""
        self._show_read()
        for line in wrap(text, self.columns, mark, " " * len(mark)):
            painted = click.style(line, **STYLES[style]) if self.colour and line and STYLES[style] else line
            click.echo(painted, self.target, color=self.colour)

    def ask(self) -> str:
        """Read one line, made plain; EOFError at the end of the input."""
        self._show_read()
        try:
            return plain(self._read())
        except (EOFError, KeyboardInterrupt):
            self._unshown.append("")
            raise

    def _read(self) -> str:
        if self.source is sys.stdin and self.source.isatty():
            return input(PROMPT)[:LONGEST_LINE]
        click.echo(PROMPT, self.target, nl=False)
        line = self._read_piped()
        self._unshown.append(line)
        return line

    def _read_piped(self) -> str:
        """Read one line and pass over what makes it too long."""
        line = rest = self.source.readline(LONGEST_LINE)
        if not line:
            raise EOFError
        while rest and not rest.endswith("\n"):
            rest = self.source.readline(LONGEST_LINE)
        return line.rstrip("\r\n")

    def _show_read(self) -> None:
        while self._unshown:
            lines = "\n".join(wrap(self._unshown.pop(), self.columns, PROMPT, " " * len(PROMPT)))
            click.echo(lines[len(PROMPT) :], self.target)


def open_dialogue() -> Dialogue:
    """Return the dialogue over this process's own input and output; one that is closed counts as empty."""
    source, target = sys.stdin or StringIO(), sys.stdout or StringIO()
    if source.isatty() and os.environ.get("TERM") != "dumb":
        _edit_lines()
    return Dialogue(source, target, width(), colour=has_colour(target))


def _edit_lines() -> None:
    """Let the arrow keys move within the line, where the system has readline."""
    with suppress(ImportError):
        import readline

        readline.parse_and_bind("set enable-bracketed-paste off")
        readline.set_auto_history(False)
