"""Questions about finding a muscle under your hands: how, and which one it is that you feel."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from flashcards.anatomy.asked import card
from flashcards.anatomy.near_misses.atlas import atlas, scene
from flashcards.anatomy.subject import Subject
from flashcards.card import Card
from flashcards.fact import Fact
from flashcards.kind import Notes
from flashcards.question import Listing, Question, SelfRated, Typed, gives_away

LABELS = {"do": "The client", "feel": "You feel"}


def palpation_cards(subject: Subject, notes: Notes) -> Iterator[Card]:
    """Yield how to find a muscle, and the scene the other way round: which muscle do you feel?"""
    for fact in subject.asked("palpation"):
        prompt = f"How do you find {subject.called} under your hands?"
        yield card(subject, fact, "recall", SelfRated(prompt, _told(fact, "do", "feel")))
        felt = _felt(fact, notes)
        if fact["do"] and felt[0].path == subject.path:
            yield from _which(felt, fact)


def _felt(fact: Fact, notes: Notes) -> tuple[Subject, ...]:
    """Return the muscles that the same scene is told of: one hand feels a whole group."""
    return tuple(told.subject for told in atlas(notes).by_scene[scene(fact)] if told.fact.askable)


def _which(felt: tuple[Subject, ...], fact: Fact) -> Iterator[Card]:
    """Ask for the muscles of a scene, once for them all, on a card of the first."""
    many = len(felt) > 1
    prompt = f"{_told(fact, 'do')} Which {f'{len(felt)} muscles' if many else 'muscle'} do you feel?"
    names = tuple(it.names() for it in felt)
    if not gives_away(prompt, tuple(chain.from_iterable(names))):
        items, accept = tuple(own[0] for own in names), tuple(own[1:] for own in names)
        asked: Question = Listing(prompt, items, accept) if many else Typed(prompt, items[0], accept[0])
        yield card(felt[0], fact, "muscle", asked)


def _told(fact: Fact, *details: str) -> str:
    lines = (f"Your hands: {fact.text}", *(f"{LABELS[name]}: {fact[name]}" for name in details if fact[name]))
    return " ".join(f"{line.rstrip('.')}." for line in lines)
