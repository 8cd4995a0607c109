"""FSRS-6 over arrays, an entry a review: the equations of `scheduler.fsrs6`, where their source stands.

What a rating alone decides is reckoned once, as an array taken by rating, whose entry 0 is never read. Sums
and products are reckoned in place, so that short arrays cost few calls and long ones little memory.
"""

from __future__ import annotations

from math import exp

import numpy as np

from .. import fsrs6 as plain
from ..fsrs6 import FSRS6
from ..rating import Rating
from .arrays import Floats, Ratings
from .model import BatchModel, Memories, limited


class BatchFSRS6(BatchModel):
    """FSRS-6 over arrays; days are whole, so that all reviews of one day are 0 days apart, and recalled."""

    fields = ("stability", "difficulty")

    def __init__(self, model: FSRS6) -> None:
        w = self.w = model.parameters
        firsts = [model.first(rating) for rating in Rating]
        self.factor = plain.curve_factor(w[20])
        self.first_stability = np.array([0, *(memory.stability for memory in firsts)])
        self.first_difficulty = np.array([0, *(memory.difficulty for memory in firsts)])
        self.gain = exp(w[8]) * np.array([0, 0, w[15], 1, w[16]])
        self.change = np.exp(w[17] * (np.arange(5) - 3 + w[18]))
        self.lowest_change = np.array([0.0, 0, 1, 1, 1])
        # The difficulty after a review is a straight line of the one before; at 10 no rating changes it.
        self.base = np.array(
            [0, *(plain.mean_reversion(w, plain.difficulty_change(w, 0, r)) for r in Rating)]
        )
        self.slope = (plain.mean_reversion(w, 10) - self.base) / 10

    def first(self, rating: Ratings) -> Memories:
        """Return the memories that first reviews leave."""
        return self.first_stability[rating], self.first_difficulty[rating]

    def next(self, memories: Memories, rating: Ratings, days: Floats) -> tuple[Memories, Floats]:
        """Return the memories that reviews leave, *days* after the ones before, and the chances of recall."""
        stability, difficulty = memories
        after, recall = np.empty(days.size), np.ones(days.size)
        later, again = days >= 1, rating == 1
        (near,) = np.nonzero(~later)
        after[near] = self.same_day_stability(stability[near], rating[near])
        for chosen, changed in (
            (later & again, self.lapsed_stability),
            (later & ~again, self.recalled_stability),
        ):
            (rows,) = np.nonzero(chosen)
            before = stability[rows]
            chance = self.forgetting_curve(days[rows], before)
            recall[rows] = chance
            after[rows] = changed(before, difficulty[rows], chance, rating[rows])
        limited(after, plain.LOWEST_STABILITY, plain.HIGHEST_STABILITY)
        return (after, self.next_difficulty(difficulty, rating)), recall

    def forgetting_curve(self, days: Floats, stability: Floats) -> Floats:
        """Return the chances of recall."""
        base = days / stability
        base *= self.factor
        base += 1
        return np.power(base, -self.w[20], out=base)

    def same_day_stability(self, stability: Floats, rating: Ratings) -> Floats:
        """Return the stabilities after reviews on the day of the last one."""
        change = np.power(stability, -self.w[19])
        change *= self.change[rating]
        np.maximum(change, self.lowest_change[rating], out=change)
        change *= stability
        return change

    def recalled_stability(
        self, stability: Floats, difficulty: Floats, recall: Floats, rating: Ratings
    ) -> Floats:
        """Return the stabilities after recall on a later day: stability + stability gain."""
        grown = 1 - recall
        grown *= self.w[10]
        np.exp(grown, out=grown)
        grown -= 1
        grown *= 11 - difficulty
        grown *= self.gain[rating]
        grown *= np.power(stability, 1 - self.w[9])
        grown += stability
        return grown

    def lapsed_stability(
        self, stability: Floats, difficulty: Floats, recall: Floats, rating: Ratings
    ) -> Floats:
        """Return the stabilities after lapses, whose rating is one."""
        w = self.w
        relearned = 1 - recall
        relearned *= w[14]
        np.exp(relearned, out=relearned)
        relearned *= w[11]
        relearned *= np.power(difficulty, -w[12])
        relearned *= np.power(stability + 1, w[13]) - 1
        return np.minimum(relearned, stability * exp(-w[17] * w[18]), out=relearned)

    def next_difficulty(self, difficulty: Floats, rating: Ratings) -> Floats:
        """Return the difficulties after later reviews, within their limits."""
        after = self.slope[rating]
        after *= difficulty
        after += self.base[rating]
        return limited(after, plain.LOWEST_DIFFICULTY, plain.HIGHEST_DIFFICULTY)
