"""Scenes for Hypothesis to draw: a scheduler of any model, a card of its own in any case, a moment."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from hypothesis import strategies as st

from flashcards.scheduler import SM2, AnkiSM2, MemoryModel, New, Rating, Schedule, Scheduler
from tests.scheduler.laws import strategies, strategies_fsrs7
from tests.scheduler.laws.strategies import histories, meetings, moments, offsets, schedulers, steps, waits

History = list[tuple[Rating, timedelta, float]]


@dataclass(frozen=True)
class Scene:
    """A card about to be reviewed."""

    scheduler: Scheduler
    schedule: Schedule
    now: datetime


models: st.SearchStrategy[MemoryModel] = (
    strategies.models | strategies_fsrs7.models | st.sampled_from((SM2(), AnkiSM2()))
)
any_schedulers = st.builds(
    Scheduler,
    model=models,
    desired_retention=strategies.retentions,
    learning_steps=steps(3),
    relearning_steps=steps(2),
    maximum_interval=st.just(36500) | st.integers(1, 36500),
    rollover_hour=st.integers(0, 23),
    fuzz=st.booleans(),
)


def replay(scheduler: Scheduler, start: datetime, history: History) -> list[Schedule]:
    """Where the card stands after each review of its history, one by one; New() before the first."""
    path: list[Schedule] = [New()]
    now = start
    for rating, wait, u in history:
        now += wait
        path.append(scheduler.review(path[-1], rating, now, u))
    return path


@st.composite
def reached(draw: st.DrawFn) -> Scene:
    """A card that some reviews have led to, and a moment after them, maybe in another zone."""
    scheduler, start = draw(any_schedulers), draw(moments())
    card = replay(scheduler, start, draw(st.just([]) | histories))[-1]
    last = start if isinstance(card, New) else card.last_review
    return Scene(scheduler, card, (last + draw(waits)).astimezone(draw(offsets)))


@st.composite
def anywhere(draw: st.DrawFn) -> Scene:
    """A card of FSRS-6 with any memory, be it one that reviews lead to or not."""
    return Scene(draw(schedulers), *draw(meetings()))


scenes = reached() | anywhere()
