"""A package is the same bytes for the same deck and ledger, and holds nothing that Anki would muddle."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from flashcards.anki.export import export
from flashcards.errors import ExportError
from tests.anki.bench import NOW, Bench, make_bench

ROOT = Path(__file__).parents[2]


def test_a_second_export_is_the_same_bytes_and_leaves_the_ledger_alone(bench: Bench) -> None:
    bench.export()
    first, ledger = bench.package.read_bytes(), bench.ledger.stat().st_mtime_ns
    bench.package.unlink()
    bench.export(NOW + 1_000_000)
    assert bench.package.read_bytes() == first
    assert bench.ledger.stat().st_mtime_ns == ledger


EXPORT = f"""
from pathlib import Path
from tests.anki.bench import Bench
Bench(Path.cwd()).export({NOW})
"""


@pytest.mark.parametrize(
    ("zone", "seed", "locale"), [("Asia/Tokyo", "1", "C"), ("America/Lima", "2", "C.UTF-8")]
)
def test_zone_and_hash_seed_and_locale_make_no_difference(
    bench: Bench, zone: str, seed: str, locale: str
) -> None:
    bench.export()
    first, ledger = bench.package.read_bytes(), bench.ledger.read_bytes()
    bench.package.unlink()
    bench.ledger.unlink()
    env = os.environ | {"TZ": zone, "PYTHONHASHSEED": seed, "LC_ALL": locale, "PYTHONPATH": str(ROOT)}
    subprocess.run([sys.executable, "-c", EXPORT], cwd=bench.folder, env=env, check=True)
    assert (bench.package.read_bytes(), bench.ledger.read_bytes()) == (first, ledger)


def test_the_members_are_deflated_and_carry_no_date(bench: Bench) -> None:
    bench.export()
    with zipfile.ZipFile(bench.package) as archive:
        assert archive.testzip() is None
        members = archive.infolist()
    assert [member.filename for member in members] == ["collection.anki2", "media"]
    assert {member.date_time[0] for member in members} == {1980}
    assert {member.compress_type for member in members} == {zipfile.ZIP_DEFLATED}


def test_no_time_is_zero_however_early_the_clock_stands(bench: Bench) -> None:
    bench.export(now=0)
    facts = json.loads(bench.ledger.read_text(encoding="utf-8"))["facts"]
    assert min(entry["mod"] for entry in facts.values()) > 0


def test_two_decks_go_into_one_package(bench: Bench, tmp_path: Path) -> None:
    other = make_bench(tmp_path / "other")
    other.edit("deck: hip", "deck: knee")
    other.edit("title: Around the hip", "title: Around the knee")
    updates = export([bench.deck(), other.deck()], bench.package, bench.places, NOW)
    assert [update.deck.id for update in updates] == ["hip", "knee"]
    assert bench.ledger.exists()
    assert (other.folder / "knee.anki.json").exists()


def test_two_decks_of_one_id_or_one_name_are_refused(bench: Bench, tmp_path: Path) -> None:
    other = make_bench(tmp_path / "other")
    with pytest.raises(ExportError, match="have the id 'hip'"):
        export([bench.deck(), other.deck()], bench.package, bench.places, NOW)
    other.edit("deck: hip", "deck: knee")
    with pytest.raises(ExportError, match="are called 'Around the hip'"):
        export([bench.deck(), other.deck()], bench.package, bench.places, NOW)
    assert not bench.package.exists()
    assert not bench.ledger.exists()


def test_no_deck_is_no_package(bench: Bench) -> None:
    with pytest.raises(ExportError, match="no deck"):
        export([], bench.package, bench.places, NOW)


def test_a_ledger_copied_to_another_deck_is_refused(bench: Bench, tmp_path: Path) -> None:
    bench.export()
    other = make_bench(tmp_path / "other")
    text = bench.ledger.read_text(encoding="utf-8")
    (other.folder / "knee.anki.json").write_text(
        text.replace('"hip/', '"knee/').replace("the hip", "the knee"), encoding="utf-8"
    )
    other.edit("deck: hip", "deck: knee")
    other.edit("title: Around the hip", "title: Around the knee")
    with pytest.raises(ExportError, match="have the guid"):
        export([bench.deck(), other.deck()], bench.package, bench.places, NOW)


@pytest.mark.parametrize("name", ["hip.yaml", "hip", "hip.zip"])
def test_a_name_that_anki_would_not_open_is_refused(bench: Bench, name: str) -> None:
    before = bench.source.read_bytes()
    with pytest.raises(ExportError, match=r"\.apkg"):
        export([bench.deck()], bench.folder / name, bench.places, NOW)
    assert bench.source.read_bytes() == before
