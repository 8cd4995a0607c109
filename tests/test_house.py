"""The house stays small: no long function, no long file, a word of explanation on everything public."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PRODUCT = ("cli.py", "run.py", "flashcards", "scheduler", "decks")
LONGEST_FUNCTION = 40
LONGEST_FILE = 300


def python_files(*tops: str) -> list[Path]:
    files = [ROOT / top for top in tops if top.endswith(".py")]
    return files + [path for top in tops for path in sorted((ROOT / top).rglob("*.py"))]


def long_functions(source: str) -> list[str]:
    return [
        node.name
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.end_lineno is not None
        and node.end_lineno - node.lineno >= LONGEST_FUNCTION
    ]


def is_long_file(source: str) -> bool:
    return len(source.splitlines()) > LONGEST_FILE


def undocumented(*what: str, source: str | None = None) -> str:
    ruff = [sys.executable, "-m", "ruff", "check", "--quiet", "--isolated", "--no-cache", "--ignore-noqa"]
    rules = ["--select=D1", "--ignore=D104,D105,D107", "--output-format=concise"]
    return subprocess.run(
        [*ruff, *rules, *what], input=source, capture_output=True, text=True, cwd=ROOT
    ).stdout


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", python_files(*PRODUCT, "tests", "benchmarks"), ids=name_of)
def test_no_long_function_and_no_long_file(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert long_functions(source) == []
    assert not is_long_file(source)


def test_everything_public_has_a_docstring() -> None:
    assert undocumented(*PRODUCT) == ""


def test_a_function_of_41_lines_is_seen() -> None:
    lines = ["    pass\n"] * LONGEST_FUNCTION
    assert long_functions("def f() -> None:\n" + "".join(lines[1:])) == []
    assert long_functions("async def f() -> None:\n" + "".join(lines)) == ["f"]


def test_a_file_of_301_lines_is_seen() -> None:
    assert not is_long_file("x = 1\n" * LONGEST_FILE)
    assert is_long_file("x = 1\n" * (LONGEST_FILE + 1))


def test_a_missing_docstring_is_seen() -> None:
    assert "D103" in undocumented("-", source='"""A module."""\n\ndef f() -> None: ...\n')
