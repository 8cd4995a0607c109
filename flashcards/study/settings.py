"""The settings a learner can change: what each means, and the scheduler they ask for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from difflib import get_close_matches
from functools import lru_cache
from hashlib import blake2s
from typing import Any

from flashcards.errors import UnknownName
from flashcards.scheduler import FSRS6, FSRS6_TABLE, FSRS7, FSRS7_TABLE, AnkiSM2, MemoryModel, Scheduler
from flashcards.study.values import (
    EVERY_DAY,
    Parameters,
    Steps,
    Week,
    one_of,
    read_names,
    read_parameters,
    read_retention,
    read_steps,
    read_switch,
    read_week,
    whole,
    write_parameters,
    write_steps,
    write_switch,
    write_week,
)

SM2 = AnkiSM2.name
MODELS: dict[str, Callable[[Settings], MemoryModel]] = {
    FSRS6.name: lambda settings: FSRS6(settings.parameters),
    FSRS7.name: lambda settings: FSRS7(settings.fsrs7_parameters),
    SM2: lambda _: AnkiSM2(),
}
OVERDUE, LEAST_REMEMBERED, DUE_DATE = ORDERS = ("overdue", "least-remembered", "due-date")

RETROACTIVE = frozenset(
    ("retention", "safety_retention", "maximum_interval", "model", "parameters", "fsrs7_parameters")
)
"""The settings that hold for the whole history: a change moves the cards answered before it, too."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings in force; an event changes one.

    Memory is reckoned from all answers by those of RETROACTIVE that are in force now. An answer keeps the
    steps and the roll-over hour it was given under.
    """

    new_per_day: int = 10
    new_per_note: int = 3
    retention: float = 0.9
    safety_retention: float = 0.95
    rollover_hour: int = 4
    learning_steps: Steps = (timedelta(minutes=1), timedelta(minutes=10))
    relearning_steps: Steps = (timedelta(minutes=10),)
    maximum_interval: int = 36500
    learn_ahead_minutes: int = 20
    load_balance: bool = True
    easy_days: Week = EVERY_DAY
    order: str = OVERDUE
    leech_threshold: int = 8
    model: str = FSRS6.name
    parameters: Parameters = FSRS6_TABLE.default
    fsrs7_parameters: Parameters = FSRS7_TABLE.default
    decks: tuple[str, ...] = ()

    def changed(self, name: str, text: str) -> Settings:
        """Return the settings with one of them changed; UnknownName or SettingError where that cannot be.

        >>> Settings().changed("retention", "85%").retention
        0.85
        """
        return replace(self, **{name: setting(name).read(text)})

    def shown(self, name: str) -> str:
        """Return a setting's value as `changed` would read it.

        >>> Settings().shown("learning_steps")
        '1m 10m'
        """
        return setting(name).write(getattr(self, name))

    def wanted(self, safety: bool) -> float:
        """Return the chance of recall at which a card falls due; what safety hangs on never asks for less.

        >>> Settings().wanted(safety=False), Settings().wanted(safety=True)
        (0.9, 0.95)
        """
        return max(self.retention, self.safety_retention) if safety else self.retention

    def at_pace_of(self, then: Settings) -> Settings:
        """Return these settings with the steps and the roll-over hour in force when an answer was given."""
        return replace(
            self,
            learning_steps=then.learning_steps,
            relearning_steps=then.relearning_steps,
            rollover_hour=then.rollover_hour,
        )

    @property
    def parameters_version(self) -> str:
        """What tells one set of the model's parameters from another: "default", or eight digits of a hash."""
        name = "fsrs7_parameters" if self.model == FSRS7.name else "parameters"
        written = self.shown(name)
        if written == "default" or self.model == SM2:
            return "default"
        return blake2s(written.encode(), digest_size=4).hexdigest()


@lru_cache(maxsize=64)
def scheduler_for(settings: Settings) -> Scheduler:
    """Return the scheduler these settings ask for."""
    return Scheduler(
        model=MODELS[settings.model](settings),
        desired_retention=settings.retention,
        learning_steps=settings.learning_steps,
        relearning_steps=settings.relearning_steps,
        maximum_interval=settings.maximum_interval,
        rollover_hour=settings.rollover_hour,
        leech_threshold=settings.leech_threshold,
    )


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: its help in one line, how its value is read from text and written as text."""

    help: str
    read: Callable[[str], Any]
    write: Callable[[Any], str] = str


def setting(name: str) -> Setting:
    """Return a setting by its name; UnknownName, with the nearest one, where there is none."""
    if name not in SETTINGS:
        near = "".join(f"did you mean {other!r}? " for other in get_close_matches(name, SETTINGS, n=1))
        raise UnknownName(f"there is no setting {name!r}", f"{near}the settings are {', '.join(SETTINGS)}")
    return SETTINGS[name]


SETTINGS: dict[str, Setting] = {
    "new_per_day": Setting("new cards a day", whole(0, 9999)),
    "new_per_note": Setting("new cards a day of one note", whole(0, 9999)),
    "retention": Setting("the chance of recall at which a card falls due, 0.5 to 0.99", read_retention),
    "safety_retention": Setting("the same for what safety hangs on, if it is more", read_retention),
    "rollover_hour": Setting("the hour at which a day starts, 0 to 23", whole(0, 23)),
    "learning_steps": Setting("waits of a new card, such as 1m 10m, or none", read_steps, write_steps),
    "relearning_steps": Setting("waits of a forgotten card, such as 10m, or none", read_steps, write_steps),
    "maximum_interval": Setting("the longest wait, in days", whole(1, 36500)),
    "learn_ahead_minutes": Setting("how early a card may come when nothing else is left", whole(0, 1440)),
    "load_balance": Setting("lighter days before fuller ones, on or off", read_switch, write_switch),
    "easy_days": Setting("days with less to review, such as sat 50%, sun 0%", read_week, write_week),
    "order": Setting(f"which review comes first: {', '.join(ORDERS)}", one_of(ORDERS)),
    "leech_threshold": Setting("how often a card is forgotten until it is a leech; 0: never", whole(0, 999)),
    "model": Setting(f"the memory model: {', '.join(MODELS)}", one_of(MODELS, {"SM-2": SM2})),
    "parameters": Setting(
        "the parameters of FSRS-6: 21 numbers, or default",
        read_parameters(lambda values: FSRS6.from_parameters(values).parameters, FSRS6_TABLE.default),
        write_parameters(FSRS6_TABLE.default),
    ),
    "fsrs7_parameters": Setting(
        "the parameters of FSRS-7: 34 numbers, or default",
        read_parameters(lambda values: FSRS7(tuple(values)).parameters, FSRS7_TABLE.default),
        write_parameters(FSRS7_TABLE.default),
    ),
    "decks": Setting("the decks to study, comma-separated; empty for those that ship", read_names, ", ".join),
}
