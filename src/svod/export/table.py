"""CSV that is safe to open in a spreadsheet."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from typing import TextIO

from svod.export.jsonl import render_json
from svod.export.row import Row, Table
from svod.model import Record

# A cell that begins so is run as a formula by Excel, LibreOffice and Google
# Sheets. Source: OWASP, "CSV Injection".
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")


def write_csv(record: Record, table: Table, stream: TextIO) -> None:
    """Write a table as CSV: a header, then one line a row, with Unix line ends.

    Lists of words are joined by ` | `, lists of objects are JSON, except the
    one that the table explodes. Text that a spreadsheet would run as a
    formula gets an apostrophe before it; numbers stay numbers.
    """
    stream.writelines(csv_lines(table.rows(record), table))


def csv_lines(rows: Iterable[Row], table: Table) -> Iterator[str]:
    """Yield a table as CSV, as `write_csv` writes it, one line or row at a time."""
    line = io.StringIO(newline="")
    writer = csv.writer(line, lineterminator="\n")
    writer.writerow(table.columns)
    for row in rows:
        yield _taken(line)
        for flat in _exploded(row, table.explode):
            writer.writerow([render_cell(flat.get(column)) for column in table.columns])
    yield _taken(line)


def _taken(stream: io.StringIO) -> str:
    text = stream.getvalue()
    stream.seek(0)
    stream.truncate()
    return text


def render_cell(value: object) -> str:
    """Write one value for a cell; `None` is an empty cell."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case int() | float():
            return repr(value)
        case list():
            return _guard(_joined(value))
        case _:
            return _guard(str(value))


def flatten(row: Mapping[str, object], prefix: str = "") -> Row:
    """Lift the keys of nested objects: `{"by": {"text": …}}` to `by_text`."""
    flat: Row = {}
    for key, value in row.items():
        if isinstance(value, Mapping):
            flat |= flatten(value, f"{prefix}{key}_")
        else:
            flat[prefix + key] = value
    return flat


def _exploded(row: Row, key: str) -> Iterator[Row]:
    items = row.get(key)
    if not isinstance(items, list) or not items:
        yield flatten(row)
        return
    rest = {name: value for name, value in row.items() if name != key}
    for item in items:
        yield flatten(rest | {key: item})


def _joined(values: list[object]) -> str:
    if any(isinstance(value, Mapping) for value in values):
        return render_json(values)
    return " | ".join(map(str, values))


def _guard(text: str) -> str:
    text = text.encode("utf-8", "replace").decode("utf-8")  # no encoding holds half a surrogate pair
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text
