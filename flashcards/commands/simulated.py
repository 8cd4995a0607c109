"""What came of simulating: as a table with remarks, as JSON, and as a picture."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from math import inf, isfinite, isnan
from pathlib import Path

import click

from flashcards.commands.pictures import Chart, Series
from flashcards.commands.verdict import share, span, verdict
from flashcards.commands.words import counted
from flashcards.scheduler import OWN, STUDENTS, Plan
from flashcards.study.pace import Pace
from flashcards.study.settings import SM2, Settings
from flashcards.study.start import Start
from flashcards.study.sweep import LEARNERS, Outcome, worthwhile

USUAL_CARDS = 1000
"""New cards where there are none to count."""

LABELLED = (0.8, 0.85, 0.9, 0.95)
"""The retentions that are named in the picture."""


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked for on the command line; `cards` and `new_per_day` may be left to the learner's own."""

    retention: tuple[float, ...]
    days: int
    cards: int | None
    new_per_day: int | None
    minutes_a_day: float | None
    student: str
    seed: int
    picture: Path | None
    as_json: bool

    def plans(self, settings: Settings, start: Start) -> list[Plan]:
        """Return a plan for each retention, the learner's own among them."""
        new = settings.new_per_day if self.new_per_day is None else self.new_per_day
        if not new and not start.begun:
            raise click.UsageError(
                "no new cards a day: there is nothing to simulate; give --new-per-day 1 or more"
            )
        cards = start.new if self.cards is None else self.cards
        usual = Plan(
            cards=cards if cards or start.begun else USUAL_CARDS,
            days=self.days,
            new_per_day=new,
            minutes_per_day=self.minutes_a_day or inf,
            maximum_interval=settings.maximum_interval,
        )
        return [usual.changed(retention=each) for each in sorted({*self.retention, settings.retention})]


@dataclass(frozen=True, slots=True)
class Simulated:
    """What was asked for, what went into it, what came of it; `plan` is the one of the first retention."""

    request: Request
    plan: Plan
    settings: Settings
    pace: Pace
    start: Start
    outcomes: list[Outcome]


def table(simulated: Simulated) -> Iterator[str]:
    """Yield a line for each retention, at most 40 columns wide."""
    found = worthwhile(simulated.outcomes)
    yield " retention  min/day   known gained/min"
    for one in simulated.outcomes:
        mine = "your" if one.retention == simulated.settings.retention else ""
        figures = f"{one.minutes_a_day:9.1f}{one.known:8.0f}{one.gained_per_minute:11.3f}"
        yield f"{mine:4}{share(one.retention):>6}{figures}{' *' if one in found else ''}"


def remarks(simulated: Simulated) -> Iterator[str]:
    """Yield what the table says and what it was made of."""
    plan, request, settings = simulated.plan, simulated.request, simulated.settings
    limit = f", at most {plan.minutes_per_day:g} minutes a day" if isfinite(plan.minutes_per_day) else ""
    yield from verdict(simulated.outcomes, settings.retention)
    yield beginning(simulated)
    yield (
        f"Known: facts known after {counted(plan.days, 'day')}, with {counted(plan.new_per_day, 'new card')} "
        f"a day{limit}; means of {LEARNERS} learners, so small differences are luck."
    )
    if simulated.start.begun:
        yield "Gained: facts known that would not be, had nothing been studied."
    yield f"Scheduler: {settings.model}{parameters(settings)}."
    yield f"Student: {request.student}, {STUDENTS[request.student]}."
    yield seconds(simulated.pace)


def beginning(simulated: Simulated) -> str:
    """Say where the learners start."""
    plan, begun = simulated.plan, len(simulated.start.begun)
    if begun:
        new = counted(plan.cards, "new card")
        return f"From where you stand: {counted(begun, 'card')} begun, {new} to learn."
    nothing = f"From nothing learned: {counted(plan.cards, 'card')} to learn."
    if not simulated.start.uncounted:
        return nothing
    own = counted(simulated.start.uncounted, "card")
    return f"{nothing} Your own {own} begun are not counted: only the student {OWN!r} knows of them."


def parameters(settings: Settings) -> str:
    """Say whose parameters the model has, if it has any."""
    if settings.model == SM2:
        return ""
    whose = "the usual ones" if settings.parameters_version == "default" else "your own"
    return f", parameters: {whose}"


def seconds(pace: Pace) -> str:
    """Say whose times answers take.

    >>> seconds(Pace((), 3))
    "Seconds for an answer: yours for 3 of 12 kinds of answers, the average of Anki's users for the others."
    """
    usual = "the average of Anki's users"
    if pace.measured in (0, 12):
        return f"Seconds for an answer: {'yours' if pace.measured else usual}."
    return f"Seconds for an answer: yours for {pace.measured} of 12 kinds of answers, {usual} for the others."


def as_object(simulated: Simulated) -> dict[str, object]:
    """Return what `--json` prints."""
    plan, request = simulated.plan, simulated.request
    return {
        "days": plan.days,
        "begun": len(simulated.start.begun),
        "cards": plan.cards,
        "new_per_day": plan.new_per_day,
        "minutes_per_day": plan.minutes_per_day if isfinite(plan.minutes_per_day) else None,
        "model": simulated.settings.model,
        "parameters": simulated.settings.parameters_version,
        "student": request.student,
        "seed": request.seed,
        "learners": LEARNERS,
        "seconds": simulated.pace.seconds,
        "yours": simulated.settings.retention,
        "most_per_minute": [one.retention for one in worthwhile(simulated.outcomes)],
        "outcomes": [
            asdict(one) | {"recall": None if isnan(one.recall) else one.recall} for one in simulated.outcomes
        ],
    }


def chart(simulated: Simulated) -> Chart:
    """Return the picture: minutes a day against facts known, a dot for each retention."""
    outcomes, found = simulated.outcomes, worthwhile(simulated.outcomes)
    mine = [one for one in outcomes if one.retention == simulated.settings.retention]
    return Chart(
        title="What a desired retention costs and brings",
        across="minutes a day",
        up="facts known in the end",
        series=[
            replace(dots("by rising retention", outcomes), sizes=(), dashed=True),
            dots(f"retention {span(outcomes)}", outcomes),
            dots(f"most facts per minute: about {span(found)}", found, size=80),
            dots(f"yours: {span(mine)}", mine, size=160),
        ],
        labels=[
            (share(one.retention), one.minutes_a_day, one.known)
            for one in outcomes
            if one.retention in LABELLED
        ],
    )


def dots(name: str, outcomes: Sequence[Outcome], size: float = 30) -> Series:
    """Return a dot for each outcome."""
    across, up = [one.minutes_a_day for one in outcomes], [one.known for one in outcomes]
    return Series(name, across, up, sizes=[size] * len(outcomes))
