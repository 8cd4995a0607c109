"""The one SQLite file of a home: how it is opened, and how it is written whole or not at all."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from flashcards.errors import StoreError
from flashcards.study.faults import ELSEWHERE, PATIENCE, translated

FILE = "store.sqlite3"
MARK = 0x464C4153  # "FLAS": SQLite's application_id, so that no other program's database is taken for a store
VERSION = 1
SCHEMA = """
CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS event (
  id TEXT PRIMARY KEY, learner TEXT NOT NULL, device TEXT NOT NULL, dseq INTEGER NOT NULL,
  hlc INTEGER NOT NULL, utc_offset_min INTEGER NOT NULL, kind TEXT NOT NULL, card TEXT NOT NULL,
  body TEXT NOT NULL, crc INTEGER NOT NULL,
  UNIQUE (device, dseq));
CREATE INDEX IF NOT EXISTS event_order ON event (hlc, device, id);
CREATE TABLE IF NOT EXISTS seen (
  deck TEXT NOT NULL, note TEXT NOT NULL, fact TEXT NOT NULL, slot TEXT NOT NULL, text TEXT NOT NULL,
  PRIMARY KEY (deck, note, fact));
"""
UNREADABLE_LOG = ("SQLITE_READONLY", "SQLITE_CANTOPEN")


class Database:
    """An open store; every failure of SQLite comes out as a StoreError that names the file."""

    def __init__(self, path: Path, connection: sqlite3.Connection, *, writable: bool) -> None:
        self.path, self.writable = path, writable
        self._connection = connection
        connection.text_factory = _text

    def all(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """Return every row of a query."""
        with translated(self.path):
            return self._connection.execute(sql, values).fetchall()

    def number(self, sql: str, *values: object) -> int:
        """Return the one number a query asks for, 0 where there is none."""
        return next((int(row[0]) for row in self.all(sql, *values) if row[0] is not None), 0)

    def run(self, sql: str, rows: Iterable[tuple[object, ...]]) -> None:
        """Run one statement for every row."""
        with translated(self.path):
            self._connection.executemany(sql, rows)

    def has(self, table: str) -> bool:
        """Return whether there is a table of this name."""
        return bool(self.all("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", table))

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Open a transaction that is on the disk when the block ends, or was never there."""
        if not self.writable:
            raise StoreError(f"{self.path}: it is open for reading only", "open the store for writing")
        with translated(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            finally:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")

    def close(self) -> None:
        """Close the file; what was written stays written."""
        self._connection.close()


def open_for_writing(home: Path) -> Database:
    """Open the store of a home and make it where there is none; StoreError where that cannot be."""
    path = home / FILE
    with translated(path):
        home.mkdir(parents=True, exist_ok=True)
        connection = _connect(path, "mode=rwc")
        _refuse_foreign(path, connection)
        # While one process switches to WAL, SQLite refuses the others at once, without waiting.
        _patiently(lambda: connection.execute("PRAGMA journal_mode = WAL").fetchall())
        connection.execute("PRAGMA synchronous = FULL")
        database = Database(path, connection, writable=True)
        with database.writing():
            _lay_out(connection)
        return database


def open_for_reading(home: Path) -> Database:
    """Open the store of a home and change nothing; where there is none, an empty one in memory stands in."""
    path = home / FILE
    with translated(path):
        connection = _connect_to_read(path) if _exists(path) else _empty()
        _refuse_foreign(path, connection)
        if not _version(connection):  # its maker was killed before there was anything in it
            connection.close()
            connection = _empty()
        connection.execute("PRAGMA query_only = ON")
        return Database(path, connection, writable=False)


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    address = f"{path.absolute().as_uri()}?{mode}"
    return sqlite3.connect(address, uri=True, timeout=PATIENCE, isolation_level=None)


def _connect_to_read(path: Path) -> sqlite3.Connection:
    """Open with WAL's helper files where they can be made; on a read-only disk without them."""
    connection = _connect(path, "mode=rw")
    try:
        connection.execute("SELECT count(*) FROM sqlite_master")
    except sqlite3.OperationalError as error:
        connection.close()
        if not error.sqlite_errorname.startswith(UNREADABLE_LOG) or _has_unmerged_answers(path):
            raise
        return _connect(path, "mode=ro&immutable=1")
    return connection


def _has_unmerged_answers(path: Path) -> bool:
    log = path.with_name(path.name + "-wal")
    return log.exists() and log.stat().st_size > 0


def _empty() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    _lay_out(connection)
    return connection


def _exists(path: Path) -> bool:
    """Return whether the file is there; PermissionError where the folder may not be looked into."""
    try:
        os.stat(path)
    except (FileNotFoundError, NotADirectoryError):
        return False
    return True


def _refuse_foreign(path: Path, connection: sqlite3.Connection) -> None:
    """Raise StoreError for another program's database and for a store of a newer version."""
    # In this order: another process may lay the store out in between, its mark together with its tables.
    ((tables,),) = connection.execute("SELECT count(*) FROM sqlite_master")
    ((mark,),) = connection.execute("PRAGMA application_id")
    if mark != MARK and tables:
        connection.close()
        what = f"{path}: it is the database of another program"
        raise StoreError(what, f"move the file away, or {ELSEWHERE}")
    if _version(connection) > VERSION:
        connection.close()
        what = f"{path}: a newer version of flashcards wrote it"
        raise StoreError(what, "update flashcards, then run it again; nothing was changed")


def _version(connection: sqlite3.Connection) -> int:
    """Return the version of the tables, 0 where there are none yet."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _lay_out(connection: sqlite3.Connection) -> None:
    """Make what is missing; a store that has everything is not written to."""
    for statement in SCHEMA.split(";"):
        connection.execute(statement)
    if not _version(connection):
        connection.execute(f"PRAGMA application_id = {MARK}")
        connection.execute(f"PRAGMA user_version = {VERSION}")


def _patiently(act: Callable[[], object]) -> None:
    """Do it again while another process is in the way, for as long as any write waits."""
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            act()
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorname != "SQLITE_BUSY" or time.monotonic() > deadline:
                raise
        time.sleep(0.01)


def _text(raw: bytes) -> str:
    """Read a text column; damaged bytes become marks that no checksum matches."""
    return raw.decode("utf-8", "surrogateescape")
