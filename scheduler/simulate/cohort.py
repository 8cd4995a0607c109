"""A cohort: learners side by side, each on the way through a plan, day by day, many cards at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.random import SFC64, Generator
from numpy.typing import NDArray

from .answers import Answers
from .arrays import Floats, Ints
from .begun import Begun
from .checked import chances
from .diary import Diary
from .habits import Habits
from .limits import Limits, rank
from .mind import Mind
from .model import ArrayModel
from .paths import learning_paths, relearning_paths
from .plan import Plan
from .student import Student

AGAIN = 1
NEVER = np.iinfo(np.int32).max


class Cohort:
    """Where learners stand: what is remembered, when each card was last asked and is due.

    The cards of each learner have a stretch of `room` numbers, in the order in which they are begun. The
    first mind is the scheduler's, which says when a card is due; the last is the student's, which says
    whether it is recalled. They may be the same. Each learner has a chance of its own, whoever is beside.
    """

    def __init__(
        self,
        plans: Sequence[Plan],
        model: ArrayModel,
        habits: Habits,
        student: Student,
        seed: int,
        begun: Sequence[Begun] = (),
    ) -> None:
        self.model, self.learners = model, len(plans)
        self.chance = [Generator(SFC64([seed, number])) for number in range(len(plans))]
        self.room = max(1, *(plan.cards + len(begun) for plan in plans))
        cards = self.room * len(plans)
        self.learning, self.relearning = learning_paths(habits), relearning_paths(habits)
        students = [model] if student is model else [model, student]
        self.minds = [Mind(one, self.learning, self.relearning, cards) for one in students]
        self.last, self.due = np.zeros(cards, np.float32), np.full(cards, NEVER, np.int32)
        self.begun = np.full(len(plans), len(begun))
        self.retention = np.array([plan.retention for plan in plans])
        self.longest = np.array([plan.maximum_interval for plan in plans])
        self.seconds = np.array([0.0, *habits.seconds[1]])
        self.passing = np.cumsum(habits.passing_ratings[::-1]) / sum(habits.passing_ratings)
        self.passing[-1] = 1.0  # what rounding lost
        self.limits = Limits(plans, min(self.seconds[1:].min(), self.learning.seconds.min()))
        self.limits.cards += len(begun)
        if begun:
            self.resume(begun)

    def resume(self, begun: Sequence[Begun]) -> None:
        """Let every learner start with the same cards."""
        memory = np.array([list(card.memory.fields().values()) for card in begun]).T
        self.mine(self.minds[0].memory)[:, :, : len(begun)] = memory[:, np.newaxis]
        self.mine(self.last)[:, : len(begun)] = [-card.days for card in begun]
        self.mine(self.due)[:, : len(begun)] = [card.due for card in begun]

    def live(self, today: int, diary: Diary) -> None:
        """Live through a day and write it down."""
        self.limits.spent[:] = 0
        answers = self.review(today)
        new = self.learn(today)
        diary.write(today, answers, new, self.limits.spent, self.known(today))

    def review(self, today: int) -> Answers:
        """Ask what is due, as far as the limits of the day go."""
        answers = self.answers(today, *self.asked(today))
        answers = answers.only(self.limits.in_time(answers.learner, answers.seconds))
        self.limits.spend(answers.learner, answers.seconds)
        self.remember(today, answers.learner, answers.card, [mind.after(answers) for mind in self.minds])
        return answers

    def learn(self, today: int) -> Ints:
        """Begin new cards, as far as the limits of the day go; return how many each learner began."""
        room = self.limits.new_left(self.begun)
        learner = np.arange(self.learners).repeat(room)
        path = self.learning.chosen(self.chances(room))
        seconds = self.learning.seconds.take(path)
        kept = self.limits.in_time(learner, seconds)
        learner, path = learner[kept], path[kept]
        self.limits.spend(learner, seconds[kept])
        card = learner * self.room + self.begun.take(learner) + rank(learner, self.learners)
        self.remember(today, learner, card, [mind.taught.take(path, 1) for mind in self.minds])
        count = np.bincount(learner, minlength=self.learners)
        self.begun += count
        return count

    def asked(self, today: int) -> tuple[Ints, Ints]:
        """Return who is asked which cards: what is due, the easiest first, while there may be time."""
        most = int(self.begun.max())
        due = self.mine(self.due)[:, :most] <= today
        learner, place = np.divmod(due.ravel().nonzero()[0], most or 1)
        card = learner * self.room + place
        difficulty = self.model.difficulty(self.minds[0].memory.take(card, 1))
        span = difficulty.max(initial=0) - difficulty.min(initial=0) + 1
        card = card[(learner * span + difficulty).argsort(kind="stable")]
        kept = rank(learner, self.learners) < self.limits.reviews_left().take(learner)
        return learner[kept], card[kept]

    def answers(self, today: int, learner: Ints, card: Ints) -> Answers:
        """Return how cards are answered: Again where recall fails, else as is the learner's habit."""
        days = today - self.last.take(card).astype(np.float64)
        recall = self.minds[-1].recall(card, days)
        chance = self.chances(np.bincount(learner, minlength=self.learners))
        with np.errstate(divide="ignore", invalid="ignore"):  # where there is no chance of recall
            rating = 4 - self.passing.searchsorted(chance / recall, "right")
        forgotten = (rating == AGAIN).nonzero()[0]
        # A chance that fell above that of recall lies evenly between it and 1, and serves once more.
        missed = recall.take(forgotten)
        path = np.full(card.size, -1)
        path[forgotten] = self.relearning.chosen((chance.take(forgotten) - missed) / (1 - missed))
        seconds = self.seconds.take(rating)
        seconds[forgotten] += self.relearning.seconds.take(path.take(forgotten))
        return Answers(learner, card, days, rating, path, seconds)

    def remember(self, today: int, learner: Ints, card: Ints, memories: list[Floats]) -> None:
        """Keep what is remembered of cards, and set when they are due."""
        days = np.floor(self.model.interval(memories[0], self.retention.take(learner)) + 0.5)
        waits = np.minimum(np.maximum(days, 1), self.longest.take(learner))
        memories[0] = self.model.settled(memories[0], waits)
        for mind, memory in zip(self.minds, memories, strict=True):
            mind.memory[:, card] = memory
        self.last[card] = today
        self.due[card] = today + waits

    def known(self, today: int) -> Floats:
        """Return how many facts each learner knows: the sum of the chances of recall.

        In half the precision, for it is reckoned of every card on every day.
        """
        mind, most = self.minds[-1], int(self.begun.max())
        memory = self.mine(mind.memory)[:, :, :most]
        memory = memory.astype(np.float32).reshape(len(memory), -1)
        days = today - self.mine(self.last)[:, :most].reshape(-1)
        recall = chances(mind.student, memory, days).reshape(self.learners, most)
        return np.asarray((recall * (np.arange(most) < self.begun[:, np.newaxis])).sum(1))

    def memory_of(self, learner: int) -> Floats:
        """Return what the scheduler holds of the cards a learner has begun."""
        begin = learner * self.room
        return self.minds[0].memory[:, begin : begin + int(self.begun[learner])].copy()

    def mine(self, cards: NDArray[Any]) -> NDArray[Any]:
        """Return what stands for each card, apart for each learner."""
        return cards.reshape(*cards.shape[:-1], self.learners, self.room)

    def chances(self, counts: Ints) -> Floats:
        """Return so many numbers in [0, 1) for each learner."""
        drawn = zip(self.chance, counts.tolist(), strict=True)
        return np.concatenate([chance.random(count) for chance, count in drawn])
