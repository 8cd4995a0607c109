"""Actions that contradict each other, or that follow from none."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from flashcards.anatomy.lint.finding import finding
from flashcards.anatomy.movement import SLOTS
from flashcards.anatomy.subject import Subject, mid
from flashcards.anatomy.terms import vocabulary
from flashcards.anatomy.terms.vocabulary import Movement
from flashcards.fact import Fact, fold
from flashcards.kind import Notes
from flashcards.note import Note
from flashcards.place import Problem
from flashcards.problems import did_you_mean, suggest

Told = tuple[Fact, Movement]


def both_ways(note: Note, _: Notes) -> Iterator[Problem]:
    """Refuse a movement and its opposite by one undivided muscle at one joint; disputed ones don't count."""
    undone: dict[tuple[str, str, str | None], Fact] = {}
    for fact, move in _moves(note):
        if fact.disputed:
            continue
        part = fact["part"]
        if first := undone.get((part, move.joint, move.name)):
            yield finding(
                fact,
                "both-ways",
                f"{mid(Subject(note, part).name)} makes both {first.text} and {fact.text}",
                "give each to its own part under 'parts:', or mark the doubtful one 'disputed:'",
                severity="error",
                also=(first.place,),
            )
        undone.setdefault((part, move.joint, vocabulary.opposite(move.joint, move.name)), fact)


def half_disputed(note: Note, _: Notes) -> Iterator[Problem]:
    """Warn where one movement is told twice, as disputed and as sure."""
    if not any(fact.disputed for fact in note.facts):
        return
    for first, fact in combinations(_moves(note), 2):
        if _sense(first) == _sense(fact) and bool(first[0].disputed) != bool(fact[0].disputed):
            yield finding(
                fact[0],
                "half-disputed",
                f"'{fact[0].text}' is told twice, once as disputed and once as sure",
                "keep one of the two, with 'disputed:' if books disagree",
                also=(first[0].place,),
            )


def _sense(told: Told) -> tuple[str, ...]:
    fact, move = told
    return fact["part"], fact.slot, move.joint, move.name, fact["side"] or move.side


def unknown_action(note: Note, _: Notes) -> Iterator[Problem]:
    """Refuse a 'follows' that names no action of the same muscle or part."""
    for fact in (fact for fact in note.slot(*SLOTS) if fact["follows"]):
        subject = Subject(note, fact["part"])
        others = [other.text for other in subject.told(*SLOTS) if other is not fact]
        if not any(_same(fact["follows"], text) for text in others):
            yield finding(
                fact,
                "unknown-action",
                f"'{fact.text}' follows '{fact['follows']}', which is no action of {mid(subject.name)}",
                f"name one of: {', '.join(others) or 'there is no other yet'}",
                hint=did_you_mean(suggest(fact["follows"], others)),
                severity="error",
            )


def _moves(note: Note) -> Iterator[Told]:
    told = ((fact, vocabulary.movement(fact.text)) for fact in note.slot(*SLOTS))
    return ((fact, move) for fact, move in told if move)


def _same(one: str, other: str) -> bool:
    moves = vocabulary.movement(one), vocabulary.movement(other)
    return fold(one) == fold(other) or (moves[0] is not None and moves[0] == moves[1])
