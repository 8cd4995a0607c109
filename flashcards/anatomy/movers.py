"""The kind `movers`: all prime movers of a movement, asked at once; derived, never written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from flashcards.anatomy.move import Move
from flashcards.anatomy.movement import spoken
from flashcards.anatomy.opposition import Movers, movers_of
from flashcards.anatomy.roles import names
from flashcards.anatomy.subject import Subject
from flashcards.anatomy.verbs import TOWARD
from flashcards.card import Card
from flashcards.fact import Fact
from flashcards.kind import Kind, Notes
from flashcards.note import Note
from flashcards.question import Listing, Question, Typed, Wrong

SECTION = "movers"


def derive(notes: Notes) -> Iterator[Note]:
    """Yield a note for each movement that has prime movers, in the deck that tells most of them."""
    own = next((note.deck for key, note in notes.items() if "/" not in key), "")
    for prime in _by_movement(movers_of(notes)).values():
        if _home(prime) == own:
            yield _note(prime)


@lru_cache(maxsize=4)
def _by_movement(movers: Movers) -> Mapping[str, Sequence[Move]]:
    """Return the prime movers of each movement under the key of its note, each muscle or part once."""
    found: dict[str, dict[str, Move]] = {}
    for move in movers.moves:
        if move.prime:
            found.setdefault(_key(move), {}).setdefault(move.subject.path, move)
    return {key: tuple(moves.values()) for key, moves in found.items()}


def _key(move: Move) -> str:
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
    return Note(_key(first), SECTION, _home(prime), own.place, {"name": (text.capitalize(),)}, (fact,))


def _said(move: Move) -> str:
    axis, toward = move.direction
    return f"{axis} of the {spoken(move.joint)}{f' {TOWARD[toward]}' if toward else ''}"


def cards(note: Note, notes: Notes) -> Iterator[Card]:
    """Yield the one card of a movement: its prime movers as a list, or the only one by its name."""
    movers = movers_of(notes)
    prime = _by_movement(movers)[note.key]
    helpers = [it.other.subject for it in movers.meetings(prime[0], opposed=False) if not it.across]
    also = [subject for subject in helpers if subject.path not in {move.subject.path for move in prime}]
    form, asked = _asked([move.subject for move in prime], also, _said(prime[0]))
    yield Card(note, note.facts[0], form, asked)


def _asked(prime: list[Subject], also: list[Subject], said: str) -> tuple[str, Question]:
    if len(prime) == 1:
        near = tuple(
            Wrong(it.name, "it makes this movement, too, but as an assistant", it.also_called) for it in also
        )
        accept = tuple(_names(prime[0], prime))[1:]
        return "recall", Typed(f"Which muscle is the prime mover in {said}?", prime[0].name, accept, near)
    named = tuple(name for subject in also for name in (subject.name, *subject.also_called))
    accepts = tuple(tuple(_names(subject, prime))[1:] for subject in prime)
    prompt = f"Name the {len(prime)} prime movers in {said}."
    return "list", Listing(prompt, tuple(it.name for it in prime), accepts, also=named)


def _names(subject: Subject, prime: list[Subject]) -> Iterator[str]:
    divided = {it.note.path for it in prime if it.path != subject.path}
    return names(subject, divided)


MOVERS = Kind(section=SECTION, noun="movers", fields=(), cards=cards, derive=derive, forms=("recall", "list"))
