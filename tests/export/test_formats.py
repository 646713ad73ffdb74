"""Every export keeps its promises on a made-up case."""

import csv
import io
import json
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest

from svod.export import FORMATS, TABLES, export, write_csv_folder
from svod.export.table import flatten, render_cell
from svod.model import Record

SCHEMA = json.loads(files("svod.export").joinpath("statement.schema.json").read_text("utf-8"))


def written(record: Record, name: str, *, as_csv: bool = False) -> str:
    stream = io.StringIO(newline="")
    export(record, name, stream, as_csv=as_csv)
    return stream.getvalue()


def rows(record: Record, name: str) -> list[dict]:
    return [json.loads(line) for line in written(record, name).split("\n") if line]


def backwards(record: Record) -> Record:
    return replace(
        record,
        statements=record.statements[::-1],
        mentions=record.mentions[::-1],
        labels=record.labels[::-1],
        troubles=record.troubles[::-1],
    )


def test_every_statement_keeps_the_schema(record: Record) -> None:
    validator = jsonschema.Draft202012Validator(SCHEMA)
    for row in rows(record, "statements"):
        assert not list(validator.iter_errors(row)), row


def test_statements_quote_their_document_to_the_letter(record: Record) -> None:
    texts = {document.id: document.text for document in record.documents}
    for row in rows(record, "statements"):
        assert texts[row["doc"]][row["start"] : row["end"]] == row["quote"]


def test_statements_are_sorted_by_document_and_offset(record: Record) -> None:
    keys = [(row["doc"], row["start"], row["end"]) for row in rows(record, "statements")]
    assert keys == sorted(keys)
    assert len(keys) == len(record.statements)


def test_a_statement_names_the_event_or_series_that_holds_it(record: Record) -> None:
    clusters = {row["id"]: row["cluster"] for row in rows(record, "statements")}
    for cluster in (*record.events, *record.series):
        assert {clusters[statement] for statement in cluster.statements} == {cluster.id}


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_the_order_of_what_comes_in_does_not_matter(record: Record, name: str) -> None:
    assert written(record, name) == written(backwards(record), name)


@pytest.mark.parametrize("name", sorted(TABLES))
def test_csv_has_a_column_for_every_key(record: Record, name: str) -> None:
    table = TABLES[name]
    for row in table.rows(record):
        items = row.pop(table.explode, []) if table.explode else []
        flat = [flatten(row), *(flatten({table.explode: item}) for item in items)]
        assert {key for part in flat for key, value in part.items() if value is not None} <= set(
            table.columns
        )


@pytest.mark.parametrize("name", sorted(TABLES))
def test_csv_has_its_header_even_for_an_empty_record(record: Record, name: str) -> None:
    empty = Record("", *((),) * 10)
    assert written(empty, name, as_csv=True) == ",".join(TABLES[name].columns) + "\n"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n"])
def test_a_cell_never_begins_like_a_formula(start: str) -> None:
    assert render_cell(f"{start}SUM(A1)") == f"'{start}SUM(A1)"
    assert render_cell([f"{start}1", "2"]).startswith("'")


def test_numbers_below_zero_stay_numbers() -> None:
    assert render_cell(-12.5) == "-12.5"


def test_a_disagreement_has_one_csv_line_a_side(record: Record) -> None:
    lines = list(csv.DictReader(io.StringIO(written(record, "disagreements", as_csv=True))))
    assert [line["sides_value"] for line in lines if line["id"] == "di-count"] == ["12", "14", "19"]


def test_dates_stay_the_text_that_they_were(record: Record) -> None:
    told = {row["id"]: row["when"] for row in rows(record, "statements")}
    assert told == {said.id: said.when for said in record.statements}


def test_line_separators_do_not_break_a_line(record: Record) -> None:
    odd = replace(record, labels=(replace(record.labels[0], words="a\u2028b\x85c"),))
    assert len(written(odd, "framing").splitlines()) == 1
    assert rows(odd, "framing")[0]["words"] == "a\u2028b\x85c"


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_half_a_surrogate_pair_stops_no_export(record: Record, name: str) -> None:
    first, *others = record.documents
    odd = replace(
        record,
        documents=(replace(first, title="torn \ud83d"), *others),
        labels=(replace(record.labels[0], words="\ud83d"),),
        events=(replace(record.events[0], title="\ud83d"),),
    )
    assert written(odd, name).encode("utf-8")
    if name in TABLES:
        assert written(odd, name, as_csv=True).encode("utf-8")


def test_adjectives_of_places_are_no_mentions(record: Record) -> None:
    [place] = [m for m in record.mentions if m.kind == "place"]
    odd = replace(record, mentions=(replace(place, detail="adjective"), *record.mentions))
    assert written(odd, "mentions") == written(record, "mentions")


def test_geojson_puts_longitude_first_and_loses_no_event(record: Record) -> None:
    features = json.loads(written(record, "geojson"))["features"]
    assert [f["id"] for f in features] == [cluster.id for cluster in (*record.events, *record.series)]
    by_id = {feature["id"]: feature for feature in features}
    for event in record.events:
        geometry = by_id[event.id]["geometry"]
        expected = event.where and [event.where.longitude, event.where.latitude]
        assert (geometry and geometry["coordinates"]) == expected


def test_a_region_is_told_apart_from_a_spot(record: Record) -> None:
    features = json.loads(written(record, "geojson"))["features"]
    kinds = {f["properties"]["place_kind"]: f["properties"]["area"] for f in features}
    assert kinds["facility"] is False
    assert all(f["properties"]["radius_km"] for f in features if f["geometry"])


def test_promises_hold_commitments_and_demands_with_their_origin(record: Record) -> None:
    promises = rows(record, "promises")
    assert {row["kind"] for row in promises} == {"commitment", "demand"}
    [pay] = [row for row in promises if row.get("amount")]
    assert (pay["amount"], pay["unit"], pay["due"], pay["origin"]) == (
        3000000,
        "KZT",
        "2024-04-01",
        "governor",
    )


def test_the_csv_folder_holds_every_table(record: Record, tmp_path: Path) -> None:
    files_written = write_csv_folder(record, tmp_path / "csv")
    assert [file.stem for file in files_written] == sorted(TABLES)
    text = (tmp_path / "csv" / "documents.csv").read_bytes()
    assert b"\r" not in text
    assert "Теңіз таңы" in text.decode("utf-8")


def test_a_known_body_has_its_public_identifier_and_a_person_none(record: Record) -> None:
    person, body = rows(record, "entities")
    assert (person["name"], person["wikidata"]) == ("Olzhas Berdin", None)
    assert body["wikidata"] == "Q81299"
