"""Events, figures and disagreements as rows."""

from collections.abc import Iterator

from svod.export.row import PLACE_COLUMNS, Row, Table, place_object, plain_number
from svod.model import Answer, Disagreement, Event, Reading, Record, Series, Side


def event_rows(record: Record) -> Iterator[Row]:
    """Yield one row per event, in the record's order: by time, then id."""
    return (_event_row(event) for event in record.events)


def figure_rows(record: Record) -> Iterator[Row]:
    """Yield one row per series of figures, by measure, object and id."""
    return (_series_row(series) for series in record.series)


def disagreement_rows(record: Record) -> Iterator[Row]:
    """Yield one row per disagreement, by kind, then id, each with its sides."""
    return (_disagreement_row(item) for item in record.disagreements)


def _event_row(event: Event) -> Row:
    return {
        "id": event.id,
        "title": event.title,
        "type": event.type,
        "when": event.when,
        "where": place_object(event.where),
        **_support(event),
        "denied_by": list(event.denied_by),
        "silent": list(event.silent),
        "answers": [_answer_object(answer) for answer in event.answers],
        "why": list(event.why),
    }


def _series_row(series: Series) -> Row:
    return {
        "id": series.id,
        "title": series.title,
        "measure": series.measure,
        "of": series.of,
        "unit": series.unit or None,
        "when": series.when,
        "where": place_object(series.where),
        "low": plain_number(series.low),
        "high": plain_number(series.high),
        **_support(series),
        "silent": list(series.silent),
        "readings": [_reading_object(reading) for reading in series.readings],
        "answers": [_answer_object(answer) for answer in series.answers],
        "why": list(series.why),
    }


def _disagreement_row(item: Disagreement) -> Row:
    return {
        "id": item.id,
        "kind": item.kind,
        "about": list(item.about),
        "severity": item.severity,
        "why": item.why,
        "sides": [_side_object(side) for side in item.sides],
    }


def _support(cluster: Event | Series) -> Row:
    return {
        "statements": list(cluster.statements),
        "documents": list(cluster.documents),
        "origins": list(cluster.origins),
    }


def _answer_object(answer: Answer) -> Row:
    return {
        "attribute": answer.attribute,
        "value": answer.value,
        "statements": list(answer.statements),
        "origins": list(answer.origins),
        "shown": answer.shown,
        "why": answer.why,
    }


def _reading_object(reading: Reading) -> Row:
    return {
        "statement": reading.statement,
        "doc": reading.document,
        "published": reading.published,
        "origin": reading.origin,
        "low": plain_number(reading.low),
        "high": plain_number(reading.high),
        "status": reading.status,
    }


def _side_object(side: Side) -> Row:
    return {"value": side.value, "statements": list(side.statements), "origins": list(side.origins)}


_SUPPORT = ("statements", "documents", "origins")
_READING = tuple(
    f"readings_{key}" for key in ("statement", "doc", "published", "origin", "low", "high", "status")
)
_SIDE = tuple(f"sides_{key}" for key in ("value", "statements", "origins"))

EVENTS = Table(
    event_rows,
    ("id", "title", "type", "when", *PLACE_COLUMNS, *_SUPPORT, "denied_by", "silent", "answers", "why"),
)
FIGURES = Table(
    figure_rows,
    (
        *("id", "title", "measure", "of", "unit", "when", *PLACE_COLUMNS, "low", "high"),
        *(*_SUPPORT, "silent", *_READING, "answers", "why"),
    ),
    explode="readings",
)
DISAGREEMENTS = Table(disagreement_rows, ("id", "kind", "about", "severity", "why", *_SIDE), explode="sides")
