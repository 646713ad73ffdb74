"""Paragraphs: the stretches of a text that no sentence crosses."""

import re
from collections.abc import Iterator

from svod.model import Span

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_DATELINE = re.compile(r"(?=[^\W\d_]{2})[^\n]{2,60}?(?:\([^()\n]{2,40}\)|/[^/\n]{2,40}/)\s*[-–—]+\s+(?=\S)")
"""Place, date and agency before the first sentence: `ROME, 5 May (Agency) - `."""
MAX_LENGTH = 20_000
"""Longest stretch handed to a parser at once, in code points: parsers need
memory in proportion, and no honest paragraph is longer."""


def find_paragraphs(text: str) -> Iterator[Span]:
    """Yield the paragraphs of a text in order, trimmed and never empty.

    A line break ends a paragraph unless the next line goes on in lower case,
    as hard-wrapped text does. A dateline stands by itself. Over-long stretches
    are cut at white space.
    """
    current: Span | None = None
    for match in _LINE.finditer(text):
        line = Span(*match.span())
        if not match[0].strip():
            continue
        if current and _goes_on(text, current, line):
            current = Span(current.start, line.end)
            continue
        if current:
            yield from _pieces(text, current)
        current = line
    if current:
        yield from _pieces(text, current)


def _goes_on(text: str, before: Span, line: Span) -> bool:
    gap = text[before.end : line.start]
    if gap.count("\n") > 1 or gap.strip("\r\n \t"):
        return False
    first = text[line.start : line.end].lstrip()[:1]
    return first.isalpha() and first.islower()


def _pieces(text: str, span: Span) -> Iterator[Span]:
    start = _behind_dateline(text, span)
    if start > span.start:
        yield from _trimmed(text, span.start, start)
    while span.end - start > MAX_LENGTH:
        cut = text.rfind(" ", start, start + MAX_LENGTH)
        cut = cut if cut > start else start + MAX_LENGTH
        yield from _trimmed(text, start, cut)
        start = cut
    yield from _trimmed(text, start, span.end)


def _behind_dateline(text: str, span: Span) -> int:
    first = text[span.start : span.end].split(maxsplit=1)[0].strip(",.")
    match = _DATELINE.match(text, span.start, span.end) if first.isupper() and len(first) > 1 else None
    return match.end() if match else span.start


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    chunk = text[start:end]
    if chunk.strip():
        left = len(chunk) - len(chunk.lstrip())
        yield Span(start + left, start + len(chunk.rstrip()))
