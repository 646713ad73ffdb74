"""The data behind the pages: JSON in pages with an ETag, and CSV."""

import io
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from hashlib import sha256
from itertools import islice
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Query, Request, Response
from pydantic import BaseModel

from svod.decisions import review_queue
from svod.export import TABLES, export
from svod.model import Record
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
    record = visit.sections.publishable
    is_whole = record is visit.sections.record
    queue = visit.desk.queue(visit.as_of) if is_whole else review_queue(record)
    return _page([asdict(item) for item in queue], window)


@router.get("/decisions")
def read_decisions(visit: Visited, window: Annotated[Window, Depends()]) -> Page:
    """Return what people decided and what came of it, as `svod decide CASE list --json` does."""
    return _page([asdict(ruling) for ruling in visit.sections.publishable.decisions], window)


@router.get("/{table}.csv", response_class=Response, responses=_UNCHANGED)
def read_csv(visit: Visited, table: TableName, asked: Asked) -> Response:
    """Return a table as CSV, safe to open in a spreadsheet. Filters hold for `events`."""
    if known := _unless_known(visit):
        return known
    stream = io.StringIO(newline="")
    export(_filtered(visit, table, asked), table, stream, as_csv=True)
    headers = {"content-disposition": f'attachment; filename="{table}.csv"', "etag": _etag(visit)}
    return Response(stream.getvalue().encode(), media_type="text/csv; charset=utf-8", headers=headers)


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
    return _page(list(TABLES[table].rows(_filtered(visit, table, asked))), window)


def _page(rows: Sequence[dict[str, object]], window: Window) -> Page:
    following = window.offset + window.limit
    shown = islice(rows, window.offset, following)
    return Page(
        total=len(rows),
        offset=window.offset,
        next=following if following < len(rows) else None,
        rows=[_encodable(row) for row in shown],
    )


def _filtered(visit: Visit, table: str, asked: Filter) -> Record:
    record = visit.sections.publishable
    if table != "events" or asked == Filter():
        return record
    picked = asked.picked(visit.sections.index, visit.sections.entries)
    kept = {entry.event.id for entry in picked}
    return replace(record, events=tuple(event for event in record.events if event.id in kept))


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
