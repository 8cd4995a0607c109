"""The vocabulary is the same whether it was kept, could not be kept, or was damaged where it was kept."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from flashcards.anatomy.terms import data, lexicon, vocabulary, wording
from flashcards.anatomy.terms.data import filed, joined, remembered, shipped, speaking
from tests.commands.driving import flashcards

ASKED = ("list", "synonyms", "ASIS", "--json")


@pytest.fixture
def plain(tmp_path: Path) -> str:
    """What is printed with a cache that is made, and then once more from it."""
    first, second = (printed(tmp_path, tmp_path / "cache") for _ in range(2))
    assert first == second
    return first


def printed(folder: Path, cache: Path) -> str:
    done = flashcards(folder / "home", *ASKED, FLASHCARDS_CACHE=str(cache))
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_no_folder_to_keep_it_in_changes_nothing(plain: str, tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("no folder", encoding="utf-8")
    assert printed(tmp_path, in_the_way / "cache") == plain


def test_a_damaged_cache_changes_nothing(plain: str, tmp_path: Path) -> None:
    kept = sorted((tmp_path / "cache").glob("vocabulary*"))
    assert len(kept) > 2
    for path in kept:
        path.write_bytes(path.read_bytes()[:-7])
    assert printed(tmp_path, tmp_path / "cache") == plain


def test_what_is_remembered_is_worked_out_once_for_each_vocabulary() -> None:
    asked: list[str] = []

    @remembered
    def note(word: str) -> int:
        asked.append(word)
        return len(asked)

    own = {"synonyms": {"hip": ["haunch"]}}
    assert (note("a"), note("b"), note("a")) == (1, 2, 1)
    with speaking(own):
        assert (note("a"), note("a")) == (3, 3)
    with speaking(own):
        assert note("a") == 3
    assert note("a") == 1


def test_what_is_remembered_is_told_apart_by_arguments_with_names_too() -> None:
    @remembered
    def doubled(word: str, *, times: int = 2) -> str:
        return word * times

    assert (doubled("a"), doubled("a", times=3), doubled("a")) == ("aa", "aaa", "aa")


def test_values_of_one_name_in_two_modules_are_filed_apart() -> None:
    def named(module: str) -> Callable[[], str]:
        def value() -> str:
            return module

        value.__module__ = module
        return filed(value)

    assert (named("one")(), named("other")()) == ("one", "other")


@pytest.mark.parametrize("module", [data, lexicon, vocabulary, wording], ids=lambda module: module.__name__)
def test_what_is_filed_hangs_on_the_code_that_made_it(module: ModuleType) -> None:
    assert f"{module.__file__}\t" in shipped().key


def test_joining_changes_neither_of_the_two() -> None:
    one, other = {"hip": {"also": ["thigh"]}}, {"hip": {"also": ["haunch"]}, "tip": {}}
    assert joined(one, other) == {"hip": {"also": ["thigh", "haunch"]}, "tip": {}}
    assert (one, other["hip"]) == ({"hip": {"also": ["thigh"]}}, {"also": ["haunch"]})
