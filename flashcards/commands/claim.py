"""The claim "I was right": it counts this time, and from then on where the answer may stay."""

from __future__ import annotations

from dataclasses import dataclass

from flashcards.commands.asking import Asking
from flashcards.commands.feedback import sentence


@dataclass(slots=True)
class Claim:
    """What becomes of "I was right": whether it was `made`, and whether it `lasts` beyond this time.

    It lasts for what was typed, but never where safety hangs on it; where the answer contradicts the right
    one, only if it is made twice.
    """

    asking: Asking
    given: str
    made: bool = False
    lasts: bool = False

    def make(self) -> str:
        """Make the claim, or make it again; return what to say of it."""
        from flashcards.quiz.accepted import takes_accepted

        again, self.made = self.made, True
        if not takes_accepted(self.asking.question):
            return "Counted as right, this time."
        against = "" if again else self.asking.contradiction(self.given)
        if against:
            return (
                f"Counted as right, this time. But {sentence(against)} To have it count from now on: r again."
            )
        self.lasts = True
        return "Counted as right, from now on for this card."
