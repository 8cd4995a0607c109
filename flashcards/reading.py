"""A reading: what came of reading one file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from flashcards.deck import Deck
from flashcards.place import Problem


@dataclass(frozen=True, slots=True)
class Reading:
    """The deck unless there is an error, every problem, and the lines of the file."""

    path: Path
    deck: Deck | None
    problems: tuple[Problem, ...]
    lines: Sequence[str]
