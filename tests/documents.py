"""The examples in the documents: found, run, and on demand written anew (`python -m tests.documents`)."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[1]
DOCS = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
BY_HAND = "python3 run.py"
"""Commands that begin so set the project up; tests/test_run.py tries them."""


def blocks(path: Path, language: str) -> Iterator[str]:
    """Yield the text of each block of a language in a document."""
    return (text for found, text in FENCE.findall(path.read_text(encoding="utf-8")) if found == language)


def commands(text: str) -> Iterator[tuple[str, str]]:
    """Yield each `$ command` of a console block and what is printed below it."""
    for part in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
        command, _, printed = part.partition("\n")
        yield command, printed


def shell(folder: Path) -> Mapping[str, str]:
    """Return an environment with a home of its own, on a Monday morning, with the command on its path."""
    tool = folder / "bin" / "flashcards"
    tool.parent.mkdir()
    tool.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{ROOT / "cli.py"}" "$@"\n')
    tool.chmod(0o755)
    return {
        **os.environ,
        "PATH": f"{tool.parent}:{os.environ['PATH']}",
        "FLASHCARDS_HOME": str(folder / "home"),
        "FLASHCARDS_NOW": "2026-03-02T09:00:00+01:00",
        "COLUMNS": "80",
        "LANG": "C.UTF-8",
    }


def run(text: str) -> Iterator[tuple[str, str, str]]:
    """Run a console block in a folder of its own; yield each command, what is shown, what was printed."""
    with TemporaryDirectory() as folder:
        environment, place = shell(Path(folder)), Path(folder) / "here"
        place.mkdir()
        for command, shown in commands(text):
            if command.startswith(BY_HAND):
                yield command, shown, shown
                continue
            done = subprocess.run(
                command,
                shell=True,
                cwd=place,
                env=environment,
                encoding="utf-8",
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
            )
            yield command, shown, done.stdout


def renewed(text: str) -> str:
    """Return a console block with what its commands print today."""
    return "".join(f"$ {command}\n{printed}" for command, _, printed in run(text))


def main() -> None:
    """Write every console block anew."""
    for path in DOCS:
        text = path.read_text(encoding="utf-8")
        for block in blocks(path, "console"):
            text = text.replace(f"```console\n{block}```", f"```console\n{renewed(block)}```")
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
