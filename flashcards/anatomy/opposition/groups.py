"""Groups of muscles: what several are called together, such as the hamstrings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set

from flashcards.anatomy.terms.data import load, remembered


@remembered
def groups() -> Mapping[str, frozenset[str]]:
    """Return each group with the muscles it holds, those of a group within it, too.

    >>> sorted(groups()["iliopsoas"]), "longissimus thoracis" in groups()["erector spinae"]
    (['iliacus', 'psoas major'], True)
    """
    told = {name: tuple(entry.get("holds", ())) for name, entry in load("muscles").items()}
    return {name: frozenset(_held(name, told)) for name, holds in told.items() if holds}


def called_together(these: Set[str], never: Set[str]) -> Iterator[str]:
    """Yield the groups that hold some of these muscles, and none of those that they must never hold.

    >>> list(called_together({"gluteus maximus", "semitendinosus"}, {"gracilis", "gluteus minimus"}))
    ['hamstrings']
    """
    return (name for name, held in groups().items() if held & these and not held & never)


def _held(name: str, told: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    for held in told.get(name, ()):
        yield from _held(held, told) if told.get(held) else (held,)
