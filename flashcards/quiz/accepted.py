"""The answers a learner had counted as right: how they join a question, and what must not be among them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from flashcards.fact import fold
from flashcards.question import Listing, Question, Typed, answer_lines
from flashcards.quiz.answer import desk
from flashcards.quiz.clauses import contrast
from flashcards.quiz.present import Aliases


def takes_accepted(question: Question) -> bool:
    """Tell whether an answer may count as right from now on: it was typed, and no safety hangs on it."""
    return isinstance(question, Typed | Listing) and not question.safety


def with_accepted(question: Question, accepted: Sequence[str]) -> Question:
    """Return a question that takes these answers, too; of a list, those that name one item.

    >>> with_accepted(Typed("Origin?", "iliac fossa"), ["inner hip bone"]).accept
    ('inner hip bone',)
    """
    match question:
        case Typed(accept=accept, safety=False):
            return replace(question, accept=(*accept, *accepted))
        case Listing(items=items, accept=accept, safety=False) if len(items) == 1:
            return replace(question, accept=((*(accept[0] if accept else ()), *accepted),))
    return question


def is_accepted(question: Question, given: str, accepted: Iterable[str]) -> bool:
    """Tell whether a list of several items was told just so before and counted as right.

    >>> is_accepted(Listing("?", ("rib 12", "iliac crest")), "crest; last one", ["last one, crest"])
    True
    """
    whole = isinstance(question, Listing) and takes_accepted(question)
    return whole and any(_pieces(given) == _pieces(before) for before in accepted)


def contradiction(question: Question, given: str, aliases: Aliases) -> str:
    """Say what in an answer contradicts the right one; empty where nothing does.

    >>> contradiction(Typed("Which?", "lesser trochanter"), "greater trochanter", {})
    'greater is not lesser'
    """
    here = desk(aliases)
    key = here.key(["; ".join(answer_lines(question))], ())
    if not key.statements:
        return ""
    said = here.answer(given, [key]).statement.whole()
    wanted = next(iter(key.statements)).whole()
    denied = said.denied and not wanted.denied
    return "your answer says not" if denied else contrast(wanted, said)


def _pieces(text: str) -> frozenset[str]:
    return frozenset(filter(None, map(fold, re.split(r"[;,\n]", text))))
