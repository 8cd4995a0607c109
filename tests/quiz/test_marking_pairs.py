"""What marking says of typed answers from the whole body, collected before it was run on them.

Each file in `pairs/` and `more_pairs/` tells, for what is expected, the verdicts that are fine for what was
given, the wanted one first. What was seen at first sight stands in `pairs/README.md`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from flashcards.quiz.marking import Mark, mark_text

HERE = Path(__file__).parent
PASSING = {"right", "slip"}


class Pair(NamedTuple):
    """What is expected, what was given, the verdicts that are fine, and why."""

    expected: str
    given: str
    fine: tuple[str, ...]
    why: str

    @property
    def mark(self) -> Mark:
        return mark_text(self.expected, self.given)


def pairs(*files: Path) -> Iterator[Pair]:
    for file in files:
        for entry in yaml.safe_load(file.read_text("utf-8")):
            expected = str(entry.pop("expected"))
            for fine, told in entry.items():
                yield from (
                    Pair(expected, str(given), tuple(fine.split(" or ")), why) for given, why in told.items()
                )


FILES = sorted((*HERE.glob("pairs/*.yaml"), *HERE.glob("more_pairs/*.yaml")))
UNREACHED = list(pairs(HERE / "unreached.yaml"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_every_answer_gets_a_verdict_that_is_fine(file: Path) -> None:
    told = [(pair, pair.mark.verdict.value) for pair in pairs(file)]
    assert [(pair, said) for pair, said in told if said not in pair.fine] == []


def test_there_are_answers_of_every_kind() -> None:
    told = list(pairs(*FILES))
    assert len(told) > 1000
    assert sum(not PASSING & set(pair.fine) for pair in told) > 300
    assert {verdict for pair in told for verdict in pair.fine} == {"right", "slip", "partly", "wrong", "ask"}


@pytest.mark.parametrize("pair", UNREACHED, ids=lambda pair: f"{pair.expected}: {pair.given}")
def test_what_is_refused_though_right_is_known(pair: Pair) -> None:
    """One that passes belongs among the others."""
    assert not pair.mark.passes
