"""What the failures of SQLite and of the system mean in plain words, and what to do about them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from errno import ENOSPC
from pathlib import Path

from flashcards.errors import FlashcardsError, StoreBusy, StoreError, StoreFull

PATIENCE = 5.0
"""Seconds to wait for another process."""

SAFE = "every answer acknowledged so far is kept"
ELSEWHERE = "name another folder with --home or FLASHCARDS_HOME"
PERMIT = f"make the folder and the file readable and writable, or {ELSEWHERE}"
FAULTS: dict[str, tuple[type[StoreError], str, str]] = {
    "SQLITE_FULL": (StoreFull, "the disk is full", f"make room and run it again: {SAFE}"),
    "SQLITE_IOERR": (
        StoreFull,
        "it cannot be written or read to the end",
        f"look whether the disk is full or failing, then run it again: {SAFE}",
    ),
    "SQLITE_READONLY": (StoreError, "it may not be written", PERMIT),
    "SQLITE_CANTOPEN": (StoreError, "it cannot be opened", PERMIT),
    "SQLITE_NOTADB": (StoreError, "it is no database", "move the file away, or put a backup in its place"),
    "SQLITE_CORRUPT": (StoreError, "it is damaged", "keep a copy of the file and put a backup in its place"),
    "SQLITE_CONSTRAINT": (
        StoreError,
        "it has another event under the number of a new one, so one of the two homes is a copy of the other",
        "keep both homes as they are; nothing was changed",
    ),
    "SQLITE_BUSY": (
        StoreBusy,
        f"another program has held it for over {PATIENCE:.0f} seconds",
        "close the other program, then run it again",
    ),
}


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn what SQLite or the system say into a StoreError: the place, what is wrong, what to do."""
    try:
        yield
    except sqlite3.Error as error:
        family = "_".join(getattr(error, "sqlite_errorname", "").split("_")[:2])
        unknown = (StoreError, str(error), "keep a copy of the file and report this message")
        kind, what, help = FAULTS.get(family, unknown)
        raise kind(f"{path}: {what}", help) from error
    except FlashcardsError:  # some of them are OSErrors too, and have been told already
        raise
    except OSError as error:
        kind = StoreFull if error.errno == ENOSPC else StoreError
        raise kind(f"{error.filename or path}: {error.strerror or error}", PERMIT) from error
