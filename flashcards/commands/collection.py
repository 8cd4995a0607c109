"""Finding decks by path or id, and reading all that can be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from flashcards.anatomy import examine
from flashcards.deck import Deck
from flashcards.decks import builtin
from flashcards.errors import FileError, UnknownName
from flashcards.place import Place, Problem
from flashcards.problems import suggest
from flashcards.reader import Reading

ENDINGS = (".yaml", ".yml")


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
        raise FileError(f"{path}: there is no such file", "name a deck: a YAML file you can read")
    elif name in known:
        yield known[name]
    else:
        nearest = suggest(name, tuple(known))
        hint = f"did you mean '{nearest}'? " if nearest else ""
        raise UnknownName(f"no deck is called '{name}'", f"{hint}name a file, or one of: {', '.join(known)}")


def _in_folder(folder: Path) -> Iterator[Path]:
    files = sorted(path for path in folder.rglob("*") if path.suffix in ENDINGS and path.is_file())
    if not files:
        raise FileError(f"{folder}: no decks in this folder", "a deck is a file that ends in .yaml or .yml")
    yield from files


def examine_all(paths: Iterable[Path]) -> Iterator[Reading]:
    """Examine the files; two decks of one id are an error in the second."""
    first: dict[str, Path] = {}
    for reading in map(examine, paths):
        if reading.deck and first.setdefault(reading.deck.id, reading.path) != reading.path:
            yield _doubled(reading, reading.deck.id, first[reading.deck.id])
        else:
            yield reading


def _doubled(reading: Reading, deck: str, other: Path) -> Reading:
    line = next(number for number, text in enumerate(reading.lines, 1) if text.startswith("deck:"))
    place = Place(str(reading.path), line, 1)
    message, help = f"the id '{deck}' is that of {other} too", "give one of the two another id"
    problem = Problem(place, "same-deck", message, help=help, width=len("deck"))
    return replace(reading, deck=None, problems=tuple(sorted((*reading.problems, problem))))


def read_all(paths: Iterable[Path]) -> Collection:
    """Read the decks, keeping apart those with errors."""
    readings = list(examine_all(paths))
    decks = tuple(reading.deck for reading in readings if reading.deck)
    return Collection(decks, tuple(reading for reading in readings if not reading.deck))
