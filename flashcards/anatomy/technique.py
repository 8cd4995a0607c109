"""The kind `techniques`: purpose, set-up, cautions, and steps that are asked one by one and in order."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from flashcards.anatomy.names import name_of, unknown_muscles
from flashcards.anatomy.subject import joined
from flashcards.card import Card
from flashcards.deck import Deck
from flashcards.fact import Fact
from flashcards.kind import YES, Field, Kind, Notes, Slot
from flashcards.note import Note
from flashcards.place import Problem
from flashcards.plain import recalled
from flashcards.question import Choice, Listing, Ordering, Question, SelfRated, Typed, Wrong

MOST_AT_ONCE = 7
"""How many steps one order card asks for at the most."""

STUDY_AID = "A study aid, no medical advice: follow your teacher, your law and your scope of practice."
"""What is said wherever techniques are studied or handed on."""

TOLD = {
    "purpose": "{name}: what is it for{besides}?",
    "setup": "{name}: what do you make ready{besides}?",
    "feel": "{name}: what do you feel for{besides}?",
    "adapt": "{name}: what differs from client to client{besides}?",
    "tell-client": "{name}: what do you tell the client{besides}?",
    "caution": "{name}: which caution is missing here: {others}?",
    "contraindication": "{name}: which contraindication is missing here: {others}?",
}
LISTED = {
    "caution": "{name}: name its {count} cautions.",
    "contraindication": "{name}: name its {count} contraindications.",
}

SAFETY = frozenset((*LISTED, *(f"{slot}s" for slot in LISTED)))
"""The slots on whose facts safety hangs: those told one by one, and those of the whole lists."""


def is_safety(card: Card) -> bool:
    """Return whether safety hangs on a card: a caution, a contraindication, a step marked for its safety."""
    return card.fact.slot in SAFETY or card.fact["safety"] == "true"


def cards(note: Note, notes: Notes) -> Iterator[Card]:
    """Yield every card of a technique: what it is for, its safety, each step, then the order of steps."""
    yield from _targets(note, notes)
    for fact in note.slot(*TOLD):
        yield from _told(note, fact)
    yield from _safety_lists(note)
    yield from _steps(note)
    yield from _orders(note)


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
    prompt = TOLD[fact.slot].format(name=note.name, besides=besides, others="; ".join(others))
    if others or fact.slot not in LISTED:
        asked = recalled(prompt, fact.text, fact.accept)
        if isinstance(asked, Typed):
            asked = replace(asked, safety=fact.slot in LISTED)
        yield Card(note, fact, "recall", asked, groups=(fact.slot,))
    if fact["why"]:
        yield Card(
            note, fact, "why", SelfRated(f"{note.name}, {_label(fact)}: {fact.text}. Why?", fact["why"])
        )


def _label(fact: Fact) -> str:
    return {"setup": "set-up", "tell-client": "for the client"}.get(fact.slot, fact.slot)


def _safety_lists(note: Note) -> Iterator[Card]:
    for slot, prompt in LISTED.items():
        facts = tuple(note.slot(slot))
        fact = Fact(f"{slot}s", f"{slot}s", f"{slot}s of {note.name}", note.place)
        if len(facts) > 1:
            asked = prompt.format(name=note.name, count=len(facts))
            items, accept = tuple(f.text for f in facts), tuple(f.accept for f in facts)
            yield Card(note, fact, "list", Listing(asked, items, accept, safety=True), groups=(slot,))


def groups(steps: tuple[Fact, ...]) -> tuple[int, ...]:
    """Number the steps by place in the order; neighbours that may stand in any order share a number.

    >>> free = {"any_order": "true"}
    >>> groups((Fact("", "step", "a"), *(Fact("", "step", text, details=free) for text in "bc")))
    (0, 1, 1)
    """
    numbers: list[int] = []
    for place, step in enumerate(steps):
        together = place > 0 and step["any_order"] == "true" == steps[place - 1]["any_order"]
        numbers.append(numbers[-1] if together else place)
    return tuple(numbers)


def _steps(note: Note) -> Iterator[Card]:
    steps = tuple(note.slot("step"))
    numbers = groups(steps)
    for place, step in enumerate(steps):
        if len(steps) > 1:
            yield Card(note, step, "next", _next(note, steps, numbers, place))
        yield from (Card(note, step, form, question) for form, question in _about(note, step))


def _next(note: Note, steps: tuple[Fact, ...], numbers: tuple[int, ...], place: int) -> Question:
    """Ask which step comes next; a step that could stand there as well is never a wrong option."""
    first = numbers.index(numbers[place])
    prompt = f"{note.name}: what comes after “{steps[first - 1].text}”?" if first else ""
    rest = [other for other, number in enumerate(numbers) if number != numbers[place] and other != first - 1]
    nearest = sorted(rest, key=lambda other: abs(other - place))
    wrong = tuple(Wrong(steps[other].text, _too(other, place)) for other in nearest)
    return Choice(prompt or f"{note.name}: what is the first step?", steps[place].text, wrong)


def _too(other: int, place: int) -> str:
    return f"that is step {other + 1}, {'later' if other > place else 'already done'}"


def _about(note: Note, step: Fact) -> Iterator[tuple[str, Question]]:
    asked = {
        "why": "why do you do this?",
        "ask": "what do you ask the client to do here?",
        "feel": "what do your hands notice here?",
    }
    for form, prompt in asked.items():
        if step[form]:
            yield form, SelfRated(f"{note.name}, “{step.text}”: {prompt}", step[form])


def _orders(note: Note) -> Iterator[Card]:
    """Yield the order cards: each phase's steps, at most seven at a time, and the phases themselves."""
    steps = tuple(note.slot("step"))
    numbered = zip(steps, groups(steps), strict=True)
    runs = [(phase, tuple(run)) for phase, run in groupby(numbered, key=lambda pair: pair[0]["phase"])]
    asked: Counter[str] = Counter()
    for phase, chunk in ((phase, chunk) for phase, run in runs for chunk in _chunks(run)):
        if len({number for _, number in chunk}) > 1:
            asked[phase] += 1
            fact = _order_fact(note, phase, asked[phase])
            yield Card(note, fact, "order", _order(f"{note.name}{', ' * bool(phase)}{phase}", chunk))
    yield from _phases(note, tuple(phase for phase, _ in runs))


def _order_fact(note: Note, phase: str, serial: int) -> Fact:
    """Return the fact of an order card, named by its phase and by which of that phase's it is."""
    parts = ("order", *re.findall(r"[a-z0-9]+", phase.lower()), str(serial) if serial > 1 else "")
    return Fact("-".join(filter(None, parts)), "order", f"order of {phase or note.name}", note.place)


def _phases(note: Note, names: tuple[str, ...]) -> Iterator[Card]:
    if 1 < len(names) == len(set(names)) <= MOST_AT_ONCE:
        fact = Fact("phases", "order", f"phases of {note.name}", note.place)
        question = Ordering(f"{note.name}: put its phases in order.", names, tuple(range(len(names))))
        yield Card(note, fact, "order", question)


def _order(about: str, chunk: tuple[tuple[Fact, int], ...]) -> Question:
    texts, numbers = tuple(step.text for step, _ in chunk), tuple(number for _, number in chunk)
    return Ordering(f"{about}: put these steps in order.", texts, numbers)


def _chunks(run: tuple[tuple[Fact, int], ...]) -> Iterator[tuple[tuple[Fact, int], ...]]:
    """Cut a run of steps into even pieces of at most seven."""
    pieces = -(-len(run) // MOST_AT_ONCE)
    size = -(-len(run) // pieces)
    return (run[start : start + size] for start in range(0, len(run), size))


def study_aid(deck: Deck) -> str:
    """Return what must be said of a deck that teaches techniques; nothing of another."""
    return STUDY_AID if any(note.kind == TECHNIQUES.section for note in deck.notes) else ""


def check_targets(note: Note, notes: Notes) -> Iterator[Problem]:
    """Check that every target is a muscle of this deck, or named as deck/key."""
    return unknown_muscles(note.place_of("targets"), note.words.get("targets", ()), notes)


TECHNIQUES = Kind(
    section="techniques",
    noun="technique",
    fields=(
        Field("name", required=True),
        Field("targets", many=True),
        Field("position"),
        Field("source"),
        Field("note"),
        Slot("purpose", slot="purpose", details=("why",)),
        Slot("setup", slot="setup", key="do", details=("why",)),
        Slot("cautions", slot="caution", details=("why",), required=True),
        Slot("contraindications", slot="contraindication", details=("why",), required=True),
        Slot(
            "steps",
            slot="step",
            key="do",
            details=("phase", "why", "ask", "feel", "any_order", "key", "safety"),
            one_of={"any_order": YES, "key": YES, "safety": YES},
        ),
        Slot("feel", slot="feel", details=("why",)),
        Slot("adapt", slot="adapt", details=("why",)),
        Slot("tell_client", slot="tell-client", details=("why",)),
    ),
    cards=cards,
    checks=(check_targets,),
)
