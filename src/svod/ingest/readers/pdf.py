"""PDF files: the text layer, page by page; scans by OCR where a program for it is installed."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from svod.errors import UnreadableDocumentError
from svod.ingest.readers.limits import MAX_SECONDS
from svod.ingest.readers.pdf_layout import Line, paragraphs
from svod.ingest.readers.protocol import BY_NAME, UNCLAIMED, About, Content, Received
from svod.ingest.readers.texts import Block, clean, joined
from svod.model import Trouble

MAX_PDF_BYTES = 100_000_000
"""A scan of a hundred pages."""
MAX_SCANS = 200
MEMORY_MB = 2_000
DPI = 200
"""At which OCR of printed Kazakh and Russian was found to read well."""
LANGUAGES = ("kaz", "rus", "eng")
_WORKER = Path(__file__).with_name("pdf_worker.py")
_DATE = re.compile(r"D:(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d))?")


class Pdf:
    """PDF files. The file is opened in a process of its own: a library that hangs or
    dies on it costs one document.
    """

    suffixes = (".pdf",)
    media_types = ("application/pdf", "application/x-pdf")
    max_bytes = MAX_PDF_BYTES

    def claims(self, head: bytes) -> int:
        """Claim what has the mark of a PDF near its beginning."""
        return BY_NAME if b"%PDF-" in head[:1024] else UNCLAIMED

    def read(self, received: Received) -> Iterator[Content | Trouble]:
        """Yield the document; its pages and paragraphs are its parts.

        Raises:
            UnreadableDocumentError: If it cannot be opened, or is a scan that
                nothing here can read.
        """
        data = received.data(MAX_PDF_BYTES)
        loaded = _loaded(data, received.file)
        pages = paragraphs([[Line(*line) for line in page] for page in loaded["pages"]])
        bare = [number for number, page in enumerate(pages) if not page]
        scanned = dict(_scanned(data, bare[:MAX_SCANS])) if bare and _tesseract() else {}
        if not scanned and not any(pages):
            raise UnreadableDocumentError(received.file, _no_text())
        unread = [number + 1 for number in bare if number not in scanned]
        yield _content(pages, scanned, loaded["info"])
        if unread:
            yield Trouble(received.file, f"has pages without text that were not read: {_ranges(unread)}")
        if loaded["count"] > len(pages):
            yield Trouble(received.file, f"has {loaded['count']:,} pages; only {len(pages):,} are read")


def _content(pages: list[list[str]], scanned: Mapping[int, list[str]], info: Mapping[str, str]) -> Content:
    blocks: list[Block] = []
    for number, page in enumerate(pages):
        kind = "scan" if number in scanned else "page"
        for count, words in enumerate(scanned.get(number, page), 1):
            blocks.append((words, ((kind, str(number + 1)), ("paragraph", f"{count} of page {number + 1}"))))  # type: ignore[arg-type]  # a literal
    text, parts = joined(blocks)
    layers = [name for name, used in (("text layer", any(pages)), (f"OCR by {_version()}", scanned)) if used]
    return Content(text, " and ".join(layers), _about(info), parts=parts)


def _about(info: Mapping[str, str]) -> About:
    made = _DATE.match(info.get("CreationDate", ""))
    day = "-".join(made.groups()[:3]) if made else ""
    time = "T" + ":".join(made.groups()[3:]) if made and made[4] else ""
    author = clean(info.get("Author", "")).strip()
    return About("properties", title=_title(info), author=author, captured=day + time)


def _title(info: Mapping[str, str]) -> str:
    """Return the title that the file claims, unless it is the name of a file."""
    title = " ".join(clean(info.get("Title", "")).split())
    return "" if re.search(r"\.\w{2,4}$|^https?:|^Microsoft Word", title) else title


def _loaded(data: bytes, file: str) -> dict[str, Any]:
    try:
        loaded: dict[str, Any] = json.loads(_worker(data))
    except subprocess.TimeoutExpired as error:
        raise UnreadableDocumentError(file, f"takes longer than {MAX_SECONDS:.0f} seconds to read") from error
    except (OSError, ValueError, RecursionError) as error:
        raise UnreadableDocumentError(file, "is a PDF that breaks the program that reads it") from error
    if "error" in loaded:
        password = "password" in loaded["error"].lower()
        reason = "is a PDF that wants a password" if password else "is a damaged PDF"
        raise UnreadableDocumentError(file, reason)
    return loaded


def _worker(data: bytes, *arguments: int) -> bytes:
    limits = (int(MAX_SECONDS * 0.8), MEMORY_MB)
    command = [sys.executable, "-I", str(_WORKER), *map(str, (*limits, *arguments))]
    seconds = MAX_SECONDS * 0.9  # before the time for the whole document is up
    return subprocess.run(command, input=data, capture_output=True, timeout=seconds, check=False).stdout  # noqa: S603  our own script


def _scanned(data: bytes, numbers: list[int]) -> Iterator[tuple[int, list[str]]]:
    """Yield the pages that OCR finds words on, as paragraphs."""
    for number in numbers:
        try:
            picture = _worker(data, DPI, number)
            text = _recognised(picture) if picture.startswith(b"P5") else ""
        except (OSError, subprocess.TimeoutExpired):
            continue
        blocks = (" ".join(clean(block).split()) for block in re.split(r"\n\s*\n", text))
        if found := [block for block in blocks if any(map(str.isalnum, block))]:
            yield number, found


def _recognised(picture: bytes) -> str:
    program = _tesseract()
    languages = "+".join(tag for tag in LANGUAGES if tag in _languages())
    command = [program, "stdin", "stdout", *(["-l", languages] if languages else [])]
    done = subprocess.run(command, input=picture, capture_output=True, timeout=MAX_SECONDS, check=False)  # noqa: S603
    return done.stdout.decode("utf-8", "replace")


def _tesseract() -> str:
    return shutil.which("tesseract") or ""


def _languages() -> frozenset[str]:
    return frozenset(_asked("--list-langs").split())


def _version() -> str:
    return " ".join(_asked("--version").split()[:2]) or "tesseract"


def _asked(option: str) -> str:
    try:
        done = subprocess.run([_tesseract(), option], capture_output=True, timeout=10, check=False)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return (done.stdout or done.stderr).decode("utf-8", "replace")


def _no_text() -> str:
    told = "OCR finds no words in it" if _tesseract() else "no OCR program (tesseract) is installed"
    return f"is a PDF without a text layer, and {told}"


def _ranges(numbers: list[int]) -> str:
    """Write page numbers as people do: `1-3, 7`."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    shown = [str(first) if first == last else f"{first}-{last}" for first, last in runs]
    return ", ".join(shown[:10]) + (", …" if len(shown) > 10 else "")
