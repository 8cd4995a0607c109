"""A meeting: two muscles, or parts of muscles, that oppose or help each other in a movement at a joint."""

from __future__ import annotations

from dataclasses import dataclass

from flashcards.anatomy.movement import full_movement
from flashcards.anatomy.opposition.held import held
from flashcards.anatomy.opposition.move import Move
from flashcards.anatomy.opposition.verbs import acts, place, pronoun
from flashcards.anatomy.subject import capital, mid


@dataclass(frozen=True, slots=True)
class Meeting:
    """Two moves at a joint: one against the other, or both alike.

    `across` where they only meet so with the other muscle on the other side of the body.
    """

    joint: str
    one: Move
    other: Move
    opposed: bool
    across: bool = False

    @property
    def text(self) -> str:
        """What both do, as one statement."""
        one, other = full_movement(self.one.fact), full_movement(self.other.fact)
        return f"{one} against {other}" if self.opposed else one

    @property
    def reversed(self) -> bool:
        """Whether one of the two works with its insertion held still."""
        return self.one.reversed or self.other.reversed

    @property
    def twins(self) -> bool:
        """Whether it is one muscle, on both sides of the body."""
        return self.one.subject.path == self.other.subject.path

    @property
    def reason(self) -> str:
        """Why the two meet: at which joint, and what each does to it, the unusual end being named.

        "both act on the hip; gluteus maximus extends it, with the leg fixed sartorius flexes it"
        """
        where = place(self.joint, self.one.fact, self.other.fact)
        it = pronoun(where)
        one, other = self.one.subject.called, self.other.subject.called
        other = f"the {mid(self.other.subject.name)} of the other side" if self.across else other
        does, answers = acts(self.one, it), acts(self.other, it)
        first = f"both act on {where}; {held(self.one)}{one} {does}"
        if self.opposed or self.across:
            return f"{first}, {held(self.other)}{other} {answers}"
        return f"{first}, and so {self.other.subject.does('does', 'do')} {other} {held(self.other)}".rstrip()

    @property
    def sentence(self) -> str:
        """The reason as a whole sentence."""
        return f"{capital(self.reason)}."
