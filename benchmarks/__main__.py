"""Our figures beside the peers', each measured in turn in one run.

python3 run.py bench [NAME ...] [--json]
"""

import json
import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterable
from importlib import import_module

from benchmarks.figure import Figure

MEASURES = {
    "review": "review.measure",
    "preview": "preview.measure",
    "replay": "replay.measure",
    "fit-1k": "fit.measure_1k",
    "fit-10k": "fit.measure_10k",
    "fit-100k": "fit.measure_100k",
    "fit-1m": "fit.measure_1m",
    "fit-fsrs7": "fit.measure_fsrs7",
    "simulate": "simulate.measure",
    "import": "importing.measure",
    "check-cold": "collection.measure_cold",
    "check-plain": "collection.measure_plain",
    "check-warm": "collection.measure_warm",
    "check-10k": "collection.measure_many",
    "check-memory": "collection.measure_memory",
    "questions": "collection.measure_questions",
    "first": "collection.measure_first",
    "marking": "marking.measure",
    "marking-p99": "marking.measure_p99",
}
"""Every name's function in this folder; it is loaded when it is asked for."""


def main() -> None:
    """Measure what is asked for, or everything, and print it."""
    given = arguments()
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # one process against one process
    figures = dict(measured(given.names or MEASURES))
    print(json.dumps(figures, indent=2) if given.json else table(figures))


def arguments() -> Namespace:
    parser = ArgumentParser("run.py bench", description="Measure our figures beside the peers'.")
    parser.add_argument("names", metavar="NAME", nargs="*", help=f"one of: {', '.join(MEASURES)}")
    parser.add_argument("--json", action="store_true", help="print {name: {ours, peer, ratio, unit}}")
    given = parser.parse_args()
    if unknown := [name for name in given.names if name not in MEASURES]:
        parser.error(f"unknown: {', '.join(unknown)}; the names are {', '.join(MEASURES)}")
    return given


def measured(names: Iterable[str]) -> Iterable[tuple[str, Figure]]:
    for name in names:
        print(f"measuring {name} ...", file=sys.stderr, flush=True)
        module, function = MEASURES[name].split(".")
        measure: Callable[[], Figure] = getattr(import_module(f"benchmarks.{module}"), function)
        yield name, measure()


def table(figures: dict[str, Figure]) -> str:
    """Lay the figures out; a ratio over 1 says that ours is better."""
    lines = [f"{'':12}{'ours':>14}{'peer':>14}{'ratio':>8}"]
    return "\n".join([*lines, *(row(name, figure) for name, figure in figures.items())])


def row(name: str, figure: Figure) -> str:
    ours, peer = shown(figure["ours"]), shown(figure["peer"])
    return f"{name:12}{ours:>14}{peer:>14}{figure['ratio']:>8.2f}  {figure['unit']}"


def shown(value: float) -> str:
    return f"{value:,.0f}" if value >= 1000 else f"{value:.3g}"


if __name__ == "__main__":
    main()
