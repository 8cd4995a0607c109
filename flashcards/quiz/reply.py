"""A reply to a question as it is shown: what its letters and commas mean, and how it is marked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from flashcards.fact import fold
from flashcards.question import (
    Choice,
    Listing,
    Ordering,
    Question,
    Recital,
    SelfRated,
    Typed,
    Wrong,
    answer_lines,
)
from flashcards.quiz.mark import Mark, Verdict, right, wrong
from flashcards.quiz.marking import mark_list, mark_order, mark_text
from flashcards.quiz.present import Aliases, Sheet, Unclear
from flashcards.quiz.steps import mark_steps


def mark_reply(question: Question, sheet: Sheet, reply: str, aliases: Aliases) -> Mark:
    """Return how a reply is marked; raises Unclear where its letters stand for nothing."""
    if not fold(reply):
        return wrong("nothing was written", missing=answer_lines(question))
    match question:
        case Ordering(steps=steps, groups=groups, key=key, safety=safety):
            return mark_order(steps, ordered(steps, sheet, reply), groups, key, safety)
        case Recital(steps=steps, key=key, safety=safety):
            return mark_steps(steps, known(len(steps), reply), "left out", key, safety)
        case Choice() if sheet.options:
            return mark_choice(question, chosen(sheet, reply, aliases))
        case Listing(items=items, accept=accept, safety=safety, also=also):
            accept_of = dict(zip(items, accept, strict=False))
            return whole(mark_list(items, reply, accept_of, aliases, also), safety)
        case Typed(answer=answer, accept=accept, near=near, safety=safety, unclear=unclear):
            mark = whole(mark_text(answer, reply, accept, aliases), safety)
            return told_apart(asked_back(mark, reply, unclear, aliases), reply, near, aliases)
        case Choice(answer=answer) | SelfRated(answer=answer):
            return mark_text(answer, reply, (), aliases)


def known(count: int, reply: str) -> tuple[int, ...]:
    """Return the places of the steps that were known, told by a y or an n for each; raises Unclear otherwise.

    >>> known(3, "yny")
    (0, 2)
    """
    said = re.findall("[yn]", reply.lower())
    if len(said) != count:
        raise Unclear(f"Type y or n for each of the {count} steps.")
    return tuple(place for place, letter in enumerate(said) if letter == "y")


def chosen(sheet: Sheet, reply: str, aliases: Aliases) -> str:
    """Return the option meant by its letter or its words; raises Unclear where that is not one option.

    >>> chosen(Sheet("Which?", ("psoas major", "iliacus")), "B)", {})
    'iliacus'
    """
    named = fold(reply)
    if named in sheet.lettered:
        return sheet.lettered[named]
    same = [option for option in sheet.options if fold(option) == named]
    meant = same or [option for option in sheet.options if mark_text(option, reply, (), aliases).passes]
    if len(meant) != 1:
        raise Unclear(sheet.how)
    return meant[0]


def mark_choice(question: Choice, option: str) -> Mark:
    """Return whether the right option was chosen, and why another is wrong."""
    reasons = {option.text: option.why for option in question.wrong}
    return right() if option == question.answer else wrong(reasons[option])


def whole(mark: Mark, safety: bool) -> Mark:
    """Return the mark; where safety hangs on it, what is partly right is wrong.

    >>> whole(Mark(Verdict.PARTLY, "missed: aorta", 0.5), True)
    Mark(verdict=<Verdict.WRONG: 'wrong'>, reason='missed: aorta', credit=0.0, got=(), missing=(), extra=())
    """
    partly = safety and mark.verdict is Verdict.PARTLY
    return replace(mark, verdict=Verdict.WRONG, credit=0.0) if partly else mark


def asked_back(mark: Mark, reply: str, unclear: Sequence[Wrong], aliases: Aliases) -> Mark:
    """Return the mark, or a question back where the reply is right of one part and wrong of another.

    >>> unclear = (Wrong("gluteus medius", "which part, anterior or posterior?"),)
    >>> asked_back(wrong("not so"), "Gluteus medius", unclear, {}).verdict
    <Verdict.ASK: 'ask'>
    """
    if mark.passes:
        return mark
    meant = (other for other in unclear if mark_text(other.text, reply, other.accept, aliases).passes)
    return next((Mark(Verdict.ASK, other.why) for other in meant), mark)


def told_apart(mark: Mark, reply: str, near: Sequence[Wrong], aliases: Aliases) -> Mark:
    """Return the mark with the reason that goes with a wrong answer, where it is one that has a reason.

    >>> near = (Wrong("rib 12", "that is an insertion of the QL"),)
    >>> told_apart(wrong("not so"), "12th rib", near, {}).reason
    'that is an insertion of the QL'
    """
    if mark.verdict is not Verdict.WRONG:
        return mark
    meant = (other for other in near if mark_text(other.text, reply, other.accept, aliases).passes)
    return replace(mark, reason=next((other.why for other in meant if other.why), mark.reason))


def ordered(steps: Sequence[str], sheet: Sheet, reply: str) -> tuple[int, ...]:
    """Return the places of the steps in the order typed; raises Unclear unless each letter comes once.

    >>> ordered(["bolster", "drape"], Sheet("In order?", ("drape", "bolster")), "b, a")
    (0, 1)
    """
    typed = re.findall(r"[a-z]|[0-9]+", reply.lower())
    if sorted(typed) != sorted(sheet.lettered):
        raise Unclear(sheet.how)
    return tuple(steps.index(sheet.lettered[letter]) for letter in typed)
