"""Opposition, derived: two muscles oppose each other in a movement at a joint, never as a whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from flashcards.anatomy import vocabulary
from flashcards.anatomy.movement import SLOTS, full_movement
from flashcards.anatomy.subject import mid
from flashcards.fact import Fact
from flashcards.kind import Notes
from flashcards.note import Note


@dataclass(frozen=True, slots=True)
class Meeting:
    """Two muscles meeting in a movement at a joint: against each other, or as partners."""

    joint: str
    one: Note
    one_fact: Fact
    other: Note
    other_fact: Fact
    opposed: bool

    @property
    def text(self) -> str:
        """What both do, as one statement."""
        if self.opposed:
            return f"{full_movement(self.one_fact)} against {full_movement(self.other_fact)}"
        return full_movement(self.one_fact)

    @property
    def reason(self) -> str:
        """Why the two meet, for telling it after the answer."""
        joint, one, other = self.joint.replace("-", " "), self.one.name, mid(self.other.name)
        if self.opposed:
            names = tuple(_movement(fact).name for fact in (self.one_fact, self.other_fact))
            return f"{one} and {other} both act on the {joint}; {names[0]} opposes {names[1]}."
        return f"{one} and {other} both make this movement of the {joint}."


def muscles(notes: Notes) -> tuple[Note, ...]:
    """Return the muscles of a deck, in its order."""
    return tuple(note for note in notes.values() if note.kind == "muscles")


def meetings(notes: Notes) -> Iterator[Meeting]:
    """Yield every movement in which two muscles of the deck oppose or help each other."""
    for one, other in combinations(muscles(notes), 2):
        yield from meetings_of(one, other)


def meetings_of(one: Note, other: Note) -> Iterator[Meeting]:
    """Yield the meetings of two muscles; reversed actions take part, disputed ones do not."""
    for fact in _moves(one):
        for other_fact in _moves(other):
            ours, theirs = _movement(fact), _movement(other_fact)
            if not vocabulary.meet(ours.joint, theirs.joint):
                continue
            if vocabulary.opposite(ours.joint, ours.name) == theirs.name:
                yield Meeting(ours.joint, one, fact, other, other_fact, opposed=True)
            elif ours.name == theirs.name and fact["side"] == other_fact["side"]:
                yield Meeting(ours.joint, one, fact, other, other_fact, opposed=False)


def _moves(note: Note) -> Iterator[Fact]:
    return (fact for fact in note.slot(*SLOTS) if fact.askable and vocabulary.movement(fact.text))


def _movement(fact: Fact) -> vocabulary.Movement:
    found = vocabulary.movement(fact.text)
    assert found is not None, "only facts whose movement is known meet"
    return found
