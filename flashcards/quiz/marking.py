"""Marking an answer by its meaning: right, a slip, partly right, wrong with the reason, or asked back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from flashcards.anatomy.terms.wording import tokens
from flashcards.quiz.amount import mark_amount
from flashcards.quiz.answer import desk, is_written
from flashcards.quiz.listing import mark_list
from flashcards.quiz.mark import NO_NAMES, PASSES, Mark, Verdict, wrong
from flashcards.quiz.ordering import mark_order

__all__ = ["PASSES", "Mark", "Verdict", "mark_list", "mark_order", "mark_text"]


def mark_text(
    expected: str, given: str, accept: Sequence[str] = (), aliases: Mapping[str, Sequence[str]] = NO_NAMES
) -> Mark:
    """Mark a short answer; `accept` holds other right wordings, `aliases` other names of notes.

    >>> mark_text("lesser trochanter of the femur", "Trochanter minor").verdict
    <Verdict.RIGHT: 'right'>
    >>> mark_text("lesser trochanter of the femur", "leser trochanter").reason
    "you wrote 'leser'; it is 'lesser'"
    >>> mark_text("lesser trochanter of the femur", "greater trochanter").reason
    'greater is not lesser'
    >>> mark_text("Psoas lies in front of QL", "QL lies behind psoas").verdict
    <Verdict.RIGHT: 'right'>
    """
    said = tokens(given)
    if not is_written(said):
        return wrong("nothing was written")
    if counted := mark_amount(expected, given, accept):
        return counted
    here = desk(aliases)
    key = here.key((expected, *accept), said)
    return here.mark(key, here.answer(given, [key]))
