"""What an optional extra brings: packages that some commands need and the others do without."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from flashcards.errors import FlashcardsError

PACKAGES = ("numpy", "scipy", "matplotlib")


@contextmanager
def extra(purpose: str) -> Iterator[None]:
    """Say how to get the packages of the extra `fit` where one of them is missing; *purpose* needs them."""
    try:
        yield
    except ModuleNotFoundError as error:
        package = (error.name or "").split(".")[0]
        if package not in PACKAGES:
            raise
        remedy = "`pip install 'anatomy-flashcards[fit]'` installs it"
        raise FlashcardsError(
            f"{purpose} needs the package {package}, which is not installed", remedy
        ) from error
