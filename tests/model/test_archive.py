"""What is kept of decks: it gives what reading them anew would give, whatever happened in between."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from flashcards.anatomy import examine, shelf
from flashcards.archive import HERE, ROOMS, Archive
from flashcards.card import Card
from flashcards.cards import units_of
from flashcards.decks import builtin
from flashcards.reading import Reading
from flashcards.shelf import Shelf
from tests.commands.driving import ROOT

HIP = """\
deck: hip
neighbors: [thigh]
vocabulary:
  synonyms: {iliacus: [the hollow one]}
muscles:
  iliacus: {name: Iliacus, origin: iliac fossa, insertion: lesser trochanter, actions: hip flexion}
  gluteus: {name: Gluteus maximus, relations: [{behind: thigh/biceps}], actions: hip extension}
cards:
  bare: {front: Which?, back: This.}
"""
THIGH = """\
deck: thigh
neighbors: [hip]
muscles:
  biceps: {name: Biceps femoris, origin: ischial tuberosity, actions: [knee flexion, hip extension]}
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("FLASHCARDS_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def decks(tmp_path: Path) -> list[Path]:
    for name, text in (("hip", HIP), ("thigh", THIGH)):
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    return [tmp_path / "hip.yaml", tmp_path / "thigh.yaml"]


def archive(paths: list[Path]) -> Archive:
    return Archive(shelf(paths), examine)


def read(paths: list[Path]) -> list[Any]:
    """What the archive says of the decks."""
    kept = archive(paths)
    return [told(kept.reading(path)) for path in paths]


def anew(paths: list[Path]) -> list[Any]:
    """What reading them says."""
    decks = shelf(paths)
    return [told(examine(path, decks)) for path in paths]


def told(reading: Reading) -> Any:
    """All that a reading says."""
    deck = reading.deck
    header = deck and [getattr(deck, field.name) for field in fields(deck) if field.name != "cards"]
    units = [[*map(of_card, unit)] for unit in units_of(deck)] if deck else []
    return reading.path, reading.problems, tuple(reading.lines), header, units


def of_card(card: Card) -> Any:
    return card.id, card.kin, [getattr(card, field.name) for field in fields(card)]


def examined(paths: list[Path]) -> set[Path]:
    """The decks that the archive has to read."""
    seen: set[Path] = set()

    def watched(path: Path, decks: Shelf) -> Reading:
        seen.add(path)
        return examine(path, decks)

    kept = Archive(shelf(paths), watched)
    for path in paths:
        told(kept.reading(path))
    return seen


def test_what_is_kept_is_what_reading_says_over_all_decks_that_ship() -> None:
    paths = list(builtin())
    first, again = read(paths), read(paths)
    assert first == again == anew(paths)
    assert examined(paths) == set()


def test_a_deck_is_read_anew_where_it_or_what_it_names_has_changed(decks: list[Path]) -> None:
    read(decks)
    assert examined(decks) == set()
    alone = decks[0].with_name("alone.yaml")
    alone.write_text("deck: alone\ncards:\n  a: {front: x, back: y}\n")
    decks[0].write_text(HIP.replace("hip flexion", "hip extension"))
    assert examined([*decks, alone]) == {*decks, alone}
    alone.write_text("deck: alone\ncards:\n  a: {front: x, back: z}\n")
    assert examined([*decks, alone]) == {alone}


@given(st.data())
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_edit_of_every_deck_is_noticed(decks: list[Path], data: st.DataObject) -> None:
    for _ in range(data.draw(st.integers(1, 3))):
        path = data.draw(st.sampled_from(decks))
        text = path.read_text(encoding="utf-8")
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, min(len(text), start + 8)))
        new = data.draw(
            st.sampled_from(["", "x", " ", "\n", "  y: z\n", "hip", "thigh", "[", "disputed: true"])
        )
        path.write_text(text[:start] + new + text[end:], encoding="utf-8")
        assert read(decks) == anew(decks)
    for path, text in zip(decks, (HIP, THIGH), strict=True):
        path.write_text(text, encoding="utf-8")
    assert read(decks) == anew(decks)


def test_a_deck_that_is_added_or_removed_is_noticed(decks: list[Path]) -> None:
    hip, thigh = decks
    read([hip])
    thigh.unlink()
    assert read([hip]) == anew([hip])
    assert not archive([hip]).reading(hip).deck
    thigh.write_text(THIGH)
    assert read([hip]) == anew([hip])
    assert archive([hip]).reading(hip).deck


@pytest.mark.parametrize("harm", [b"", b"not mine", None])
def test_a_cache_that_is_damaged_counts_as_none(decks: list[Path], folder: Path, harm: bytes | None) -> None:
    first = read(decks)
    for file in folder.iterdir():
        whole = file.read_bytes()
        file.write_bytes(whole[: len(whole) // 2] if harm is None else harm)
    assert read(decks) == first


def test_what_is_kept_hangs_on_every_file_of_the_field() -> None:
    files = [file for file in (HERE / "anatomy").rglob("*") if file.suffix in (".py", ".yaml")]
    assert {file.parent.relative_to(HERE).as_posix() for file in files} <= set(ROOMS)


def test_cards_alone_may_be_missing(decks: list[Path], folder: Path) -> None:
    first = read(decks)
    for file in folder.glob("cards-*"):
        file.unlink()
    assert read(decks) == first
    assert examined(decks) == set()


def test_where_nothing_can_be_written_all_is_read(decks: list[Path], folder: Path) -> None:
    folder.write_text("a file, where a folder should be")
    assert read(decks) == read(decks) == anew(decks)


def test_several_processes_may_keep_at_once(decks: list[Path], tmp_path: Path) -> None:
    line = [sys.executable, str(ROOT / "cli.py"), "show", str(tmp_path)]
    running = [subprocess.Popen(line, stdout=subprocess.PIPE, env=os.environ) for _ in range(3)]
    shown = {process.communicate()[0] for process in running}
    assert len(shown) == 1
    assert read(decks) == anew(decks)
