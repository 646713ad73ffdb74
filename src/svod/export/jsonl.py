"""JSON Lines: one object a line."""

import json
from collections.abc import Iterable
from typing import TextIO

from svod.export.row import Row

# Legal inside JSON text, but many readers take them for ends of lines.
_LINE_ENDS = str.maketrans({"\u2028": "\\u2028", "\u2029": "\\u2029", "\x85": "\\u0085"})


def write_jsonl(rows: Iterable[Row], stream: TextIO) -> None:
    """Write rows as JSON Lines, keys in their own order, letters unescaped."""
    stream.writelines(render_json(row) + "\n" for row in rows)


def render_json(value: object) -> str:
    """Write one JSON value without a line end inside."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False).translate(_LINE_ENDS)
