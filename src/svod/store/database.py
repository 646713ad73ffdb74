"""`record.sqlite`: a record as one file that any SQL tool opens."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import quote

from svod import __version__
from svod.errors import DamagedCaseError
from svod.model import (
    Bearing,
    Derivation,
    Disagreement,
    Document,
    Entity,
    Event,
    Label,
    Mention,
    Record,
    Removed,
    Ruling,
    Series,
    Shift,
    Silence,
    Statement,
    Trouble,
    Usage,
)
from svod.store.codec import from_cells, hints_of, to_cells
from svod.store.layout import DATABASE_FAULTS, RECORD, settle_file

SCHEMA_VERSION = 6
_APPLICATION = 0x53564F44

# Tables that hold one type each; a table is called like the field of the record.
_TABLES: dict[str, type] = {
    "documents": Document,
    "statements": Statement,
    "mentions": Mention,
    "entities": Entity,
    "events": Event,
    "series": Series,
    "disagreements": Disagreement,
    "labels": Label,
    "usages": Usage,
    "shifts": Shift,
    "bearings": Bearing,
    "derivations": Derivation,
    "silences": Silence,
    "troubles": Trouble,
    "rejected": Statement,
    "as_read": Statement,
    "decisions": Ruling,
    "removed": Removed,
}


def write_database(path: Path, record: Record) -> None:
    """Write a record beside `path`, then move it there: a reader finds the old record
    or the new one, never a part.

    Raises:
        OSError, sqlite3.Error: If it cannot be written; the old record stays.
    """
    partial = path.with_name(f"{path.name}.tmp")
    partial.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(partial, isolation_level=None)) as connection:
            _fill(connection, record)
        with partial.open("rb+") as stream:
            os.fsync(stream.fileno())
        for leftover in ("-wal", "-shm", "-journal"):  # of the old file, would spoil the new
            path.with_name(path.name + leftover).unlink(missing_ok=True)
        settle_file(partial, path)
    finally:
        partial.unlink(missing_ok=True)


def read_database(case: Path) -> Record:
    """Return the record that a case holds, equal to the one that was written.

    Raises:
        DamagedCaseError: If there is none, it is damaged, or a newer svod wrote it.
    """
    with open_database(case) as connection:
        try:
            return _record(connection)
        except (ValueError, TypeError, LookupError, RecursionError) as error:
            raise DamagedCaseError(str(case), f"{RECORD} is damaged: {error}") from error


def read_troubles(case: Path) -> tuple[Trouble, ...]:
    """Return what a record lists as not read, also one that is damaged or that an older svod wrote.

    The record is derived and can be made anew; the list of files that gave
    nothing cannot, so it is saved, or its loss is told as a trouble.

    Raises:
        DamagedCaseError: If a newer svod or another program wrote the file: it must not be replaced.
    """
    lost = Trouble(RECORD, "was damaged and is made anew; files that gave nothing before are not listed")
    if not (case / RECORD).stat().st_size:
        return (lost,)
    try:
        with closing(_connect(case)) as connection:
            version = _version(case, connection)
            if version > SCHEMA_VERSION:
                raise DamagedCaseError(str(case), _other_version(version))
            return tuple(
                Trouble(str(f), str(r)) for f, r in connection.execute("SELECT file, reason FROM troubles")
            )
    except DATABASE_FAULTS:
        return (lost,)


def read_rulings(case: Path) -> tuple[Ruling, ...]:
    """Return the decisions that went into the record; none if it is missing, damaged or older."""
    try:
        with open_database(case) as connection:
            return tuple(
                from_cells(Ruling, row) for row in _select(connection, "decisions", tuple(hints_of(Ruling)))
            )
    except (DamagedCaseError, ValueError, TypeError, LookupError, RecursionError):
        return ()


@contextmanager
def open_database(case: Path) -> Iterator[sqlite3.Connection]:
    """Open the record of a case for reading only.

    Raises:
        DamagedCaseError: If there is none, it is damaged (found out on opening
            or inside the block), or a newer svod wrote it.
    """
    path = case / RECORD
    if not path.is_file():
        reason = f"has no {RECORD}: compile it first" if case.is_dir() else "is not a case"
        raise DamagedCaseError(str(case), reason)
    try:
        with closing(_connect(case)) as connection:
            _check_version(case, connection)
            yield connection
    except DATABASE_FAULTS as error:
        raise DamagedCaseError(str(case), f"{RECORD} is damaged: {_said(error)}") from error


def _said(error: sqlite3.Error | UnicodeDecodeError) -> str:
    return str(error) if isinstance(error, sqlite3.Error) else "its description of itself is no text"


def _connect(case: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"file:{quote(str((case / RECORD).absolute()))}?mode=ro", uri=True)


def _check_version(case: Path, connection: sqlite3.Connection) -> None:
    version = _version(case, connection)
    if version != SCHEMA_VERSION:
        raise DamagedCaseError(str(case), _other_version(version))


def _version(case: Path, connection: sqlite3.Connection) -> int:
    """Return the schema that a record was written in; refuse a database of another program."""
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    if application != _APPLICATION:
        raise DamagedCaseError(str(case), f"{RECORD} is no record of svod")
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _other_version(version: int) -> str:
    schemas = f"(schema {version}, this one reads {SCHEMA_VERSION})"
    if version > SCHEMA_VERSION:
        return f"{RECORD} was written by a newer svod {schemas}"
    return f"{RECORD} was written by an older svod {schemas}: compile the case again"


def _fill(connection: sqlite3.Connection, record: Record) -> None:
    # No journal: the file is thrown away unless it is finished.
    connection.execute("PRAGMA journal_mode = OFF")
    connection.execute("PRAGMA synchronous = OFF")
    connection.executescript(files("svod.store").joinpath("schema.sql").read_text("utf-8"))
    connection.execute("BEGIN")
    _insert(connection, "meta", ("key", "value"), [("svod", __version__), ("title", record.title)])
    _insert(connection, "origins", ("statement", "origin"), record.origins)
    for table, kind in _TABLES.items():
        rows = getattr(record, table)
        if kind is Statement:
            columns = ("id", "kind", *hints_of(kind))
            _insert(connection, table, columns, ((s.id, s.kind, *to_cells(s)) for s in rows))
        else:
            _insert(connection, table, tuple(hints_of(kind)), map(to_cells, rows))
    for index in ("documents_search", "statements_search"):
        connection.execute(f"INSERT INTO {index} ({index}) VALUES ('rebuild')")  # noqa: S608  own names
    connection.execute("COMMIT")


def _insert(connection: sqlite3.Connection, table: str, columns: tuple[str, ...], rows: Any) -> None:
    marks = ", ".join("?" * len(columns))
    connection.executemany(f"INSERT INTO {table} ({_names(columns)}) VALUES ({marks})", rows)  # noqa: S608


def _names(columns: tuple[str, ...]) -> str:
    return ", ".join(f'"{column}"' for column in columns)


def _select(
    connection: sqlite3.Connection, table: str, columns: tuple[str, ...]
) -> Iterator[tuple[Any, ...]]:
    return connection.execute(f"SELECT {_names(columns)} FROM {table} ORDER BY rowid")  # noqa: S608  own names


def _record(connection: sqlite3.Connection) -> Record:
    meta = dict(connection.execute("SELECT key, value FROM meta"))
    parts: dict[str, Any] = {
        table: tuple(from_cells(kind, row) for row in _select(connection, table, tuple(hints_of(kind))))
        for table, kind in _TABLES.items()
    }
    origins = tuple((str(s), str(o)) for s, o in _select(connection, "origins", ("statement", "origin")))
    return Record(title=meta["title"], origins=origins, **parts)
