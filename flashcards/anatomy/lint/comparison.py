"""Comparing muscles with the reference table: what it tells otherwise, lacks or adds, as hints."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from flashcards.anatomy.lint.attachment import place_of
from flashcards.anatomy.lint.nerves import nerve_in
from flashcards.anatomy.movement import SLOTS
from flashcards.anatomy.subject import ENDS, Subject, a, mid, subjects
from flashcards.anatomy.terms import vocabulary
from flashcards.fact import Fact, fold
from flashcards.note import Note
from flashcards.place import Place, Problem

Sense = Callable[[Fact], str]


@dataclass(frozen=True, slots=True)
class Aspect:
    """What is compared: slots that may be taken for one another, and what a fact of them comes down to."""

    slots: tuple[str, ...]
    sense: Sense


@dataclass(frozen=True, slots=True)
class Reference:
    """A muscle or a part of one as the reference table tells it."""

    subject: Subject

    def told(self, *slots: str) -> tuple[Fact, ...]:
        """Return what it tells in some slots: of a whole muscle also what stands in its parts."""
        part = self.subject.part
        return self.subject.told(*slots) if part else tuple(self.subject.note.slot(*slots))


def compared(notes: Iterable[Note], table: Iterable[Note]) -> Iterator[Problem]:
    """Yield a hint wherever a muscle and the reference table differ; the table's own notes are left alone."""
    known = references(table)
    for note in notes:
        found = next((known[name] for name in _names(Subject(note)) if name in known), None)
        if found and found.subject.note.path != note.path:
            for aspect in ASPECTS:
                yield from _differences(note, found, aspect)


def references(table: Iterable[Note]) -> Mapping[str, Reference]:
    """Return the muscles of the table and their parts by each of their names; a muscle goes before a part."""
    every = [subject for note in table if note.kind == "muscles" for subject in subjects(note)]
    ordered = sorted(every, key=lambda subject: not subject.part)
    return {name: Reference(subject) for subject in ordered for name in _names(subject)}


def _names(subject: Subject) -> Iterator[str]:
    """Yield the folded names of a muscle; of a part also those that begin with it: anterior deltoid."""
    first = f"{subject.part} {subject.note.name}".replace("-", " ")
    return map(fold, (subject.key.replace(".", " "), first.strip(), subject.name, *subject.also_called))


def _differences(note: Note, found: Reference, aspect: Aspect) -> Iterator[Problem]:
    theirs = found.told(*aspect.slots)
    where = {(aspect.sense(fact), fact.slot): fact for fact in theirs}
    senses = {sense for sense, _ in where}
    for fact in note.slot(*aspect.slots):
        sense = aspect.sense(fact)
        if sense in senses and (sense, fact.slot) not in where:
            other = next(told for told in theirs if aspect.sense(told) == sense)
            yield _hint(fact, f"{fact.text} is {_a(other)} of {mid(note.name)}, and not {_a(fact)}", other)
        elif sense not in senses and theirs and not fact.disputed:
            others = [told for told in theirs if told.slot == fact.slot] or theirs
            yield _hint(
                fact, f"{_the(fact)} is {_texts(others)}, and nothing is said of {fact.text}", others[0]
            )
    own = {aspect.sense(fact) for fact in note.slot(*aspect.slots)}
    for fact in theirs:
        if fact.askable and fact["backing"] != "0" and aspect.sense(fact) not in own:
            yield _missing(note, fact)


def _hint(fact: Fact, saying: str, other: Fact) -> Problem:
    return _differs(fact.place, len(fact.text), f"says that {saying}", other)


def _missing(note: Note, fact: Fact) -> Problem:
    told = f"has {_a(fact)} of {mid(note.name)} that is not here: {fact.text}"
    return _differs(note.place, len(note.key), told, fact)


def _differs(place: Place, width: int, told: str, other: Fact) -> Problem:
    message = f"books differ: the reference table {told}"
    return Problem(
        place, "books-differ", message, _backed(other), width=width, severity="hint", also=(other.place,)
    )


def _backed(fact: Fact) -> str:
    groups = f"; {fact['backing']} of 5 groups of sources say so" if fact["backing"] else ""
    return f"follow the book you learn from{groups}"


NOUNS = {"reversed": "reversed action"}


def _a(fact: Fact) -> str:
    return a(NOUNS.get(fact.slot, fact.slot))


def _the(fact: Fact) -> str:
    return f"the {NOUNS.get(fact.slot, fact.slot)}"


def _texts(facts: Sequence[Fact]) -> str:
    return " and ".join(dict.fromkeys(fact.text for fact in facts))


def _place(fact: Fact) -> str:
    found = place_of(fact.text)
    return found.key if found else fold(fact.text)


def _movement(fact: Fact) -> str:
    found = vocabulary.movement(fact.text)
    return f"{found.joint} {found.name}" if found else fold(fact.text)


def _nerve(fact: Fact) -> str:
    return nerve_in(fact.text) or fold(fact.text)


ASPECTS = (Aspect(ENDS, _place), Aspect(SLOTS, _movement), Aspect(("nerve",), _nerve))
"""Attachments by landmark, at either end; movements by joint, with either end held still; nerves by name."""
