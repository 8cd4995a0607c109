"""Reading, checking and asking whole collections: CPU seconds of whole processes, from start to end."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.copies import copies
from benchmarks.figure import Figure, figure
from benchmarks.processes import CLI, ROOT, Cost, cost, environment, python
from flashcards.anatomy import examine, shelf
from flashcards.decks import builtin

NOTES = 10_000
DECKS = str(ROOT / "decks")
PLAIN = "import yaml, sys; yaml.__with_libyaml__ = False; import cli; sys.exit(cli.main(sys.argv[1:]))"
"""The command line as it is where PyYAML was built without libyaml."""

PEER = """\
import sys, yaml
from pathlib import Path
for path in Path(sys.argv[1]).glob("*.yaml"):
    yaml.load(path.read_bytes(), yaml.{loader})
"""
"""What PyYAML alone takes to load the same files, without places, notes or checks."""


@contextmanager
def workshop() -> Iterator[Path]:
    """Make a folder for homes, caches and copies."""
    with TemporaryDirectory() as folder:
        yield Path(folder)


def paired(ours: Callable[[], Cost], peer: Callable[[], Cost], unit: str = "s", rounds: int = 7) -> Figure:
    """Return the CPU seconds of both, or their memory, each run once beforehand so that all is compiled."""
    ours(), peer()
    what = "memory" if unit == "MiB" else "cpu"
    pairs = [(getattr(ours(), what), getattr(peer(), what)) for _ in range(rounds)]
    return figure(pairs, unit, more_is_better=False)


def cold(folder: Path, line: tuple[str, ...], *words: str) -> Callable[[], Cost]:
    """Return a run in which no deck is kept from the run before."""

    def run() -> Cost:
        for file in (folder / "cache").glob("*-*"):
            if not file.name.startswith("vocabulary"):
                file.unlink()
        return cost([*line, *words], environment(folder))

    return run


def measure_cold() -> Figure:
    """Return what checking all decks that ship takes, beside loading them with PyYAML's C parser."""
    with workshop() as folder:
        peer = [*python(PEER.format(loader="CSafeLoader")), DECKS]
        return paired(cold(folder, CLI, "check"), lambda: cost(peer, environment(folder)))


def measure_plain() -> Figure:
    """Return the same without libyaml on both sides."""
    with workshop() as folder:
        peer = [*python(PEER.format(loader="SafeLoader")), DECKS]
        ours = cold(folder, python(PLAIN), "check")
        return paired(ours, lambda: cost(peer, environment(folder)), rounds=3)


def measure_warm() -> Figure:
    """Return what checking decks that did not change takes, beside `--help`."""
    with workshop() as folder:
        around = environment(folder)
        return paired(
            lambda: cost([*CLI, "check"], around), lambda: cost([*CLI, "--help"], around), rounds=15
        )


def measure_many() -> Figure:
    """Return what checking 10,000 notes takes, beside loading them with PyYAML's C parser."""
    return _many("s")


def measure_memory() -> Figure:
    """Return the memory that checking 10,000 notes takes, beside loading them deck by deck."""
    return _many("MiB")


def _many(unit: str) -> Figure:
    with workshop() as folder:
        decks = folder / "decks"
        decks.mkdir()
        copies(NOTES, decks)
        peer = [*python(PEER.format(loader="CSafeLoader")), str(decks)]
        ours = cold(folder, CLI, "check", str(decks))
        return paired(ours, lambda: cost(peer, environment(folder)), unit, rounds=3)


def measure_questions() -> Figure:
    """Return what making every question of the decks that ship takes, beside reading and checking them."""
    pairs = [asked_and_read() for _ in range(6)]
    return figure(pairs[1:], "s", more_is_better=False)


def asked_and_read() -> tuple[float, float]:
    """Return the CPU seconds for all questions, and for reading the decks before."""
    decks, begin = shelf(builtin()), time.process_time()
    readings = [examine(path, decks) for path in builtin()]
    read = time.process_time()
    assert sum(len(reading.deck.cards) for reading in readings if reading.deck)
    return time.process_time() - read, read - begin


def measure_first() -> Figure:
    """Return what a quiz over the collection takes, left at its first question, beside `import click`."""
    with workshop() as folder:
        around = environment(folder)
        cost([*CLI, "quiz"], around, b"1\n3\n" * 5)
        quiz, bare = [*CLI, "quiz"], python("import click")
        return paired(lambda: cost(quiz, around, b":q\n"), lambda: cost(bare, around), rounds=15)
