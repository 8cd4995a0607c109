"""What was worked out before, kept in the platform's cache folder: it may vanish at any time and comes back.

A cache never stands in the way: without a folder that can be written nothing is kept, and what is damaged, of
another version, or kept under another key counts as nothing. It holds plain values only, and runs no code.
"""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any, TypeVar

from flashcards import __version__

T = TypeVar("T")

FORMAT = 4
"""The form of marshal's values that every Python since 3.4 reads."""

SEAL = 16
"""Bytes of a file's seal, a hash of version, key and content: what was cut short or changed breaks it."""


def cache_folder(environ: Mapping[str, str], platform: str = sys.platform) -> Path | None:
    """Return the folder FLASHCARDS_CACHE names, else the platform's; None where there is neither.

    The same as platformdirs says, which takes 12 ms to load.

    >>> print(cache_folder({"XDG_CACHE_HOME": "/var/cache/anna"}, "linux"))
    /var/cache/anna/flashcards
    """
    if named := environ.get("FLASHCARDS_CACHE"):
        return Path(named).absolute()
    if platform == "win32":
        local = environ.get("LOCALAPPDATA")
        return Path(local, "flashcards", "Cache") if local else None
    try:
        if platform == "darwin":
            return Path.home() / "Library" / "Caches" / "flashcards"
        folder = environ.get("XDG_CACHE_HOME", "")
        return (Path(folder) if os.path.isabs(folder) else Path.home() / ".cache") / "flashcards"
    except RuntimeError:  # nobody's home
        return None


def stamp(paths: Iterable[Path]) -> str:
    """Return a key that changes with the name, size or time of change of any of the files.

    OSError where there is no such file.
    """
    found = ((path, path.stat()) for path in paths)
    return "\n".join(f"{path}\t{status.st_size}\t{status.st_mtime_ns}" for path, status in found)


def kept(name: str, key: str, make: Callable[[], T]) -> T:
    """Return what is kept under a name with this key; else what is made now, which is kept from then on."""
    found: T | None = load(name, key)
    if found is None:
        store(name, key, found := make())
    return found


def load(name: str, key: str) -> Any:
    """Return what was stored last under a name, None unless it was stored with this key and is whole."""
    folder = cache_folder(os.environ)
    try:
        written = (folder / name).read_bytes() if folder else b""
    except OSError:
        return None
    body = memoryview(written)[SEAL:]
    return marshal.loads(body) if written[:SEAL] == _seal(key, body) else None


def store(name: str, key: str, value: Any) -> None:
    """Keep a value under a name (that of a file), in place of what was kept there, where that is possible.

    A value is made of None, numbers, text, bytes, tuples, lists, sets and dictionaries; ValueError otherwise.
    """
    body = marshal.dumps(value, FORMAT)
    if folder := cache_folder(os.environ):
        with suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            _replace(folder / name, _seal(key, body) + body)


def _seal(key: str, body: bytes | memoryview) -> bytes:
    sealed = blake2b(f"{__version__}\0{key}\0".encode(errors="surrogateescape"), digest_size=SEAL)
    sealed.update(body)
    return sealed.digest()


def _replace(path: Path, content: bytes) -> None:
    """Write a file aside and put it in place at once, so that nobody ever reads half of it."""
    from tempfile import mkstemp  # only where something new is kept: it costs start-up time

    handle, aside = mkstemp(dir=path.parent, prefix=f".{path.name}-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        os.replace(aside, path)
    except BaseException:
        os.unlink(aside)
        raise
