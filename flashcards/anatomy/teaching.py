"""The order of teaching: a few muscles at a time, each topic after what it builds on.

A unit is a few muscles and all that hangs on them: the landmarks they hold on to, their attachments, how
their joints move, what they do, how to find them and where they lie; then whom they oppose and help, and the
techniques that reach them. Inside a topic every muscle has its turn, so that no muscle comes all in a row.
Nothing hangs on the words of a fact but what they name: to put a slip right moves no card.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import TypeVar

from flashcards.anatomy.bone import landmark_of
from flashcards.anatomy.joint import joint_of as joint_of_note
from flashcards.anatomy.movement import SLOTS, joint_of
from flashcards.anatomy.near_misses.spot import spot
from flashcards.anatomy.opposition.roles import HELPS, OPPOSES
from flashcards.anatomy.subject import ENDS, subjects
from flashcards.anatomy.terms.data import speaking
from flashcards.card import Card
from flashcards.cards import Cards, Units
from flashcards.deck import Deck
from flashcards.lazy import Lazy
from flashcards.note import Note
from flashcards.question import answer_lines

T = TypeVar("T")

MUSCLES_AT_ONCE = 4
"""How many muscles one unit tells of: few enough to keep apart, enough to take turns."""


class Topic(IntEnum):
    """What a card is about, in the order of teaching."""

    LANDMARKS = 0
    ATTACHMENTS = 1
    JOINTS = 2
    ACTIONS = 3
    FINDING = 4
    POSITION = 5
    FINER = 6
    OPPOSITION = 7
    TECHNIQUE = 8
    REST = 9


TOPICS = {
    "bones": Topic.LANDMARKS,
    "joints": Topic.JOINTS,
    "muscles": Topic.POSITION,
    "nerves": Topic.FINDING,
    "movers": Topic.OPPOSITION,
    "opposites": Topic.OPPOSITION,
    "confusable": Topic.OPPOSITION,
    "techniques": Topic.TECHNIQUE,
    "cards": Topic.REST,
}
"""The topic of each kind of note."""
OF_SLOT = {
    "origin": Topic.ATTACHMENTS,
    "insertion": Topic.ATTACHMENTS,
    "muscle": Topic.ATTACHMENTS,
    "course": Topic.ATTACHMENTS,
    "action": Topic.ACTIONS,
    "reversed": Topic.ACTIONS,
    "nerve": Topic.FINDING,
    "palpation": Topic.FINDING,
}
"""The topic of a muscle's fact, where its slot has one of its own."""
OF_FORM = {
    "muscles": Topic.FINDING,
    OPPOSES: Topic.OPPOSITION,
    HELPS: Topic.OPPOSITION,
    "axis": Topic.FINER,
    "range": Topic.FINER,
    "end-feel": Topic.FINER,
}
"""The topic of a card of that form, whatever its fact."""
FORMS = (
    "recall",
    "name",
    "bone",
    "plane",
    "opposite",
    "muscle",
    OPPOSES,
    "choice",
    "fixed",
    HELPS,
    "other",
    "list",
)
"""The forms of one topic in turn: what to know first, then the same seen from elsewhere, then all at once."""


def topic(card: Card) -> Topic:
    """Return the topic of a card, by its form, its slot or its kind."""
    of_slot = OF_SLOT if card.note.kind == "muscles" else {}
    return OF_FORM.get(card.form, of_slot.get(card.fact.slot, TOPICS[card.note.kind]))


def taught(deck: Deck) -> Deck:
    """Return a deck whose cards come in the order of teaching, made by its own words when first looked at."""
    notes, cards = _spoken(deck, lambda: deck.notes), _spoken(deck, lambda: units(deck))
    return replace(deck, notes=Lazy(notes), cards=Cards(cards))


def _spoken(deck: Deck, make: Callable[[], T]) -> Callable[[], T]:
    def spoken() -> T:
        with speaking(deck.vocabulary):
            return make()

    return spoken


def units(deck: Deck) -> Units:
    """Return the cards of a deck in the order of teaching, unit by unit; what is no muscle's comes last."""
    plan = Plan.of(deck.notes)
    found: dict[int, list[Card]] = defaultdict(list)
    for card in deck.cards:
        found[plan.unit(card)].append(card)
    return [_in_order(found[number]) for number in sorted(found)]


def _in_order(cards: Sequence[Card]) -> list[Card]:
    """Return the cards of a unit by topic and form; within a form each note has its turn."""
    turns: Counter[tuple[object, ...]] = Counter()
    keys: list[tuple[int, int, int, int]] = []
    for place, card in enumerate(cards):
        about = topic(card)
        rank = _rank(card) if about < Topic.TECHNIQUE else 0
        turns[about, rank, card.note.path] += about < Topic.TECHNIQUE
        keys.append((about, rank, turns[about, rank, card.note.path], place))
    return [cards[key[-1]] for key in sorted(keys)]


def _rank(card: Card) -> int:
    return FORMS.index(card.form) if card.form in FORMS else len(FORMS)


@dataclass(frozen=True, slots=True)
class Plan:
    """Which unit each of a deck's notes belongs to, and each landmark and joint: the first that needs it."""

    muscles: Mapping[str, int]
    landmarks: Mapping[str, int]
    joints: Mapping[str, int]
    names: Mapping[str, str]

    @classmethod
    def of(cls, notes: Iterable[Note]) -> Plan:
        """Plan the units of some notes: their muscles a few at a time, as the deck has them."""
        told = [note for note in notes if note.kind == "muscles"]
        muscles = {note.key: number // MUSCLES_AT_ONCE for number, note in enumerate(told)}
        landmarks: dict[str, int] = {}
        joints: dict[str, int] = {}
        for note in told:
            for fact in note.slot(*ENDS):
                landmarks.setdefault(spot(fact.text).key, muscles[note.key])
            for fact in note.slot(*SLOTS):
                joints.setdefault(joint_of(fact), muscles[note.key])
        return cls(
            muscles, landmarks, joints, {one.name: note.key for note in told for one in subjects(note)}
        )

    def unit(self, card: Card) -> int:
        """Return the unit of a card: that of the last muscle it needs, one beyond all where it needs none."""
        last = len(self.muscles)
        match topic(card):
            case Topic.LANDMARKS:
                return self.landmarks.get(landmark_of(card.note, card.fact), last)
            case Topic.JOINTS | Topic.FINER:
                return self.joints.get(joint_of_note(card.note), last)
            case Topic.REST:
                return last
        return max((self.muscles[key] for key in self._needed(card) if key in self.muscles), default=last)

    def _needed(self, card: Card) -> Iterator[str]:
        """Yield the notes a card speaks of: its own, those it is about, and those it asks for."""
        yield card.note.key
        yield from card.note.words.get("pair", ())
        yield from card.note.words.get("targets", ())
        if topic(card) in (Topic.FINDING, Topic.OPPOSITION):
            yield from (self.names[line] for line in answer_lines(card.question) if line in self.names)
