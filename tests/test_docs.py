"""The documents are true: every command and every example in them runs, and prints what they say it prints."""

from __future__ import annotations

import doctest
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from flashcards.anatomy import examine
from flashcards.cli import COMMANDS

ROOT = Path(__file__).parents[1]
DOCS = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"(?:flashcards|python3 run\.py) ([a-z]+)")
LINK = re.compile(r"\]\(([^)#:]+)\)")


def blocks(language: str) -> Iterator[object]:
    """Yield each block of a language as a test's parameter: the document and the text."""
    for path in DOCS:
        for number, (found, text) in enumerate(FENCE.findall(path.read_text(encoding="utf-8"))):
            if found == language:
                yield pytest.param(path, text, id=f"{path.name}-{number}")


def commands(text: str) -> Iterator[tuple[str, str]]:
    """Yield each `$ command` of a console block and what is printed below it."""
    for part in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
        command, _, printed = part.partition("\n")
        yield command, printed


@pytest.fixture
def shell(tmp_path: Path) -> dict[str, str]:
    """A shell's environment: a home of its own, a Monday morning, and the command on its path."""
    tool = tmp_path / "bin" / "flashcards"
    tool.parent.mkdir()
    tool.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{ROOT / "cli.py"}" "$@"\n')
    tool.chmod(0o755)
    return {
        **os.environ,
        "PATH": f"{tool.parent}:{os.environ['PATH']}",
        "FLASHCARDS_HOME": str(tmp_path / "home"),
        "FLASHCARDS_NOW": "2026-03-02T09:00:00+01:00",
        "COLUMNS": "80",
    }


@pytest.mark.parametrize(("path", "text"), blocks("console"))
def test_every_command_prints_what_is_shown(
    path: Path, text: str, shell: dict[str, str], tmp_path: Path
) -> None:
    for command, printed in commands(text):
        if not command.startswith("python3 run.py"):
            done = subprocess.run(
                command, shell=True, cwd=tmp_path, env=shell, text=True, capture_output=True
            )
            assert done.stdout + done.stderr == printed, command


@pytest.mark.parametrize(("path", "text"), blocks("python"))
def test_every_example_of_the_library_runs(path: Path, text: str) -> None:
    parsed = doctest.DocTestParser().get_doctest(text, {}, path.name, str(path), 0)
    assert parsed.examples
    assert doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(parsed).failed == 0


@pytest.mark.parametrize(("path", "text"), blocks("yaml"))
def test_every_example_of_a_deck_has_no_error(path: Path, text: str, tmp_path: Path) -> None:
    deck = tmp_path / "example.yaml"
    if not text.startswith("deck:"):
        pair = (ROOT / "tests" / "pair.yaml").read_text(encoding="utf-8")
        text = f"{pair}{text}"
    deck.write_text(text, encoding="utf-8")
    assert [str(problem) for problem in examine(deck).problems] == []


@pytest.mark.parametrize("path", DOCS, ids=[path.name for path in DOCS])
def test_every_command_named_in_a_document_exists(path: Path) -> None:
    named = set(COMMAND.findall(path.read_text(encoding="utf-8")))
    assert named <= {*COMMANDS, "test"}


@pytest.mark.parametrize("path", DOCS, ids=[path.name for path in DOCS])
def test_every_link_leads_to_a_file(path: Path) -> None:
    for target in LINK.findall(path.read_text(encoding="utf-8")):
        assert (path.parent / target).exists(), target


def test_the_readme_names_every_command() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [name for name in COMMANDS if name not in text] == []


def test_the_readme_tells_the_two_commands_alone_on_their_lines() -> None:
    lines = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    assert {"$ python3 run.py quiz", "$ python3 run.py test"} <= set(lines)
