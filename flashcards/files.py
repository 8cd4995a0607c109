"""Files: read as far as a deck may go, and written whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from errno import EISDIR
from pathlib import Path

from flashcards.errors import FileError

LARGEST = 5 * 1024 * 1024
"""Bytes a file may have; far more than any deck needs, and little enough to be read at once."""

NO_DECK = "name a deck: a YAML file you can read"


def bytes_of(path: Path) -> bytes:
    """Return the bytes of a file, or enough of them to see that it is too long; FileError for no file."""
    if path.exists() and not (path.is_file() or path.is_dir()):
        raise FileError(f"{path}: this is no ordinary file", NO_DECK)
    try:
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except OSError as error:
        raise FileError(f"{path}: {error.strerror or error}", NO_DECK) from error


@contextmanager
def replacing(path: Path, content: bytes) -> Iterator[None]:
    """Write the content beside the path, and rename it to the path when the block is done.

    A file that is replaced keeps its rights. Whatever fails, in the block too, leaves the path as it was and
    nothing beside it; FileError where the file can't be written.
    """
    path = Path(os.path.realpath(path))
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        _write(part, path, content)
        yield
        _rename(part, path)
    finally:
        with suppress(OSError):
            part.unlink()


def _write(part: Path, path: Path, content: bytes) -> None:
    try:
        if path.is_dir():
            raise IsADirectoryError(EISDIR, "this is a folder, not a file")
        with part.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            part.chmod(path.stat().st_mode)
    except OSError as error:
        raise _unwritable(path, error) from error


def _rename(part: Path, path: Path) -> None:
    try:
        part.replace(path)
    except OSError as error:
        raise _unwritable(path, error) from error


def _unwritable(path: Path, error: OSError) -> FileError:
    help = "nothing was changed; make room there, let it be written, or name another place"
    return FileError(f"{path}: {error.strerror or error}", help)


def ended_like(text: str, model: str) -> str:
    r"""Return a text with the line ends of another: those of Windows, where that has them.

    >>> ended_like("a\nb\n", "x\r\n"), ended_like("a\nb\n", "x\n")
    ('a\r\nb\r\n', 'a\nb\n')
    """
    return text.replace("\n", "\r\n") if "\r\n" in model else text
