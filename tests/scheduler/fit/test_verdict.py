"""Laws of the verdict: new parameters are kept only if they foretell surely better, and beat an average."""

import numpy as np
import pytest

from flashcards.scheduler import FSRS6, FSRS7, Check
from scheduler.fit import fit
from scheduler.fit.verdict import FEWEST_CHECKED, verdict
from tests.scheduler.fit.logs import MODELS, Log, drawn_log, learner


def checked(reviews: int = 200, gain: float = 0.02, error: float = 0.01, **average: float) -> Check:
    """A check whose new parameters are kept, unless told otherwise."""
    usual = {"old": 0.50, "new": 0.48, "default": 0.50, "average": 0.55, "moving average": 0.54}
    losses = {name.replace("_", " "): loss for name, loss in average.items()}
    return Check(reviews, usual | losses, gain, error, (), ())


def test_what_is_better_and_sure_is_kept() -> None:
    assert verdict(checked()) == (True, "they foretold the last 200 reviews better than the old ones")


REFUSED = {
    "worse": (checked(gain=-0.01), "new ones did not foretell the last 200 reviews better"),
    "a coin toss": (checked(gain=0.0014, error=0.0036), "is only 65% sure, and 84% is asked"),
    "worse than an average": (checked(average=0.47), "a plain average foretold the last 200 reviews better"),
    "few": (checked(FEWEST_CHECKED - 1), f"{FEWEST_CHECKED - 1} reviews are too few to check new ones on"),
}


@pytest.mark.parametrize(("check", "reason"), REFUSED.values(), ids=REFUSED)
def test_what_is_not_surely_better_is_not_kept(check: Check, reason: str) -> None:
    kept, said = verdict(check)
    assert not kept
    assert reason in said


def test_a_moving_average_that_would_have_done_better_is_named() -> None:
    kept, said = verdict(checked(moving_average=0.4))
    assert kept
    assert said.endswith(", though a moving average would have done better")


@pytest.mark.parametrize("model", MODELS)
def test_nothing_is_learnt_from_ratings_by_chance(model: type[FSRS6 | FSRS7]) -> None:
    for seed in range(3):
        log = drawn_log(seed, cards=400)
        chance = np.random.default_rng(seed).random(log.card.size)
        found = fit(model(), *Log(log.card, log.time_ms, np.where(chance < 0.8, 3, 1)))
        assert found.check
        assert not found.kept or found.check.losses["new"] <= found.check.losses["average"]


def test_the_certainty_asked_is_one_standard_error() -> None:
    assert verdict(checked(gain=0.0101, error=0.01))[0]
    assert not verdict(checked(gain=0.0099, error=0.01))[0]


def test_a_log_of_some_days_is_not_enough_to_check() -> None:
    found = fit(FSRS6(), *learner(FSRS6(), seed=1, cards=15))
    assert found.check
    assert found.check.reviews < FEWEST_CHECKED
    assert not found.kept
