"""`flashcards fmt` on real files: written whole or not at all, and nothing but spaces."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from flashcards.cli import main

SLOPPY = "deck:   hip\n\n\n\ncards:\n     pelvis:  # of two bones\n        front: one\n        back: two\n"
TIDY = "deck: hip\n\ncards:\n  pelvis:  # of two bones\n    front: one\n    back: two\n"


@pytest.fixture
def deck(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "hip.yaml"
    path.write_text(SLOPPY, encoding="utf-8")
    return path


def test_a_deck_is_laid_out_and_keeps_its_rights(deck: Path, capsys: pytest.CaptureFixture[str]) -> None:
    deck.chmod(0o640)
    assert main(["fmt", "hip.yaml"]) == 0
    assert deck.read_text(encoding="utf-8") == TIDY
    assert stat.S_IMODE(deck.stat().st_mode) == 0o640
    told = "hip.yaml: laid out anew\n1 deck laid out anew, 0 as they were.\n"
    assert capsys.readouterr().out == told
    assert os.listdir() == ["hip.yaml"]


def test_check_changes_nothing_and_exits_1(deck: Path) -> None:
    assert main(["fmt", "--check", "hip.yaml"]) == 1
    assert deck.read_text(encoding="utf-8") == SLOPPY
    assert main(["fmt", "hip.yaml"]) == 0
    assert main(["fmt", "--check", "hip.yaml"]) == 0


def test_a_link_stays_a_link(deck: Path) -> None:
    Path("linked.yaml").symlink_to(deck)
    assert main(["fmt", "linked.yaml"]) == 0
    assert Path("linked.yaml").is_symlink()
    assert deck.read_text(encoding="utf-8") == TIDY


def test_what_cannot_be_read_is_told_and_left_while_the_others_are_laid_out(
    deck: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = Path("broken.yaml")
    broken.write_bytes(b"deck: [1\n")
    Path("latin.yaml").write_bytes(b"deck: h\xfcft\n")
    assert main(["fmt", "."]) == 1
    out = capsys.readouterr().out
    assert "broken.yaml:" in out
    assert "latin.yaml:1:8: error[not-utf8]" in out
    assert "1 deck laid out anew, 0 as they were, 2 that can't be read." in out
    assert broken.read_bytes() == b"deck: [1\n"
    assert deck.read_text(encoding="utf-8") == TIDY


def test_a_deck_with_other_problems_is_laid_out_all_the_same(deck: Path) -> None:
    deck.write_text(SLOPPY.replace("back", "bakc"), encoding="utf-8")
    assert main(["fmt", "hip.yaml"]) == 0
    assert deck.read_text(encoding="utf-8") == TIDY.replace("back", "bakc")
