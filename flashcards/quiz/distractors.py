"""Which wrong options stand beside the right one: three of the nearest, another three at another review."""

from __future__ import annotations

from itertools import combinations

from flashcards.question import Choice, Wrong

SHOWN = 3
"""How many wrong options are shown at the most."""

NEAREST = 5
"""Among how many of the nearest wrong options the shown ones are chosen."""


def options(question: Choice, u: float) -> tuple[Wrong, ...]:
    """Return up to three wrong options; u in [0, 1) says which of the nearest.

    >>> question = Choice("Origin?", "a", tuple(Wrong(text) for text in "bcdefg"))
    >>> [wrong.text for wrong in options(question, 0.99)]
    ['d', 'e', 'f']
    """
    near = question.wrong[:NEAREST]
    shown = tuple(combinations(near, min(SHOWN, len(near))))
    return shown[int(u * len(shown))]


def arranged(question: Choice, wrong: tuple[Wrong, ...], u: float) -> tuple[str, ...]:
    """Return the options as they are shown, the right one at a place that u in [0, 1) says.

    >>> arranged(Choice("Origin?", "a"), (Wrong("b"), Wrong("c")), 0.5)
    ('b', 'a', 'c')
    """
    texts = [option.text for option in wrong]
    texts.insert(int(u * (len(texts) + 1)), question.answer)
    return tuple(texts)
