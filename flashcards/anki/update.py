"""An update: a deck made ready for Anki, and what is new, changed or gone in it since the last one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from flashcards.anki.ledger import Entry, Ledger
from flashcards.anki.note import AnkiNote, anki_note, facts_of
from flashcards.anki.registry import note_type_of
from flashcards.anki.tracing import Entries, Moves, follow, guids_of
from flashcards.card import Card
from flashcards.deck import Deck
from flashcards.identity import Contrasts


@dataclass(frozen=True, slots=True)
class Changes:
    """What became of the facts of a deck, by their paths, since it was last exported; what comes back is new.

    `linked` are facts that were reworded or whose note was renamed; `gone` are facts the deck no longer has,
    and `dropped` the forms in which facts it still has are no longer asked: Anki keeps the cards of both.
    """

    new: tuple[str, ...]
    changed: tuple[str, ...]
    unchanged: tuple[str, ...]
    linked: Moves
    gone: tuple[str, ...]
    dropped: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Update:
    """One deck made ready for Anki: its notes in teaching order, each with the time of its last change."""

    deck: Deck
    notes: tuple[tuple[AnkiNote, int], ...]
    ledger: Ledger
    changes: Changes

    @property
    def cards(self) -> int:
        """How many cards its notes have."""
        return sum(len(note.forms) for note, _ in self.notes)


def update(deck: Deck, ledger: Ledger, now: int, contrasts: Contrasts) -> Update:
    """Make a deck ready, going on from its ledger; what is new or changed gets the time `now` (epoch s)."""
    facts = facts_of(deck)
    known, linked = follow(ledger.entries, deck, facts, contrasts)
    guids = guids_of(facts, known)
    notes = {path: anki_note(deck, cards, guids[path]) for path, cards in facts.items()}
    told = {path: _entry(facts[path], note, known.get(path), now) for path, note in notes.items()}
    gone = {path: replace(entry, gone=True) for path, entry in known.items() if path not in facts}
    timed = tuple((note, told[path].mod) for path, note in notes.items())
    return Update(deck, timed, Ledger(ledger.name, gone | told), _changes(known, told, linked))


def _entry(cards: Sequence[Card], note: AnkiNote, known: Entry | None, now: int) -> Entry:
    """Return what the ledger keeps of a note."""
    fact, kind = cards[0].fact, note_type_of(cards[0])[0]
    was = known.was if known else ()
    time = _time(note, known, now)
    return Entry(note.guid, kind, fact.slot, fact.statement, note.forms, note.digest, time, was=was)


def _time(note: AnkiNote, known: Entry | None, now: int) -> int:
    """Return when a note last changed, each time later than the time before: Anki goes by that."""
    if known is None:
        return max(now, 1)
    return known.mod if known.digest == note.digest else max(now, known.mod + 1)


def _changes(known: Entries, told: Entries, linked: Moves) -> Changes:
    old = {path for path, entry in known.items() if not entry.gone}
    still = [path for path in told if path in old]
    dropped = ((path, form) for path in still for form in known[path].forms if form not in told[path].forms)
    return Changes(
        new=tuple(path for path in told if path not in old),
        changed=tuple(path for path in still if told[path].mod != known[path].mod),
        unchanged=tuple(path for path in still if told[path].mod == known[path].mod),
        linked=linked,
        gone=tuple(path for path in known if path in old and path not in told),
        dropped=tuple(dropped),
    )
