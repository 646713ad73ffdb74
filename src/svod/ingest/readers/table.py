"""Tables of accounts: CSV, TSV, JSON Lines and JSON lists. Each row is a document."""

import csv
import io
import json
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files
from pathlib import PurePosixPath
from typing import Any

from svod.errors import UnreadableDocumentError
from svod.ingest.decoding import decode
from svod.ingest.readers.feed import day_of
from svod.ingest.readers.protocol import BY_NAME, UNCLAIMED, About, Content, Entry, Received
from svod.ingest.readers.texts import clean, with_head
from svod.model import INSIDE, Part, Span, Trouble

MAX_TABLE_BYTES = 500_000_000
COLUMN_NAMES: dict[str, list[str]] = tomllib.loads(
    files("svod.ingest.readers").joinpath("columns.toml").read_text("utf-8")
)
_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")
_Row = Mapping[str, str]


class Csv:
    """Tables with a head line; the comma, semicolon, tab or bar is told from it."""

    suffixes = (".csv", ".tsv")
    media_types = ("text/csv", "text/tab-separated-values")
    max_bytes = MAX_TABLE_BYTES

    def claims(self, _head: bytes) -> int:
        """Claim by name."""
        return BY_NAME

    def read(self, received: Received) -> Iterator[Entry | Trouble]:
        """Yield the rows.

        Raises:
            UnreadableDocumentError: If no column can be told to hold the text.
        """
        text, _ = decode(received.data(MAX_TABLE_BYTES), received.file)
        head = text.partition("\n")[0]
        mark = max(",;\t|", key=lambda sign: (head.count(sign), -",;\t|".index(sign)))
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=mark)
        yield from _entries(_csv_rows(rows, received.file), received)


class JsonRows:
    """JSON Lines, and JSON files that are a list of objects."""

    suffixes = (".jsonl", ".ndjson", ".json")
    media_types = ("application/x-ndjson", "application/json")
    max_bytes = MAX_TABLE_BYTES

    def claims(self, head: bytes) -> int:
        """Claim what begins like an object or a list."""
        start = head.lstrip(b"\xef\xbb\xbf \r\n\t")[:1]
        return BY_NAME if start in {b"{", b"["} else UNCLAIMED

    def read(self, received: Received) -> Iterator[Entry | Trouble]:
        """Yield the rows; a line that is no object is told and passed over.

        Raises:
            UnreadableDocumentError: If no key can be told to hold the text.
        """
        text, _ = decode(received.data(MAX_TABLE_BYTES), received.file)
        yield from _entries(_json_rows(text, received.file), received)


def _csv_rows(rows: Any, file: str) -> Iterator[tuple[int, _Row | Trouble]]:
    """Yield rows with their number; the head line is row 1, as spreadsheets count."""
    number = 1
    try:
        head = [clean(name).strip() for name in next(rows, [])]
        for number, cells in enumerate(rows, 2):
            if any(cell.strip() for cell in cells):
                yield number, {name: clean(cell) for name, cell in zip(head, cells, strict=False)}
    except csv.Error as error:
        yield number, Trouble(file, f"is no table from row {number + 1} on: {error}")


def _json_rows(text: str, file: str) -> Iterator[tuple[int, _Row | Trouble]]:
    if text.lstrip("\ufeff \r\n\t").startswith("["):
        yield from _json_list(text, file)
        return
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield number, _json_row(line, f"{file}:{number}")


def _json_list(text: str, file: str) -> Iterator[tuple[int, _Row | Trouble]]:
    try:
        loaded = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UnreadableDocumentError(file, "is not JSON") from error
    for number, one in enumerate(loaded, 1):
        yield (
            number,
            _flat(one) if isinstance(one, dict) else Trouble(f"{file}:{number}", "is not a JSON object"),
        )


def _json_row(line: str, where: str) -> _Row | Trouble:
    try:
        loaded = json.loads(line)
    except (ValueError, RecursionError):
        return Trouble(where, "is not JSON")
    return _flat(loaded) if isinstance(loaded, dict) else Trouble(where, "is not a JSON object")


def _flat(loaded: Mapping[str, Any]) -> _Row:
    """Return the fields that are text or numbers; of one that has a `name`, that."""
    named = {key: one.get("name") if isinstance(one, dict) else one for key, one in loaded.items()}
    return {
        clean(key): clean(str(one))
        for key, one in named.items()
        if isinstance(one, str | int | float) and not isinstance(one, bool)
    }


def _entries(rows: Iterable[tuple[int, _Row | Trouble]], received: Received) -> Iterator[Entry | Trouble]:
    stem = PurePosixPath(received.file.rpartition("/")[2]).stem
    taken: set[str] = set()
    found = False
    for number, row in rows:
        if isinstance(row, Trouble):
            yield row
            continue
        columns = _columns(row, received.columns)
        if "text" not in columns and "title" not in columns:
            continue
        found = True
        told = {field: row[column].strip() for field, column in columns.items()}
        if not (told.get("text") or told.get("title")):
            yield Trouble(f"{received.file}{INSIDE}{number}", "holds no words")
            continue
        yield _entry(number, row, told, f"{stem}-{number}", taken)
    if not found:
        told_how = "tell which with `columns` in a sidecar or --columns text=…"
        raise UnreadableDocumentError(
            received.file, f"has no column that is known to hold the text: {told_how}"
        )


def _entry(number: int, row: _Row, told: Mapping[str, str], name: str, taken: set[str]) -> Entry:
    about = About(
        evidence="columns",
        title=told.get("title", ""),
        author=told.get("author", ""),
        publisher=told.get("publisher", ""),
        published=day_of(told.get("published", "")),
        url=told.get("url", ""),
        language=told.get("language", "") if _TAG.fullmatch(told.get("language", "")) else "",
        genre=told.get("genre", ""),
    )
    content = with_head(about.title, told.get("text", ""), "utf-8", about, "title")
    whole = Part(Span(0, len(content.text)), "row", str(number))
    content = Content(content.text, "utf-8", about, parts=(whole, *content.parts))
    id_ = told.get("id") or name
    id_ = name if id_ in taken else id_
    taken.add(id_)
    return Entry(str(number), json.dumps(row, ensure_ascii=False, sort_keys=True).encode(), content, id_)


def _columns(row: _Row, mapping: str) -> dict[str, str]:
    """Return field → column: as told, else guessed by name."""
    told = dict(pair.split("=", 1) for pair in mapping.split(",") if "=" in pair)
    by_name = {re.sub(r"[\W_]", "", column.lower()): column for column in row}
    guessed = {
        field: by_name[name]
        for field, names in COLUMN_NAMES.items()
        if (name := next((name for name in names if name in by_name), ""))
    }
    return guessed | {field: column.strip() for field, column in told.items() if column.strip() in row}
