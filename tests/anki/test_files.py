"""Files are written whole or not at all: after a full disk, Ctrl-C or a kill there is what was there."""

import json
import random
import resource
import sqlite3
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from flashcards.anki.export import export
from flashcards.errors import FileError
from flashcards.files import replacing
from tests.anki.bench import Bench

ROOT = Path(__file__).parents[2]


def test_the_file_is_replaced_when_the_block_is_done(tmp_path: Path) -> None:
    path = tmp_path / "hip.apkg"
    path.write_bytes(b"old")
    with replacing(path, b"new"):
        assert path.read_bytes() == b"old"
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt, SystemExit])
def test_an_error_in_the_block_leaves_what_was_there(tmp_path: Path, error: type[BaseException]) -> None:
    path = tmp_path / "hip.apkg"
    path.write_bytes(b"old")
    with pytest.raises(error), replacing(path, b"new"):
        raise error
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_link_is_written_through(tmp_path: Path) -> None:
    path, link = tmp_path / "hip.apkg", tmp_path / "link.apkg"
    path.write_bytes(b"old")
    link.symlink_to(path)
    with replacing(link, b"new"):
        pass
    assert link.is_symlink()
    assert path.read_bytes() == b"new"


def test_a_file_has_the_rights_of_any_new_file(tmp_path: Path) -> None:
    usual = tmp_path / "usual"
    usual.touch()
    with replacing(tmp_path / "hip.apkg", b"new"):
        pass
    assert (tmp_path / "hip.apkg").stat().st_mode == usual.stat().st_mode


@pytest.mark.parametrize("place", ["folder.apkg", "none/hip.apkg", "file/hip.apkg"])
def test_a_place_that_cannot_be_written_is_named(bench: Bench, place: str) -> None:
    (bench.folder / "folder.apkg").mkdir()
    (bench.folder / "file").touch()
    before = sorted(bench.folder.rglob("*"))
    with pytest.raises(FileError, match=place), replacing(bench.folder / place, b"new"):
        pytest.fail("the block is not reached")
    assert sorted(bench.folder.rglob("*")) == before


def test_a_ledger_that_cannot_be_written_leaves_the_package(bench: Bench) -> None:
    bench.export()
    bench.edit("How many hip bones?", "How many hip bones are there?")
    before = {path: path.read_bytes() for path in bench.folder.iterdir()}
    nowhere = Path("/proc/nowhere/hip.anki.json")
    with pytest.raises(FileError, match="/proc/nowhere"):
        export([bench.deck()], bench.package, lambda _: (nowhere, nowhere), 1)
    assert {path: path.read_bytes() for path in bench.folder.iterdir()} == before


EXPORT = """
import sys
from pathlib import Path
from tests.anki.bench import Bench

bench = Bench(Path(sys.argv[1]))
source = bench.source.read_text(encoding="utf-8")
texts = ["How many hip bones?", "How many hip bones are there?"]
print("ready", flush=True)
for now in range(1, int(sys.argv[2])):
    bench.source.write_text(source.replace(texts[0], texts[now % 2]), encoding="utf-8")
    bench.export(now)
"""


def run(bench: Bench, times: int) -> subprocess.Popen[str]:
    arguments = [sys.executable, "-c", EXPORT, str(bench.folder), str(times)]
    pipe = subprocess.PIPE
    return subprocess.Popen(arguments, cwd=ROOT, stdout=pipe, stderr=pipe, text=True)


def test_a_disk_without_room_leaves_what_was_there(bench: Bench) -> None:
    bench.export()
    bench.edit("How many hip bones?", "How many hip bones are there?")
    before = {path: path.read_bytes() for path in bench.folder.iterdir()}
    usual = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, usual[1]))
    try:
        with pytest.raises(FileError, match=r"hip\.apkg: File too large"):
            bench.export(2)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, usual)
    assert {path: path.read_bytes() for path in bench.folder.iterdir()} == before


def whole(package: Path, folder: Path) -> bool:
    """Whether a package can be opened to its last byte."""
    with zipfile.ZipFile(package) as archive:
        assert archive.testzip() is None
        database = Path(archive.extract("collection.anki2", folder))
    connection = sqlite3.connect(database)
    (said,) = connection.execute("pragma integrity_check").fetchone()
    connection.close()
    return str(said) == "ok"


@pytest.mark.parametrize("seed", range(6))
def test_a_kill_at_any_moment_leaves_a_whole_package_and_a_ledger_that_knows_it(
    bench: Bench, tmp_path: Path, seed: int
) -> None:
    bench.export()
    guids = set(bench.guids().values())
    process = run(bench, 10_000)
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    time.sleep(random.Random(seed).uniform(0, 0.4))
    process.kill()
    process.communicate()
    assert whole(bench.package, tmp_path)
    assert guids <= set(bench.guids().values())
    json.loads(bench.ledger.read_text(encoding="utf-8"))
