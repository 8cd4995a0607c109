"""Small faults planted all over the scheduler by mutmut, and those among them that no test notices.

    python -m tests.mutation [core | batch | fit | simulate ...] [--cores 2]

Works on a copy in a temporary folder. Prints how many faults of every file were caught, and for each survivor
the line it changed; exits 1 if fewer than 90 % were caught. `docs/mutants.md` names those of the core.
"""

import json
import os
import subprocess
import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path
from shutil import copy, copytree, ignore_patterns
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[1]
TREE = ("scheduler", "flashcards", "decks", "tests", "cli.py", "pyproject.toml")
PARTS = ("core", "batch", "fit", "simulate")
GOAL = 0.9

CONFIG = """\
[mutmut]
source_paths =
    scheduler
only_mutate =
    {mutated}
do_not_mutate =
    {spared}
also_copy =
    flashcards
    decks
    cli.py
pytest_add_cli_args =
    --hypothesis-profile=mutation
    -p
    no:cacheprovider
pytest_add_cli_args_test_selection =
    {tests}
"""

LEFT_OUT = ("peer_anki", "docs", "import")
"""What cannot run here: Anki's threads do not outlive the fork in which a fault is tried, the documents are
not copied, and mutmut imports much that the scheduler does not."""

Outcomes = dict[str, int | None]
"""By a fault's name the exit code of pytest: 1 caught it, 0 did not."""


@dataclass(frozen=True, slots=True)
class Caught:
    """How many faults of a file were caught, and the names of those that were not."""

    path: str
    total: int
    survivors: list[str]

    @property
    def killed(self) -> int:
        return self.total - len(self.survivors)

    def __str__(self) -> str:
        share = self.killed / self.total if self.total else 1
        return f"{self.path:32}{self.killed:>8}{len(self.survivors):>10}{self.total:>8}{share:>9.1%}"


def config(part: str) -> str:
    """Return what mutmut reads: which files to plant faults in, and which tests may catch them."""
    apart = [f"scheduler/{other}/*" for other in PARTS[1:]]
    if part == "core":
        mutated, spared, tests = ["scheduler/*.py"], [*apart, "scheduler/arrays.py"], ["tests/scheduler"]
        tests += [f"--ignore=tests/scheduler/{other}" for other in PARTS[1:]]
        tests += [f"--ignore-glob=*test_{name}*" for name in LEFT_OUT]
    else:
        mutated, tests = [f"scheduler/{part}/*.py"], [f"tests/scheduler/{part}"]
        spared = [other for other in apart if part not in other]
    lists = {"mutated": mutated, "spared": spared, "tests": tests}
    return CONFIG.format_map({name: "\n    ".join(lines) for name, lines in lists.items()})


def lay_out(folder: Path, part: str) -> None:
    """Copy the tree and write mutmut's configuration, which is read where pyproject.toml has none."""
    for name in TREE:
        source = ROOT / name
        if source.is_dir():
            copytree(source, folder / name, ignore=ignore_patterns("__pycache__"))
        else:
            copy(source, folder / name)
    (folder / "setup.cfg").write_text(config(part), encoding="utf-8")


def plant(folder: Path, cores: int) -> None:
    """Let mutmut plant every fault and run the tests that reach it; its progress goes to stderr."""
    line = [sys.executable, "-m", "mutmut", "run", "--max-children", str(cores)]
    environment = os.environ | {"OPENBLAS_NUM_THREADS": "1"}
    if subprocess.run(line, cwd=folder, stdout=sys.stderr, env=environment).returncode:
        sys.exit("mutmut could not begin: the lines above say why; most often a test fails without any fault")


def read(folder: Path) -> Iterator[Caught]:
    """Yield what mutmut has written down, file by file."""
    found = folder / "mutants"
    for path in sorted(found.rglob("*.meta")):
        outcomes: Outcomes = json.loads(path.read_text(encoding="utf-8"))["exit_code_by_key"]
        lives = [name for name, code in outcomes.items() if code in (None, 0, 5, 33)]
        if outcomes:
            yield Caught(str(path.relative_to(found)).removesuffix(".meta"), len(outcomes), lives)


def change(folder: Path, name: str) -> str:
    """Return the lines a fault changed, before and after."""
    with chdir(folder):
        from mutmut.configuration import reset_config
        from mutmut.mutation.diff_apply import get_diff_for_mutant

        reset_config()
        lines = get_diff_for_mutant(name).splitlines()
    return "\n".join(f"    {line}" for line in lines if line[:1] in "+-" and line[:3] not in ("+++", "---"))


def report(folder: Path) -> float:
    """Print the table and the survivors, and return the share that was caught."""
    files = list(read(folder))
    total = Caught("", sum(file.total for file in files), [name for file in files for name in file.survivors])
    print(f"{'':32}{'killed':>8}{'survived':>10}{'total':>8}")
    print(*files, total, sep="\n")
    for name in total.survivors:
        print(name, change(folder, name), sep="\n")
    return total.killed / total.total


def main() -> int:
    """Plant faults in the parts asked for, the core unless told otherwise."""
    parser = ArgumentParser("python -m tests.mutation", description="Plant faults in the scheduler.")
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"one of: {', '.join(PARTS)}")
    parser.add_argument("--cores", type=int, default=2)
    given = parser.parse_args()
    if unknown := set(given.parts) - set(PARTS):
        parser.error(f"unknown: {', '.join(sorted(unknown))}; the parts are {', '.join(PARTS)}")
    shares = []
    for part in given.parts or ["core"]:
        with TemporaryDirectory() as folder:
            lay_out(Path(folder), part)
            plant(Path(folder), given.cores)
            shares.append(report(Path(folder)))
    return 0 if min(shares) >= GOAL else 1


if __name__ == "__main__":
    sys.exit(main())
