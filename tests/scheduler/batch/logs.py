"""Small logs of reviews in which cards share much of their histories, and what a plain loop makes of them."""

from collections import defaultdict
from typing import NamedTuple

from hypothesis import strategies as st

Step = tuple[int, float]
"""A rating, and the days since the review before."""


class Rows(NamedTuple):
    cards: list[int]
    days: list[float]
    ratings: list[int]

    def in_order(self, order: list[int]) -> "Rows":
        """The same rows in another order."""
        return Rows(*([column[row] for row in order] for column in self))  # type: ignore[arg-type]


def rows_of(exact: bool, most: int = 60) -> st.SearchStrategy[Rows]:
    """Rows in any order; few cards, days and ratings, so that much is equal."""
    days = st.sampled_from([0.0, 0.25, 1.0, 1.5, 40.0]) if exact else st.sampled_from([-3, 0, 1, 2, 9])
    row = st.tuples(st.sampled_from([-7, 1, 2, 3, 10**12]), days, st.sampled_from([1, 2, 3, 4]))
    return st.lists(row, max_size=most).map(
        lambda rows: Rows(*map(list, zip(*rows, strict=True))) if rows else Rows([], [], [])
    )


def histories_of(rows: Rows) -> list[tuple[Step, ...]]:
    """The history of each row, to that review, in rows."""
    steps: dict[int, list[Step]] = defaultdict(list)
    last: dict[int, float] = {}
    found: list[tuple[Step, ...]] = [()] * len(rows.cards)
    for row in sorted(range(len(rows.cards)), key=lambda row: (rows.cards[row], rows.days[row], row)):
        card, day = rows.cards[row], rows.days[row]
        steps[card].append((rows.ratings[row], day - last.get(card, day)))
        last[card] = day
        found[row] = tuple(steps[card])
    return found
