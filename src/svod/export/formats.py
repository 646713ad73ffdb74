"""The formats that a record can be written in."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import TextIO

from svod.export.account import DOCUMENTS, FRAMING, TROUBLES
from svod.export.cluster import DISAGREEMENTS, EVENTS, FIGURES
from svod.export.entity import ENTITIES
from svod.export.geojson import write_geojson
from svod.export.jsonl import write_jsonl
from svod.export.row import Table
from svod.export.silence import SILENCES
from svod.export.statement import MENTIONS, PROMISES, STATEMENTS
from svod.export.table import write_csv
from svod.model import Record

Exporter = Callable[[Record, TextIO], None]
"""Writes a record to a text stream opened as UTF-8 with `newline=""`."""

TABLES: Mapping[str, Table] = MappingProxyType(
    {
        "disagreements": DISAGREEMENTS,
        "documents": DOCUMENTS,
        "entities": ENTITIES,
        "events": EVENTS,
        "figures": FIGURES,
        "framing": FRAMING,
        "mentions": MENTIONS,
        "promises": PROMISES,
        "silences": SILENCES,
        "statements": STATEMENTS,
        "troubles": TROUBLES,
    }
)
"""Formats that are lists of rows, and so have a CSV twin."""


def _write_table(table: Table, record: Record, stream: TextIO) -> None:
    write_jsonl(table.rows(record), stream)


FORMATS: Mapping[str, Exporter] = MappingProxyType(
    {name: partial(_write_table, table) for name, table in TABLES.items()} | {"geojson": write_geojson}
)
"""All formats that go to one stream, by name; tables as JSON Lines."""


def export(record: Record, name: str, stream: TextIO, *, as_csv: bool = False) -> None:
    """Write a record in one format.

    Args:
        record: What to write.
        name: A key of `FORMATS`; of `TABLES` if `as_csv`.
        stream: Text stream opened as UTF-8 with `newline=""`.
        as_csv: CSV in place of JSON Lines.

    Raises:
        KeyError: If there is no such format, or none with a CSV twin.
    """
    if as_csv:
        write_csv(record, TABLES[name], stream)
    else:
        FORMATS[name](record, stream)


def write_csv_folder(record: Record, folder: Path) -> tuple[Path, ...]:
    """Write every table as `<name>.csv` into a folder, made if it is missing.

    Returns:
        The files written, sorted by name.
    """
    folder.mkdir(parents=True, exist_ok=True)
    files = tuple(folder / f"{name}.csv" for name in sorted(TABLES))
    for file in files:
        with file.open("w", encoding="utf-8", newline="") as stream:
            write_csv(record, TABLES[file.stem], stream)
    return files
