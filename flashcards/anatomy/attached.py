"""Which muscles attach to a landmark, as the muscles of a deck and its neighbors tell it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from flashcards.anatomy.gathered import gathered
from flashcards.anatomy.subject import Subject, joined, mid
from flashcards.anatomy.terms import vocabulary
from flashcards.fact import Fact
from flashcards.note import Note

ENDS = {"origin": "Begins there", "insertion": "Ends there"}


@dataclass(frozen=True, slots=True)
class Attached:
    """The muscles at a landmark: names that are `sure`, each with its other names, and `doubtful` ones.

    `ends` says in a line each which of the sure ones begin there, and which end there.
    """

    sure: Mapping[str, tuple[str, ...]]
    doubtful: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()


NOBODY = Attached({})


@gathered
def attachments(notes: Iterable[Note]) -> Mapping[str, Attached]:
    """Return who attaches where, by landmark; doubtful is what may not be asked, as books disagree."""
    told: dict[str, list[tuple[Note, Fact]]] = {}
    for note in (note for note in notes if note.kind == "muscles"):
        for fact in note.slot(*ENDS):
            told.setdefault(_at(fact), []).append((note, fact))
    return {landmark: _attached(pairs) for landmark, pairs in told.items() if landmark}


def _attached(told: list[tuple[Note, Fact]]) -> Attached:
    asked = [(note, fact) for note, fact in told if fact.askable]
    sure = {note.name: Subject(note).also_called for note, _ in asked}
    doubtful = tuple(dict.fromkeys(note.name for note, _ in told if note.name not in sure))
    return Attached(sure, doubtful, tuple(_ends(asked)))


def _ends(asked: list[tuple[Note, Fact]]) -> Iterator[str]:
    for slot, does in ENDS.items():
        names = tuple(dict.fromkeys(mid(note.name) for note, fact in asked if fact.slot == slot))
        if names:
            yield f"{does}: {joined(names)}."


def _at(fact: Fact) -> str:
    found = vocabulary.landmark(fact.text)
    return found.key if found else ""
