"""Questions about all that is told of a muscle at once: lists, and the muscle that has these two ends."""

from __future__ import annotations

from collections.abc import Iterator

from flashcards.anatomy.action import bare
from flashcards.anatomy.asked import card, whole_fact
from flashcards.anatomy.attachment import NEAR
from flashcards.anatomy.movement import HELD, full_movement, joint_of
from flashcards.anatomy.near_misses.atlas import atlas
from flashcards.anatomy.near_misses.truth import family
from flashcards.anatomy.subject import ENDS, Subject, joined, the
from flashcards.card import Card
from flashcards.fact import Fact
from flashcards.kind import Notes
from flashcards.question import Listing, Typed, gives_away

WHOLES = {
    "origin": "origins",
    "insertion": "insertions",
    "action": "actions",
    "reversed": "reversed-actions",
    "nerve": "nerves",
}
"""The facts that stand for a whole slot, by slot."""
LISTED = {
    "origin": "Name the {count} origins of {name}.",
    "insertion": "Name the {count} insertions of {name}.",
    "action": "Name {count} movements {name} {make} with {its} origin held still.",
    "reversed": "Name {count} movements {name} {make} with {its} insertion held still.",
    "nerve": "Name the {count} nerves of {name}.",
}


def list_cards(subject: Subject, _: Notes) -> Iterator[Card]:
    """Yield a list for each slot with more than one fact that may be asked."""
    for slot, prompt in LISTED.items():
        facts = subject.asked(slot)
        if len(facts) > 1:
            yield card(
                subject, whole_fact(subject, slot, WHOLES[slot]), "list", _list(subject, prompt, facts)
            )


def _list(subject: Subject, prompt: str, facts: tuple[Fact, ...]) -> Listing:
    make, its = subject.does("makes", "make"), subject.does("its", "their")
    asked = prompt.format(name=subject.called, count=len(facts), make=make, its=its)
    accept = tuple((*fact.accept, fact.text, *_shared_joint(fact, facts)) for fact in facts)
    untold = (fact for fact in family(subject, facts[0].slot) if fact not in facts)
    return Listing(asked, tuple(map(_item, facts)), accept, also=tuple(map(_item, untold)))


def _shared_joint(fact: Fact, facts: tuple[Fact, ...]) -> tuple[str, ...]:
    """Return the bare movement where all that are asked for are at one joint: it goes without saying."""
    return bare(fact) if fact.slot in HELD and len(set(map(joint_of, facts))) == 1 else ()


def _item(fact: Fact) -> str:
    return full_movement(fact) if fact.slot in HELD else fact.text


def muscle_cards(subject: Subject, notes: Notes) -> Iterator[Card]:
    """Ask which muscle has these two ends; another with the same is right too, unless there are many."""
    ends = tuple(_end(subject, slot) for slot in ENDS)
    if all(ends) and subject.asked(*ENDS):
        origin, insertion = (joined(tuple(the(fact.text) for fact in facts)) for facts in ends)
        prompt = f"Which muscle runs from {origin} to {insertion}?"
        rivals = _rivals(subject, (*ends[0], *ends[1]), notes)
        accept = tuple(name for one in (subject, *rivals) for name in one.names())
        if len({rival.note.path for rival in rivals}) < NEAR and not gives_away(prompt, accept):
            asked = Typed(prompt, subject.name, accept[1:])
            yield card(subject, whole_fact(subject, "muscle", "attachments"), "muscle", asked, *ENDS)


def _end(subject: Subject, slot: str) -> tuple[Fact, ...]:
    """Return the places of one end; a part without one of its own has that of the whole."""
    return subject.asked(slot) or Subject(subject.note).asked(slot)


def _rivals(subject: Subject, ends: tuple[Fact, ...], notes: Notes) -> list[Subject]:
    """Return the muscles of which all these places may be told as well."""
    here = atlas(notes)
    found = [{told.subject.path: told.subject for told in here.at(fact)} for fact in ends]
    return [one for path, one in found[0].items() if path != subject.path and all(path in at for at in found)]
