"""The part of reading a PDF that is left to native code, as a process of its own.

Run by path, so that it loads nothing of svod: `python pdf_worker.py SECONDS MEGABYTES [DPI PAGE…]`
with the file on standard input. Without pages it writes one JSON object: `info`, and `pages`, each a
list of lines `[text, left, bottom, right, top]` in points. With pages it writes the first of them as a
grey picture (PGM).
"""

import json
import sys
from contextlib import suppress
from typing import Any

MAX_PAGES = 3000
MAX_PAGE_CHARACTERS = 200_000
MAX_PIXELS = 60_000_000


def limit(seconds: int, megabytes: int) -> None:
    """Give this process no more time and memory than that, where the system can."""
    with suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415 - not on every system

        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
        resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))


def lines_of(page: Any) -> list[tuple[str, float, float, float, float]]:
    """Return the lines of a page with the box around each."""
    words = page.get_textpage()
    count = min(words.count_chars(), MAX_PAGE_CHARACTERS)
    text = words.get_text_range(0, count) if count else ""
    lines, at = [], 0
    for line in text.split("\n"):
        stripped = line.rstrip("\r")
        if stripped.strip():
            lines.append((stripped, *_box(words, at, at + len(stripped), count)))
        at += len(line) + 1
    return lines


def _box(words: Any, start: int, end: int, count: int) -> tuple[float, float, float, float]:
    """Return the box around the first and the last letters of a line: enough to tell its edges."""
    boxes = []
    for at in (*range(start, min(end, start + 4)), *range(max(start, end - 4), end)):
        with suppress(Exception):
            box = words.get_charbox(at) if at < count else (0, 0, 0, 0)
            if box[2] > box[0]:
                boxes.append(box)
    if not boxes:
        return 0.0, 0.0, 0.0, 0.0
    left, bottom, right, top = zip(*boxes, strict=True)
    return round(min(left), 1), round(min(bottom), 1), round(max(right), 1), round(max(top), 1)


def read(document: Any) -> dict[str, Any]:
    """Return what a document says of itself and the lines of its pages."""
    pages = []
    for number in range(min(len(document), MAX_PAGES)):
        try:
            pages.append(lines_of(document[number]))
        except Exception:  # noqa: BLE001 - one broken page must not cost the others
            pages.append([])
    return {"info": document.get_metadata_dict(), "pages": pages, "count": len(document)}


def picture(document: Any, number: int, dpi: int) -> bytes:
    """Return a page as a grey PGM picture."""
    page = document[number]
    width, height = page.get_size()
    scale = min(dpi / 72, (MAX_PIXELS / max(1.0, width * height)) ** 0.5)
    bitmap = page.render(scale=scale, grayscale=True)
    rows = bytes(bitmap.buffer)
    packed = b"".join(
        rows[y * bitmap.stride : y * bitmap.stride + bitmap.width] for y in range(bitmap.height)
    )
    return b"P5 %d %d 255\n" % (bitmap.width, bitmap.height) + packed


def main() -> None:
    """Do what the arguments say."""
    seconds, megabytes, *rest = map(int, sys.argv[1:])
    data = sys.stdin.buffer.read()
    import pypdfium2  # noqa: PLC0415 - loaded before memory is limited

    limit(seconds, megabytes)
    try:
        document = pypdfium2.PdfDocument(data)
        out = picture(document, rest[1], rest[0]) if rest else json.dumps(read(document)).encode()
    except pypdfium2.PdfiumError as error:
        out = json.dumps({"error": str(error)}).encode()
    sys.stdout.buffer.write(out)
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
