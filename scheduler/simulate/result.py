"""What a simulation comes to, day by day."""

from __future__ import annotations

from ..value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .arrays import Floats, Ints


class Simulation(Value):
    """One learner's figures in arrays of one entry a day, and where the cards stand in the end.

    - `reviews`: cards asked again on a later day, without those asked again within the steps;
    - `correct`: how many of them were recalled;
    - `new`: cards begun;
    - `minutes`: time spent on all answers, those within the steps, too;
    - `known`: facts known when the day is over: the sum, over the cards begun, of the true chances of recall;
    - `memory`: what the scheduler holds of each card begun, in columns; the rows are the model's numbers,
      with FSRS stability and difficulty first.
    """

    __slots__ = ("reviews", "correct", "new", "minutes", "known", "memory")
    __eq__, __hash__ = object.__eq__, object.__hash__  # of arrays one cannot say whether they are equal
    reviews: Ints
    correct: Ints
    new: Ints
    minutes: Floats
    known: Floats
    memory: Floats

    def __init__(
        self, reviews: Ints, correct: Ints, new: Ints, minutes: Floats, known: Floats, memory: Floats
    ) -> None:
        self.fill(reviews=reviews, correct=correct, new=new)
        self.fill(minutes=minutes, known=known, memory=memory)

    @property
    def known_at_the_end(self) -> float:
        """How many facts are known when the last day is over."""
        return float(self.known[-1])

    @property
    def minutes_a_day(self) -> float:
        """The minutes of an average day."""
        return float(self.minutes.mean())

    @property
    def recall(self) -> float:
        """The share of reviews that were recalled, the true retention; NaN where there was no review."""
        reviews = int(self.reviews.sum())
        return int(self.correct.sum()) / reviews if reviews else float("nan")

    @property
    def known_per_minute(self) -> float:
        """The facts known in the end for each minute spent; NaN where no time was."""
        minutes = float(self.minutes.sum())
        return self.known_at_the_end / minutes if minutes else float("nan")
