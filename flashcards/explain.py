"""What is told after the answer: reasons and notes first, where the books disagree, then the source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from flashcards.card import Card
from flashcards.fact import FEW, Fact
from flashcards.question import answer_lines


def explained(card: Card, sources: Mapping[str, str]) -> Card:
    """Return the card with everything its fact and note add to the answer."""
    answers = answer_lines(card.question)
    lines = dict.fromkeys((*card.explanation, *_remarks(card), *_source(card, sources)))
    return replace(card, explanation=tuple(line for line in lines if line not in answers))


def _remarks(card: Card) -> Iterator[str]:
    if card.fact["why"]:
        yield card.fact["why"]
    if card.fact.note:
        yield card.fact.note
    yield from _backing(card.fact)
    if card.fact["roots"]:
        yield _roots(card.fact["roots"])
    if card.fact.disputed:
        yield disagreement(card.fact.disputed)
    if card.note.word("note"):
        yield card.note.word("note")


def _backing(fact: Fact) -> Iterator[str]:
    if fact["follows"]:
        yield f"Follows from {fact['follows']}: the same movement, seen from the other end."
    if fact["backing"] == FEW:
        yield f"Backed by few: {FEW} of 5 groups of sources."


def _roots(told: str) -> str:
    """Say the roots of a nerve; the number of a cranial nerve is the same in every book."""
    return f"Number: {told}." if told.startswith("CN") else f"Roots: {told}; books may differ by one."


def disagreement(about: str) -> str:
    """Say on what the books disagree.

    >>> disagreement("true"), disagreement("most begin at T12")
    ('Books disagree here.', 'Books disagree: most begin at T12')
    """
    return "Books disagree here." if about == "true" else f"Books disagree: {about}"


def _source(card: Card, sources: Mapping[str, str]) -> Iterator[str]:
    named = card.fact.source or card.note.word("source")
    if named in sources:
        yield f"Source: {sources[named]}"
