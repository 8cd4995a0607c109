"""Few reviews do little harm: a fit to them foretells others hardly worse than the usual parameters do."""

import numpy as np
import pytest

from flashcards.scheduler import FSRS6, FSRS7
from scheduler.fit import fit
from tests.scheduler.fit.logs import MODELS, Log, learner

Model = type[FSRS6 | FSRS7]
LEARNERS: dict[str, FSRS6 | FSRS7] = {"the usual FSRS-6": FSRS6(), "the usual FSRS-7": FSRS7()}


def begun(truth: FSRS6 | FSRS7, seed: int, count: int) -> Log:
    """The first reviews of a learner, so many of which are repeats."""
    log = learner(truth, seed, cards=count // 3, spread=100)
    repeated = np.diff(log.card, prepend=-1) == 0
    kept = log.time_ms <= np.sort(log.time_ms[repeated])[count - 1]
    return Log(*(column[kept] for column in log))


def harm(model: Model, truth: FSRS6 | FSRS7, count: int) -> list[float]:
    """How much worse than the usual parameters those fitted to so many reviews foretell other ones."""
    fresh = learner(truth, seed=99, cards=150)
    found = (fit(model(), *begun(truth, seed, count), checked=0).fitted for seed in range(10))
    checks = [fit(model(fitted), *fresh).check for fitted in found]
    return [check.losses["old"] - check.losses["default"] for check in checks if check]


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("learner_of", LEARNERS)
@pytest.mark.parametrize("count", [60, 100])
def test_few_reviews_do_little_harm(model: Model, learner_of: str, count: int) -> None:
    told = harm(model, LEARNERS[learner_of], count)
    assert len(told) == 10
    assert np.mean(told) < 0.004
    assert max(told) < 0.012
