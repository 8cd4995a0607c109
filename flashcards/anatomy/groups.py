"""Groups of muscles: what several are called together, such as the hamstrings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set

from flashcards.anatomy.data import load, remembered


@remembered
def groups() -> Mapping[str, frozenset[str]]:
    """Return each group with the muscles it holds, those of a group within it, too.

    >>> sorted(groups()["iliopsoas"]), "longissimus thoracis" in groups()["erector spinae"]
    (['iliacus', 'psoas major'], True)
    """
    told = {name: tuple(entry.get("holds", ())) for name, entry in load("muscles").items()}
    return {name: frozenset(_held(name, told)) for name, holds in told.items() if holds}


def called_together(these: Set[str], among: Set[str]) -> Iterator[str]:
    """Yield the groups that these muscles are, two at least, where only those `among` come into question.

    >>> hip = {"biceps femoris", "semitendinosus", "semimembranosus", "gluteus maximus", "rectus femoris"}
    >>> list(called_together(hip - {"rectus femoris"}, hip))
    ['hamstrings']
    """
    for name, held in groups().items():
        if len(held & these) > 1 and held & among <= these:
            yield name


def _held(name: str, told: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    for held in told.get(name, ()):
        yield from _held(held, told) if told.get(held) else (held,)
