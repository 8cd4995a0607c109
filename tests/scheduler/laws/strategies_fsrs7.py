"""Models and memories of FSRS-7 for Hypothesis to draw from; a model and its memory come as a pair."""

from math import exp, log

from hypothesis import strategies as st

from flashcards.scheduler import FSRS7, FSRS7_TABLE, TwoTraces
from tests.scheduler.laws.strategies import difficulties, ratings

LONGEST = 36500.0
Pair = tuple[FSRS7, TwoTraces]


def model_of(values: tuple[float, ...]) -> FSRS7:
    """The model with these parameters, those put in order that a model wants so."""
    return FSRS7((*sorted(values[:4]), *values[4:25], *sorted(values[25:27]), *values[27:]))


def near(default: float, low: float, high: float) -> st.SearchStrategy[float]:
    """Up to a quarter more or less than the default, within the bounds."""
    return st.floats(-0.25, 0.25).map(lambda shift: min(max(default * exp(shift), low), high))


def logarithmic(low: float, high: float) -> st.SearchStrategy[float]:
    """As many small numbers as large ones."""
    return st.floats(log(low), log(high)).map(lambda power: min(max(exp(power), low), high))


BOUNDS = tuple(zip(FSRS7_TABLE.default, FSRS7_TABLE.lowest, FSRS7_TABLE.highest, strict=True))
default_model = st.just(FSRS7())
near_models = default_model | st.tuples(*[near(*bounds) for bounds in BOUNDS]).map(model_of)
uniform_models = st.tuples(*[st.floats(low, high) for _, low, high in BOUNDS]).map(model_of)
models = near_models | uniform_models

exact_days = st.just(0.0) | logarithmic(1e-5, LONGEST)
"""From a second to a century."""

traces = logarithmic(1e-4, LONGEST)
memories = st.builds(TwoTraces, stability=traces, difficulty=difficulties, fast=traces)


@st.composite
def reached(draw: st.DrawFn, models: st.SearchStrategy[FSRS7] = models) -> Pair:
    """A memory that some reviews lead to."""
    model = draw(models)
    memory = model.first(draw(ratings))
    for rating, days in draw(st.lists(st.tuples(ratings, exact_days), max_size=8)):
        memory = model.next(memory, rating, days)
    return model, memory


anywhere = reached() | st.tuples(models, memories)
"""A memory within the limits, be it one that reviews can lead to or not."""
