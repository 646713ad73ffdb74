"""The second clock: what was known on a day, from what had been published by then."""

import itertools
from datetime import date, timedelta
from pathlib import Path

import pytest

from svod.cli import run
from svod.model import Record
from svod.model.edtf import days
from svod.pipeline import record_as_of

FIRST, LAST = date(2022, 1, 3), date(2022, 1, 20)
DAYS = [FIRST + timedelta(days=n) for n in range((LAST - FIRST).days + 1)]


@pytest.fixture(scope="module")
def known(example_record: Record) -> dict[date, Record]:
    return {day: record_as_of(example_record, day) for day in DAYS}


def test_nothing_published_later_leaks_in(known: dict[date, Record]) -> None:
    for day, record in known.items():
        assert all(days(document.published)[1] <= day for document in record.documents)
        ids = {document.id for document in record.documents}
        assert {statement.citation.document for statement in record.statements} <= ids
        told = {
            d for cluster in (*record.events, *record.series) for d in (*cluster.documents, *cluster.silent)
        }
        assert told <= ids
        assert {mention.document for mention in record.mentions} <= ids
        assert {name for entity in record.entities for name in entity.documents} <= ids
        assert {label.document for label in record.labels} <= ids
        said = {statement.id for statement in record.statements}
        assert {key for d in record.disagreements for side in d.sides for key in side.statements} <= said


def test_the_record_only_grows(known: dict[date, Record]) -> None:
    for earlier, later in itertools.pairwise(DAYS):
        before = {statement.id for statement in known[earlier].statements}
        assert before <= {statement.id for statement in known[later].statements}


def test_before_the_first_account_nothing_is_known(known: dict[date, Record]) -> None:
    assert known[FIRST].statements == known[FIRST].events == known[FIRST].documents == ()


def test_on_the_last_day_all_dated_accounts_are_known(
    known: dict[date, Record], example_record: Record
) -> None:
    dated = [document.id for document in example_record.documents if document.published]
    assert [document.id for document in known[LAST].documents] == dated


def test_undated_accounts_are_listed_as_left_out(known: dict[date, Record]) -> None:
    assert any(t.file == "post-square.txt" and "not dated" in t.reason for t in known[LAST].troubles)


def test_a_day_that_is_none_is_wrong_usage(example_case: Path) -> None:
    assert run(["report", str(example_case), "--as-of", "yesterday"]) == 2
