"""Faults planted in the equations of FSRS-6, and the laws that catch them.

    python -m tests.scheduler.planted_faults [--quick]

Prints each fault with the laws it turns red; --quick tries only the one named beside it. Exits 1 if a fault
survives, or if a law is red without any.
"""

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from math import exp, pow
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch

from hypothesis import HealthCheck, Phase, settings

from flashcards.scheduler import Memory, Rating, fsrs6

Law = Callable[[], None]

right = SimpleNamespace(**vars(fsrs6))
"""The equations as they are; the faults stand in a module that changes under them."""


@dataclass(frozen=True, slots=True)
class Fault:
    """An equation of FSRS-6, by its name, a wrong one to take its place, and a law that must catch it."""

    what: str
    law: str
    equation: str
    wrong: Callable[..., float]


def lapse_without_minimum(w: Any, stability: float, difficulty: float, recall: float) -> float:
    """The first of the two that lapsed_stability takes the lesser of."""
    return float(
        w[11] * pow(difficulty, -w[12]) * (pow(stability + 1, w[13]) - 1) * exp(w[14] * (1 - recall))
    )


def same_day_without_floor(w: Any, stability: float, rating: Rating) -> float:
    return stability * exp(w[17] * (rating - 3 + w[18])) * pow(stability, -w[19])


def with_difficulty_after(w: Any, memory: Memory, rating: Rating, days: float) -> float:
    harder = Memory(memory.stability, right.next_difficulty(w, memory.difficulty, rating))
    return float(right.next_stability(w, harder, rating, days))


FAULTS = (
    Fault(
        "the curve bends upward",
        "retrievability_is_above_0_and_at_most_1",
        "forgetting_curve",
        lambda t, s, d: right.forgetting_curve(t, s, -d),
    ),
    Fault(
        "f is that of FSRS-5, whatever the decay",
        "retrievability_is_nine_tenths_after_the_stability",
        "curve_factor",
        lambda decay: 19 / 81,
    ),
    Fault(
        "the interval ignores the retention",
        "retrievability_at_the_end_of_the_interval_is_the_desired_retention",
        "days_until",
        lambda recall, s, decay: s,
    ),
    Fault(
        "w5 counts upward",
        "first_difficulty_never_rises_with_the_rating",
        "first_difficulty",
        lambda w, g: w[4] + exp(w[5] * (g - 1)) - 1,
    ),
    Fault(
        "w6 has the wrong sign",
        "difficulty_never_rises_with_the_rating",
        "difficulty_change",
        lambda *given: -right.difficulty_change(*given),
    ),
    Fault(
        "w7 draws toward Again",
        "good_draws_difficulty_toward_the_first_of_easy",
        "mean_reversion",
        lambda w, d: w[7] * right.first_difficulty(w, Rating.AGAIN) + (1 - w[7]) * d,
    ),
    Fault(
        "difficulty is not limited",
        "difficulty_is_from_1_to_10",
        "limit_difficulty",
        lambda difficulty: difficulty,
    ),
    Fault(
        "stability is not limited",
        "stability_is_finite_and_in_its_range",
        "limit_stability",
        lambda stability: stability,
    ),
    Fault(
        "the difficulty after the review counts",
        "hard_and_easy_scale_the_gain_of_good",
        "next_stability",
        with_difficulty_after,
    ),
    Fault(
        "every day is the same day",
        "a_later_again_never_raises_stability",
        "next_stability",
        lambda w, m, g, t: right.next_stability(w, m, g, 0),
    ),
    Fault(
        "w9 has the wrong sign",
        "gain_never_rises_with_stability_at_one_recall",
        "recall_gain",
        lambda w, s, d, r: right.recall_gain(w, 1 / s, d, r),
    ),
    Fault(
        "w10 counts recall, not forgetting",
        "stability_never_falls_with_the_days_elapsed",
        "recall_gain",
        lambda w, s, d, r: right.recall_gain(w, s, d, 1 - r),
    ),
    Fault(
        "difficulty helps",
        "stability_never_rises_with_difficulty",
        "recall_gain",
        lambda w, s, d, r: right.recall_gain(w, s, 11 - d, r),
    ),
    Fault(
        "w15 and w16 are not applied",
        "hard_and_easy_scale_the_gain_of_good",
        "rating_factor",
        lambda w, g: 1.0,
    ),
    Fault(
        "w15 and w16 are swapped",
        "stability_never_falls_with_the_rating",
        "rating_factor",
        lambda w, g: right.rating_factor(w, 6 - g),
    ),
    Fault(
        "the bonus of Easy is a penalty",
        "interval_never_falls_with_the_rating",
        "rating_factor",
        lambda w, g: 1 / w[16] if g == 4 else 1.0,
    ),
    Fault(
        "w12 has the wrong sign",
        "stability_never_rises_with_difficulty",
        "lapsed_stability",
        lambda w, s, d, r: right.lapsed_stability(w, s, 1 / d, r),
    ),
    Fault(
        "w14 counts recall",
        "stability_never_falls_with_the_days_elapsed",
        "lapsed_stability",
        lambda w, s, d, r: right.lapsed_stability(w, s, d, 1 - r),
    ),
    Fault(
        "a lapse has no upper limit",
        "a_later_again_never_raises_stability",
        "lapsed_stability",
        lapse_without_minimum,
    ),
    Fault(
        "a pass on the same day has no floor",
        "a_pass_never_lowers_stability",
        "same_day_stability",
        same_day_without_floor,
    ),
)


def laws() -> dict[str, Law]:
    """The laws of FSRS-6 that hold for all parameters, as the test suite runs them, by name."""
    modules = [
        import_module(f"tests.scheduler.laws.test_{name}") for name in ("curve", "stability", "difficulty")
    ]
    return {
        name.removeprefix("test_"): law
        for module in modules
        for name, law in vars(module).items()
        if name.startswith("test_")
    }


def is_red(law: Law) -> bool:
    """Whether the law fails; numbers that leave the range of floats or of a memory fail it too."""
    try:
        law()
    except (AssertionError, ArithmeticError, ValueError):
        return True
    return False


def red_laws(laws: dict[str, Law]) -> Iterator[str]:
    return (name for name, law in laws.items() if is_red(law))


def caught_by(fault: Fault, laws: dict[str, Law]) -> list[str]:
    """The names of the laws that are red while the fault is in place."""
    with patch.object(fsrs6, fault.equation, fault.wrong):
        return list(red_laws(laws))


def search_quickly() -> None:
    """Look for a failure only: the same examples every time, neither kept nor made smaller."""
    settings.register_profile(
        "planted",
        max_examples=60,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        report_multiple_bugs=False,
        suppress_health_check=list(HealthCheck),
    )
    settings.load_profile("planted")


def main(arguments: list[str]) -> int:
    """Print the table; return 1 if a fault survives or a law is red by itself."""
    search_quickly()  # before the laws are imported: a law keeps the settings it was made under
    known, quick = laws(), "--quick" in arguments
    if not quick and (red := list(red_laws(known))):
        print("red without a fault:", ", ".join(red))
        return 1
    survivors = 0
    for fault in FAULTS:
        names = caught_by(fault, {fault.law: known[fault.law]} if quick else known)
        survivors += not names
        print(f"{fault.what} ({fault.equation})", *names or ["SURVIVES"], sep="\n    ")
    print(f"{len(FAULTS)} faults, {len(known)} laws, {survivors} survivors")
    return 1 if survivors else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
