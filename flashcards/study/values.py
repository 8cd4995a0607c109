"""Values of settings: how each kind of them is read from text and written as text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import timedelta
from math import isfinite

from flashcards.errors import SettingError
from flashcards.scheduler import ScheduleError

Steps = tuple[timedelta, ...]
Parameters = tuple[float, ...]
Week = tuple[int, ...]
"""A share in percent for each day of the week, Monday first."""

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
EVERY_DAY: Week = (100,) * 7
UNITS = {
    "s": timedelta(seconds=1),
    "m": timedelta(minutes=1),
    "h": timedelta(hours=1),
    "d": timedelta(days=1),
}


def refused(text: str, wanted: str) -> SettingError:
    """Return the error for a text that is not what is wanted."""
    return SettingError(f"{text!r} is not {wanted}", f"give {wanted}")


def whole(low: int, high: int) -> Callable[[str], int]:
    """Return what reads a whole number within limits."""

    def read(text: str) -> int:
        if not re.fullmatch(r"\s*[0-9]{1,9}\s*", text) or not low <= int(text) <= high:
            raise refused(text, f"a whole number from {low} to {high}")
        return int(text)

    return read


def one_of(names: Iterable[str], also: Mapping[str, str] | None = None) -> Callable[[str], str]:
    """Return what reads one of some names, in any case of letters; `also` has other words for some."""
    listed = tuple(names)
    known = {
        word.casefold(): name for word, name in [*zip(listed, listed, strict=True), *(also or {}).items()]
    }

    def read(text: str) -> str:
        if text.strip().casefold() not in known:
            raise refused(text, f"one of {', '.join(listed)}")
        return known[text.strip().casefold()]

    return read


def read_switch(text: str) -> bool:
    """Read on or off."""
    return one_of(("on", "off"))(text) == "on"


def write_switch(on: bool) -> str:
    """Write on or off."""
    return "on" if on else "off"


def read_retention(text: str) -> float:
    """Read a desired retention, as a share or in percent, with a decimal point or comma.

    >>> read_retention("0.875"), read_retention("87,5%")
    (0.875, 0.875)
    """
    found = re.fullmatch(r"([0-9]*[.,]?[0-9]+)\s*(%?)", text.strip())
    share = float(found[1].replace(",", ".")) / (100 if found[2] else 1) if found else 0.0
    if not 0.5 <= share <= 0.99:
        raise refused(text, "a share from 0.5 to 0.99, such as 0.9 or 90%")
    return share


def number(text: str) -> float:
    """Read a finite number."""
    try:
        value = float(text)
    except ValueError:
        value = float("nan")
    if not isfinite(value):
        raise refused(text, "a number")
    return value


def read_steps(text: str) -> Steps:
    """Read waits such as `1m 10m`, or none."""
    words = [] if text.strip() == "none" else text.replace(",", " ").split()
    return tuple(map(_read_step, words))


def _read_step(word: str) -> timedelta:
    found = re.fullmatch(r"([0-9]{1,5})([smhd])", word)
    if not found or not int(found[1]) or int(found[1]) * UNITS[found[2]] > timedelta(days=36500):
        raise refused(word, "a step such as 30s, 10m, 2h or 1d")
    return int(found[1]) * UNITS[found[2]]


def write_steps(steps: Steps) -> str:
    """Write waits, each in its largest whole unit.

    >>> write_steps((timedelta(minutes=90), timedelta(days=1)))
    '90m 1d'
    """
    return " ".join(map(_write_step, steps)) or "none"


def _write_step(step: timedelta) -> str:
    unit = next(unit for unit in reversed(UNITS) if not step % UNITS[unit])
    return f"{step // UNITS[unit]}{unit}"


def read_week(text: str) -> Week:
    """Read the share of some days of the week; the others keep all of theirs.

    >>> read_week("sat 50%, sun 0%")
    (100, 100, 100, 100, 100, 50, 0)
    """
    shares = dict.fromkeys(WEEKDAYS, 100)
    for part in filter(None, (part.strip() for part in text.split(",") if text.strip() != "none")):
        found = re.fullmatch(r"([a-z]{3})[a-z]*\s+([0-9]{1,3})\s*%?", part.casefold())
        if not found or found[1] not in shares or int(found[2]) > 100:
            raise refused(part, "a day and its share, such as sat 50%")
        shares[found[1]] = int(found[2])
    return tuple(shares.values())


def write_week(week: Week) -> str:
    """Write the days that have less than a whole share.

    >>> write_week((100, 100, 100, 100, 100, 50, 0)), write_week(EVERY_DAY)
    ('sat 50%, sun 0%', 'none')
    """
    less = (f"{day} {share}%" for day, share in zip(WEEKDAYS, week, strict=True) if share < 100)
    return ", ".join(less) or "none"


def read_parameters(
    check: Callable[[list[float]], Parameters], default: Parameters
) -> Callable[[str], Parameters]:
    """Return what reads the parameters of a model, or `default`; `check` returns them whole."""

    def read(text: str) -> Parameters:
        if text.strip() == "default":
            return default
        try:
            return check([number(word) for word in text.replace(",", " ").split()])
        except ScheduleError as error:
            raise SettingError(str(error), f"give {len(default)} numbers, or `default`") from error

    return read


def write_parameters(default: Parameters) -> Callable[[Parameters], str]:
    """Return what writes the parameters of a model."""
    return lambda values: " ".join(map(repr, values)) if values != default else "default"


def read_names(text: str) -> tuple[str, ...]:
    """Read names with commas between them, each once."""
    return tuple(dict.fromkeys(filter(None, (word.strip() for word in text.split(",")))))
