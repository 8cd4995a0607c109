"""The kind `movers`: all prime movers of a movement, asked at once; derived, never written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from flashcards.anatomy.movement import SIDES, spoken
from flashcards.anatomy.opposition.derivation import Movers, movers_of
from flashcards.anatomy.opposition.groups import called_together
from flashcards.anatomy.opposition.move import Move
from flashcards.anatomy.subject import Subject
from flashcards.card import Card
from flashcards.fact import Fact
from flashcards.kind import Kind, Notes
from flashcards.note import Note
from flashcards.question import Listing, Typed, Wrong

SECTION = "movers"
FEWEST = 2
"""Assistants that must be known before the one prime mover is asked for: to tell it from one is a guess."""


def derive(notes: Notes) -> Iterator[Note]:
    """Yield a note for each movement that has prime movers, in the deck that tells most of them."""
    own = next((note.deck for key, note in notes.items() if key == note.key), "")
    for prime in _by_movement(movers_of(notes)).values():
        if _home(prime) == own:
            yield _note(prime)


@lru_cache(maxsize=4)
def _by_movement(movers: Movers) -> Mapping[str, Sequence[Move]]:
    """Return the undisputed prime movers of each movement under its note's key, each muscle or part once."""
    found: dict[str, dict[str, Move]] = {}
    for move in movers.moves:
        if move.prime and not move.fact.disputed:
            found.setdefault(note_key(move), {}).setdefault(move.subject.path, move)
    return {key: tuple(moves.values()) for key, moves in found.items()}


def note_key(move: Move) -> str:
    """Return the key of a movement's note.

    It is made of the vocabulary's own keys, not of a deck's words: all that say it mean one note.
    """
    axis, toward = move.direction
    return "-".join((SECTION, move.joint, *axis.split(), *([toward, "side"] if toward else ())))


def _home(prime: Sequence[Move]) -> str:
    """Return the deck that tells most of the movers; of several, the first by its id."""
    decks = [move.subject.note.deck for move in prime]
    return min(decks, key=lambda deck: (-decks.count(deck), deck))


def _note(prime: Sequence[Move]) -> Note:
    first = prime[0]
    text = _said(first)
    own = first.subject.note
    fact = Fact("prime-movers", "prime-movers", f"prime movers in {text}", own.place)
    return Note(note_key(first), SECTION, _home(prime), own.place, {"name": (text.capitalize(),)}, (fact,))


def _said(move: Move) -> str:
    axis, toward = move.direction
    return f"{axis} of the {spoken(move.joint)}{f' {SIDES[toward]}' if toward else ''}"


def cards(note: Note, notes: Notes) -> Iterator[Card]:
    """Yield the one card of a movement: its prime movers as a list, or the one that others help."""
    movers = movers_of(notes)
    moves = _by_movement(movers)[note.key]
    prime = [move.subject for move in moves]
    helpers = [it.other.subject for it in movers.meetings(moves[0], opposed=False) if not it.across]
    also = [subject for subject in helpers if subject.path not in {it.path for it in prime}]
    if len(prime) > 1:
        true = dict.fromkeys((*_true(prime, also), *_doubtful(moves[0], movers)))
        yield Card(note, note.facts[0], "list", _all(prime, tuple(true), _said(moves[0])))
    elif len(also) >= FEWEST:
        yield Card(note, note.facts[0], "recall", _only(prime[0], also, _said(moves[0])))


def _only(prime: Subject, also: Sequence[Subject], said: str) -> Typed:
    why = "it makes this movement, too, but as an assistant"
    near = tuple(Wrong(it.name, why, it.also_called) for it in also)
    accept = _names(prime, also)[1:]
    return Typed(f"Name a prime mover in {said}.", prime.name, accept, near)


def _all(prime: Sequence[Subject], also: Sequence[str], said: str) -> Listing:
    accepts = tuple(_names(it, prime)[1:] for it in prime)
    items = tuple(it.name for it in prime)
    counted = {*items, *(name for names in accepts for name in names)}
    others = tuple(name for name in also if name not in counted)
    return Listing(f"Name {len(prime)} prime movers in {said}.", items, accepts, also=others)


def _true(prime: Sequence[Subject], also: Sequence[Subject]) -> Iterator[str]:
    """Yield what may be named besides: assistants, a divided muscle as a whole, and groups of muscles."""
    for subject in (*also, *prime):
        yield from subject.names()
    yield from called_together({it.note.name.lower() for it in prime}, frozenset())


def _doubtful(move: Move, movers: Movers) -> Iterator[str]:
    """Yield who makes a movement by some books."""
    for met in movers.possible(move, opposed=False):
        if not met.across:
            yield from met.other.subject.names()


def _names(subject: Subject, named: Sequence[Subject]) -> tuple[str, ...]:
    """Return the names of a muscle; those of the whole only where no other part of it is named."""
    return subject.names({it.note.path for it in named if it.path != subject.path})


MOVERS = Kind(section=SECTION, noun="movers", fields=(), cards=cards, derive=derive, forms=("recall", "list"))
