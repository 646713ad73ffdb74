"""What was worked out of documents earlier: `cache.sqlite`, derived and thrown away at will."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from hashlib import sha256
from pathlib import Path

from svod.store.layout import CACHE, DATABASE_FAULTS, INDEX, JOURNAL, OPTIONS, RECORD

_FAILURES = (*DATABASE_FAULTS, OSError)


class Kept:
    """Texts by key, which is a digest or a name. Nothing depends on it but time: whatever goes wrong with the file, it is as if empty."""

    def __init__(self, connection: sqlite3.Connection | None) -> None:
        self._connection = connection

    def get(self, key: str) -> str | None:
        """Return what was kept under a key, or `None`."""
        if self._connection is not None:
            with suppress(*_FAILURES):
                row = self._connection.execute("SELECT value FROM kept WHERE key = ?", (key,)).fetchone()
                return str(row[0]) if row else None
        return None

    def put(self, key: str, value: str) -> None:
        """Keep a text; from here on it is there, even if the process is killed."""
        if self._connection is not None:
            with suppress(*_FAILURES):
                self._connection.execute("INSERT OR REPLACE INTO kept VALUES (?, ?)", (key, value))

    def forget_all_but(self, keys: Iterable[str]) -> None:
        """Drop what nothing asks for any more; what is known by a name of its own stays."""
        if self._connection is None:
            return
        with suppress(*_FAILURES):
            self._connection.execute("BEGIN")
            self._connection.execute("CREATE TEMP TABLE wanted (key TEXT PRIMARY KEY)")
            self._connection.executemany("INSERT OR IGNORE INTO wanted VALUES (?)", ((key,) for key in keys))
            self._connection.execute(
                "DELETE FROM kept WHERE length(key) = 64 AND key NOT IN (SELECT key FROM wanted)"
            )
            self._connection.execute("DROP TABLE wanted")
            self._connection.execute("COMMIT")


def digest_of_case(case: Path) -> str:
    """Return a digest of what a case holds besides the bytes of originals: their index, record, journal, options."""
    digest = sha256()
    for name in (INDEX, RECORD, JOURNAL, OPTIONS):
        path = case / name
        data = path.read_bytes() if path.is_file() else b""
        digest.update(f"{name} {len(data)}\n".encode())
        digest.update(data)
    return digest.hexdigest()


@contextmanager
def open_kept(case: Path) -> Iterator[Kept]:
    """Open what a case keeps; begins anew if the file is damaged, and keeps nothing if it cannot be written."""
    connection = _connect(case / CACHE)
    if connection is None:
        _remove(case / CACHE)
        connection = _connect(case / CACHE)
    if connection is None:
        yield Kept(None)
        return
    with closing(connection):
        yield Kept(connection)


def _connect(path: Path) -> sqlite3.Connection | None:
    try:
        connection = sqlite3.connect(path, isolation_level=None)
    except sqlite3.Error:
        return None
    try:
        # A lost or torn file costs time and nothing else, so no write waits for the disk.
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("CREATE TABLE IF NOT EXISTS kept (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID")
        if connection.execute("PRAGMA quick_check").fetchone() == ("ok",):
            return connection
    except DATABASE_FAULTS:
        pass
    connection.close()
    return None


def _remove(path: Path) -> None:
    for ending in ("", "-wal", "-shm", "-journal"):
        with suppress(OSError):
            path.with_name(path.name + ending).unlink()
