"""Comparing what an answer states with what is right, so that nothing changes places between clauses."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from flashcards.quiz.clauses import compare_clause, contrast, kin, more, shown
from flashcards.quiz.contrast import NOTHING
from flashcards.quiz.levels import is_level
from flashcards.quiz.mark import RANKS, Mark, Verdict, right, wrong
from flashcards.quiz.statement import Clause, Statement

SHORT = 4
"""Words from which another word in place of one still leaves half an answer."""


def compare(expected: Statement, given: Statement, allowed: frozenset[str] = NOTHING) -> Mark:
    """Mark one statement by another; `allowed` words may stand in the answer without being asked for."""
    if not given.clauses:
        return wrong("nothing was written")
    if expected.is_sequence != given.is_sequence:
        given = given.in_sequence() if expected.is_sequence else given.without_sequence()
    if given.either and not expected.either and len(given.clauses) > len(expected.clauses):
        return wrong("two answers in one: choose")
    if len(expected.clauses) == 1:
        mark = compare_clause(expected.clauses[0], given.whole(), allowed)
        return _nothing_else(mark) if len(expected.clauses[0].words) < SHORT else mark
    together = compare_clause(expected.whole(), given.whole(), allowed)
    denied = given.whole().denied and not expected.whole().denied
    if denied or contrast(expected.whole(), given.whole()):
        return together
    if together.passes and not _exchangeable(expected.clauses):
        return together
    return _by_clause(expected.clauses, given.clauses, allowed, together)


def _nothing_else(mark: Mark) -> Mark:
    """Refuse what is half right where another word stands in place of one: a vein is no half of an artery."""
    instead = mark.verdict is Verdict.PARTLY and mark.missing and not all(map(is_level, mark.extra))
    told = f"'{' '.join(mark.extra)}' is not the answer"
    return wrong(told, mark.missing, mark.extra) if instead and mark.extra else mark


def _exchangeable(clauses: Sequence[Clause]) -> bool:
    """Tell whether two clauses hold things that could change places: muscles, joints, ends, directions."""
    pairs = (
        (word, other) for one, two in combinations(clauses, 2) for word in one.words for other in two.words
    )
    return any(word != other and kin(word, other) for word, other in pairs)


def _by_clause(
    wanted: Sequence[Clause], said: Sequence[Clause], allowed: frozenset[str], together: Mark
) -> Mark:
    """Mark clause by clause, each by the one that fits it best."""
    best = _paired(wanted, said, allowed)
    marks = [best[i][1] if i in best else wrong("it is missing") for i in range(len(wanted))]
    refused = [
        mark for i, mark in enumerate(marks) if i in best and mark.verdict is Verdict.WRONG and mark.extra
    ]
    if refused:
        return refused[0]
    taken = [j for j, _ in best.values()]
    if all(mark.passes or (wanted[i].spare and i not in best) for i, mark in enumerate(marks)):
        surplus = [word for j, clause in enumerate(said) if j not in taken for word in clause.words]
        surplus = [word for word in surplus if word not in allowed]
        return more(NOTHING, surplus) if surplus else right()
    if together.passes and len(said) < len(wanted):
        return Mark(Verdict.ASK, "the words are right, but which belong together?")
    return _partly(wanted, marks)


def _paired(
    wanted: Sequence[Clause], said: Sequence[Clause], allowed: frozenset[str]
) -> dict[int, tuple[int, Mark]]:
    """Return for each clause the one of the answer that fits it best, and the mark."""
    marks = {
        (i, j): compare_clause(clause, other, allowed)
        for i, clause in enumerate(wanted)
        for j, other in enumerate(said)
    }
    best: dict[int, tuple[int, Mark]] = {}
    for i, j in sorted(
        marks, key=lambda at: (RANKS[marks[at].verdict], -_shared(wanted[at[0]], said[at[1]]))
    ):
        if i not in best and j not in [taken for taken, _ in best.values()]:
            best[i] = j, marks[i, j]
    return best


def _shared(one: Clause, other: Clause) -> int:
    return len(set(one.words) & set(other.words))


def _partly(wanted: Sequence[Clause], marks: Sequence[Mark]) -> Mark:
    """Mark an answer that has some of the clauses."""
    told = [" ".join(map(shown, clause.words)) for clause in wanted]
    missing = tuple(words for words, mark in zip(told, marks, strict=True) if not mark.passes)
    got = tuple(words for words, mark in zip(told, marks, strict=True) if mark.passes)
    asked = [mark for mark in marks if mark.verdict is Verdict.ASK]
    if asked and len(asked) == len(missing):
        return asked[0]
    credit = sum(mark.credit for mark in marks) / len(marks)
    reason = f"missing: {'; '.join(missing)}"
    return Mark(Verdict.PARTLY if credit else Verdict.WRONG, reason, credit, got, missing)
