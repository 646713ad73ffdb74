"""Sections say what the record says, in the order that readers need."""

from dataclasses import replace
from datetime import date
from io import StringIO

import pytest

from svod.export.report.accounts import web_address
from svod.export.report.chronology import EventEntry, event_entries, grouped
from svod.export.report.differences import difference_views
from svod.export.report.figures import series_entries
from svod.export.report.framing import group_names
from svod.export.report.gaps import find_gaps
from svod.export.report.index import Index, index_record
from svod.export.report.ledgers import ledger
from svod.export.report.matrix import build_matrix, told_alone
from svod.export.report.page import write_report
from svod.export.report.timeline import build_timeline, uncertainty_bar
from svod.export.statement import promise_rows
from svod.model import Bearing, CommitmentClaim, Record
from svod.tongue import ENGLISH


@pytest.fixture
def index(record: Record) -> Index:
    return index_record(record)


@pytest.fixture
def entries(index: Index) -> list[EventEntry]:
    return event_entries(index)


def entry(entries: list[EventEntry], title: str) -> EventEntry:
    return next(e for e in entries if e.item.title == title)


def test_accounts_are_numbered_in_order_of_publication_undated_last(index: Index) -> None:
    assert list(index.accounts) == ["ministry", "wire", "digest", "tang", "feature", "letter"]


def test_days_come_in_order_and_the_undated_last(entries: list[EventEntry]) -> None:
    assert [group.heading for group in grouped(ENGLISH, entries)] == [
        "2021",
        "11 March 2024",
        "Between 11 and 13 March 2024",
        "12 March 2024",
        "15 March 2024",
        "By 20 March 2024",
        "No date can be told",
    ]


def test_events_are_numbered_as_they_are_read(entries: list[EventEntry]) -> None:
    read = [e.item.code for group in grouped(ENGLISH, entries) for e in group.entries]
    assert read == [f"E{n}" for n in range(1, len(entries) + 1)]


@pytest.mark.parametrize(
    ("title", "certainty"),
    [
        ("Ammonia tank bursts at the Sarybel works", "certain"),
        ("Kamysh is emptied", "certain"),
        ("The bridge is closed", "certain"),
        ("Relatives gather at the gates", "uncertain"),
        ("A case of negligence is opened", "uncertain"),
        ("Bread runs out", "undated"),
    ],
)
def test_certain_times_are_told_apart_from_uncertain_ones(
    entries: list[EventEntry], title: str, certainty: str
) -> None:
    assert entry(entries, title).timing.certainty == certainty


def test_denials_show_at_once(entries: list[EventEntry]) -> None:
    assert entry(entries, "Clashes at the works").flags == ("denied",)
    beating = entry(entries, "A neighbour is beaten at the gates")
    assert beating.flags[0].startswith("disputed")
    assert (beating.support.origins, beating.support.denying) == (("letter",), ("Sarybel fertiliser works",))


def test_the_strip_counts_days_and_keeps_the_past_apart(entries: list[EventEntry]) -> None:
    timeline = build_timeline(ENGLISH, entries, grouped(ENGLISH, entries), [date(2024, 3, 12)])
    assert timeline is not None
    assert (timeline.first, timeline.last) == (date(2024, 3, 11), date(2024, 3, 15))
    labels = [column.label for column in timeline.columns]
    assert labels[1] == "12 Mar: 7, 1 of them of uncertain time"


def test_what_is_planned_for_long_after_does_not_stretch_the_strip(entries: list[EventEntry]) -> None:
    last = max(entries, key=lambda one: one.timing.first if one.timing.first == one.timing.last else date.min)
    ahead = replace(last, timing=replace(last.timing, first=date(2025, 7, 1), last=date(2025, 7, 1)))
    plain = build_timeline(ENGLISH, entries, grouped(ENGLISH, entries), [date(2024, 3, 12)])
    timeline = build_timeline(ENGLISH, [*entries, ahead], grouped(ENGLISH, entries), [date(2024, 3, 12)])
    assert plain is not None
    assert timeline == replace(plain, left_out=plain.left_out + 1)


@pytest.mark.parametrize("published", [date.min, date.max])
def test_days_at_the_ends_of_the_calendar_break_no_strip(entries: list[EventEntry], published: date) -> None:
    assert build_timeline(ENGLISH, entries, grouped(ENGLISH, entries), [published]) is not None


def test_an_uncertain_event_has_a_bar_and_a_certain_one_has_none(entries: list[EventEntry]) -> None:
    timeline = build_timeline(ENGLISH, entries, grouped(ENGLISH, entries), [])
    opened = uncertainty_bar(entry(entries, "A case of negligence is opened"), timeline)
    assert opened is not None
    assert opened.width > 0
    assert uncertainty_bar(entry(entries, "Kamysh is emptied"), timeline) is None


def states(index: Index, title: str) -> dict[str, str]:
    matrix = build_matrix(index, event_entries(index))
    [row] = [row for row in matrix.rows if row.entry.item.title == title]
    ids = {number: document for document, number in index.accounts.items()}
    return {ids[a.number]: cell.state for a, cell in zip(matrix.columns, row.cells, strict=True)}


def test_the_matrix_tells_silence_from_denial(index: Index) -> None:
    assert states(index, "Kamysh is emptied")["tang"] == "silent"
    assert states(index, "A neighbour is beaten at the gates")["wire"] == "denies"


def test_who_published_before_an_event_could_not_know(record: Record) -> None:
    late = replace(record.events[1], when="2024-03-18")
    index = index_record(replace(record, events=(late,)))
    assert states(index, late.title)["digest"] == "silent"  # the record says so, and it decides
    other = replace(record.events[4], id="other")
    quiet = index_record(replace(record, events=(replace(late, silent=()), other)))
    assert states(quiet, late.title)["digest"] == "before"


def test_an_account_that_concerns_no_shared_event_has_no_column(record: Record) -> None:
    index = index_record(replace(record, events=(record.events[9],)))
    matrix = build_matrix(index, event_entries(index))
    assert [account.name for account in matrix.columns] == ["Caspian Wire", "letter"]
    assert len(matrix.others) == 4


def test_a_reprint_is_no_second_report(record: Record) -> None:
    documents = tuple(replace(d, reprint_of="ministry") if d.id == "digest" else d for d in record.documents)
    assert (
        states(index_record(replace(record, documents=documents)), "Kamysh is emptied")["digest"]
        == "reprints"
    )


def test_every_event_is_in_the_matrix_or_told_alone(index: Index, entries: list[EventEntry]) -> None:
    shared = [row.entry.item for row in build_matrix(index, entries).rows]
    alone = [item for row in told_alone(index, entries) for item in row.items]
    assert sorted(item.code for item in (*shared, *alone)) == sorted(e.item.code for e in entries)


def test_a_figure_keeps_comparator_status_and_place_on_the_axis(index: Index) -> None:
    [killed] = [e for e in series_entries(index) if e.series.measure == "killed"]
    assert killed.range == "12–19"
    marks = {row.value: (row.mark.shape, row.status) for row in killed.rows}
    assert marks["at least 9"] == ("at_least", "withdrawn")
    assert marks["19"] == ("dot", "standing")
    positions = [row.mark.low for row in killed.rows if row.mark.shape == "dot"]
    assert all(0 <= position <= 100 for position in positions)


def test_what_is_not_comparable_stands_apart(index: Index) -> None:
    real, incomparable = difference_views(index)
    assert [item.number for item in (*real, *incomparable)] == [1, 2, 3, 4, 5]
    assert [item.anchor for item in incomparable] == ["x-di-scope"]


def test_the_same_word_in_two_languages_is_two_names(index: Index) -> None:
    [forces] = [group for group in group_names(index) if group.group == "security forces"]
    assert [(name.words, name.language, name.count) for name in forces.names] == [
        ("police", "en", 2),
        ("полиция", "kk", 1),
    ]


def test_a_promise_keeps_its_sum_and_its_day(index: Index) -> None:
    [pay] = [promise for promise in ledger(index, "commitment") if promise.amount]
    assert (pay.amount, pay.due, pay.beneficiary) == ("3 million KZT", "1 April 2024", "bereaved families")


def test_what_no_cluster_holds_is_still_listed(record: Record) -> None:
    bare = index_record(replace(record, events=(), series=()))
    loose = find_gaps(bare, []).loose
    assert len(loose) == sum(said.kind in ("event", "figure") for said in record.statements)
    assert len({one.item.code for one in loose}) == len(loose)


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "//host/x", "https://", "http://[", ""]
)
def test_only_web_addresses_become_links(url: str) -> None:
    assert web_address(url) == ""


def test_what_later_statements_say_on_a_promise_stands_under_it(record: Record) -> None:
    [pay] = [s for s in record.statements if isinstance(s.claim, CommitmentClaim) and s.claim.amount]
    other = next(s for s in record.statements if s.kind == "event")
    linked = replace(record, bearings=(Bearing(pay.id, other.id, "done"),))
    [entry] = [entry for entry in ledger(index_record(linked), "commitment") if entry.later]
    assert [(one.how, one.quote.text) for one in entry.later] == [
        ("Told as done later:", other.citation.quote)
    ]
    rows = {str(row["id"]): row["bearing"] for row in promise_rows(linked)}
    assert rows.pop(pay.id) == [{"statement": other.id, "how": "done"}]
    assert set(map(str, rows.values())) == {"[]"}
    stream = StringIO()
    write_report(linked, stream)
    assert "Told as done later:" in stream.getvalue()
