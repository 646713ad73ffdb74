"""PDF files: the text layer, page by page; scans by OCR where a program for it is installed."""

import json
import math
import re
import signal
import subprocess
import sys
from collections.abc import Collection, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from svod.errors import UnreadableDocumentError
from svod.ingest.readers.limits import PATIENCE, too_slow
from svod.ingest.readers.pdf_layout import Line, paragraphs
from svod.ingest.readers.protocol import BY_NAME, UNCLAIMED, About, Content, Received
from svod.ingest.readers.scans import DPI, Recogniser, find_recogniser, recognised
from svod.ingest.readers.texts import Block, clean, joined
from svod.model import Trouble

MAX_PDF_BYTES = 100_000_000
"""A scan of a hundred pages."""
MEMORY_MB = 2_000
_WORKER = Path(__file__).with_name("pdf_worker.py")
_TIME_IS_UP = getattr(signal, "SIGXCPU", 0) or -1  # no program ends by it where there is none
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
        loaded = _loaded(data, received)
        lines = [[Line(*line) for line in page] for page in loaded["pages"]]
        bare = [number for number, page in enumerate(paragraphs(lines)) if not page]
        recogniser = find_recogniser() if bare else None
        show = partial(_picture, data, received.seconds)
        scanned = dict(recognised(recogniser, bare, show, received.seconds)) if recogniser else {}
        pages = paragraphs([scanned.get(number, page) for number, page in enumerate(lines)])
        if not any(pages):
            raise UnreadableDocumentError(received.file, _no_text(recogniser))
        unread = [number + 1 for number in bare if number not in scanned]
        yield _content(pages, scanned, recogniser, loaded["info"])
        if unread:
            yield Trouble(received.file, f"has pages without text that were not read: {_ranges(unread)}")
        if loaded["count"] > len(pages):
            yield Trouble(received.file, f"has {loaded['count']:,} pages; only {len(pages):,} are read")


def _content(
    pages: list[list[str]], scanned: Collection[int], recogniser: Recogniser | None, info: Mapping[str, str]
) -> Content:
    blocks: list[Block] = []
    for number, page in enumerate(pages):
        kind = "scan" if number in scanned else "page"
        for count, words in enumerate(page, 1):
            blocks.append((words, ((kind, str(number + 1)), ("paragraph", f"{count} of page {number + 1}"))))  # type: ignore[arg-type]  # a literal
    text, parts = joined(blocks)
    printed = any(page for number, page in enumerate(pages) if number not in scanned)
    layers = ["text layer"] if printed else []
    layers += [f"OCR by {recogniser.version}"] if recogniser and scanned else []
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


def _loaded(data: bytes, received: Received) -> dict[str, Any]:
    file = received.file
    try:
        loaded: dict[str, Any] = json.loads(_worker(data, received.seconds))
    except subprocess.TimeoutExpired as error:
        raise UnreadableDocumentError(file, too_slow(received.seconds)) from error
    except (OSError, ValueError, RecursionError) as error:
        raise UnreadableDocumentError(file, "is a PDF that breaks the program that reads it") from error
    if "error" in loaded:
        password = "password" in loaded["error"].lower()
        reason = "is a PDF that wants a password" if password else "is a damaged PDF"
        raise UnreadableDocumentError(file, reason)
    return loaded


def _picture(data: bytes, seconds: float, number: int) -> bytes:
    return _worker(data, seconds, DPI, number)


def _worker(data: bytes, seconds: float, *arguments: int) -> bytes:
    """Return what the worker writes.

    Raises:
        subprocess.TimeoutExpired: If it takes longer than its seconds of the processor, or waits far longer.
    """
    limits = (math.ceil(seconds), MEMORY_MB)
    command = [sys.executable, "-I", str(_WORKER), *map(str, (*limits, *arguments))]
    most = 0.9 * PATIENCE * seconds  # before the time for the whole document is up
    done = subprocess.run(command, input=data, capture_output=True, timeout=most, check=False)  # noqa: S603  our own script
    if done.returncode == -_TIME_IS_UP:
        raise subprocess.TimeoutExpired(command, seconds)
    return done.stdout


def _no_text(recogniser: Recogniser | None) -> str:
    told = "OCR finds no words in it" if recogniser else "no OCR program (tesseract) is installed"
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
