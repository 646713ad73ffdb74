"""Golden tables: a row is `text ⇒ what is right`, `?[why]` before one that is not read yet."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

_OPEN = re.compile(r"(?:\?\[(.+)\] )?(.*)")


def rows(file: Path, tag: str) -> Iterator[object]:
    """Yield one parameter set a row: tag, text, what is right."""
    for line in file.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            row = _OPEN.fullmatch(line)
            assert row
            text, _, expected = row[2].partition(" ⇒")
            marks = [pytest.mark.xfail(strict=True, reason=row[1])] if row[1] else []
            yield pytest.param(tag, text, expected.strip(), marks=marks, id=text[:40])


def unmark(text: str) -> tuple[str, int, int]:
    """Return a text without its ⟦⟧, and where they stood."""
    start, end = text.index("⟦"), text.index("⟧") - 1
    return text.replace("⟦", "").replace("⟧", ""), start, end
