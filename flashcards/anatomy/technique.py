"""The kind `techniques`: purpose, set-up, cautions, and steps that are asked one by one and in order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from flashcards.anatomy.lint import TECHNIQUE_RULES
from flashcards.anatomy.names import name_of, unknown_muscles
from flashcards.anatomy.steps import step_cards
from flashcards.anatomy.subject import joined
from flashcards.card import Card
from flashcards.fact import Fact
from flashcards.kind import YES, Field, Kind, Notes, Slot
from flashcards.note import Note
from flashcards.place import Problem
from flashcards.plain import recalled
from flashcards.question import Listing, SelfRated, Typed

TOLD = {
    "purpose": "{name}: what is it for{besides}?",
    "setup": "{name}: what do you make ready{besides}?",
    "feel": "{name}: what do you feel for{besides}?",
    "adapt": "{name}: what differs from client to client{besides}?",
    "tell-client": "{name}: what do you tell the client{besides}?",
    "caution": "{name}: which caution is missing here: {others}?",
    "contraindication": "{name}: which contraindication is missing here: {others}?",
    "endangerment": "{name}: which endangerment site is missing here: {others}?",
    "check": "{name}: what else must be checked before you begin, besides: {others}?",
}
LISTED = {
    "caution": "{name}: name its {count} cautions.",
    "contraindication": "{name}: name its {count} contraindications.",
    "endangerment": "{name}: name the {count} endangerment sites it comes near.",
    "check": "{name}: name the {count} things that must be checked before you begin.",
}
ALONE = {
    "caution": "{name}: which caution goes with it?",
    "contraindication": "{name}: what forbids it?",
    "endangerment": "{name}: which endangerment site does it come near?",
    "check": "{name}: what must be checked before you begin?",
}
"""How the one fact of a slot of safety is asked."""


def cards(note: Note, notes: Notes) -> Iterator[Card]:
    """Yield every card of a technique: what it is for, its safety, each step, their order, then the whole."""
    yield from _targets(note, notes)
    for fact in note.slot(*TOLD):
        yield from _told(note, fact)
    yield from _safety_lists(note)
    yield from step_cards(note)


def _targets(note: Note, notes: Notes) -> Iterator[Card]:
    names = tuple(name_of(key, notes) for key in note.words.get("targets", ()))
    fact = Fact("targets", "targets", joined(names) if names else "", note.place)
    if len(names) > 1:
        yield Card(
            note, fact, "list", Listing(f"{note.name}: name the {len(names)} muscles it reaches.", names)
        )
    elif names:
        yield Card(note, fact, "recall", Typed(f"{note.name}: which muscle does it reach?", names[0]))


def _told(note: Note, fact: Fact) -> Iterator[Card]:
    others = tuple(other.text for other in note.slot(fact.slot) if other.id != fact.id)
    besides = f", besides {joined(others)}" if others else ""
    asked = TOLD if others else TOLD | ALONE
    prompt = asked[fact.slot].format(name=note.name, besides=besides, others="; ".join(others))
    question = recalled(prompt, fact.text, fact.accept)
    if isinstance(question, Typed):
        question = replace(question, safety=fact.slot in LISTED)
    yield Card(note, fact, "recall", question, groups=(fact.slot,))
    if fact["why"]:
        yield Card(
            note, fact, "why", SelfRated(f"{note.name}, {_label(fact)}: {fact.text}. Why?", fact["why"])
        )


def _label(fact: Fact) -> str:
    named = {"setup": "set-up", "tell-client": "for the client", "endangerment": "endangerment site"}
    return named.get(fact.slot, fact.slot)


def _safety_lists(note: Note) -> Iterator[Card]:
    for slot, prompt in LISTED.items():
        facts = tuple(note.slot(slot))
        fact = Fact(f"{slot}s", f"{slot}s", f"{slot}s of {note.name}", note.place)
        if len(facts) > 1:
            asked = prompt.format(name=note.name, count=len(facts))
            items, accept = tuple(f.text for f in facts), tuple(f.accept for f in facts)
            yield Card(note, fact, "list", Listing(asked, items, accept, safety=True), groups=(slot,))


def check_targets(note: Note, notes: Notes) -> Iterator[Problem]:
    """Check that every target is a muscle of this deck, or named as deck/key."""
    return unknown_muscles(note.place_of("targets"), note.words.get("targets", ()), notes)


TECHNIQUES = Kind(
    section="techniques",
    noun="technique",
    fields=(
        Field("name", required=True, about="a name that gives no answer away"),
        Field("targets", many=True, refers=True, about="the muscles it reaches, by key"),
        Field("position", about="supine, prone, side-lying, seated"),
        Field("source"),
        Field("note"),
        Slot("purpose", slot="purpose", details=("why",), about="what it is for"),
        Slot("setup", slot="setup", key="do", details=("why",), about="what is made ready, and why"),
        Slot("before", slot="check", details=("why",), about="what must be checked before: consent"),
        Slot("endangerment", slot="endangerment", details=("why",), about="endangerment sites it comes near"),
        Slot("cautions", slot="caution", details=("why",), required=True, about="what to beware of"),
        Slot(
            "contraindications",
            slot="contraindication",
            details=("why",),
            required=True,
            about="what forbids it",
        ),
        Slot(
            "steps",
            slot="step",
            key="do",
            details=("phase", "why", "ask", "feel", "hands", "any_order", "key", "safety"),
            one_of={"any_order": YES, "key": YES, "safety": YES},
            about="the steps, in order; neighbors with any_order are one group",
        ),
        Slot("feel", slot="feel", details=("why",), about="what to assess, apart from one step"),
        Slot("adapt", slot="adapt", details=("why",), about="what differs from client to client"),
        Slot("tell_client", slot="tell-client", details=("why",), about="what to tell the client"),
    ),
    cards=cards,
    checks=(check_targets, *TECHNIQUE_RULES),
)
