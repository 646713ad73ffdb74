"""JSON Lines: one object a line."""

import json
import re
from collections.abc import Iterable
from typing import TextIO

from svod.export.row import Row

# Legal inside JSON text; but many readers take the first three for ends of
# lines, and no encoding holds halves of surrogate pairs.
_AWKWARD = re.compile("[\u2028\u2029\x85\ud800-\udfff]")


def write_jsonl(rows: Iterable[Row], stream: TextIO) -> None:
    """Write rows as JSON Lines, keys in their own order, letters unescaped."""
    stream.writelines(render_json(row) + "\n" for row in rows)


def render_json(value: object, *, indent: int | None = None) -> str:
    """Write one JSON value; without `indent` there is no line end inside."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, indent=indent)
    return _AWKWARD.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
