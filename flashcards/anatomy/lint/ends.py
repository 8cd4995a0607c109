"""Attachments against each other: origin equal to insertion, and what is told of the whole and a part."""

from __future__ import annotations

from collections.abc import Iterator

from flashcards.anatomy.lint.finding import finding
from flashcards.anatomy.subject import ENDS, Subject, mid
from flashcards.fact import fold
from flashcards.kind import Notes
from flashcards.note import Note
from flashcards.place import Problem

SEGMENTAL = (
    "interspinal",
    "intertransvers",
    "intercostal",
    "rotator",
    "multifid",
    "levatores costarum",
    "subcostal",
    "levator costae",
)
"""Beginnings of the names of muscles that run from one vertebra or rib to a like place on another."""


def same_place(note: Note, _: Notes) -> Iterator[Problem]:
    """Warn of an insertion at the very place of an origin, save in segmental and intercostal muscles."""
    starts = {(fact["part"], fold(fact.text)): fact for fact in note.slot("origin") if not fact.disputed}
    for fact in note.slot("insertion"):
        first = starts.get((fact["part"], fold(fact.text)))
        if first and not fact.disputed and not is_segmental(note):
            name = mid(Subject(note, fact["part"]).name)
            yield finding(
                fact,
                "same-place",
                f"{name} has its origin and its insertion both at '{fact.text}'",
                "write where its other end attaches",
                also=(first.place,),
            )


def is_segmental(note: Note) -> bool:
    """Tell whether a muscle runs between like places of neighboring vertebrae or ribs."""
    names = fold(" ".join((note.key, note.name, *note.words.get("latin", ()), *note.words.get("group", ()))))
    return "segmental" in names or any(beginning in names for beginning in SEGMENTAL)


def part_repeats_whole(note: Note, _: Notes) -> Iterator[Problem]:
    """Warn where a part tells an attachment that the whole muscle tells already."""
    parted = [fact for fact in note.slot(*ENDS) if fact["part"]]
    whole = {(fact.slot, fold(fact.text)): fact for fact in Subject(note).told(*ENDS)} if parted else {}
    for fact in parted:
        if first := whole.get((fact.slot, fold(fact.text))):
            yield finding(
                fact,
                "part-repeats-whole",
                f"'{fact.text}' is told of the whole muscle too",
                "tell it once: of the whole if every part attaches there, else of the part",
                also=(first.place,),
            )
