"""The forms a question can take: what is asked, and what is the right answer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from flashcards.fact import fold


@dataclass(frozen=True, slots=True)
class Wrong:
    """A wrong option and the reason why it is wrong; `accept` are other wordings of it."""

    text: str
    why: str = ""
    accept: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Typed:
    """Asks for a short answer in the learner's own words; `accept` lists other right wordings.

    `near` are answers that belong to something else, with the reason to tell whoever gives one; `unclear`
    ones are right of one part and wrong of another, with what to ask back. What is a matter of `safety` is
    never known by half.
    """

    prompt: str
    answer: str
    accept: tuple[str, ...] = ()
    near: tuple[Wrong, ...] = ()
    safety: bool = False
    unclear: tuple[Wrong, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """Asks to choose the right one of a few; without any `wrong` ones, to be answered in one's own words."""

    prompt: str
    answer: str
    wrong: tuple[Wrong, ...] = ()


@dataclass(frozen=True, slots=True)
class Listing:
    """Asks for every item of a list, in any order; `accept` lists other right wordings of each item.

    What is `also` true may be named, and neither earns nor costs anything. What is a matter of `safety` is
    never known by half.
    """

    prompt: str
    items: tuple[str, ...]
    accept: tuple[tuple[str, ...], ...] = ()
    safety: bool = False
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Steps:
    """Steps in order; those of equal number in `groups` may stand in any order.

    The places in `key` count double; without one in `safety` nothing is nearly right.
    """

    prompt: str
    steps: tuple[str, ...]
    groups: tuple[int, ...]
    key: frozenset[int] = frozenset()
    safety: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Ordering(Steps):
    """Asks to put steps in order."""


@dataclass(frozen=True, slots=True)
class Recital(Steps):
    """Asks to go through all steps from memory; once each is shown, the learner says whether it was known."""


@dataclass(frozen=True, slots=True)
class SelfRated:
    """Shows the answer, and the learner says how well it was known."""

    prompt: str
    answer: str


Question = Typed | Choice | Listing | Ordering | Recital | SelfRated


def answer_lines(question: Question) -> tuple[str, ...]:
    """Return the right answer, one line an item.

    >>> answer_lines(Listing("Origins?", ("bodies", "transverse processes")))
    ('bodies', 'transverse processes')
    """
    match question:
        case Listing(items=lines) | Steps(steps=lines):
            return lines
        case Typed(answer=answer) | Choice(answer=answer) | SelfRated(answer=answer):
            return (answer,)


def gives_away(prompt: str, answers: Iterable[str]) -> bool:
    """Tell whether a question holds one of its answers whole.

    >>> gives_away("Which muscle inserts on the deltoid tuberosity?", ("Deltoid",))
    True
    """
    asked = f" {fold(prompt)} "
    return any(f" {fold(answer)} " in asked for answer in answers)
