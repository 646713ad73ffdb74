"""The case folder: originals, journal, options and the record as one SQLite file."""

from svod.store.case import read_record, write_case
from svod.store.database import SCHEMA_VERSION, open_database
from svod.store.journal import append_decision, read_journal
from svod.store.layout import Finding, has_record, is_case, lock_case
from svod.store.options import Options, read_options
from svod.store.originals import original_path, stored_originals
from svod.store.verification import verify_case

__all__ = [
    "SCHEMA_VERSION",
    "Finding",
    "Options",
    "append_decision",
    "has_record",
    "is_case",
    "lock_case",
    "open_database",
    "original_path",
    "read_journal",
    "read_options",
    "read_record",
    "stored_originals",
    "verify_case",
    "write_case",
]
