"""ZIP archives and single files packed by gzip."""

import unicodedata
import zipfile
from collections.abc import Iterator, Mapping
from gzip import GzipFile
from pathlib import PurePosixPath
from typing import IO, cast

from svod.errors import UnreadableDocumentError
from svod.ingest.finding import is_notice
from svod.ingest.readers.limits import (
    FREE_BYTES,
    MAX_CONTAINER_BYTES,
    MAX_PIECES,
    inflate,
    is_bomb,
    opened,
    size_of,
)
from svod.ingest.readers.protocol import BY_NAME, UNCLAIMED, Inner, Received
from svod.ingest.sidecar import NAME, NO_FACTS, Facts, parse_sidecar
from svod.model import INSIDE, Trouble

MAX_MEMBER_BYTES = 200_000_000
"""A member may be a mailbox or a web archive of its own; its reader has its own limit."""


class Zip:
    """ZIP archives; a `documents.jsonl` in one tells of the files beside it."""

    suffixes = (".zip",)
    media_types = ("application/zip", "application/x-zip-compressed")
    max_bytes = MAX_CONTAINER_BYTES

    def claims(self, head: bytes) -> int:
        """Claim what begins like an archive that holds something."""
        return BY_NAME if head.startswith(b"PK") else UNCLAIMED

    def read(self, received: Received) -> Iterator[Inner | Trouble]:
        """Yield the files of an archive, sorted by name."""
        with opened(received.source) as stream:
            archive = open_zip(stream, received.file)
            members = sorted(archive.infolist(), key=lambda info: (info.filename, info.header_offset))
            facts: dict[str, Facts] = {}
            for info in members:
                if PurePosixPath(info.filename).name == NAME:
                    yield from _note_sidecar(archive, info, received.file, facts)
            for info in members:
                yield from _member(archive, info, received.file, facts)


class Gzip:
    """Single files packed by gzip."""

    suffixes = (".gz",)
    media_types = ("application/gzip", "application/x-gzip")
    max_bytes = MAX_CONTAINER_BYTES

    def claims(self, head: bytes) -> int:
        """Claim what begins like gzip."""
        return BY_NAME if head.startswith(b"\x1f\x8b") else UNCLAIMED

    def read(self, received: Received) -> Iterator[Inner]:
        """Yield the file inside."""
        size = size_of(received.source)
        with opened(received.source) as stream, GzipFile(fileobj=stream) as packed:
            data = _inflated(cast(IO[bytes], packed), size, received.file)
        name = PurePosixPath(received.file.rpartition("/")[2]).stem
        yield Inner(name, data)


def open_zip(stream: IO[bytes], file: str) -> zipfile.ZipFile:
    """Open an archive whose list of members is sane.

    Raises:
        UnreadableDocumentError: If it is damaged, or holds too much.
    """
    try:
        archive = zipfile.ZipFile(stream)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError) as error:
        raise UnreadableDocumentError(file, f"is a damaged archive: {error}") from error
    if len(archive.infolist()) > MAX_PIECES:
        raise UnreadableDocumentError(file, f"holds more than {MAX_PIECES:,} files")
    packed = sum(info.compress_size for info in archive.infolist())
    if is_bomb(packed, sum(info.file_size for info in archive.infolist())):
        raise UnreadableDocumentError(file, "unpacks to far more than an honest archive does")
    return archive


def read_member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, file: str) -> bytes:
    """Return the bytes of a member.

    Raises:
        UnreadableDocumentError: If it is too large, damaged or encrypted.
    """
    if info.flag_bits & 0x1:
        raise UnreadableDocumentError(file, "is encrypted")
    try:
        with archive.open(info) as packed:
            return _inflated(packed, info.compress_size, file)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, EOFError) as error:
        raise UnreadableDocumentError(file, f"is damaged: {error}") from error


def _inflated(packed: IO[bytes], size: int, file: str) -> bytes:
    limit = min(MAX_MEMBER_BYTES, max(FREE_BYTES, size * 200))
    try:
        data = inflate(packed, limit)
    except ValueError as error:
        raise UnreadableDocumentError(file, f"is damaged: {error}") from error
    if data is None:
        raise UnreadableDocumentError(file, f"unpacks to more than {limit // 1_000_000} MB")
    return data


def _note_sidecar(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, file: str, facts: dict[str, Facts]
) -> Iterator[Trouble]:
    where = f"{file}{INSIDE}{info.filename}"
    try:
        lines, troubles = parse_sidecar(read_member(archive, info, where), where)
    except UnreadableDocumentError as error:
        yield Trouble(where, error.reason)
        return
    folder = PurePosixPath(info.filename).parent
    facts |= {str(folder / line.file): line.facts for line in lines}
    yield from troubles


def _member(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, file: str, facts: Mapping[str, Facts]
) -> Iterator[Inner | Trouble]:
    name = unicodedata.normalize("NFC", info.filename)
    parts = PurePosixPath(name).parts
    hidden = any(part.startswith((".", "__MACOSX")) and part != ".." for part in parts)
    if info.is_dir() or hidden or parts[-1:] == (NAME,):
        return
    told = facts.get(name, NO_FACTS)
    if parts and is_notice(parts[-1]) and told == NO_FACTS:
        return
    where = f"{file}{INSIDE}{name}"
    if ".." in parts or name.startswith("/") or "\\" in name or not parts or not name.isprintable():
        yield Trouble(f"{file}{INSIDE}{_printable(name)}", "has a name that leads out of the archive")
        return
    try:
        yield Inner(name, read_member(archive, info, where), facts=told)
    except UnreadableDocumentError as error:
        yield Trouble(where, error.reason)


def _printable(name: str) -> str:
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in name)
