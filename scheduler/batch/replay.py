"""The memory that each review of a history leaves, reckoned position by position over all cards at once."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import ArrayLike

from ..errors import SettingsError
from ..fsrs6 import FSRS6
from ..fsrs7 import FSRS7
from ..memory import MemoryModel
from .arrays import Floats, Ints
from .fsrs6 import BatchFSRS6
from .fsrs7 import BatchFSRS7
from .histories import Histories, histories
from .model import BatchModel
from .prefixes import Level, merged_levels

WORTH = 0.1
"""Equal beginnings are looked for while less than a tenth of a position's reviews are distinct: after
that, it is as fast to reckon as to look."""


def replay(
    model: MemoryModel,
    cards: ArrayLike,
    days: ArrayLike,
    ratings: ArrayLike,
    times: ArrayLike | None = None,
) -> dict[str, Floats]:
    """Return the memory that each review leaves, as scheduler.replay says."""
    batch = batch_model(model)
    reviews = histories(cards, days, ratings, model.exact_days, times)
    columns = _in_rows(_reckoned(batch, reviews), reviews.slot, spare=reviews.elapsed)
    return dict(zip((*batch.fields, "retrievability"), columns, strict=True))


def batch_model(model: MemoryModel) -> BatchModel:
    """Return the same model over arrays; raises SettingsError where there is none."""
    match model:
        case FSRS6():
            return BatchFSRS6(model)
        case FSRS7():
            return BatchFSRS7(model)
    raise SettingsError(f"{model.name} is not reckoned over arrays: use FSRS-6 or FSRS-7")


def _reckoned(model: BatchModel, reviews: Histories) -> list[Floats]:
    """Return, by slot, the fields of memories after reviews, and the chances of recall before.

    Of equal beginnings one is reckoned, from the memory of the same card in the position above.
    """
    columns = [np.empty(reviews.slot.size) for _ in (*model.fields, "retrievability")]
    levels = merged_levels(reviews, WORTH)
    for position, slots in enumerate(reviews.positions):
        one, each = _spared(next(levels, None))
        rating, days = reviews.rating[slots][one], reviews.elapsed[slots][one]
        if position:
            begin = reviews.bounds[position - 1]
            above = slice(begin, begin + slots.stop - slots.start)
            memories, recall = model.next(tuple(column[above][one] for column in columns[:-1]), rating, days)
        else:
            memories, recall = model.first(rating), np.full(rating.size, np.nan)
        for column, values in zip(columns, (*memories, recall), strict=True):
            column[slots] = values[each]
    return columns


def _in_rows(columns: list[Floats], slot: Ints, spare: Floats) -> Iterator[Floats]:
    """Yield columns by row, each in the place of the one before: new memory takes an eighth of all time."""
    for column in columns:
        yield np.take(column, slot, out=spare, mode="clip")  # any other mode goes through new memory, too
        spare = column


def _spared(level: Level | None) -> tuple[Ints | slice, Ints | slice]:
    """Return which reviews of a position to reckon, and which of those each of its reviews is."""
    return (level.review, level.card) if level else (slice(None), slice(None))
