"""The clock: the time of day, or the one that FLASHCARDS_NOW says in its place."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from flashcards.home import stand_in_time

Clock = Callable[[], datetime]


def clock(home: Path | None) -> Clock:
    """Return the clock to go by with this home named; SettingError where FLASHCARDS_NOW may not be obeyed."""
    if "FLASHCARDS_NOW" not in os.environ:
        return lambda: datetime.now().astimezone()
    moment = stand_in_time(os.environ["FLASHCARDS_NOW"], home)
    return lambda: moment
