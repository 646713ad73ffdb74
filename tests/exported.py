"""All that can be written from a case, as text by name: for tests of sameness."""

import io
from pathlib import Path

from svod.export import FORMATS, export, write_csv_folder, write_report
from svod.model import Record


def everything(record: Record, folder: Path) -> dict[str, str]:
    """Return every export, every table as CSV, and the report.

    Args:
        record: What to write.
        folder: Where the CSV tables may be written.
    """
    written = {name: _written(record, name) for name in FORMATS}
    written |= {file.name: file.read_text("utf-8") for file in write_csv_folder(record, folder)}
    report = io.StringIO(newline="")
    write_report(record, report)
    return written | {"report": report.getvalue()}


def differing(one: dict[str, str], other: dict[str, str]) -> list[str]:
    """Return the names under which two cases write different bytes."""
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


def _written(record: Record, name: str) -> str:
    stream = io.StringIO(newline="")
    export(record, name, stream)
    return stream.getvalue()
