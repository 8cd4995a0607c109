"""How an answer was marked: the verdict, the reason, what was got and what was missed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum


class Verdict(Enum):
    """What marking says of an answer."""

    RIGHT = "right"
    SLIP = "slip"
    PARTLY = "partly"
    WRONG = "wrong"
    ASK = "ask"


PASSES = frozenset((Verdict.RIGHT, Verdict.SLIP))
RANKS = {Verdict.RIGHT: 0, Verdict.SLIP: 1, Verdict.PARTLY: 2, Verdict.ASK: 3, Verdict.WRONG: 4}
"""The best verdict first: of several wordings the kindest mark counts."""
NO_NAMES: Mapping[str, Sequence[str]] = {}


@dataclass(frozen=True, slots=True)
class Mark:
    """A verdict with one plain sentence of reason and a credit from 0 to 1.

    `got`, `missing` and `extra` are items of a list, steps of an order, or words of a text.
    """

    verdict: Verdict
    reason: str
    credit: float = 0.0
    got: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()

    @property
    def passes(self) -> bool:
        """Whether the answer counts as known: right, or right but for a slip."""
        return self.verdict in PASSES


def right(reason: str = "that is right") -> Mark:
    """Return a mark of full credit."""
    return Mark(Verdict.RIGHT, reason, 1.0)


def wrong(reason: str, missing: tuple[str, ...] = (), extra: tuple[str, ...] = ()) -> Mark:
    """Return a mark without credit."""
    return Mark(Verdict.WRONG, reason, 0.0, (), missing, extra)
