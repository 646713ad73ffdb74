"""The case folder: what lies where, who may write, and how a file is replaced whole."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path

from svod.errors import DamagedCaseError

ORIGINALS = "originals"
INDEX = "documents.jsonl"
JOURNAL = "journal.jsonl"
OPTIONS = "case.toml"
RECORD = "record.sqlite"
CACHE = "cache.sqlite"
DATABASE_FAULTS = (sqlite3.Error, UnicodeDecodeError)
"""What SQLite raises on a damaged file: its message may quote bytes of it that are no UTF-8."""
_LOCK = ".lock"
_OWN = (ORIGINALS, INDEX, JOURNAL, OPTIONS, RECORD, CACHE, _LOCK)

_HELD: ContextVar[frozenset[Path]] = ContextVar("held", default=frozenset())


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """Something in a case that is not as it must be.

    Attributes:
        where: File of the case, or `document d1`, `statement 3f…`.
        what: What is wrong, as one clause without a full stop.
    """

    where: str
    what: str


def is_case(path: Path) -> bool:
    """Tell whether a folder is a case, whole or not."""
    return any((path / name).is_file() for name in (RECORD, INDEX, JOURNAL))


def has_record(case: Path) -> bool:
    """Tell whether something was compiled into a case already."""
    return (case / RECORD).is_file()


@contextmanager
def lock_case(case: Path, *, patience_s: float = 0.0) -> Iterator[None]:
    """Hold the right to write to a case; makes the folder if there is none.

    The right ends with the process, even if it is killed. Whoever holds it may
    take it again. Readers need none.

    Args:
        case: The case.
        patience_s: How long to wait, in seconds, for somebody else who holds it.

    Raises:
        DamagedCaseError: If somebody else holds it, or the folder holds
            something other than a case, or cannot be made.
    """
    key = case.resolve()
    if key in _HELD.get():
        yield
        return
    _make_folder(case)
    with closing(_locked(case, patience_s)):
        token = _HELD.set(_HELD.get() | {key})
        try:
            yield
        finally:
            _HELD.reset(token)


def replace_file(path: Path, data: bytes) -> None:
    """Write a file so that it is there whole or not at all, also after a crash."""
    partial = path.with_name(f"{path.name}.tmp")
    try:
        with partial.open("wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        settle_file(partial, path)
    except OSError:
        partial.unlink(missing_ok=True)
        raise


def settle_file(partial: Path, path: Path) -> None:
    """Move a finished file into its place and make the move last."""
    partial.replace(path)
    with suppress(OSError):  # not every system opens folders
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


@contextmanager
def telling_faults(case: Path, doing: str) -> Iterator[None]:
    """Turn what the system refuses into an error that names the case.

    Raises:
        DamagedCaseError: If the block raises `OSError`.
    """
    try:
        yield
    except OSError as error:
        raise DamagedCaseError(str(case), f"cannot {doing}: {error.strerror or error}") from error


def _make_folder(case: Path) -> None:
    if case.exists() and not case.is_dir():
        raise DamagedCaseError(str(case), "is a file, not a folder")
    with telling_faults(case, "make the folder"):
        case.mkdir(parents=True, exist_ok=True)
        names = sorted(entry.name for entry in case.iterdir())
    foreign = [name for name in names if not name.startswith(_OWN)]
    if foreign and not is_case(case):
        raise DamagedCaseError(str(case), f"is a folder with other files in it, e.g. {foreign[0]}")


def _locked(case: Path, patience_s: float) -> sqlite3.Connection:
    """Lock an empty database: the one lock that every system has and that dies with the process."""
    connection = None
    try:
        connection = sqlite3.connect(case / _LOCK, timeout=patience_s, isolation_level=None)
        connection.execute("BEGIN EXCLUSIVE")
    except sqlite3.Error as error:
        if connection is not None:
            connection.close()
        busy = "locked" in str(error)
        reason = (
            "is being written by another svod; try again when it is done" if busy else f"cannot lock: {error}"
        )
        raise DamagedCaseError(str(case), reason) from error
    return connection
