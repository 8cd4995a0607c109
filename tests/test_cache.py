"""The cache gives back what it was given, or nothing; and never stands in anybody's way."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import platformdirs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from flashcards import cache

PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.binary(),
    lambda inner: st.lists(inner) | st.tuples(inner, inner) | st.dictionaries(st.text(), inner),
)
HERE = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder of this test's own, not made yet."""
    monkeypatch.setenv("FLASHCARDS_CACHE", str(tmp_path / "made" / "when needed"))
    return tmp_path / "made" / "when needed"


@HERE
@given(PLAIN, st.text())
def test_what_was_stored_is_loaded_with_its_key_alone(value: object, key: str) -> None:
    cache.store("words", key, value)
    assert cache.load("words", key) == value
    assert cache.load("words", key + "?") is None
    assert cache.load("other words", key) is None


@HERE
@given(st.data())
def test_a_damaged_file_counts_as_nothing(folder: Path, data: st.DataObject) -> None:
    cache.store("words", "key", {"hip": ["flexion", 1, 2.5]})
    whole = (folder / "words").read_bytes()
    at = data.draw(st.integers(0, len(whole) - 1))
    changed = bytes([whole[at] ^ data.draw(st.integers(1, 255))])
    for written in (whole[:at], whole[:at] + changed + whole[at + 1 :], whole + b"\0"):
        (folder / "words").write_bytes(written)
        assert cache.load("words", "key") is None


def test_another_version_of_the_library_begins_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    cache.store("words", "key", 1)
    monkeypatch.setattr(cache, "__version__", "another")
    assert cache.load("words", "key") is None


def test_the_last_one_stored_is_kept_and_nothing_else_lies_about(folder: Path) -> None:
    for number in range(3):
        cache.store("words", "key", number)
    assert cache.load("words", "key") == 2
    assert os.listdir(folder) == ["words"]


def test_what_is_kept_is_made_once_for_each_key() -> None:
    made: list[str] = []

    def make() -> int:
        made.append("once more")
        return len(made)

    assert [cache.kept("words", key, make) for key in ("a", "a", "b")] == [1, 1, 2]


def test_code_is_not_kept() -> None:
    with pytest.raises(ValueError, match="unmarshallable"):
        cache.store("words", "key", print)


def test_a_folder_that_cannot_be_made_or_written_is_no_error(folder: Path) -> None:
    folder.parent.write_text("a file is in the way", encoding="utf-8")
    cache.store("words", "key", 1)
    assert cache.load("words", "key") is None


def test_what_cannot_be_put_in_place_leaves_nothing_behind(folder: Path) -> None:
    (folder / "words" / "within").mkdir(parents=True)
    cache.store("words", "key", 1)
    assert cache.load("words", "key") is None
    assert os.listdir(folder) == ["words"]


def test_a_stamp_changes_with_any_file(tmp_path: Path) -> None:
    one, two = tmp_path / "one.yaml", tmp_path / "two.yaml"
    one.write_text("a", encoding="utf-8")
    two.write_text("b", encoding="utf-8")
    before = cache.stamp([one, two])
    assert cache.stamp([one, two]) == before != cache.stamp([one])
    os.utime(two, ns=(1, 1))
    assert cache.stamp([one, two]) != before
    with pytest.raises(OSError, match="three"):
        cache.stamp([tmp_path / "three.yaml"])


WRITER = """
import sys
from flashcards import cache
for number in range(200):
    cache.store("words", "key", [sys.argv[1]] * 10_000)
    found = cache.load("words", "key")
    assert found and len(set(found)) == 1, found
"""


def test_two_processes_never_read_half_of_each_others(folder: Path) -> None:
    root = Path(__file__).parents[1]
    commands = [[sys.executable, "-c", WRITER, name] for name in ("one", "two")]
    both = [subprocess.Popen(command, cwd=root) for command in commands]
    assert [process.wait() for process in both] == [0, 0]
    assert os.listdir(folder) == ["words"]


def test_the_folder_is_the_platforms(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FLASHCARDS_CACHE")
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    assert cache.cache_folder(os.environ) == platformdirs.user_cache_path("flashcards", appauthor=False)


def test_each_platform_has_its_folder() -> None:
    home = Path.home()
    assert cache.cache_folder({}, "darwin") == home / "Library/Caches/flashcards"
    assert cache.cache_folder({"XDG_CACHE_HOME": "not absolute"}, "linux") == home / ".cache/flashcards"
    assert cache.cache_folder({"LOCALAPPDATA": "/L"}, "win32") == Path("/L/flashcards/Cache")
    assert cache.cache_folder({}, "win32") is None
    assert cache.cache_folder({"FLASHCARDS_CACHE": "here"}, "win32") == Path("here").absolute()
