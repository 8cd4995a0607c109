"""Questions about one attachment: where it is, who is there, and which of a few places it is."""

from __future__ import annotations

from collections.abc import Iterator

from flashcards.anatomy.asked import besides, card, listed
from flashcards.anatomy.near_misses.atlas import atlas
from flashcards.anatomy.near_misses.neighbours import wrong_places
from flashcards.anatomy.near_misses.spot import same, spot
from flashcards.anatomy.subject import ENDS, Subject, a, the
from flashcards.card import Card
from flashcards.fact import Fact
from flashcards.kind import Notes
from flashcards.question import Choice, Typed, gives_away

NEAR = 3
"""How many other muscles may hold on to a place of which it is asked who does."""
WHO = {
    "origin": "Which muscle takes its origin from {place}{besides}?",
    "insertion": "Which muscle inserts on {place}{besides}?",
}


def attachment_cards(subject: Subject, notes: Notes) -> Iterator[Card]:
    """Yield the cards of each attachment that may be asked."""
    for fact in subject.asked(*ENDS):
        wrong = wrong_places(subject, fact, notes)
        prompt = f"What is the {fact.slot} of {subject.called}{besides(subject, fact)}?"
        yield card(subject, fact, "recall", Typed(prompt, fact.text, fact.accept, wrong))
        yield from _who(subject, fact, notes)
        if wrong:
            asked = f"Which of these is {a(fact.slot)} of {subject.called}?"
            yield card(subject, fact, "choice", Choice(asked, fact.text, wrong))


def _who(subject: Subject, fact: Fact, notes: Notes) -> Iterator[Card]:
    """Ask which muscle is there, besides those that are, too; one that a book may put there is right."""
    found = atlas(notes).at(fact)
    beside = [told for told in found if told.subject.note.path != subject.note.path]
    fellows = [told.subject for told in found if told.subject.note.path == subject.note.path]
    sharing = {told.subject.note.path: told.subject.note for told in beside if _is_shared(fact, told.fact)}
    doubtful = [told.subject for told in beside if told.subject.note.path not in sharing]
    if len(sharing) + len({one.note.path for one in doubtful}) <= NEAR:
        others = listed(tuple(Subject(note).called for note in sharing.values()))
        prompt = WHO[fact.slot].format(place=the(fact.text), besides=others)
        accept = tuple(dict.fromkeys(name for one in (subject, *fellows, *doubtful) for name in one.names()))
        if not gives_away(prompt, accept):
            yield card(subject, fact, "muscle", Typed(prompt, subject.name, accept[1:]))


def _is_shared(fact: Fact, other: Fact) -> bool:
    return other.askable and same(spot(fact.text), spot(other.text))
