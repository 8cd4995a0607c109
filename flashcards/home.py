"""The home: the folder that holds a learner's store, and the clock that belongs to it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from flashcards.errors import SettingError


def home_folder(named: Path | None) -> Path:
    """Return the folder that was named, else the platform's data folder; nothing is created."""
    if named is not None:
        return named
    from platformdirs import user_data_path  # only where no home is named: it costs start-up time

    return user_data_path("flashcards", appauthor=False)


def stand_in_time(text: str, named: Path | None) -> datetime:
    """Return the time that FLASHCARDS_NOW gives in place of the clock, for demos and tests.

    SettingError where it cannot be read, or where no home is named: a real store never meets a false time.

    >>> stand_in_time("2026-03-02T09:00+01:00", Path("demo")).isoformat()
    '2026-03-02T09:00:00+01:00'
    """
    wanted = "set it to a time with its offset, such as 2026-03-02T09:00:00+01:00, or unset it"
    if named is None:
        help = "name a folder for the trial with --home or FLASHCARDS_HOME, or unset it"
        raise SettingError("FLASHCARDS_NOW is refused without a home of its own", help)
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError as error:
        raise SettingError(f"FLASHCARDS_NOW: {text!r} is no time", wanted) from error
    if moment.utcoffset() is None or not 1970 < moment.year < 9000:
        raise SettingError(f"FLASHCARDS_NOW: {text!r} has no offset, or is too far away", wanted)
    return moment
