"""Minds that remember by other theories than FSRS, and what they answer to a plain ladder of days.

None of the rivals decides when a card comes: the ladder is the same for all, with much chance in it.
"""

from __future__ import annotations

from collections.abc import Callable
from math import exp, log
from random import Random
from typing import Protocol

from benchmarks.forecasts import Answer
from flashcards.scheduler import Rating

LADDER = (1, 3, 7, 16, 35, 75, 160)
"""Days between one pass and the next; a lapse goes two rungs down."""

CARDS, NEW_DAYS, LAST_DAY = 120, 90, 365
MINUTE, EVENING, BEDTIME = 1 / 1440, 0.75, 0.95


class Mind(Protocol):
    """What one learner knows of one card, and how that changes; time is in days."""

    def chance(self, days: float) -> float:
        """Return the chance of recall after so many days without a look at the card."""

    def learn(self, rating: Rating, days: float) -> None:
        """Take in an answer after so many days; the first one comes after 0."""


class Sbd:
    """A stability that grows by the wait it survived: SBD of srs-benchmark @28e255f models/sbd.py."""

    def __init__(self, rng: Random, w: tuple[float, ...]) -> None:
        self.low, self.high, self.k, self.alpha, self.c, self.v, self.delta = w
        self.low += rng.gauss(0, 0.5)
        self.rho = exp((max(self.high, self.low) - self.low) / 3)
        self.stability, self.grade, self.strain = 0.0, 0, 0.0

    def chance(self, days: float) -> float:
        beta = exp(self.alpha) * (exp(self.delta) + self.strain) ** self.c
        chance: float = (1 + self._effort(days) / self.stability) ** -beta
        return min(max(chance, 1e-6), 1 - 1e-6)

    def learn(self, rating: Rating, days: float) -> None:
        if not self.stability:
            self.stability = exp(self.low) * self.rho ** (rating - 1)
        elif rating > Rating.AGAIN:
            self.stability += self._effort(days)
        else:
            self.stability *= (1 - self.chance(days)) ** self.c
        self.stability = min(max(self.stability, 0.001), 36500)
        self.grade, self.strain = rating - 1, min(50, self.strain + max(0, (3 - rating) / 2))

    def _effort(self, days: float) -> float:
        first: float = max(days, 1e-9) ** (1 / self.k)
        last: float = exp(self.v / self.k) * self.rho ** (-self.grade / 2) * self.stability**0.5
        return first + last


class HalfLife:
    """Recall halves at a pace set by the roots of rights and wrongs: half-life regression (Settles 2016)."""

    def __init__(self, rng: Random, w: tuple[float, ...]) -> None:
        self.base, self.right, self.wrong = w
        self.base += rng.gauss(0, 0.8)
        self.rights = self.wrongs = 0

    def chance(self, days: float) -> float:
        power = self.base + self.right * self.rights**0.5 + self.wrong * self.wrongs**0.5
        return float(2 ** -(days / 2**power))

    def learn(self, rating: Rating, days: float) -> None:
        self.rights += rating > Rating.AGAIN
        self.wrongs += rating == Rating.AGAIN


class PowerLaw:
    """Each look leaves a trace that fades by a power law, the sooner the fresher the card was: ACT-R.

    Pavlik and Anderson 2005; time outside of a sitting counts less.
    """

    def __init__(self, rng: Random, w: tuple[float, ...]) -> None:
        self.decay, self.spacing, self.threshold, self.noise, self.outside = w
        self.threshold += rng.gauss(0, 0.3)
        self.looks: list[tuple[float, float]] = []

    def chance(self, days: float) -> float:
        return 1 / (1 + exp((self.threshold - self._activation(days)) / self.noise))

    def learn(self, rating: Rating, days: float) -> None:
        freshness = exp(self._activation(days)) if self.looks else 0.0
        passed = self._seconds(days)
        self.looks = [(age + passed, decay) for age, decay in self.looks]
        self.looks.append((1.0, self.decay + self.spacing * freshness))

    def _activation(self, days: float) -> float:
        passed = self._seconds(days)
        return log(sum((age + passed) ** -decay for age, decay in self.looks))

    def _seconds(self, days: float) -> float:
        sitting = min(days, 1 / 24)
        return 86400 * (sitting + self.outside * (days - sitting))


def sbd(rng: Random) -> Callable[[], Mind]:
    """Return a learner near SBD's defaults: half a standard deviation of its prior."""
    means = (-2.803101, 1.386926, 1.739235, -1.819954, 0.529839, -0.886052, -1.393709)
    deviations = (1.754, 1.2339, 0.5003, 0.546, 0.0989, 1.1685, 0.7778)
    w = tuple(rng.gauss(mean, width / 2) for mean, width in zip(means, deviations, strict=True))
    return lambda: Sbd(rng, (*w[:2], max(w[2], 0.5), *w[3:]))


def half_life(rng: Random) -> Callable[[], Mind]:
    """Return a learner whose half-life is about five days after a first pass and two months after nine."""
    w = (rng.gauss(0.5, 0.6), rng.gauss(1.9, 0.25), rng.gauss(-0.4, 0.2))
    return lambda: HalfLife(rng, w)


def power_law(rng: Random) -> Callable[[], Mind]:
    """Return a learner within some 15 % of the constants of Pavlik and Anderson."""
    decay, spacing, noise, outside = (each * exp(rng.gauss(0, 0.15)) for each in (0.177, 0.217, 0.255, 0.025))
    return lambda: PowerLaw(rng, (decay, spacing, -1.1, noise, outside))


MINDS = {"SBD": sbd, "half-life": half_life, "ACT-R": power_law}


def studied(kind: str, seed: int) -> list[list[Answer]]:
    """Return a learner's answers to some cards within a year, card by card."""
    rng = Random(f"{kind} {seed}")
    new_mind = MINDS[kind](rng)
    return [answers(card, new_mind(), rng) for card in range(CARDS)]


def answers(card: int, mind: Mind, rng: Random) -> list[Answer]:
    """Return the answers to one card: on each day till a pass or bed, the days apart as the ladder says."""
    log: list[Answer] = []
    day, rung = rng.randrange(NEW_DAYS), -1
    while day < LAST_DAY:
        log.append(answer(log, Answer(card, day + rng.gauss(EVENING, 0.05), day, Rating.GOOD), mind, rng))
        rung = rung + 1 if log[-1].passed else max(0, rung - 2)
        while not log[-1].passed and log[-1].time < day + BEDTIME:
            time = log[-1].time + MINUTE * rng.uniform(1, 20)
            log.append(answer(log, Answer(card, time, day, Rating.GOOD), mind, rng))
        day += max(1, round(LADDER[min(rung, len(LADDER) - 1)] * rng.lognormvariate(0, 0.5)))
    return log


def answer(log: list[Answer], question: Answer, mind: Mind, rng: Random) -> Answer:
    """Return the answer to a question, and let the mind learn from it; six cards of ten are known."""
    days = question.time - log[-1].time if log else 0.0
    chance = mind.chance(days) if log else 0.6
    rating = rated(rng.random() < chance, chance, rng)
    mind.learn(rating, days)
    return question._replace(rating=rating)


def rated(passed: bool, chance: float, rng: Random) -> Rating:
    """Return the button: Again for a fail; Easy more often where recall was sure, Hard where it was not."""
    if not passed:
        return Rating.AGAIN
    return rng.choices((Rating.HARD, Rating.GOOD, Rating.EASY), (1 - chance, 3.0, chance / 2))[0]
