"""What came of simulating: as a table with remarks, as JSON, and as a picture."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from math import inf, isfinite
from pathlib import Path

import click

from flashcards.commands.pictures import Chart, Series
from flashcards.scheduler import STUDENTS, Plan
from flashcards.study.pace import Pace
from flashcards.study.settings import Settings
from flashcards.study.sweep import LEARNERS, Outcome, best


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked for on the command line; `new_per_day` may be left to the settings."""

    retention: tuple[float, ...]
    days: int
    cards: int
    new_per_day: int | None
    minutes_a_day: float | None
    student: str
    seed: int
    picture: Path | None
    as_json: bool

    def plans(self, settings: Settings) -> list[Plan]:
        """Return a plan for each retention."""
        new = settings.new_per_day if self.new_per_day is None else self.new_per_day
        if not new:
            raise click.UsageError(
                "no new cards a day: there is nothing to simulate; give --new-per-day 1 or more"
            )
        usual = Plan(
            cards=self.cards,
            days=self.days,
            new_per_day=new,
            minutes_per_day=self.minutes_a_day or inf,
            maximum_interval=settings.maximum_interval,
        )
        return [usual.changed(retention=retention) for retention in self.retention]


@dataclass(frozen=True, slots=True)
class Simulated:
    """What was asked for, what went into it, what came of it; `plan` is the one of the first retention."""

    request: Request
    plan: Plan
    settings: Settings
    pace: Pace
    outcomes: list[Outcome]


def table(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """Yield a line for each retention, at most 40 columns wide."""
    yield "retention  min/day   known  known/min"
    for one in outcomes:
        mark = " *" if one is best(outcomes) else ""
        row = f"{one.retention:9.2f}{one.minutes_a_day:9.1f}{one.known:8.0f}{one.known_per_minute:11.3f}"
        yield row + mark


def remarks(simulated: Simulated) -> Iterator[str]:
    """Yield what the table says and what it was made of."""
    plan, request, settings = simulated.plan, simulated.request, simulated.settings
    limit = f", at most {plan.minutes_per_day:g} minutes a day" if isfinite(plan.minutes_per_day) else ""
    yield verdict(simulated.outcomes)
    yield (
        f"Known: facts known after {plan.days} days, with {plan.new_per_day} new cards a day of {plan.cards}"
        f"{limit}; means of {LEARNERS} learners."
    )
    yield f"Scheduler: {settings.model}, parameters: {settings.parameters_version}."
    yield f"Student: {request.student}, {STUDENTS[request.student]}."
    yield (
        f"Seconds for an answer: yours for {simulated.pace.measured} of 12 kinds of answers, "
        "the average of Anki's users for the others."
    )


def verdict(outcomes: Sequence[Outcome]) -> str:
    """Say which retention is best, and whether a better one may lie beyond."""
    found = best(outcomes)
    said = f"* Most facts known for a minute of study: at {found.retention:.2f}."
    if found is outcomes[0] and len(outcomes) > 1:
        return f"{said} It is the lowest tried; a lower one may be better still."
    if found is outcomes[-1] and len(outcomes) > 1:
        return f"{said} It is the highest tried; a higher one may be better still."
    return said


def as_object(simulated: Simulated) -> dict[str, object]:
    """Return what `--json` prints."""
    plan, request = simulated.plan, simulated.request
    return {
        "days": plan.days,
        "cards": plan.cards,
        "new_per_day": plan.new_per_day,
        "minutes_per_day": plan.minutes_per_day if isfinite(plan.minutes_per_day) else None,
        "model": simulated.settings.model,
        "parameters": simulated.settings.parameters_version,
        "student": request.student,
        "seed": request.seed,
        "learners": LEARNERS,
        "seconds": simulated.pace.seconds,
        "best": best(simulated.outcomes).retention,
        "outcomes": [asdict(one) for one in simulated.outcomes],
    }


def chart(outcomes: Sequence[Outcome]) -> Chart:
    """Return the picture: minutes a day against facts known, a dot for each retention."""
    across, up = [one.minutes_a_day for one in outcomes], [one.known for one in outcomes]
    found = best(outcomes)
    return Chart(
        title="What a desired retention costs and brings",
        across="minutes a day",
        up="facts known in the end",
        series=[
            Series("by rising retention", across, up, dashed=True),
            Series(span(outcomes), across, up, sizes=[30.0] * len(outcomes)),
            Series(f"best: {found.retention:.2f}", [found.minutes_a_day], [found.known], sizes=[110.0]),
        ],
    )


def span(outcomes: Sequence[Outcome]) -> str:
    """Say which retentions there are."""
    first, last = (f"{one.retention:.2f}" for one in (outcomes[0], outcomes[-1]))
    return f"retention {first}" if first == last else f"retention {first} to {last}"
