"""The case folder: originals, journal, options and the record as one SQLite file."""

from svod.store.case import read_record, replace_record, write_case
from svod.store.codec import from_text, to_text
from svod.store.database import SCHEMA_VERSION, open_database, read_troubles
from svod.store.journal import append_decisions, check_journal, read_journal
from svod.store.kept import Kept, digest_of_case, open_kept
from svod.store.layout import Finding, has_record, is_case, lock_case
from svod.store.options import Options, read_options
from svod.store.originals import are_originals_whole, digest_of_file, original_path, stored_originals
from svod.store.overview import Overview, read_overview
from svod.store.verification import verify_case

__all__ = [
    "SCHEMA_VERSION",
    "Finding",
    "Kept",
    "Options",
    "Overview",
    "append_decisions",
    "are_originals_whole",
    "check_journal",
    "digest_of_case",
    "digest_of_file",
    "from_text",
    "has_record",
    "is_case",
    "lock_case",
    "open_database",
    "open_kept",
    "original_path",
    "read_journal",
    "read_options",
    "read_overview",
    "read_record",
    "read_troubles",
    "replace_record",
    "stored_originals",
    "to_text",
    "verify_case",
    "write_case",
]
