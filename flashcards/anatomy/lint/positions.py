"""Who lies where: told from both sides, it must not contradict itself."""

from __future__ import annotations

from collections.abc import Iterator

from flashcards.anatomy.lint.finding import finding
from flashcards.anatomy.names import name_of
from flashcards.anatomy.relation import MIRROR
from flashcards.anatomy.subject import mid
from flashcards.fact import Fact
from flashcards.kind import Notes
from flashcards.note import Note
from flashcards.place import Problem


def contradicting_relation(note: Note, notes: Notes) -> Iterator[Problem]:
    """Refuse a position whose reverse is told as well, here or by the other muscle."""
    for fact in note.slot("relation"):
        for other in _reverse(note, fact, notes):
            if other.place < fact.place or other.place.file != fact.place.file:
                yield _contradiction(note, fact, other, notes)


def _reverse(note: Note, fact: Fact, notes: Notes) -> Iterator[Fact]:
    """Yield what says the reverse: the mirror of this here, or the same by the other muscle."""
    mirror = MIRROR.get(fact["of"], "")
    if mirror in ("", fact["of"]):
        return
    yield from (told for told in note.slot("relation") if (told.text, told["of"]) == (fact.text, mirror))
    theirs = notes[fact.text].slot("relation") if fact.text in notes else ()
    ours = (note.path, note.key) if "/" not in fact.text else (note.path,)
    yield from (told for told in theirs if told.text in ours and told["of"] == fact["of"])


def _contradiction(note: Note, fact: Fact, other: Fact, notes: Notes) -> Problem:
    one, two = mid(note.name), mid(name_of(fact.text, notes))
    return finding(
        fact,
        "contradicting-relation",
        f"{one} can't lie {fact['of']} {two}: the reverse is told too",
        "keep the one that is true",
        severity="error",
        also=(other.place,),
    )
