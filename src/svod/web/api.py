"""The data behind the pages: JSON in pages with an ETag, and CSV."""

import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, fields
from hashlib import sha256
from itertools import islice
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Query, Request, Response
from fastapi.responses import StreamingResponse
from pydantic import BaseModel

from svod.decisions import review_queue
from svod.export import TABLES, export
from svod.export.row import Row, Table
from svod.export.table import csv_lines
from svod.model import Decision, Record, Ruling
from svod.web.filters import Filter
from svod.web.visit import Asked, Visit, Visited

router = APIRouter(prefix="/api")

TableName = Literal[
    "disagreements",
    "documents",
    "entities",
    "events",
    "figures",
    "framing",
    "mentions",
    "promises",
    "silences",
    "statements",
    "troubles",
]
"""The tables of `svod export`, with the same fields."""


def _no_rows(_record: Record) -> Iterator[Row]:
    """Give nothing: the rows of these tables are no part of a record alone."""
    return iter(())


_QUEUE = Table(_no_rows, ("question", "about", "statements", "weight", "why"))
_DECISIONS = Table(
    _no_rows,
    (
        *(f"decision_{field.name}" for field in fields(Decision)),
        *(field.name for field in fields(Ruling) if field.name != "decision"),
    ),
)
# Lines of a sheet that are sent together.
_LINES = 200

_UNCHANGED: dict[int | str, dict[str, Any]] = {304: {"description": "Nothing has changed since."}}


@dataclass(frozen=True)
class Window:
    """Which rows are asked for."""

    offset: Annotated[int, Query(ge=0, le=1_000_000_000)] = 0
    limit: Annotated[int, Query(ge=1, le=1000)] = 100


class Case(BaseModel):
    """The case at a glance.

    Attributes:
        title: Title of the case.
        edition: New after every change of the record.
        counts: How many rows each table has.
    """

    title: str
    edition: str
    counts: dict[str, int]


class Page(BaseModel):
    """A page of a table.

    Attributes:
        total: Rows in all.
        offset: Rows before the first of these.
        next: Offset of the next page, or null behind the last.
        rows: Rows as `svod export` writes them.
    """

    total: int
    offset: int
    next: int | None
    rows: list[dict[str, Any]]


@router.get("/case")
def read_case(visit: Visited) -> Case:
    """Tell what the case holds."""
    record = visit.sections.record
    counts = {
        "documents": len(record.documents),
        "statements": len(record.statements),
        "events": len(record.events),
        "figures": len(record.series),
        "disagreements": len(record.disagreements),
    }
    return Case(title=visit.sections.publishable.title, edition=visit.desk.edition, counts=counts)


@router.get("/map.geojson", response_class=Response, responses=_UNCHANGED)
def read_map(visit: Visited) -> Response:
    """Return what has a place, as GeoJSON."""
    return _unless_known(visit) or _file(visit, "geojson", "application/geo+json")


@router.get("/queue")
def read_queue(visit: Visited, window: Annotated[Window, Depends()]) -> Page:
    """Return what waits for a decision, the weightiest first, as `svod decide CASE queue --json` does."""
    return _page(_waiting(visit), window)


@router.get("/decisions")
def read_decisions(visit: Visited, window: Annotated[Window, Depends()]) -> Page:
    """Return what people decided and what came of it, as `svod decide CASE list --json` does."""
    return _page(_rulings(visit), window)


@router.get("/queue.csv", response_class=Response, responses=_UNCHANGED)
def read_queue_csv(visit: Visited) -> Response:
    """Return what waits for a decision as CSV."""
    return _unless_known(visit) or _sheet(visit, "queue", _waiting(visit), _QUEUE)


@router.get("/decisions.csv", response_class=Response, responses=_UNCHANGED)
def read_decisions_csv(visit: Visited) -> Response:
    """Return what people decided and what came of it as CSV."""
    return _unless_known(visit) or _sheet(visit, "decisions", _rulings(visit), _DECISIONS)


@router.get("/{table}.csv", response_class=Response, responses=_UNCHANGED)
def read_csv(visit: Visited, table: TableName, asked: Asked) -> Response:
    """Return a table as CSV, safe to open in a spreadsheet. Filters hold for `events`."""
    return _unless_known(visit) or _sheet(visit, table, _rows(visit, table, asked), TABLES[table])


@router.get("/{table}", response_model=Page, responses=_UNCHANGED)
def read_table(
    visit: Visited,
    table: TableName,
    asked: Asked,
    window: Annotated[Window, Depends()],
    response: Response,
) -> Response | Page:
    """Return a page of a table. Filters hold for `events`."""
    if known := _unless_known(visit):
        return known
    response.headers["etag"] = _etag(visit)
    return _page(_rows(visit, table, asked), window)


def _page(rows: Sequence[dict[str, object]], window: Window) -> Page:
    following = window.offset + window.limit
    shown = islice(rows, window.offset, following)
    return Page(
        total=len(rows),
        offset=window.offset,
        next=following if following < len(rows) else None,
        rows=[_encodable(row) for row in shown],
    )


def _rows(visit: Visit, table: str, asked: Filter) -> Sequence[Row]:
    rows = visit.sections.rows(table)
    if table != "events" or asked == Filter():
        return rows
    kept = {entry.event.id for entry in visit.sections.picked(asked).entries}
    return [row for row in rows if row["id"] in kept]


def _sheet(visit: Visit, name: str, rows: Iterable[Row], table: Table) -> Response:
    """Send rows as CSV while they are written: a long table begins at once."""
    headers = {"content-disposition": f'attachment; filename="{name}.csv"', "etag": _etag(visit)}
    lines = csv_lines(rows, table)
    pieces = iter(lambda: "".join(islice(lines, _LINES)).encode(), b"")
    return StreamingResponse(pieces, media_type="text/csv; charset=utf-8", headers=headers)


def _waiting(visit: Visit) -> list[Row]:
    record = visit.sections.publishable
    is_whole = record is visit.sections.record
    queue = visit.desk.queue(visit.as_of) if is_whole else review_queue(record)
    return [_encodable(asdict(item)) for item in queue]


def _rulings(visit: Visit) -> list[Row]:
    return [_encodable(asdict(ruling)) for ruling in visit.sections.publishable.decisions]


def _file(visit: Visit, name: str, media_type: str) -> Response:
    stream = io.StringIO(newline="")
    export(visit.sections.publishable, name, stream)
    return Response(
        stream.getvalue().encode("utf-8", "replace"), media_type=media_type, headers={"etag": _etag(visit)}
    )


def _unless_known(visit: Visit) -> Response | None:
    """Return "not modified" to whoever has this answer already."""
    known = visit.request.headers.get("if-none-match", "")
    tags = [tag.strip() for tag in known.split(",")]
    return Response(status_code=304, headers={"etag": _etag(visit)}) if _etag(visit) in tags else None


def _etag(visit: Visit) -> str:
    request: Request = visit.request
    asked = f"{visit.desk.edition} {request.url.path}?{request.url.query}"
    return f'"{sha256(asked.encode()).hexdigest()[:24]}"'


def _encodable(value: Any) -> Any:
    """Replace lone surrogates, which JSON on a wire cannot hold."""
    match value:
        case str():
            return value.encode("utf-8", "replace").decode("utf-8")
        case dict():
            return {key: _encodable(item) for key, item in value.items()}
        case list() | tuple():
            return [_encodable(item) for item in value]
        case _:
            return value


assert set(TABLES) == set(TableName.__args__)  # type: ignore[attr-defined]  # Literal lists what exists
