"""Questions about one movement a muscle makes: which it is, which of a few, and which end is held still."""

from __future__ import annotations

from collections.abc import Iterator

from flashcards.anatomy.asked import card, listed
from flashcards.anatomy.movement import HELD, at_joint, full_movement, joint_of
from flashcards.anatomy.near_misses.countermoves import wrong_movements
from flashcards.anatomy.opposition.move import Move, direction
from flashcards.anatomy.opposition.verbs import acts, place
from flashcards.anatomy.subject import Subject
from flashcards.anatomy.terms import vocabulary
from flashcards.card import Card
from flashcards.fact import Fact
from flashcards.kind import Notes
from flashcards.question import Choice, Question, Typed, Wrong


def action_cards(subject: Subject, notes: Notes) -> Iterator[Card]:
    """Yield the cards of each movement that may be asked, with either end held still."""
    for fact in subject.asked(*HELD):
        wrong = wrong_movements(subject, fact, notes)
        yield card(subject, fact, "recall", _recalled(subject, fact, wrong))
        if wrong:
            yield card(subject, fact, "choice", Choice(_which(subject, fact), full_movement(fact), wrong))
        if subject.asked("reversed") and _is_asked_for_its_end(subject, fact):
            yield Card(subject.note, fact, "fixed", _fixed_end(subject, fact))


def _recalled(subject: Subject, fact: Fact, near: tuple[Wrong, ...]) -> Question:
    joint = joint_of(fact)
    beside = tuple(full_movement(other) for other in subject.others(fact) if joint_of(other) == joint)
    does = subject.does("does it", "do they")
    asked = f"which movement {does} make{at_joint(joint)}{listed(beside)}?"
    prompt = f"{subject.name}, {HELD[fact.slot]} held still: {asked}"
    return Typed(prompt, full_movement(fact), (*fact.accept, fact.text, *bare(fact)), near)


def _which(subject: Subject, fact: Fact) -> str:
    its, does = subject.does("its", "their"), subject.does("does", "do")
    return f"With {its} {HELD[fact.slot]} held still, which movement {does} {subject.called} make?"


def _is_asked_for_its_end(subject: Subject, fact: Fact) -> bool:
    """Tell whether it is worth asking which end is held: mostly it is the origin, so of that one will do."""
    worth = fact.slot == "reversed" or bool(fact["fixed"]) or fact in subject.asked("action")[:1]
    return worth and not _is_of_both_ends(subject, fact)


def _is_of_both_ends(subject: Subject, fact: Fact) -> bool:
    """Tell whether a movement is told of either end: popliteus turns the knee whichever bone stands still."""
    move = vocabulary.movement(full_movement(fact))
    others = (other for other in subject.told(*HELD) if other.slot != fact.slot)
    return any(vocabulary.movement(full_movement(other)) == move for other in others)


def _fixed_end(subject: Subject, fact: Fact) -> Question:
    held, moved = HELD[fact.slot], HELD["reversed" if fact.slot == "action" else "action"]
    prompt = f"Which end of {subject.called} is held still {_meanwhile(subject, fact)}?"
    return Choice(prompt, held, (Wrong(moved, f"the {moved} is the end that moves here"),))


def _meanwhile(subject: Subject, fact: Fact) -> str:
    """Say in which movement; one that is told as a verb is said whole: when it raises the eyebrows."""
    found = vocabulary.movement(full_movement(fact))
    if not found or found.name.split()[-1] in vocabulary.movement_words():
        return f"in {full_movement(fact)}"
    move = Move(subject, fact, found.joint, found.name, direction(found))
    return f"when {subject.does('it', 'they')} {acts(move, place(found.joint, fact))}"


def bare(fact: Fact) -> tuple[str, ...]:
    """Return a movement without its joint, for where the question names that.

    >>> bare(Fact("", "action", "hip flexion"))
    ('flexion',)
    """
    found = vocabulary.movement(fact.text)
    return (found.name,) if found else ()
