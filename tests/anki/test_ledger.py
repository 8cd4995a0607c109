"""The ledger: where it lies, and that a damaged one is never taken for an empty one."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashcards.anki.ledger import Entry, Ledger, ledger_places, read_ledger, written
from flashcards.deck import Deck
from flashcards.errors import ExportError, FileError
from tests.anki.bench import Bench

entries = st.builds(
    Entry,
    guid=st.text("abc<&{", min_size=1),
    kind=st.sampled_from(["cards", "muscles"]),
    slot=st.just("step"),
    text=st.text(st.characters(exclude_categories=["Cs"])),
    forms=st.lists(st.text("abc")).map(tuple),
    digest=st.text("0123456789abcdef"),
    mod=st.integers(1),
    gone=st.booleans(),
)


def deck_at(folder: Path) -> Deck:
    return Deck("hip", "Hip", folder / "any-name.yaml")


@given(st.dictionaries(st.text("abc/"), entries))
def test_what_is_written_is_read_again(known: dict[str, Entry]) -> None:
    ledger = Ledger("Hip", known)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "hip.anki.json"
        path.write_bytes(written(ledger))
        assert read_ledger(deck_at(Path(folder)), [path]) == ledger


def test_it_lies_beside_its_deck_and_is_named_by_the_decks_id(tmp_path: Path) -> None:
    beside, apart = ledger_places(deck_at(tmp_path), tmp_path / "home", shipped=False)
    assert (beside, apart) == (tmp_path / "hip.anki.json", tmp_path / "home" / "anki" / "hip.anki.json")


def test_the_ledger_of_a_shipped_deck_lies_in_the_data_folder(tmp_path: Path) -> None:
    first, _ = ledger_places(deck_at(tmp_path), tmp_path / "home", shipped=True)
    assert first == tmp_path / "home" / "anki" / "hip.anki.json"


def test_the_ledger_lies_in_the_data_folder_where_it_cannot_lie_beside(tmp_path: Path) -> None:
    first, _ = ledger_places(deck_at(tmp_path / "gone"), tmp_path / "home", shipped=False)
    assert first == tmp_path / "home" / "anki" / "hip.anki.json"


def test_a_ledger_that_lay_elsewhere_before_is_found(bench: Bench) -> None:
    bench.export()
    guids = bench.guids()
    elsewhere = bench.folder / "home" / "anki" / bench.ledger.name
    elsewhere.parent.mkdir(parents=True)
    bench.ledger.rename(elsewhere)
    bench.edit("Follow its edge downwards", "Follow its edges downwards")
    assert len(bench.export().changes.linked) == 1
    assert set(bench.guids().values()) == set(guids.values())


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b"[]",
        b"{}",
        b'{"version": 1}',
        b'{"version": 1, "deck": "Hip", "facts": []}',
        b'{"version": 1, "deck": "Hip", "facts": {"a": {}}}',
        b'{"version": 1, "deck": "Hip", "facts": {"a": 7}}',
        b"[" * 100_000,
        b'{"version": 2, "deck": "Hip", "facts": {}}',
    ],
)
def test_a_damaged_ledger_is_refused_and_left_as_it_is(bench: Bench, damage: bytes) -> None:
    bench.ledger.write_bytes(damage)
    with pytest.raises(ExportError, match=str(bench.ledger)):
        bench.export()
    assert bench.ledger.read_bytes() == damage
    assert not bench.package.exists()


def test_a_ledger_that_cannot_be_read_is_refused(bench: Bench) -> None:
    bench.ledger.mkdir()
    with pytest.raises(FileError, match=r"hip\.anki\.json: Is a directory"):
        bench.export()


def test_the_name_in_anki_stays_when_the_title_changes(bench: Bench) -> None:
    bench.export()
    bench.edit("title: Around the hip", "title: All around the hip")
    update = bench.export()
    assert update.ledger.name == "Around the hip"
    assert not update.changes.changed
