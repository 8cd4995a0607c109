"""The data files beside this package, each read once and only when asked for."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load(name: str) -> dict[str, Any]:
    """Return the data file of that name: joints, landmarks, names or lexicon.

    >>> load("joints")["joints"]["hip"]["movements"]["flexion"]
    'extension'
    """
    text: dict[str, Any] = json.loads(files(__package__).joinpath(f"{name}.json").read_text("utf-8"))
    return text
