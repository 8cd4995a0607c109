"""The documents are true: every command and example in them runs, and prints what they say it prints."""

from __future__ import annotations

import doctest
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from flashcards.anatomy import examine
from flashcards.cli import COMMANDS
from tests.documents import DOCS, ROOT, blocks, run

COMMAND = re.compile(r"`(?:flashcards|python3 run\.py) ([a-z]+)|^\$ flashcards ([a-z]+)", re.MULTILINE)
LINK = re.compile(r"\]\(([^)#:]+)\)")
NAMES = [path.name for path in DOCS]


def examples(language: str) -> Iterator[object]:
    """Yield each block of a language as a test's parameters: the document and the text."""
    for path in DOCS:
        for number, text in enumerate(blocks(path, language), start=1):
            yield pytest.param(path, text, id=f"{path.name}-{number}")


@pytest.mark.parametrize(("path", "text"), list(examples("console")))
def test_every_command_prints_what_is_shown(path: Path, text: str) -> None:
    for command, shown, printed in run(text):
        assert printed == shown, f"{path.name}: {command}"


@pytest.mark.parametrize("path", [path for path in DOCS if any(blocks(path, "python"))])
def test_every_example_of_the_library_runs(path: Path) -> None:
    """In turn, as one reads them: a later one may go on from an earlier."""
    names: dict[str, object] = {}
    for text in blocks(path, "python"):
        parsed = doctest.DocTestParser().get_doctest(text, names, path.name, str(path), 0)
        assert parsed.examples
        runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS)
        assert runner.run(parsed, clear_globs=False).failed == 0
        names = parsed.globs


@pytest.mark.parametrize(("path", "text"), list(examples("yaml")))
def test_every_example_of_a_deck_has_no_error(path: Path, text: str, tmp_path: Path) -> None:
    deck = tmp_path / "example.yaml"
    pair = (ROOT / "tests" / "pair.yaml").read_text(encoding="utf-8")
    deck.write_text(text if text.startswith("deck:") else pair + text, encoding="utf-8")
    assert [str(problem) for problem in examine(deck).problems] == []


@pytest.mark.parametrize("path", DOCS, ids=NAMES)
def test_every_command_named_in_a_document_exists(path: Path) -> None:
    found = COMMAND.findall(path.read_text(encoding="utf-8"))
    named = {name for names in found for name in names if name}
    assert named <= {*COMMANDS, "test", "bench"}


@pytest.mark.parametrize("path", DOCS, ids=NAMES)
def test_every_link_leads_to_a_file(path: Path) -> None:
    for target in LINK.findall(path.read_text(encoding="utf-8")):
        assert (path.parent / target).exists(), target


def test_the_readme_names_every_command() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [name for name in COMMANDS if name not in text] == []


def test_the_readme_tells_the_two_commands_alone_on_their_lines() -> None:
    lines = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    assert {"$ python3 run.py quiz", "$ python3 run.py test"} <= set(lines)
