"""Actions that contradict each other, or that follow from none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

from flashcards.anatomy import vocabulary
from flashcards.anatomy.lint.finding import finding, quoted
from flashcards.anatomy.movement import SLOTS
from flashcards.anatomy.subject import Subject, mid, subjects
from flashcards.anatomy.vocabulary import Movement
from flashcards.fact import Fact, fold
from flashcards.kind import Notes
from flashcards.note import Note
from flashcards.place import Problem
from flashcards.problems import suggest


def both_ways(note: Note, _: Notes) -> Iterator[Problem]:
    """Refuse a movement and its opposite by one undivided muscle at one joint; disputed ones don't count."""
    for subject in subjects(note):
        sure = [(fact, move) for fact, move in _moves(subject) if not fact.disputed]
        for (first, one), (fact, other) in combinations(sure, 2):
            if one.joint == other.joint and vocabulary.opposite(one.joint, one.name) == other.name:
                yield finding(
                    fact,
                    "both-ways",
                    f"{mid(subject.name)} makes both {first.text} and {fact.text}",
                    "give each to its own part under 'parts:', or mark the doubtful one 'disputed:'",
                    severity="error",
                    also=(first.place,),
                )


def half_disputed(note: Note, _: Notes) -> Iterator[Problem]:
    """Warn where one movement is told twice, as disputed and as sure."""
    for subject in subjects(note):
        for (first, one), (fact, other) in combinations(_moves(subject), 2):
            if one == other and first.slot == fact.slot and bool(first.disputed) != bool(fact.disputed):
                yield finding(
                    fact,
                    "half-disputed",
                    f"'{fact.text}' is told twice, once as disputed and once as sure",
                    "keep one of the two, with 'disputed:' if books disagree",
                    also=(first.place,),
                )


def unknown_action(note: Note, _: Notes) -> Iterator[Problem]:
    """Refuse a 'follows' that names no action of the same muscle or part."""
    for subject in subjects(note):
        for fact in subject.told(*SLOTS):
            others = [other.text for other in subject.told(*SLOTS) if other is not fact]
            if fact["follows"] and not any(_same(fact["follows"], text) for text in others):
                yield finding(
                    fact,
                    "unknown-action",
                    f"'{fact.text}' follows '{fact['follows']}', which is no action of {mid(subject.name)}",
                    f"name one of: {', '.join(others) or 'there is no other yet'}",
                    hint=quoted(suggest(fact["follows"], others) or ""),
                    severity="error",
                )


def _moves(subject: Subject) -> list[tuple[Fact, Movement]]:
    told = ((fact, vocabulary.movement(fact.text)) for fact in subject.told(*SLOTS))
    return [(fact, replace(move, side=fact["side"] or move.side)) for fact, move in told if move]


def _same(one: str, other: str) -> bool:
    moves = vocabulary.movement(one), vocabulary.movement(other)
    return fold(one) == fold(other) or (moves[0] is not None and moves[0] == moves[1])
