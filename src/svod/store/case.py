"""Writing and reading a case as a whole."""

import sqlite3
from collections.abc import Iterable
from pathlib import Path

from svod.errors import DamagedCaseError
from svod.model import Original, Record
from svod.store.database import read_database, write_database
from svod.store.layout import JOURNAL, RECORD, lock_case, replace_file, telling_faults
from svod.store.options import create_options
from svod.store.originals import keep_originals, write_index


def write_case(case: Path, record: Record, originals: Iterable[Original]) -> None:
    """Write a record with the bytes that it was made from; makes the case if there is none.

    First the bytes that are new, then their index, then the record, each whole
    or not at all: killed at any moment, the case holds the old record or the
    new one, and no original is lost. Journal and options are made if absent
    and never changed.

    Args:
        case: Folder of the case.
        record: The record; replaces the old one.
        originals: Of all documents of the record, also those kept already.

    Raises:
        DamagedCaseError: If the folder is something else, another process is
            writing to it, a document's original is missing, or the disk fails.
    """
    originals = tuple(originals)
    known = {(original.document, original.kept) for original in originals}
    for document in record.documents:
        if (document.id, document.original) not in known:
            raise DamagedCaseError(str(case), f"the original of document {document.id} is missing")
    with lock_case(case):
        with telling_faults(case, f"make {JOURNAL}"):
            if not (case / JOURNAL).exists():
                replace_file(case / JOURNAL, b"")
        create_options(case, record.title)
        keep_originals(case, originals)
        write_index(case, originals)
        _write_record(case, record)


def replace_record(case: Path, record: Record) -> None:
    """Write a record made of documents that the case holds already; whole or not at all.

    Raises:
        DamagedCaseError: If another process is writing to it, or the disk fails.
    """
    with lock_case(case):
        _write_record(case, record)


def read_record(case: Path) -> Record:
    """Return the record of a case, equal to the one that was written.

    Raises:
        DamagedCaseError: If the folder is no case, or its record is missing,
            damaged or written by a newer svod.
    """
    return read_database(case)


def _write_record(case: Path, record: Record) -> None:
    with telling_faults(case, f"write {RECORD}"):
        try:
            write_database(case / RECORD, record)
        except (sqlite3.Error, UnicodeEncodeError, OverflowError) as error:
            raise DamagedCaseError(str(case), f"cannot write {RECORD}: {error}") from error
