"""Web archives: WARC files, and WACZ packages of them. Each page is a document."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote, urlsplit

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from svod.errors import UnreadableDocumentError
from svod.ingest.readers.archive import open_zip, read_member
from svod.ingest.readers.limits import MAX_BYTES, MAX_CONTAINER_BYTES, opened
from svod.ingest.readers.protocol import BY_NAME, UNCLAIMED, About, Inner, Received
from svod.ingest.readers.texts import clean
from svod.model import INSIDE, Trouble

_READ = {"text/html": "", "application/xhtml+xml": "", "text/plain": "", "application/pdf": ""}
_GZIP = b"\x1f\x8b"


class Warc:
    """WARC files; the time of capture and the address are kept."""

    suffixes = (".warc", ".warc.gz")
    media_types = ("application/warc",)
    max_bytes = MAX_CONTAINER_BYTES

    def claims(self, head: bytes) -> int:
        """Claim what begins like a WARC file, packed or not."""
        return BY_NAME if head.startswith((b"WARC/", _GZIP)) else UNCLAIMED

    def read(self, received: Received) -> Iterator[Inner | Trouble]:
        """Yield the pages that were answered well, in the order of the file; say how many
        other records were passed over.
        """
        passed: Counter[str] = Counter()
        taken: set[str] = set()
        with opened(received.source) as stream:
            try:
                for record in ArchiveIterator(stream, check_digests=False):
                    yield from _record(record, received.file, passed, taken)
            except (ArchiveLoadFailed, OSError, EOFError, ValueError, AttributeError) as error:
                yield Trouble(
                    received.file, f"is a damaged web archive; the rest is not read ({_cause(error)})"
                )
        if passed:
            kinds = ", ".join(f"{count} {kind}" for kind, count in sorted(passed.items()))
            yield Trouble(received.file, f"holds records that are no pages, passed over: {kinds}")


class Wacz:
    """WACZ packages: the WARC files in them."""

    suffixes = (".wacz",)
    media_types = ("application/wacz",)
    max_bytes = MAX_CONTAINER_BYTES

    def claims(self, head: bytes) -> int:
        """Claim what begins like a ZIP archive."""
        return BY_NAME if head.startswith(b"PK") else UNCLAIMED

    def read(self, received: Received) -> Iterator[Inner | Trouble]:
        """Yield the WARC files, sorted by name.

        Raises:
            UnreadableDocumentError: If there is none.
        """
        with opened(received.source) as stream:
            archive = open_zip(stream, received.file)
            members = [x for x in archive.infolist() if x.filename.endswith(Warc.suffixes)]
            if not members:
                raise UnreadableDocumentError(received.file, "is a WACZ without a WARC file")
            for info in sorted(members, key=lambda x: x.filename):
                name = clean(info.filename).replace("..", "_").lstrip("/")
                where = f"{received.file}{INSIDE}{name}"
                try:
                    yield Inner(name, read_member(archive, info, where))
                except UnreadableDocumentError as error:
                    yield Trouble(where, error.reason)


def _record(record: Any, file: str, passed: Counter[str], taken: set[str]) -> Iterator[Inner | Trouble]:
    if record.rec_type not in {"response", "resource"}:
        return
    media_type = _media_type(record)
    status = record.http_headers.get_statuscode() if record.http_headers else "200"
    if status != "200" or media_type not in _READ:
        passed[media_type if status == "200" else f"answers {status[:3]}"] += 1
        return
    url = clean(record.rec_headers.get_header("WARC-Target-URI") or "").strip("<> ")
    captured = clean(record.rec_headers.get_header("WARC-Date") or "")[:30]
    name = _name(url, captured, taken)
    try:
        data = record.content_stream().read(MAX_BYTES + 1)
    except Exception as error:  # noqa: BLE001 - each packing of HTTP fails in its own way
        yield Trouble(f"{file}{INSIDE}{name}", f"is damaged: {_cause(error)}")
        return
    if len(data) <= MAX_BYTES and getattr(record.raw_stream, "limit", 0) > 0:
        yield Trouble(f"{file}{INSIDE}{name}", "is cut off; what there is of it is read")
    if len(data) > MAX_BYTES:
        yield Trouble(f"{file}{INSIDE}{name}", f"is larger than {MAX_BYTES // 1_000_000} MB")
    elif data.strip():
        about = About("capture", url=url, captured=captured, publisher=_host(url))
        yield Inner(name, data, about, media_type=media_type, id=_id(url))


def _media_type(record: Any) -> str:
    headers = record.http_headers or record.rec_headers
    kind = clean(headers.get_header("Content-Type") or "").split(";")[0].strip().lower()
    return kind if re.fullmatch(r"[\w.+-]+/[\w.+-]+", kind) else "records without a type"


def _name(url: str, captured: str, taken: set[str]) -> str:
    printable = "".join(x if x.isprintable() and x != " " else "_" for x in url) or "page"
    name = printable[:500]
    if name in taken:
        name = f"{name}@{captured or len(taken)}"
    while name in taken:
        name += "+"
    taken.add(name)
    return name


def _id(url: str) -> str:
    """Return the last telling word of an address: of its path, else its host."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return "page"
    words = [word for word in unquote(parts.path).split("/") if any(map(str.isalpha, word))]
    return re.sub(r"\.\w{2,5}$", "", words[-1]) if words else parts.netloc or "page"


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _cause(error: BaseException) -> str:
    return " ".join(str(error).split())[:100] or type(error).__name__
