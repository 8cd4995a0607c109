"""Exporting decks: from decks and their ledgers to one package, whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from flashcards.anatomy.terms.vocabulary import contrasts
from flashcards.anki.ledger import Ledger, read_ledger, written
from flashcards.anki.package import doubles, packed
from flashcards.anki.update import Update, update
from flashcards.deck import Deck
from flashcards.errors import ExportError, FileError
from flashcards.files import replacing

Places = Callable[[Deck], tuple[Path, Path]]
"""Where a deck's ledger belongs, and where else it may be."""


def export(decks: Sequence[Deck], target: Path, places: Places, now: int) -> tuple[Update, ...]:
    """Write decks as one package for Anki, and their ledgers; `now` is in epoch seconds.

    The ledgers are in place before the package is: a guid may be known that was never seen, but none that was
    seen is ever forgotten. ExportError or FileError leave the package and all that was there as it was.
    """
    _check(decks, target)
    before = [read_ledger(deck, places(deck)) for deck in decks]
    updates = tuple(
        update(deck, ledger, now, contrasts()) for deck, ledger in zip(decks, before, strict=True)
    )
    with replacing(target, packed(updates)):
        for made, ledger in zip(updates, before, strict=True):
            if made.ledger != ledger:
                _write_ledger(places(made.deck)[0], made.ledger)
    return updates


def _check(decks: Sequence[Deck], target: Path) -> None:
    if not decks:
        raise ExportError("there is no deck to export", "name one")
    for deck in doubles(deck.id for deck in decks):
        raise ExportError(f"two of these decks have the id '{deck}'", "give one of them another 'deck:'")
    if not target.is_dir() and target.suffix.lower() != ".apkg":
        raise ExportError(f"{target}: Anki opens only files that end in .apkg", f"name it {target.stem}.apkg")


def _write_ledger(path: Path, ledger: Ledger) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        help = "the ledger of the export has to go there: name another folder with --home"
        raise FileError(f"{path.parent}: {error.strerror or error}", help) from error
    with replacing(path, written(ledger)):
        pass
