"""The data behind the pages."""

import csv
import io
import json
from typing import Any

import httpx
import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings

from svod.export import TABLES
from svod.model import Record


@pytest.mark.parametrize("table", sorted(TABLES))
def test_pages_of_a_table_make_up_the_whole(reader: httpx.Client, example_record: Record, table: str) -> None:
    rows: list[dict[str, Any]] = []
    following: int | None = 0
    while following is not None:
        answer = reader.get(f"/api/{table}", params={"offset": following, "limit": 70}).json()
        rows += answer["rows"]
        following = answer["next"]
    whole = [json.loads(json.dumps(row)) for row in TABLES[table].rows(example_record)]
    assert rows == whole
    assert answer["total"] == len(whole)


def test_a_table_is_a_sheet_as_well(reader: httpx.Client, example_record: Record) -> None:
    rows = list(csv.DictReader(io.StringIO(reader.get("/api/events.csv").text)))
    assert {row["id"] for row in rows} == {event.id for event in example_record.events}


@pytest.mark.parametrize("name", ["queue", "decisions"])
def test_what_waits_and_what_was_decided_are_sheets_as_well(reader: httpx.Client, name: str) -> None:
    data = reader.get(f"/api/{name}", params={"limit": 1000}).json()
    rows = list(csv.DictReader(io.StringIO(reader.get(f"/api/{name}.csv").text)))
    assert len(rows) == data["total"]
    assert [row["why"].lstrip("'") for row in rows[:50]] == [row["why"] for row in data["rows"][:50]]


def test_what_has_not_changed_is_not_sent_again(reader: httpx.Client) -> None:
    first = reader.get("/api/statements")
    again = reader.get("/api/statements", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    other = reader.get("/api/statements?limit=2", headers={"if-none-match": first.headers["etag"]})
    assert other.status_code == 200


@pytest.mark.parametrize("query", ["limit=0", "limit=1001", "offset=-1", "as_of=2022-13-01", "limit=x"])
def test_a_question_that_makes_no_sense_is_told_so(reader: httpx.Client, query: str) -> None:
    answer = reader.get(f"/api/events?{query}")
    assert answer.status_code == 422
    assert query.split("=", maxsplit=1)[0] in answer.json()["detail"]


def test_no_question_breaks_the_server(reader: httpx.Client) -> None:
    schema = schemathesis.openapi.from_dict(reader.get("/api/openapi.json").json())
    operations = [found.ok() for found in schema.get_all_operations()]
    assert {operation.path for operation in operations} >= {"/api/{table}", "/api/{table}.csv", "/api/case"}
    for operation in operations:

        @settings(max_examples=20, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
        @given(operation.as_strategy())
        def ask(case: Any) -> None:
            answer = reader.request(case.method, case.formatted_path, params=case.query)
            assert answer.status_code < 500

        ask()
