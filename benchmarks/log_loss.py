"""How well each memory model forecasts answers with its default parameters.

    python -m benchmarks.log_loss [LEARNERS]

On one real learner's log, and on simulated learners of other classes than FSRS, so many (20) of each.
"""

import sys
from collections.abc import Sequence
from itertools import groupby
from math import inf, sqrt
from statistics import fmean, stdev

from benchmarks.forecasts import RIVALS, Answer, Repeat, forecast, with_averages
from benchmarks.logs import REAL
from benchmarks.minds import MINDS, studied
from benchmarks.reviews import read
from benchmarks.scores import excess, score
from flashcards.scheduler import FSRS6, FSRS7, Rating

DAY_MS, ROLLOVER_MS = 86_400_000, 4 * 3_600_000
HELD_OUT = 0.2
"""The share of reviews, the last ones, on which the average is scored as it was before them."""

BEGINNING = 500
"""The reviews of a learner who has hardly any history yet."""

PLANS = {"later days": True, "same day too": False}


def real_cards() -> list[list[Answer]]:
    """Return the real log, card by card; days begin at 04:00 in UTC, for the learner's zone is unknown."""
    rows = [
        Answer(card, ms / DAY_MS, (ms - ROLLOVER_MS) // DAY_MS, Rating(rating)) for card, ms, rating in read()
    ]
    return [list(card) for _, card in groupby(rows, key=lambda row: row.card)]


def quantile(cards: Sequence[Sequence[Answer]], share: float) -> float:
    """Return the time at which such a share of all answers was given."""
    times = sorted(answer.time for card in cards for answer in card)
    return times[int(share * (len(times) - 1))]


def counted(repeats: Sequence[Repeat], later_days: bool, last: float = inf) -> list[Repeat]:
    """Return the repeats to be scored, be it those on a later day alone, with the averages until a time."""
    return list(with_averages([each for each in repeats if each.later_day or not later_days], last))


def print_real() -> None:
    """Print the scores on the real log: on all of it, on its beginning and on its end."""
    if not REAL.exists():
        print(f"THE REAL LOG IS MISSING ({REAL}): its figures are left out.", file=sys.stderr)
        return
    cards = real_cards()
    repeats, last = forecast(cards), quantile(cards, 1 - HELD_OUT)
    for plan, later_days in PLANS.items():
        whole = counted(repeats, later_days)
        held_out = [each for each in counted(repeats, later_days, last) if each.answer.time > last]
        print_scores(f"real_josh, {plan}, all", whole)
        print_scores(f"real_josh, {plan}, the first", whole[:BEGINNING])
        print_scores(f"real_josh, {plan}, held out", held_out)


def print_scores(title: str, repeats: Sequence[Repeat]) -> None:
    """Print every rival's scores on some repeats, and how much worse FSRS-7's log loss is than FSRS-6's."""
    print(f"\n{title}: {len(repeats)} reviews\n{'':16}{'log loss':>10}{'RMSE':>8}{'AUC':>8}")
    for rival in RIVALS:
        found = score(repeats, rival)
        print(f"{rival:16}{found.log_loss:>10.4f}{found.rmse:>8.4f}{found.auc:>8.4f}")
    mean, error = excess(repeats, FSRS7.name, FSRS6.name)
    print(f"{'FSRS-7 - FSRS-6':16}{mean:>+10.4f} ± {error:.4f}")


def print_simulated(learners: int) -> None:
    """Print the mean log loss on learners of each kind, and how much FSRS-7's is over FSRS-6's."""
    print(f"\nsimulated, {learners} learners a kind\n{'':24}", *(f"{rival:>15}" for rival in RIVALS), sep="")
    for kind in MINDS:
        logs = [forecast(studied(kind, seed)) for seed in range(learners)]
        for plan, later_days in PLANS.items():
            print_means(f"{kind}, {plan}", [counted(log, later_days) for log in logs])
        print_means(f"{kind}, the first", [counted(log, True)[:BEGINNING] for log in logs])


def print_means(title: str, logs: Sequence[Sequence[Repeat]]) -> None:
    """Print every rival's mean log loss over learners, and the mean difference with its standard error."""
    losses = {rival: [score(log, rival).log_loss for log in logs] for rival in RIVALS}
    more = [new - old for new, old in zip(losses[FSRS7.name], losses[FSRS6.name], strict=True)]
    means = "".join(f"{fmean(each):>15.4f}" for each in losses.values())
    print(f"{title:24}{means}   7 - 6: {fmean(more):+.4f} ± {stdev(more) / sqrt(len(more)):.4f}")


def main() -> None:
    """Print all scores."""
    learners = int(sys.argv[1]) if sys.argv[1:] else 20
    print_real()
    print_simulated(learners)


if __name__ == "__main__":
    main()
