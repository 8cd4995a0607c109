"""Questions about finding a muscle under your hands: how, and which one it is that you feel."""

from __future__ import annotations

from collections.abc import Iterator

from flashcards.anatomy.asked import card
from flashcards.anatomy.atlas import atlas, scene
from flashcards.anatomy.attachment import own_names
from flashcards.anatomy.subject import Subject
from flashcards.card import Card
from flashcards.fact import Fact
from flashcards.kind import Notes
from flashcards.question import SelfRated, Typed, gives_away

LABELS = {"do": "The client", "feel": "You feel"}


def palpation_cards(subject: Subject, notes: Notes) -> Iterator[Card]:
    """Yield how to find a muscle, and the scene the other way round: which muscle do you feel?"""
    for fact in subject.asked("palpation"):
        prompt = f"How do you find {subject.called} under your hands?"
        yield card(subject, fact, "recall", SelfRated(prompt, _told(fact, "do", "feel")))
        scene = f"{_told(fact, 'do')} Which muscle do you feel?"
        if fact["do"] and not gives_away(scene, own_names(subject)):
            accept = (*own_names(subject)[1:], *_felt_as_well(subject, fact, notes))
            yield card(subject, fact, "muscle", Typed(scene, subject.name, accept))


def _felt_as_well(subject: Subject, fact: Fact, notes: Notes) -> Iterator[str]:
    """Yield the names of the other muscles that the same scene is told of: one hand feels a whole group."""
    for told in atlas(notes).by_scene[scene(fact)]:
        if told.fact.askable and told.subject.path != subject.path:
            yield from own_names(told.subject)


def _told(fact: Fact, *details: str) -> str:
    lines = (f"Your hands: {fact.text}", *(f"{LABELS[name]}: {fact[name]}" for name in details if fact[name]))
    return " ".join(f"{line.rstrip('.')}." for line in lines)
