"""The notes that a deck takes from others: all of its neighbors', and single ones it names as deck/key."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from flashcards.draft import Draft
from flashcards.findings import Findings
from flashcards.note import Note
from flashcards.problems import did_you_mean, suggest
from flashcards.reference import Reference
from flashcards.shelf import Shelf


def foreign_notes(draft: Draft, shelf: Shelf, findings: Findings) -> Mapping[str, Note]:
    """Return the other decks' notes that a deck names, under `deck/key`, the neighbors' first.

    What is named and not there is an error. A deck with errors lends nothing, which is told once.
    """
    broken: set[str] = set()
    notes: dict[str, Note] = {}
    for named in draft.references:
        other = _other(named, draft, shelf, findings)
        if other and other.clean:
            notes |= {f"{note.deck}/{note.key}": note for note in _lent(named, other, findings)}
        elif other and named.deck not in broken:
            broken.add(named.deck)
            _report_broken(named, other, findings)
    return notes


def _other(named: Reference, draft: Draft, shelf: Shelf, findings: Findings) -> Draft | None:
    if named.deck == draft.id:
        help = f"write '{named.key}'" if named.key else "name other decks only"
        findings.report(
            named.place, "own-deck", f"'{named.deck}' is this deck", width=len(named.text), help=help
        )
        return None
    if path := shelf.find(named.deck, draft.path):
        return shelf.draft(path)
    known = [deck for deck in shelf.known(draft.path) if deck != draft.id]
    findings.report(
        named.place,
        "unknown-deck",
        f"no deck is called '{named.deck}'",
        hint=did_you_mean(suggest(named.deck, known)),
        help="name a deck that ships or was added, or one in the same folder, by its id",
        width=len(named.deck),
    )
    return None


def _lent(named: Reference, other: Draft, findings: Findings) -> Iterator[Note]:
    if not named.key:
        yield from other.notes.values()
    elif named.key in other.notes:
        yield other.notes[named.key]
    else:
        nearest = suggest(named.key, tuple(other.notes))
        findings.report(
            named.place,
            "unknown-note",
            f"the deck '{named.deck}' has no note '{named.key}'",
            hint=did_you_mean(nearest and f"{named.deck}/{nearest}"),
            help=f"`flashcards show {named.deck}` shows its notes",
            width=len(named.text),
        )


def _report_broken(named: Reference, other: Draft, findings: Findings) -> None:
    findings.report(
        named.place,
        "broken-neighbor",
        f"the deck '{named.deck}' has errors, so nothing is taken from it",
        help=f"`flashcards check {other.path}` shows them",
        width=len(named.text),
        severity="warning",
    )
