"""The shelf: decks found by the id that others name them by, each read once and only when it is asked for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from flashcards.errors import FileError
from flashcards.files import bytes_of
from flashcards.kind import Kind

if TYPE_CHECKING:
    from flashcards.draft import Draft

ENDINGS = (".yaml", ".yml")

NAMED = re.compile(rb"^(?:\xef\xbb\xbf)?deck:[ \t]+[\"']?([a-z0-9-]+)", re.MULTILINE)
"""A deck's id in its file, found without reading the rest."""


class Shelf:
    """Decks by id: the near ones, then those in the folder of the file that asks, then the far ones.

    Where two have one id, the first counts.
    """

    def __init__(
        self, kinds: Callable[[], Sequence[Kind]], near: Iterable[Path] = (), far: Iterable[Path] = ()
    ) -> None:
        self._kinds, self.near, self.far = kinds, tuple(near), tuple(far)
        self._contents: dict[Path, bytes] = {}
        self._drafts: dict[Path, Draft] = {}
        self._folders: dict[Path, Mapping[str, Path]] = {}

    @cached_property
    def kinds(self) -> Sequence[Kind]:
        """The kinds of notes that decks can hold."""
        return self._kinds()

    def content(self, path: Path) -> bytes:
        """Return the bytes of a file, or enough of them to see that it is too long; FileError for no file."""
        if path not in self._contents:
            self._contents[path] = bytes_of(path)
        return self._contents[path]

    def draft(self, path: Path) -> Draft:
        """Return what a file tells by itself; FileError where it can't be read."""
        from flashcards.draft import draft  # only where there is something to read: YAML costs start-up time

        if path not in self._drafts:
            self._drafts[path] = draft(self.content(path), path, self.kinds)
        return self._drafts[path]

    def find(self, deck: str, asking: Path) -> Path | None:
        """Return the file of the deck that a file means by an id, None where there is none."""
        return next((decks[deck] for decks in self._decks(asking) if deck in decks), None)

    def known(self, asking: Path) -> tuple[str, ...]:
        """Return the ids that a file can name."""
        return tuple(dict.fromkeys(deck for decks in self._decks(asking) for deck in decks))

    def _decks(self, asking: Path) -> Iterator[Mapping[str, Path]]:
        """Yield files by id; a folder is only looked into where the near ones are not enough."""
        yield self._near
        yield self._beside(asking.parent)
        yield self._far

    @cached_property
    def _near(self) -> Mapping[str, Path]:
        return self._by_id(self.near)

    @cached_property
    def _far(self) -> Mapping[str, Path]:
        return self._by_id(self.far)

    def _beside(self, folder: Path) -> Mapping[str, Path]:
        if folder not in self._folders:
            self._folders[folder] = self._by_id(_files(folder))
        return self._folders[folder]

    def _by_id(self, paths: Iterable[Path]) -> Mapping[str, Path]:
        found: dict[str, Path] = {}
        for path in paths:
            with suppress(FileError):
                if named := NAMED.search(self.content(path)):
                    found.setdefault(named[1].decode(), path)
        return found


def _files(folder: Path) -> list[Path]:
    """Return the files of a folder that may be decks; none where it can't be looked into."""
    with suppress(OSError):
        return sorted(path for path in folder.iterdir() if path.suffix in ENDINGS)
    return []
