"""A card: one question about one fact, in one form, with an id that lasts."""

from __future__ import annotations

from dataclasses import dataclass

from flashcards.fact import Fact
from flashcards.note import Note
from flashcards.question import Question


@dataclass(frozen=True, slots=True)
class Card:
    """One question about one fact of a note; `explanation` is told after the answer, a line each.

    `groups` name what the question tells besides: the slots whose facts stand in it.
    """

    note: Note
    fact: Fact
    form: str
    question: Question
    explanation: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The lasting id: deck/note/fact/form."""
        return f"{self.fact_path}/{self.form}"

    @property
    def fact_path(self) -> str:
        """The fact's path, deck/note/fact: cards that share it are siblings."""
        return f"{self.note.path}/{self.fact.id}"

    @property
    def kin(self) -> frozenset[str]:
        """What cards may not share on one day, for one would give the other away: its fact, its groups."""
        return frozenset((self.fact_path, *(f"{self.note.path}:{group}" for group in self.groups)))


def fact_path(card_id: str) -> str:
    """Return the fact's path of a card id.

    >>> fact_path("psoas-and-ql/psoas-major/insertion-1a2b3c4d/recall")
    'psoas-and-ql/psoas-major/insertion-1a2b3c4d'
    """
    return card_id.rpartition("/")[0]


def note_path(card_id: str) -> str:
    """Return the note's path of a card id.

    >>> note_path("psoas-and-ql/psoas-major/insertion-1a2b3c4d/recall")
    'psoas-and-ql/psoas-major'
    """
    return fact_path(card_id).rpartition("/")[0]
