"""The decks that ship: YAML files beside this one."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

__all__ = ["UnknownDeck", "builtin"]


class UnknownDeck(LookupError):
    """A name that no deck that ships has."""


def builtin(name: str | None = None) -> tuple[Path, ...]:
    """Return the paths of the decks that ship, by name; or, given a name, of that one alone.

    UnknownDeck where no deck has that name.

    >>> [path.name for path in builtin("psoas-and-ql")]
    ['psoas-and-ql.yaml']
    """
    folder = Path(str(files(__name__)))
    decks = {path.stem: path for path in sorted(folder.glob("*.yaml"))}
    if name is None:
        return tuple(decks.values())
    if name not in decks:
        raise UnknownDeck(f"no deck that ships is called '{name}'; there are: {', '.join(decks)}")
    return (decks[name],)
