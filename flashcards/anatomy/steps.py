"""The steps of a technique: asked one by one, in order, and all of them from memory."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from flashcards.card import Card
from flashcards.fact import Fact
from flashcards.fields import as_key
from flashcards.note import Note
from flashcards.question import Choice, Ordering, Question, Recital, SelfRated, Wrong, gives_away

MOST_AT_ONCE = 7
"""How many steps one order card asks for at the most."""

FEWEST = 3
"""How many steps a technique has at the least for being gone through as a whole."""


def groups(steps: tuple[Fact, ...]) -> tuple[int, ...]:
    """Number the steps by place in the order; neighbors that may stand in any order share a number.

    >>> free = {"any_order": "true"}
    >>> groups((Fact("", "step", "a"), *(Fact("", "step", text, details=free) for text in "bc")))
    (0, 1, 1)
    """
    numbers: list[int] = []
    for place, step in enumerate(steps):
        together = place > 0 and step["any_order"] == "true" == steps[place - 1]["any_order"]
        numbers.append(numbers[-1] if together else place)
    return tuple(numbers)


def step_cards(note: Note) -> Iterator[Card]:
    """Yield what comes next and why, the order of each phase, then the whole to be gone through."""
    yield from _steps(note)
    yield from _orders(note)
    yield from _whole(note)


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
        "hands": "this is done. Where are your hands now?",
    }
    for form, prompt in asked.items():
        if step[form] and not gives_away(step.text, (step[form],)):
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
    parts = ("order", as_key(phase), str(serial) if serial > 1 else "")
    return Fact("-".join(filter(None, parts)), "order", f"order of {phase or note.name}", note.place)


def _phases(note: Note, names: tuple[str, ...]) -> Iterator[Card]:
    if 1 < len(names) == len(set(names)) <= MOST_AT_ONCE:
        fact = Fact("phases", "order", f"phases of {note.name}", note.place)
        question = Ordering(f"{note.name}: put its phases in order.", names, tuple(range(len(names))))
        yield Card(note, fact, "order", question)


def _order(about: str, chunk: tuple[tuple[Fact, int], ...]) -> Question:
    steps, numbers = tuple(step for step, _ in chunk), tuple(number for _, number in chunk)
    texts, weighed = tuple(step.text for step in steps), (_marked(steps, "key"), _marked(steps, "safety"))
    return Ordering(f"{about}: put these steps in order.", texts, numbers, *weighed)


def _marked(steps: tuple[Fact, ...], detail: str) -> frozenset[int]:
    """Return the places of the steps that are key steps, or that safety hangs on."""
    return frozenset(place for place, step in enumerate(steps) if step[detail] == "true")


def _whole(note: Note) -> Iterator[Card]:
    """Yield the whole technique, to be gone through from memory."""
    steps = tuple(note.slot("step"))
    if len(steps) >= FEWEST:
        prompt = f"{note.name}: go through it from memory, all {len(steps)} steps."
        texts, weighed = tuple(step.text for step in steps), (_marked(steps, "key"), _marked(steps, "safety"))
        fact = Fact("whole", "order", f"the whole of {note.name}", note.place)
        yield Card(note, fact, "recite", Recital(prompt, texts, groups(steps), *weighed))


def _chunks(run: tuple[tuple[Fact, int], ...]) -> Iterator[tuple[tuple[Fact, int], ...]]:
    """Cut a run of steps into even pieces of at most seven."""
    pieces = -(-len(run) // MOST_AT_ONCE)
    size = -(-len(run) // pieces)
    return (run[start : start + size] for start in range(0, len(run), size))
