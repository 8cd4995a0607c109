"""The language server that editors use marks what is wrong by our schema, and offers what can be written."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from flashcards.cli import main
from flashcards.decks import builtin
from tests.schema.language_server import LanguageServer, installed

pytestmark = pytest.mark.skipif(
    not shutil.which("npm") and not os.environ.get("CI"),
    reason="npm is not installed: what editors make of the schema is not tried",
)


@pytest.fixture(scope="module")
def server() -> Iterator[LanguageServer]:
    program = installed()
    assert program, "npm is needed to try the schema in a language server"
    running = LanguageServer(program)
    yield running
    running.close()


@pytest.fixture(scope="module")
def first_line(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("schema") / "deck.schema.json"
    assert main(["schema", "-o", str(path)]) == 0
    return f"# yaml-language-server: $schema={path.as_uri()}\n"


@pytest.mark.parametrize("path", builtin(), ids=lambda path: path.stem)
def test_a_deck_that_ships_has_no_complaint(server: LanguageServer, first_line: str, path: Path) -> None:
    assert server.complaints(first_line + path.read_text(encoding="utf-8")) == []


def test_mistakes_are_marked_at_their_lines(server: LanguageServer, first_line: str) -> None:
    text = "muscles:\n  iliacus:\n    orign: iliac fossa\n    actions: {movement: flexion, role: chief}\n"
    found = server.complaints(f"{first_line}deck: Hip Deck\n{text}")
    assert [line for line, _ in found] == [2, 4, 5, 6]
    assert [message for line, message in found if line == 5] == ["Property orign is not allowed."]


def test_fields_are_offered_while_they_are_written(server: LanguageServer, first_line: str) -> None:
    text = f"{first_line}deck: hip\nmuscles:\n  iliacus:\n    name: Iliacus\n    \n"
    assert {"origin", "insertion", "actions", "nerve", "parts"} <= server.completions(text, 6, 5)


def test_a_field_says_what_to_write(server: LanguageServer, first_line: str) -> None:
    text = f"{first_line}deck: hip\nmuscles:\n  iliacus:\n    name: Iliacus\n    origin: iliac fossa\n"
    assert "where it starts" in server.hover(text, 6, 6)
