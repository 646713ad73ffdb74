"""Readers: one for each format, found by entry points (`svod.readers`)."""

from svod.ingest.readers.protocol import (
    BY_CONTENT,
    BY_NAME,
    UNCLAIMED,
    About,
    Content,
    Entry,
    Inner,
    Piece,
    Reader,
    Received,
)
from svod.ingest.readers.registry import installed_readers, reader_for

__all__ = [
    "BY_CONTENT",
    "BY_NAME",
    "UNCLAIMED",
    "About",
    "Content",
    "Entry",
    "Inner",
    "Piece",
    "Reader",
    "Received",
    "installed_readers",
    "reader_for",
]
