"""Faults of the outside world: each ends in one clear message, and nothing is lost or half-written."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from flashcards.errors import StoreBusy, StoreError
from flashcards.scheduler import Rating
from flashcards.study.database import FILE, _refuse_foreign, open_for_writing
from flashcards.study.event import Answer
from flashcards.study.fold import fold
from flashcards.study.store import Store
from tests.study.histories import CARDS, START
from tests.study.test_log import chance

GOOD = Answer(Rating.GOOD, "psoas", "right")
NOBODY = 65534


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Path]:
    """A home with one answer in it, that somebody else may look into."""
    for folder in (tmp_path, *tmp_path.parents[:2]):
        folder.chmod(0o755)
    folder = tmp_path / "home"
    with Store.open(folder, chance) as store:
        store.answer(CARDS[0], GOOD, START)
    yield folder
    for path in (folder, *folder.iterdir()):
        path.chmod(0o755)


def open_and_answer(home: Path) -> None:
    with Store.open(home, chance) as store:
        store.answer(CARDS[1], GOOD, START)


def read(home: Path) -> None:
    with Store.read(home) as store:
        store.state(START)


def in_child(act: Callable[[], None]) -> int:
    """Do it in a process of its own, which may give up rights; return its exit code, 0 when `act` is done."""
    child = os.fork()
    if not child:
        try:
            act()
            os._exit(0)
        except BaseException as error:
            print(repr(error), file=sys.stderr, flush=True)
            os._exit(1)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def as_somebody_else(act: Callable[[], None]) -> Callable[[], None]:
    """Root may do everything, so a test of rights is done without them."""

    def acting() -> None:
        if os.getuid() == 0:
            os.setgroups([])
            os.setgid(NOBODY)
            os.setuid(NOBODY)
        act()

    return acting


def refused(act: Callable[[Path], None], home: Path, what: str) -> Callable[[], None]:
    """That doing it gives a message which names the place, says what is wrong and what to do."""

    def acting() -> None:
        with pytest.raises(StoreError, match=what) as caught:
            act(home)
        assert str(home) in caught.value.message
        assert caught.value.help

    return acting


def test_a_file_stands_where_the_home_should_be(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("here")
    refused(open_and_answer, tmp_path / "home", "exists|directory")()
    refused(open_and_answer, tmp_path / "home" / "below", "[Nn]ot a directory")()
    assert (tmp_path / "home").read_text() == "here"


@pytest.mark.parametrize("act", [open_and_answer, read])
def test_a_folder_stands_where_the_store_should_be(tmp_path: Path, act: Callable[[Path], None]) -> None:
    (tmp_path / FILE).mkdir()
    refused(act, tmp_path, "cannot be opened")()


@pytest.mark.parametrize("act", [open_and_answer, read])
def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path, act: Callable[[Path], None]) -> None:
    (tmp_path / FILE).write_bytes(b"notes about the psoas\n" * 99)
    refused(act, tmp_path, "no database")()
    assert (tmp_path / FILE).read_bytes() == b"notes about the psoas\n" * 99


@pytest.mark.parametrize("act", [open_and_answer, read])
@pytest.mark.parametrize(
    ("sql", "what"),
    [("CREATE TABLE notes (id)", "another program"), ("PRAGMA user_version = 2", "newer version")],
)
def test_a_database_of_others_is_left_alone(
    tmp_path: Path, act: Callable[[Path], None], sql: str, what: str
) -> None:
    if "newer" in what:
        open_and_answer(tmp_path)
    with closing(sqlite3.connect(tmp_path / FILE)) as database:
        database.execute(sql)
    before = (tmp_path / FILE).read_bytes()
    refused(act, tmp_path, what)()
    assert (tmp_path / FILE).read_bytes() == before


def test_a_store_cut_short_is_called_damaged(home: Path) -> None:
    raw = (home / FILE).read_bytes()
    (home / FILE).write_bytes(raw[: len(raw) // 2])
    refused(open_and_answer, home, "damaged")()


def test_a_store_that_another_program_holds_is_called_busy(home: Path) -> None:
    with closing(sqlite3.connect(home / FILE, isolation_level=None)) as database:
        database.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreBusy, match="another program has held it"):
            open_and_answer(home)
    open_and_answer(home)


@pytest.mark.parametrize("mode", [0o555, 0o000])
def test_a_home_that_may_not_be_written_is_refused_for_study(home: Path, mode: int) -> None:
    (home / FILE).chmod(0o444)
    home.chmod(mode)
    assert in_child(as_somebody_else(refused(open_and_answer, home, "may not be written|denied|opened"))) == 0


def test_a_home_that_may_not_be_written_can_be_read(home: Path) -> None:
    (home / FILE).chmod(0o444)
    home.chmod(0o555)

    def reading() -> None:
        with Store.read(home) as store:
            assert set(store.state(START).cards) == {CARDS[0]}

    assert in_child(as_somebody_else(reading)) == 0


def test_answers_not_merged_yet_are_not_passed_over_in_silence(home: Path) -> None:
    """After a kill the newest answers stand in a second file, which a read-only disk lets nobody merge."""
    in_child(lambda: (Store.open(home, chance).answer(CARDS[1], GOOD, START), os._exit(9))[1])
    assert (home / f"{FILE}-wal").stat().st_size > 0
    (home / f"{FILE}-shm").unlink()
    for path in home.iterdir():
        path.chmod(0o444)
    home.chmod(0o555)
    assert in_child(as_somebody_else(refused(read, home, "may not be written|cannot be opened"))) == 0


def test_a_home_of_somebody_else_is_refused(home: Path) -> None:
    home.chmod(0o700)
    assert in_child(as_somebody_else(refused(open_and_answer, home, "denied|cannot be opened"))) == 0
    assert in_child(as_somebody_else(refused(read, home, "denied|cannot be opened"))) == 0


FILL = """
import resource, sys
from pathlib import Path
from flashcards.errors import StoreFull
from flashcards.scheduler import Rating
from flashcards.study.event import Answer
from flashcards.study.store import Store
from tests.study.histories import CARDS, START
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]),) * 2)
try:
    with Store.open(Path(sys.argv[1]), lambda length: bytes(length)) as store:
        for number in range(10_000):
            store.answer(CARDS[number % 8], Answer(Rating.GOOD, "x" * 500), START)
            print(number, flush=True)
except StoreFull as error:
    sys.exit(f"{error.message} ({error.help})")
"""


@pytest.mark.parametrize("room", [0, 5_000, 100_000, 300_000])
def test_a_full_disk_loses_no_acknowledged_answer(tmp_path: Path, room: int) -> None:
    """A limit on the size of files stands for the end of the disk: SQLite meets either when it writes."""
    filling = [sys.executable, "-c", FILL, str(tmp_path), str(room)]
    done = subprocess.run(filling, capture_output=True, text=True, cwd=Path(__file__).parents[2])
    assert "every answer acknowledged so far is kept" in done.stderr
    assert "Traceback" not in done.stderr
    acknowledged = len(done.stdout.split())
    with Store.open(tmp_path, chance) as store:
        kept = store.events(START)
        assert acknowledged <= len(kept) <= acknowledged + 1
        assert store.state(START) == fold(kept)
        store.answer(CARDS[0], GOOD, START)
    with closing(sqlite3.connect(tmp_path / FILE)) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_a_store_that_another_process_lays_out_meanwhile_is_none_of_another_program(tmp_path: Path) -> None:
    """Between any two looks at the file."""
    for looks in range(1, 4):
        home = tmp_path / str(looks)
        home.mkdir()
        seen: list[str] = []

        def meanwhile(statement: str, home: Path = home, seen: list[str] = seen, looks: int = looks) -> None:
            seen.append(statement)
            if len(seen) == looks:
                open_for_writing(home).close()

        with closing(sqlite3.connect(home / FILE, isolation_level=None)) as connection:
            connection.set_trace_callback(meanwhile)
            _refuse_foreign(home / FILE, connection)
        assert len(seen) >= looks
