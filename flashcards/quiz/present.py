"""A question as it is shown: its prompt, its options beside their letters, and how to answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import TypeVar

from flashcards.question import Choice, Listing, Ordering, Question, Recital, SelfRated, Typed
from flashcards.quiz.distractors import arranged, options

ALPHABET = "abcdefghijklmnopqrstuvwxyz"
T = TypeVar("T")
Aliases = Mapping[str, Sequence[str]]
"""The name of each note of a deck with its other names."""


class Unclear(ValueError):
    """A reply that names nothing on the sheet; its text says what to type instead."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is shown of a question; `options` are in the order they stand, each beside its letter."""

    prompt: str
    options: tuple[str, ...] = ()
    how: str = ""

    @property
    def lettered(self) -> dict[str, str]:
        """The options by their letters.

        >>> Sheet("Which?", ("psoas", "QL")).lettered
        {'a': 'psoas', 'b': 'QL'}
        """
        return dict(zip(letters(len(self.options)), self.options, strict=True))


def letters(number: int) -> tuple[str, ...]:
    """Return so many letters; beyond z they count on as numbers.

    >>> letters(3), letters(28)[-3:]
    (('a', 'b', 'c'), ('z', '27', '28'))
    """
    return tuple(islice((*ALPHABET, *map(str, range(len(ALPHABET) + 1, number + 1))), number))


def present(question: Question, u: float) -> Sheet:
    """Return what to show of a question; `u` in [0, 1) settles which options it gets and in which order."""
    match question:
        case Choice(prompt, wrong=wrong) if wrong:
            shown = arranged(question, options(question, u), u)
            first, *_, last = letters(len(shown))
            return Sheet(prompt, shown, f"Type a letter, {first} {'to' if len(shown) > 2 else 'or'} {last}.")
        case Ordering(prompt, steps, groups):
            shown = disordered(steps, groups, u)
            example = "c a b" if len(shown) > 2 else "b a"
            return Sheet(prompt, shown, f"Type all {len(shown)} letters in the right order, like {example}.")
        case Listing(prompt, items) if len(items) > 1:
            how = f"{len(items)} to name, one a line or with commas between; an empty line ends."
            return Sheet(prompt, how=how)
        case Recital(prompt):
            return Sheet(prompt, how="Say each step, then press Enter to see it.")
        case SelfRated(prompt):
            return Sheet(prompt, how="Answer in your mind, then press Enter.")
        case Typed(prompt) | Choice(prompt) | Listing(prompt):
            return Sheet(prompt)


def disordered(steps: Sequence[str], groups: Sequence[int], u: float) -> tuple[str, ...]:
    """Return steps in an order that u in [0, 1) picks, and a wrong one where there is any.

    >>> disordered(["bolster", "drape", "undrape"], [0, 0, 1], 0.0)
    ('bolster', 'undrape', 'drape')
    """
    order = shuffled(range(len(steps)), u)
    if all(groups[one] <= groups[other] for one, other in pairwise(order)):
        order = _swapped(order, groups)
    return tuple(steps[index] for index in order)


def _swapped(order: tuple[int, ...], groups: Sequence[int]) -> tuple[int, ...]:
    """Return a right order with the first two neighbors swapped that may not stand the other way round."""
    for place, (one, other) in enumerate(pairwise(order)):
        if groups[one] < groups[other]:
            return (*order[:place], other, one, *order[place + 2 :])
    return order


def shuffled(items: Sequence[T], u: float) -> tuple[T, ...]:
    """Return the items in the order that u in [0, 1) picks, each of a few items as likely at each place.

    >>> shuffled("abc", 0.0), shuffled("abc", 0.99)
    (('a', 'b', 'c'), ('c', 'b', 'a'))
    """
    left, chosen = list(items), []
    while left:
        place = min(int(u * len(left)), len(left) - 1)
        u = u * len(left) - place
        chosen.append(left.pop(place))
    return tuple(chosen)
