"""Tracing facts: which fact of a deck is which of its ledger, however it was reworded or renamed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import count

from flashcards.anki.ledger import Entry
from flashcards.anki.note import Facts
from flashcards.anki.registry import note_type_of, registry
from flashcards.deck import Deck
from flashcards.identity import Contrasts, match, rekeyed

Entries = Mapping[str, Entry]
"""Ledger entries by the path of their fact."""

Moves = tuple[tuple[str, str], ...]
"""Pairs of an old and a new path of one fact."""


def follow(entries: Entries, deck: Deck, facts: Facts, contrasts: Contrasts) -> tuple[Entries, Moves]:
    """Return the entries under the paths their facts have now, and the paths that changed."""
    renamed = {**dict(_renamed(entries, deck)), **_taken_back(entries, facts)}
    moved = {renamed.get(path, path): path for path in entries}
    keys = {old.rpartition("/")[2]: now.rpartition("/")[2] for old, now in _keys(deck).items()}
    told = {
        now: replace(entries[path], text=rekeyed(entries[path].text, keys)) for now, path in moved.items()
    }
    reworded = dict(_reworded(told, facts, contrasts))
    places = {path: reworded.get(now, now) for now, path in moved.items()}
    linked = tuple((path, now) for path, now in places.items() if path != now)
    return {now: _noting(entries[path], path, now) for path, now in places.items()}, linked


def _noting(entry: Entry, path: str, now: str) -> Entry:
    """Return an entry that knows from which path it came, if its note was renamed."""
    renamed = path.rpartition("/")[0] != now.rpartition("/")[0]
    return replace(entry, was=tuple(dict.fromkeys((*entry.was, path)))) if renamed else entry


def _taken_back(entries: Entries, facts: Facts) -> Mapping[str, str]:
    """Return the paths that are again what they were before their note was renamed."""
    return {
        path: old
        for path, entry in entries.items()
        if path not in facts
        for old in entry.was
        if old in facts and old not in entries
    }


def _renamed(entries: Entries, deck: Deck) -> Moves:
    """Return the paths that change because their note has a new key; no two become one."""
    renamed = _keys(deck)
    moves: dict[str, str] = {}
    for path in entries:
        note, _, fact = path.rpartition("/")
        now = f"{renamed.get(note, note)}/{fact}"
        if now not in entries and now not in moves.values():
            moves[path] = now
    return tuple(moves.items())


def _keys(deck: Deck) -> Mapping[str, str]:
    """Return the paths of notes before they were renamed, with those they have now."""
    keys = {note.key for note in deck.notes}
    return {f"{deck.id}/{old}": note.path for note in deck.notes for old in note.was if old not in keys}


def _reworded(entries: Entries, facts: Facts, contrasts: Contrasts) -> Iterator[tuple[str, str]]:
    """Yield the paths that change because their fact has new words; never to another note or note type."""
    old = _by_note({path: (entry.kind, entry.slot, entry.text) for path, entry in entries.items()})
    new = _by_note(
        {
            path: (note_type_of(cards[0])[0], cards[0].fact.slot, cards[0].fact.statement)
            for path, cards in facts.items()
        }
    )
    for note, texts in new.items():
        yield from match(old.get(note, {}), texts, contrasts).linked


def _by_note(
    told: Mapping[str, tuple[str, str, str]],
) -> Mapping[tuple[str, str], Mapping[str, tuple[str, str]]]:
    groups: dict[tuple[str, str], dict[str, tuple[str, str]]] = {}
    for path, (kind, slot, text) in told.items():
        groups.setdefault((path.rpartition("/")[0], kind), {})[path] = (slot, text)
    return groups


def guids_of(facts: Facts, known: Entries) -> Mapping[str, str]:
    """Return each fact's guid: the one it has had for ever, else one that no fact of the ledger ever had."""
    taken = {entry.guid for entry in known.values()}
    guids: dict[str, str] = {}
    for path, cards in facts.items():
        kind = note_type_of(cards[0])[0]
        same = path in known and known[path].kind == kind
        guids[path] = known[path].guid if same else next(g for g in _proposals(kind, path) if g not in taken)
        taken.add(guids[path])
    return guids


def _proposals(kind: str, path: str) -> Iterator[str]:
    """Yield guids for a fact: its own, and others in case a fact that was reworded still has that one."""
    from genanki import guid_for  # here, since it takes long to load

    yield guid_for(registry()["namespace"], kind, path)
    yield from (guid_for(registry()["namespace"], kind, path, number) for number in count(2))
