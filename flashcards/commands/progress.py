"""A bar on the terminal for what takes a while."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

from flashcards.commands.terminal import width

AROUND = len("  []  100%")
"""What stands on the line beside the label and the bar."""


@contextmanager
def progress(label: str) -> Iterator[Callable[[float], object]]:
    """Show the share done, from 0 to 1, that what comes is called with: a bar on one line of the terminal.

    Nothing is shown elsewhere, nor where TERM is dumb: such a terminal would keep every state of the bar.
    """
    if not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield bool
        return
    room = max(0, width() - 1 - AROUND - len(label))  # the last column is left, for some go on to a new line
    with click.progressbar(length=100, label=label, width=room, show_eta=False, file=sys.stderr) as bar:
        yield lambda share: bar.update(int(share * 100) - bar.pos)
