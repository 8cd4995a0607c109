"""What an edited deck means for its schedules: reworded facts keep theirs, others are new or gone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from flashcards.card import fact_path
from flashcards.deck import Deck
from flashcards.identity import match, rekeyed
from flashcards.study.links import resolve
from flashcards.study.store import Store

Facts = Mapping[str, tuple[str, str]]
Moves = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Reworded:
    """A fact that keeps its schedule under new words: both paths, and both texts."""

    old: str
    new: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Edits:
    """What became of a deck's facts since they were last seen; `new` and `gone` are paths with texts.

    `returned` are facts under a path they had before, as when a new key is taken back."""

    renamed: tuple[tuple[str, str], ...] = ()
    reworded: tuple[Reworded, ...] = ()
    returned: tuple[Reworded, ...] = ()
    new: Mapping[str, str] | None = None
    gone: Mapping[str, str] | None = None

    def __bool__(self) -> bool:
        """Whether anything changed."""
        return bool(self.renamed or self.reworded or self.returned or self.new or self.gone)


def facts_of(deck: Deck) -> dict[str, dict[str, tuple[str, str]]]:
    """Return the facts a deck asks: by note and fact id, their slot and their text."""
    facts: dict[str, dict[str, tuple[str, str]]] = {}
    for card in deck.cards:
        facts.setdefault(card.note.key, {})[card.fact.id] = (card.fact.slot, card.fact.statement)
    return facts


def sync_deck(store: Store, deck: Deck, now: datetime) -> Edits:
    """Link the facts that were reworded since the deck was last studied, and remember all as they are now.

    The first time a deck is met nothing counts as new. A kill in between leaves links that are made again.
    """
    seen, told = store.seen_facts(deck.id), facts_of(deck)
    if seen == told:
        return Edits()
    moves = store.state(now).moves
    edits = _with_returned(compare(deck, seen, told), moves) if seen else Edits()
    for old, new in _links(edits, deck, moves):
        store.link(old, new, now)
    store.remember_facts(deck.id, told)
    return edits


def compare(deck: Deck, seen: Mapping[str, Facts], told: Mapping[str, Facts]) -> Edits:
    """Compare a deck's facts with those last seen: what was renamed, reworded, is new or gone."""
    from flashcards.anatomy.terms.vocabulary import contrasts  # only after an edit: it costs start-up time

    renamed = dict(_renamed(deck, seen, told))
    before = {renamed.get(note, note): _rekeyed(facts, renamed) for note, facts in seen.items()}
    reworded: list[Reworded] = []
    new: dict[str, str] = {}
    gone: dict[str, str] = {}
    for note in dict.fromkeys((*told, *before)):
        old_facts, new_facts = before.get(note, {}), told.get(note, {})
        edit, path = match(old_facts, new_facts, contrasts()), f"{deck.id}/{note}/"
        reworded += (Reworded(path + a, path + b, old_facts[a][1], new_facts[b][1]) for a, b in edit.linked)
        new |= {path + fact: new_facts[fact][1] for fact in edit.new}
        gone |= {path + fact: old_facts[fact][1] for fact in edit.gone}
    return Edits(tuple(renamed.items()), tuple(reworded), (), new, gone)


def _rekeyed(facts: Facts, renamed: Mapping[str, str]) -> Facts:
    return {fact: (slot, rekeyed(text, renamed)) for fact, (slot, text) in facts.items()}


def _renamed(deck: Deck, seen: Mapping[str, Facts], told: Mapping[str, Facts]) -> Iterator[tuple[str, str]]:
    """Yield the keys that a note's `was` says it had, where the old key was seen and the new one was not."""
    for note in deck.notes:
        for old in note.was:
            if old in seen and old not in told and note.key not in seen:
                yield old, note.key
                break


def _with_returned(edits: Edits, moves: Moves) -> Edits:
    """Tell what came back from what is new: its schedule goes by a path that has just gone."""
    new, gone = dict(edits.new or {}), dict(edits.gone or {})
    returned = [
        Reworded(before, path, gone.pop(before), new.pop(path))
        for path in tuple(new)
        if (before := _goes_by(path, moves)) in gone
    ]
    return replace(edits, returned=tuple(returned), new=new, gone=gone)


def _goes_by(path: str, moves: Moves) -> str:
    return fact_path(resolve(f"{path}/", moves))


def _links(edits: Edits, deck: Deck, moves: Moves) -> Iterator[tuple[str, str]]:
    """Yield the links to make: notes renamed, facts reworded, facts that part from what they had become."""
    yield from ((f"{deck.id}/{old}", f"{deck.id}/{new}") for old, new in edits.renamed)
    yield from ((fact.old, fact.new) for fact in (*edits.reworded, *edits.returned))
    present = {card.fact_path for card in deck.cards}
    yield from ((path, path) for path in edits.new or () if path != _goes_by(path, moves) in present)
