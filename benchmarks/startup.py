"""How long one waits: the installed wheel against a bare `import click`, run in turns.

    python -m benchmarks.startup [ROUNDS]

A figure is the median of the ratios of runs that stand side by side, so that a busy moment slows both.
"""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.wheels import ROOT, Environment, build

HELP_GOAL, QUESTION_GOAL = 1.3, 5.0


def run_to_the_end(line: list[str]) -> float:
    """Return the seconds until a program has ended."""
    begin = time.perf_counter()
    subprocess.run(line, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - begin


def until_the_prompt(line: list[str], environment: dict[str, str]) -> float:
    """Return the seconds until a program, fed through a pipe, has shown its first prompt."""
    begin = time.perf_counter()
    with subprocess.Popen(
        line, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0, env=environment
    ) as quiz:
        assert quiz.stdin
        assert quiz.stdout
        shown = b""
        while not shown.endswith(b"> "):
            read = quiz.stdout.read(65536)
            assert read, f"the quiz ended without a prompt: {shown.decode()}"
            shown += read
        seconds = time.perf_counter() - begin
        quiz.stdin.close()
    return seconds


def ratio(measured: Callable[[], float], bare: Callable[[], float], rounds: int) -> tuple[float, float]:
    """Return the median ratio of two runs side by side, and the median of the first, in seconds."""
    pairs = [(measured(), bare()) for _ in range(rounds)]
    return statistics.median(ours / theirs for ours, theirs in pairs), statistics.median(
        ours for ours, _ in pairs
    )


def install(folder: Path) -> Environment:
    """Build the wheel and install it, compiled, as pip does for everyone."""
    environment = Environment.make(folder / "environment")
    environment.pip("install", "--no-deps", "--no-index", build("wheel", ROOT, folder / "wheel"))
    return environment


def main() -> None:
    """Measure both and print a table."""
    rounds = int(sys.argv[1]) if sys.argv[1:] else 40
    with TemporaryDirectory() as folder:
        environment = install(Path(folder))
        python, flashcards = str(environment.program("python")), str(environment.program("flashcards"))
        home = os.environ | {"FLASHCARDS_HOME": f"{folder}/home"}
        measures: dict[str, tuple[Callable[[], float], float]] = {
            "flashcards --help": (lambda: run_to_the_end([flashcards, "--help"]), HELP_GOAL),
            "first question": (lambda: until_the_prompt([flashcards, "quiz"], home), QUESTION_GOAL),
        }
        print(f"{'':20}{'median':>10}{'x import click':>18}{'goal':>8}")
        for name, (measured, goal) in measures.items():
            measured()  # once beforehand: the store is made, and the files are in memory
            times, seconds = ratio(measured, lambda: run_to_the_end([python, "-c", "import click"]), rounds)
            print(f"{name:20}{seconds * 1000:>7.0f} ms{times:>18.2f}{goal:>8}", flush=True)


if __name__ == "__main__":
    main()
