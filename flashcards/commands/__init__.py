"""The commands, one a file: each reads its options, calls the library and prints."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Options:
    """What was said before the command's name; a command finds it as `ctx.obj`."""

    home: Path | None
    """The folder named by `--home` or `FLASHCARDS_HOME`; without one, the platform's data folder is meant."""
