"""The settings a learner can change: what each means, which values it takes, and how they are written."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from difflib import get_close_matches
from functools import lru_cache
from hashlib import blake2s
from math import isfinite
from typing import Any

from flashcards.errors import SettingError, UnknownName
from flashcards.scheduler import DEFAULT_PARAMETERS, FSRS6, ScheduleError, Scheduler

Steps = tuple[timedelta, ...]


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings in force; an event changes one, and past reviews keep those they were made under."""

    new_per_day: int = 10
    new_per_note: int = 3
    retention: float = 0.9
    rollover_hour: int = 4
    learning_steps: Steps = (timedelta(minutes=1), timedelta(minutes=10))
    relearning_steps: Steps = (timedelta(minutes=10),)
    maximum_interval: int = 36500
    learn_ahead_minutes: int = 20
    model: str = FSRS6.name
    parameters: tuple[float, ...] = DEFAULT_PARAMETERS
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

    @property
    def parameters_version(self) -> str:
        """What tells one set of parameters from another: "default", or eight digits of their hash."""
        if self.parameters == DEFAULT_PARAMETERS:
            return "default"
        return blake2s(_write_parameters(self.parameters).encode(), digest_size=4).hexdigest()


@lru_cache(maxsize=64)
def scheduler_for(settings: Settings) -> Scheduler:
    """Return the scheduler these settings ask for."""
    return Scheduler(
        model=FSRS6(settings.parameters),
        desired_retention=settings.retention,
        learning_steps=settings.learning_steps,
        relearning_steps=settings.relearning_steps,
        maximum_interval=settings.maximum_interval,
        rollover_hour=settings.rollover_hour,
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


def _refused(text: str, wanted: str) -> SettingError:
    return SettingError(f"{text!r} is not {wanted}", f"give {wanted}")


def _whole(low: int, high: int) -> Callable[[str], int]:
    def read(text: str) -> int:
        if not re.fullmatch(r"\s*[0-9]{1,9}\s*", text) or not low <= int(text) <= high:
            raise _refused(text, f"a whole number from {low} to {high}")
        return int(text)

    return read


def _read_retention(text: str) -> float:
    share = _number(text.strip().removesuffix("%")) / (100 if text.strip().endswith("%") else 1)
    if not 0.5 <= share <= 0.99:
        raise _refused(text, "a share from 0.5 to 0.99, such as 0.9 or 90%")
    return share


def _number(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = float("nan")
    if not isfinite(value):
        raise _refused(text, "a number")
    return value


UNITS = {
    "s": timedelta(seconds=1),
    "m": timedelta(minutes=1),
    "h": timedelta(hours=1),
    "d": timedelta(days=1),
}


def _read_steps(text: str) -> Steps:
    words = [] if text.strip() == "none" else text.replace(",", " ").split()
    return tuple(map(_read_step, words))


def _read_step(word: str) -> timedelta:
    found = re.fullmatch(r"([0-9]{1,5})([smhd])", word)
    if not found or not int(found[1]) or int(found[1]) * UNITS[found[2]] > timedelta(days=36500):
        raise _refused(word, "a step such as 30s, 10m, 2h or 1d")
    return int(found[1]) * UNITS[found[2]]


def _write_steps(steps: Steps) -> str:
    return " ".join(map(_write_step, steps)) or "none"


def _write_step(step: timedelta) -> str:
    unit = next(unit for unit in reversed(UNITS) if not step % UNITS[unit])
    return f"{step // UNITS[unit]}{unit}"


def _read_model(text: str) -> str:
    if text.strip().casefold() != FSRS6.name.casefold():
        raise _refused(text, f"a model that is known: {FSRS6.name}")
    return FSRS6.name


def _read_parameters(text: str) -> tuple[float, ...]:
    if text.strip() == "default":
        return DEFAULT_PARAMETERS
    try:
        return FSRS6.from_parameters([_number(word) for word in text.replace(",", " ").split()]).parameters
    except ScheduleError as error:
        raise SettingError(str(error), "give 21 numbers, or `default`") from error


def _write_parameters(values: tuple[float, ...]) -> str:
    return " ".join(map(repr, values)) if values != DEFAULT_PARAMETERS else "default"


def _read_decks(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, (word.strip() for word in text.split(",")))))


SETTINGS: dict[str, Setting] = {
    "new_per_day": Setting("new cards a day", _whole(0, 9999)),
    "new_per_note": Setting("new cards a day of one note", _whole(0, 9999)),
    "retention": Setting("the chance of recall at which a card falls due, 0.5 to 0.99", _read_retention),
    "rollover_hour": Setting("the hour at which a day starts, 0 to 23", _whole(0, 23)),
    "learning_steps": Setting("waits of a new card, such as 1m 10m, or none", _read_steps, _write_steps),
    "relearning_steps": Setting("waits of a forgotten card, such as 10m, or none", _read_steps, _write_steps),
    "maximum_interval": Setting("the longest wait, in days", _whole(1, 36500)),
    "learn_ahead_minutes": Setting("how early a card may come when nothing else is left", _whole(0, 1440)),
    "model": Setting(f"the memory model: {FSRS6.name}", _read_model),
    "parameters": Setting(
        "the parameters of the model: 21 numbers, or default", _read_parameters, _write_parameters
    ),
    "decks": Setting(
        "the decks to study, comma-separated; empty for those that ship", _read_decks, ", ".join
    ),
}
