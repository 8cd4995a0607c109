"""Finding decks by path or id, and reading all that can be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from flashcards.anatomy import examine, shelf
from flashcards.archive import Archive
from flashcards.commands.once import Once
from flashcards.deck import Deck
from flashcards.decks import builtin
from flashcards.errors import DeckError, FileError, UnknownName
from flashcards.files import NO_DECK
from flashcards.problems import did_you_mean, suggest
from flashcards.reading import Reading
from flashcards.shelf import ENDINGS
from flashcards.sweeping import unswept

if TYPE_CHECKING:
    from flashcards.draft import Draft


@dataclass(frozen=True, slots=True)
class Collection:
    """The decks that could be read, and the readings of those that could not."""

    decks: tuple[Deck, ...]
    broken: tuple[Reading, ...] = ()


def find(names: Iterable[str], added: Sequence[str] = ()) -> list[Path]:
    """Return the files that names stand for: paths, folders of decks, ids of decks that ship or were added.

    FileError where a path leads nowhere, UnknownName where an id is not known.
    """
    return list(dict.fromkeys(path for name in names for path in _find(name, added)))


def _find(name: str, added: Sequence[str]) -> Iterator[Path]:
    path = Path(name).expanduser()
    known = {deck.stem: deck for deck in (*builtin(), *map(Path, added))}
    if name and path.is_dir():
        yield from _in_folder(path)
    elif name and path.exists():
        yield path
    elif path.suffix in ENDINGS:
        raise FileError(f"{path}: there is no such file", NO_DECK)
    elif name in known:
        yield known[name]
    else:
        hints = (did_you_mean(suggest(name, known)), f"name a file, or one of: {', '.join(known)}")
        raise UnknownName(f"no deck is called '{name}'", " ".join(filter(None, hints)))


def _in_folder(folder: Path) -> Iterator[Path]:
    files = _files(folder)
    if not files:
        raise FileError(f"{folder}: no decks in this folder", "a deck is a file that ends in .yaml or .yml")
    yield from files


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.suffix in ENDINGS and path.is_file())


def examine_all(paths: Iterable[Path], added: Iterable[str] = ()) -> Iterator[Reading]:
    """Examine the files; they may name one another, the decks beside them, those added and those that ship.

    Two decks of one id are an error in the second, and so is a muscle that both tell.
    """
    files, once = tuple(paths), Once()
    archive = Archive(shelf((*files, *_added(added)), builtin()), examine)
    for path in files:
        with unswept():
            reading = once.checked(archive.reading(path))
        yield reading


def _added(names: Iterable[str]) -> Iterator[Path]:
    for path in map(Path, names):
        yield from _files(path) if path.is_dir() else (path,)


def drafts(paths: Iterable[Path]) -> list[Draft]:
    """Return what each file tells by itself; FileError where one can't be read."""
    decks = shelf()
    return [decks.draft(path) for path in paths]


def read(paths: Iterable[Path]) -> tuple[Deck, ...]:
    """Read decks, which may name others; DeckError with every problem, FileError for what can't be read."""
    collection = read_all(paths)
    if collection.broken:
        raise DeckError(problem for reading in collection.broken for problem in reading.problems)
    return collection.decks


def read_all(paths: Iterable[Path], added: Iterable[str] = ()) -> Collection:
    """Read the decks, keeping apart those with errors."""
    readings = list(examine_all(paths, added))
    decks = tuple(reading.deck for reading in readings if reading.deck)
    return Collection(decks, tuple(reading for reading in readings if not reading.deck))
