"""How well fits foretell reviews they have not seen: ours, the peer's, the defaults and the plain average.

    python -m benchmarks.fit_losses [SEEDS]

On the last fifth of logs of 1 thousand to 100 thousand reviews, averaged over so many (20) seeds: of learners
of another theory than FSRS, and of the real log's cards drawn and jittered anew. On the same day FSRS-6 is
asked for its chance at the exact time, for by whole days it would be sure.
"""

import sys
from collections.abc import Callable, Iterator

import numpy as np
from numpy.typing import NDArray

from benchmarks.fit_peer import peer_fit
from benchmarks.learners import learner
from benchmarks.logs import DAY, Log, tiled
from flashcards.scheduler import FSRS6, FSRS7, fit
from scheduler.batch import local_days  # noqa: TID251 (all are scored on the same reviews)
from scheduler.fit.fsrs6_loss import FSRS6Loss  # noqa: TID251
from scheduler.fit.kinds import KINDS  # noqa: TID251
from scheduler.fit.nodes import nodes  # noqa: TID251
from scheduler.fit.trials import trials  # noqa: TID251

Floats = NDArray[np.float64]
Truths = NDArray[np.bool_]
EARLY = 0.8
SIZES = (1_000, 10_000, 100_000)
LEARNERS: dict[str, Callable[[int, int], Log]] = {"another theory": learner, "real, redrawn": tiled}


def fsrs6_chances(log: Log, parameters: Floats) -> Floats:
    """Return the chance of each repeat: by whole days, on the same day by the exact time."""
    given, repeated = trials(KINDS["FSRS-6"], *log, 4, 0), repeats(log)
    loss = FSRS6Loss(kept := nodes(given.tree, given.by_node(repeated), same_day=True))
    by_node = np.zeros((2, given.tree.parent.size))
    by_node[0, kept.from_tree] = loss.chances(parameters)
    by_node[1, kept.from_tree] = np.exp(loss.replay.stability_before)
    recall, stability = by_node[:, given.tree.node[repeated]]
    passed = np.diff(log.time_ms, prepend=0)[repeated] / DAY
    exact = (1 + (0.9 ** (-1 / parameters[20]) - 1) * passed / stability) ** -parameters[20]
    chances: Floats = np.where(given.counts[repeated], recall, exact)
    return chances


def fsrs7_chances(log: Log, parameters: Floats) -> Floats:
    """Return the chance of each repeat."""
    return trials(KINDS["FSRS-7"], *log, 4, 0).chances([parameters])[0]


def repeats(log: Log) -> Truths:
    """Return which reviews are not their card's first."""
    repeated: Truths = np.diff(log.card, prepend=log.card[0] - 1) == 0
    return repeated


def scores(log: Log) -> Iterator[tuple[str, float]]:
    """Yield the mean log losses on the last fifth, of all that is fitted to what was before."""
    repeated, cut = repeats(log), np.quantile(log.time_ms, EARLY)
    early = Log(*(column[log.time_ms <= cut] for column in log))
    six, seven = (np.array(fit(model, *early, checked=0).fitted) for model in (FSRS6(), FSRS7()))
    late, won = (log.time_ms > cut)[repeated], (log.rating > 1)[repeated]
    later = (np.diff(local_days(log.time_ms), prepend=0) > 0)[repeated]
    chances = {
        "FSRS-6": fsrs6_chances(log, six),
        "peer": fsrs6_chances(log, peer_fit(early)),
        "default": fsrs6_chances(log, np.array(FSRS6().parameters)),
        "average": np.full(won.size, won[later & ~late].mean()),
        "FSRS-7": fsrs7_chances(log, seven),
    }
    for name, chance in chances.items():
        yield name, log_loss(chance, won, late & later)
    for name in ("FSRS-6", "FSRS-7"):
        yield f"{name} all", log_loss(chances[name], won, late)


def log_loss(chance: Floats, won: Truths, rows: Truths) -> float:
    """Return the mean of -ln of the chances of what happened."""
    foretold = np.clip(chance[rows], 1e-6, 1 - 1e-6)
    return float(-np.log(np.where(won[rows], foretold, 1 - foretold)).mean())


def main() -> None:
    """Print a table; peer's excess is how much worse ours is."""
    seeds = int(sys.argv[1]) if sys.argv[1:] else 20
    for kind, make in LEARNERS.items():
        for rows in SIZES:
            found = [dict(scores(make(rows, seed))) for seed in range(seeds)]
            means = {name: float(np.mean([one[name] for one in found])) for name in found[0]}
            gaps = [one["FSRS-6"] - one["peer"] for one in found]
            spread = np.std(gaps, ddof=1) / np.sqrt(seeds)
            told = "  ".join(f"{name} {value:.4f}" for name, value in means.items())
            print(f"{kind}, {rows:,}: {told}  ours less peer {np.mean(gaps):+.4f} ± {spread:.4f}", flush=True)


if __name__ == "__main__":
    main()
