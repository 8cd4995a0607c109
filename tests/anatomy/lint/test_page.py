"""The page on checking is true: each example has its problem, and the mended one beside it has none."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from flashcards.anatomy import examine
from flashcards.anatomy.lint import MUSCLE_RULES, TECHNIQUE_RULES
from flashcards.place import Problem
from tests.documents import ROOT

PAGE = (ROOT / "docs" / "checking.md").read_text(encoding="utf-8")
RULE = re.compile(r"^### (\S+) \((\w+)\)\n(.*?)(?=^##)", re.MULTILINE | re.DOTALL)
EXAMPLE = re.compile(r"^```yml\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SECTIONS = [(code, severity, EXAMPLE.findall(text)) for code, severity, text in RULE.findall(PAGE)]
CODE = re.compile(r"[a-z]+(?:-[a-z0-9]+)+|alias|anchor|directive|empty|escape|swallowed|tag|contrary")
TELLERS = ("Problem", "report", "finding")


def problems(tmp_path: Path, text: str) -> tuple[Problem, ...]:
    deck = tmp_path / "example.yaml"
    deck.write_text(f"deck: example\n{text}", encoding="utf-8")
    return examine(deck).problems


@pytest.mark.parametrize(("code", "severity", "examples"), SECTIONS, ids=[code for code, *_ in SECTIONS])
def test_each_example_has_its_problem_and_the_mended_one_has_none(
    tmp_path: Path, code: str, severity: str, examples: list[str]
) -> None:
    faulty, mended = examples
    assert {(problem.code, problem.severity) for problem in problems(tmp_path, faulty)} == {(code, severity)}
    assert problems(tmp_path, mended) == ()


@pytest.mark.parametrize(("code", "severity", "examples"), SECTIONS, ids=[code for code, *_ in SECTIONS])
def test_each_problem_stands_at_a_value_and_says_what_to_do(
    tmp_path: Path, code: str, severity: str, examples: list[str]
) -> None:
    lines = f"deck: example\n{examples[0]}".splitlines()
    for problem in problems(tmp_path, examples[0]):
        assert problem.help
        assert lines[problem.place.line - 1][problem.place.column - 1 :].strip()


def codes() -> Iterator[str]:
    """Yield every code that stands in the source."""
    for path in (ROOT / "flashcards").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and getattr(node.func, "id", getattr(node.func, "attr", "")) in TELLERS
            ):
                given = [str(value.value) for value in node.args[1:2] if isinstance(value, ast.Constant)]
                yield from (code for code in given if CODE.fullmatch(code))


def test_the_page_names_every_code() -> None:
    told = {code for code, *_ in SECTIONS} | set(re.findall(r"`([a-z0-9-]+)`", PAGE))
    assert set(codes()) - told == set()


def test_every_rule_has_a_section_of_its_name() -> None:
    rules = {rule.__name__.replace("_", "-") for rule in (*MUSCLE_RULES, *TECHNIQUE_RULES)}
    assert rules <= {code for code, *_ in SECTIONS}
