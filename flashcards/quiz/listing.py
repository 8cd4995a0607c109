"""Marking a list: item by item in any order, with what was missed and what does not belong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from flashcards.anatomy.terms.wording import tokens
from flashcards.quiz.answer import Answer, Desk, Key, desk, is_written
from flashcards.quiz.clauses import shown
from flashcards.quiz.mark import NO_NAMES, RANKS, Mark, Verdict, wrong
from flashcards.quiz.statement import Statement

LONGEST = 6
"""Pieces of a list that may make one item together: an item may hold a comma or an "and" itself."""

NO_ITEM = (1, 0, wrong("the card has no items"))


@dataclass(slots=True)
class Tally:
    """What a list has earned so far: each item's best mark, and the pieces that belong to none.

    Items from `free` on are true as well: to name one earns nothing and costs nothing.
    """

    free: int
    marks: dict[int, Mark] = field(default_factory=dict)
    extra: list[str] = field(default_factory=list)

    def take(self, item: int, mark: Mark) -> None:
        """Keep the better of two marks of one item."""
        before = self.marks.get(item, mark)
        self.marks[item] = min(mark, before, key=lambda mark: RANKS[mark.verdict])


def mark_list(
    expected: Sequence[str],
    given: str | Sequence[str],
    accept_of: Mapping[str, Sequence[str]] = NO_NAMES,
    aliases: Mapping[str, Sequence[str]] = NO_NAMES,
    also: Sequence[str] = (),
) -> Mark:
    """Mark a list told in any order, as one text or an item each; `accept_of` holds an item's other wordings.

    What is `also` true may be named, and neither earns nor costs anything.

    >>> mark = mark_list(("rib 12", "transverse processes of L1-L4"), "12th rib and the iliac crest")
    >>> mark.verdict.value, mark.missing, mark.extra
    ('partly', ('transverse processes of L1-L4',), ('ilium crest',))
    """
    here = desk(aliases)
    texts = [given] if isinstance(given, str) else given
    said = [text for text in texts if is_written(tokens(text))]
    if not said:
        return wrong("nothing was written", missing=tuple(expected))
    typed = [word for text in said for word in tokens(text)]
    keys = [here.key((item, *accept_of.get(item, ())), typed) for item in (*expected, *also)]
    tally = Tally(len(expected))
    for text in said:
        _tally(here, keys, list(_pieces(here.answer(text, keys))), tally)
    return _summed(expected, tally)


def _pieces(answer: Answer) -> Iterator[Answer]:
    for clause in answer.statement.clauses:
        yield Answer((), Statement((clause,)), answer.slips)


def _tally(here: Desk, keys: Sequence[Key], pieces: Sequence[Answer], tally: Tally) -> None:
    """Take the pieces in turn, as many together as make an item."""
    at = 0
    while at < len(pieces):
        length, item, mark = _taken(here, keys, pieces[at:], tally.free)
        if item < tally.free and mark.verdict is not Verdict.WRONG:
            tally.take(item, mark)
        elif not mark.passes:
            tally.extra.append(" ".join(map(shown, pieces[at].statement.whole().words)))
        at += length


def _taken(here: Desk, keys: Sequence[Key], pieces: Sequence[Answer], free: int) -> tuple[int, int, Mark]:
    """Return how few pieces make which item, and the mark; what one piece comes to where none is made."""
    found = [
        (length, item, here.mark(key, _joined(here, pieces[:length])))
        for length in range(1, min(LONGEST, len(pieces)) + 1)
        for item, key in enumerate(keys)
    ]
    made = [take for take in found if take[2].passes] or [
        take for take in found if take[0] == 1 and take[1] < free
    ]
    return min(made, key=lambda take: (take[0], RANKS[take[2].verdict]), default=NO_ITEM)


def _joined(here: Desk, pieces: Sequence[Answer]) -> Answer:
    """Return pieces as one answer, with those slips that lie in them."""
    clauses = tuple(clause for piece in pieces for clause in piece.statement.clauses)
    words = {word for clause in clauses for word in clause.words}
    slips = tuple(slip for slip in pieces[0].slips if words & set(here.lexicon.meant([slip.nearest[0]])))
    return replace(pieces[0], statement=Statement(clauses), slips=slips)


def _summed(expected: Sequence[str], tally: Tally) -> Mark:
    got = tuple(item for at, item in enumerate(expected) if at in tally.marks and tally.marks[at].passes)
    missing = tuple(item for item in expected if item not in got)
    credit = sum(mark.credit for mark in tally.marks.values()) / max(1, len(expected) + len(tally.extra))
    reasons = [mark.reason for mark in tally.marks.values() if mark.verdict is not Verdict.RIGHT]
    told = [f"missed: {'; '.join(missing)}"] if missing else []
    told += [f"not asked for: {'; '.join(tally.extra)}"] if tally.extra else []
    verdict = _verdict(tally, bool(missing), credit)
    reason = "; ".join(told + reasons) or "every item is there"
    return Mark(verdict, reason, credit, got, missing, tuple(tally.extra))


def _verdict(tally: Tally, missed: bool, credit: float) -> Verdict:
    verdicts = {mark.verdict for mark in tally.marks.values()}
    if Verdict.ASK in verdicts and not tally.extra and Verdict.PARTLY not in verdicts:
        return Verdict.ASK
    if missed or tally.extra:
        return Verdict.PARTLY if credit else Verdict.WRONG
    return Verdict.SLIP if Verdict.SLIP in verdicts else Verdict.RIGHT
