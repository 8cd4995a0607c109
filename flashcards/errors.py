"""Everything this library raises on purpose.

FlashcardsError                     the root: catch this one
├── DeckError      (ValueError)     decks with errors in them; carries every problem
├── FileError      (OSError)        a file that cannot be read or written
├── UnknownName    (LookupError)    a deck, note, card or setting that does not exist
├── SettingError   (ValueError)     a setting with a value it cannot have
├── StoreError                      the store of reviews
│   ├── StoreBusy  (TimeoutError)   another process keeps it locked
│   └── StoreFull  (OSError)        no room left to write an answer
└── ExportError    (ValueError)     a deck that cannot become an Anki package
"""

from collections.abc import Iterable

from flashcards.place import Problem


class FlashcardsError(Exception):
    """Something that could not be done: `message` says what and why, `help` what the person can do."""

    def __init__(self, message: str, help: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.help = help


class DeckError(FlashcardsError, ValueError):
    """Decks that cannot be used as they stand; `problems` says every place and reason."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__(_summary(self.problems), "`flashcards check` shows every problem and its place")


class FileError(FlashcardsError, OSError):
    """A file or folder that cannot be read or written."""


class UnknownName(FlashcardsError, LookupError):
    """A name that stands for nothing: a deck, a note, a card, a setting."""


class SettingError(FlashcardsError, ValueError):
    """A value that a setting cannot have."""


class StoreError(FlashcardsError):
    """The store of reviews cannot be used."""


class StoreBusy(StoreError, TimeoutError):
    """Another process keeps the store locked for too long."""


class StoreFull(StoreError, OSError):
    """There is no room left to write an answer down."""


class ExportError(FlashcardsError, ValueError):
    """A deck that cannot be written as an Anki package."""


def _summary(problems: tuple[Problem, ...]) -> str:
    """Return one line for many problems.

    >>> from flashcards.place import Place
    >>> _summary((Problem(Place("hip.yaml", 3, 1), "duplicate-key", "'origin' stands twice"),))
    "hip.yaml: 1 error, the first in line 3: 'origin' stands twice"
    """
    errors = [problem for problem in problems if problem.severity == "error"]
    if not errors:
        return "no errors"
    files = ", ".join(dict.fromkeys(problem.place.file for problem in errors))
    count = f"{len(errors)} error{'s' if len(errors) > 1 else ''}"
    return f"{files}: {count}, the first in line {errors[0].place.line}: {errors[0].message}"
