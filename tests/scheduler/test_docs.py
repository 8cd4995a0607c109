"""What the documentation shows runs, and what it names exists."""

import doctest
import pkgutil
import re
import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

from flashcards.scheduler import Scheduler, fsrs6, fsrs7, sm2

DOCS = Path(__file__).parents[2] / "docs"
LAWS = Path(__file__).parent / "laws"
PACKAGE = sys.modules[Scheduler.__module__.rpartition(".")[0]]


def law_names(*, false: bool) -> set[str]:
    """The names of the Hypothesis tests, or of the claims with a counterexample."""
    pattern = r"^def test_not_a_law_(\w+)" if false else r"^@given\([^@]*?^def test_(\w+)"
    sources = (path.read_text(encoding="utf-8") for path in LAWS.glob("test_*.py"))
    return {name for source in sources for name in re.findall(pattern, source, re.MULTILINE | re.DOTALL)}


def section(name: str, title: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8").split(f"\n## {title}\n")[1].split("\n## ")[0]


@pytest.mark.parametrize("name", [module.name for module in pkgutil.iter_modules(PACKAGE.__path__)])
def test_the_examples_in_the_scheduler_run(name: str) -> None:
    assert doctest.testmod(import_module(f"{PACKAGE.__name__}.{name}")).failed == 0


def test_the_example_of_the_package_runs() -> None:
    assert doctest.testmod(PACKAGE).failed == 0


def test_every_law_is_in_the_documentation_and_every_one_there_is_tested() -> None:
    named = set(re.findall(r"`(\w+)`", section("laws.md", "Laws")))
    assert named == law_names(false=False)


def test_every_claim_that_is_no_law_is_in_the_documentation() -> None:
    claims = {
        row.replace(" ", "_").lower()
        for row in re.findall(r"^\| ([^|]+?) \|", section("laws.md", "Not laws"), re.M)
    }
    assert claims - {"claim"} == law_names(false=True)


@pytest.mark.parametrize(
    ("document", "title", "module"),
    [
        ("scheduler.md", "Memory models", fsrs6),
        ("models.md", "FSRS-7", fsrs7),
        ("models.md", "SM-2", sm2),
    ],
)
def test_every_equation_in_the_documentation_exists(document: str, title: str, module: ModuleType) -> None:
    table = section(document, title).split("|---|---|\n")[1].split("\n\n")[0]
    names = [name for row in table.splitlines() for name in re.findall(r"`(\w+)`", row.split(" | ")[0])]
    assert names
    for name in names:
        assert callable(getattr(module, name))
