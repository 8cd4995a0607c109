"""After travel over the date line days run back, and reviews count in the order of time, as in a schedule."""

from datetime import UTC, datetime, timedelta, timezone
from itertools import pairwise
from random import Random

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from flashcards.scheduler import FSRS6, Rating, elapsed_days, local_days, replay
from scheduler.fit.kinds import KINDS
from scheduler.fit.trials import trials

HOUR = 3_600_000
TOKYO, HONOLULU = 540, -600
journeys = st.lists(
    st.tuples(
        st.integers(1, 60 * HOUR), st.sampled_from([TOKYO, HONOLULU, 0]), st.sampled_from([1, 2, 3, 4])
    ),
    min_size=1,
    max_size=12,
)
Journey = list[tuple[int, int, int]]


def columns(journey: Journey) -> tuple[list[int], list[int], list[int]]:
    """The moments, offsets and ratings of reviews, each so long after the one before."""
    waits, offsets, ratings = map(list, zip(*journey, strict=True))
    return np.cumsum(waits).tolist(), offsets, ratings


def one_by_one(journey: Journey) -> list[int]:
    """The days since the review before, as a schedule counts them."""
    times, offsets, _ = columns(journey)
    whens = [
        (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=time)).astimezone(
            timezone(timedelta(minutes=offset))
        )
        for time, offset in zip(times, offsets, strict=True)
    ]
    return [0, *(elapsed_days(*pair, 4) for pair in pairwise(whens))]


@given(journeys)
def test_a_fit_counts_the_days_of_a_traveller_as_a_schedule_does(journey: Journey) -> None:
    times, offsets, ratings = columns(journey)
    given = trials(KINDS["FSRS-6"], [1] * len(times), times, ratings, 4, offsets)
    assert given.tree.elapsed[given.tree.node].tolist() == one_by_one(journey)


@given(journeys, st.randoms(use_true_random=False))
def test_a_replay_that_is_told_the_times_remembers_a_journey_as_a_schedule_does(
    journey: Journey, random: Random
) -> None:
    times, offsets, ratings = columns(journey)
    model, memory = FSRS6(), FSRS6().first(Rating(ratings[0]))
    for rating, days in list(zip(ratings, one_by_one(journey), strict=True))[1:]:
        memory = model.next(memory, Rating(rating), days)
    order = sorted(range(len(times)), key=lambda _: random.random())
    all_columns = [1] * len(times), local_days(times, 4, offsets), ratings, times
    shuffled = (np.array(column)[order] for column in all_columns)
    found = replay(model, *shuffled)["stability"][order.index(len(times) - 1)]
    assert abs(found - memory.stability) < 1e-9 * memory.stability
