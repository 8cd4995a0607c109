"""Positions that contradict each other, wherever the two are told."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest

from flashcards.anatomy import examine, shelf
from flashcards.anatomy.relation import MIRROR

PAIRS = list(product(MIRROR, repeat=2))


def codes(tmp_path: Path, here: str, there: str) -> list[str]:
    """Check two decks; the first says `here` of the two muscles, the second `there`."""
    for name, key, told, of in (("one", "a", here, "two/b"), ("two", "b", there, "one/a")):
        text = f"deck: {name}\nmuscles:\n  {key}: {{name: {key}, relations: [{{{told}: {of}}}]}}\n"
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    decks = shelf((tmp_path / "one.yaml", tmp_path / "two.yaml"), ())
    return [problem.code for problem in examine(tmp_path / "one.yaml", decks).problems]


@pytest.mark.parametrize(("here", "there"), PAIRS)
def test_two_decks_contradict_each_other_only_where_both_say_the_same(
    tmp_path: Path, here: str, there: str
) -> None:
    wrong = here == there and MIRROR[here] != here
    assert codes(tmp_path, here, there) == ["contradicting-relation"] * wrong


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_one_muscle_contradicts_itself_only_with_the_mirror(tmp_path: Path, one: str, other: str) -> None:
    deck = tmp_path / "deck.yaml"
    relations = f"[{{{one}: b}}, {{{other}: b}}]" if one != other else f"[{{{one}: b}}]"
    muscles = f"  a: {{name: A, relations: {relations}}}\n  b: {{name: B, region: hip}}\n"
    deck.write_text(f"deck: deck\nmuscles:\n{muscles}", encoding="utf-8")
    wrong = MIRROR[one] == other != one
    assert [problem.code for problem in examine(deck).problems] == ["contradicting-relation"] * wrong
