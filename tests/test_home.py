"""The home is where it was named, and a false time never meets a real store."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from flashcards.errors import SettingError
from flashcards.home import home_folder, stand_in_time


def test_a_named_home_is_taken_as_it_is(tmp_path: Path) -> None:
    assert home_folder(tmp_path / "trial") == tmp_path / "trial"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif("sys.platform != 'linux'", reason="other systems name their data folder in other ways")
def test_without_a_name_it_is_the_data_folder_of_the_platform(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert home_folder(None) == tmp_path / "flashcards"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("text", ["2026-03-02T08:00Z", " 2026-03-02T09:00:00+01:00 ", "20260302T0800+0000"])
def test_a_time_with_its_offset_stands_in_for_the_clock(text: str) -> None:
    assert stand_in_time(text, Path("trial")) == datetime(2026, 3, 2, 8, tzinfo=UTC)


@pytest.mark.parametrize(
    "text", ["", "tomorrow", "2026-13-01T08:00Z", "2026-03-02T08:00", "9999-01-01T00:00Z"]
)
def test_a_time_that_cannot_be_read_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(SettingError, match="FLASHCARDS_NOW") as caught:
        stand_in_time(text, Path("trial"))
    assert "2026-03-02T09:00:00+01:00" in caught.value.help


def test_a_false_time_is_refused_without_a_home_of_its_own() -> None:
    with pytest.raises(SettingError, match="refused without a home") as caught:
        stand_in_time("2026-03-02T08:00Z", None)
    assert "--home" in caught.value.help
