"""Accounts that people remove: out of the record with all they say, kept in the case, back by an undo. Composed texts."""

import json
from collections.abc import Callable, Sequence
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from svod.cli import run
from svod.deciding import decide, preview, redecide, undo
from svod.decisions import Request, review_queue
from svod.errors import InvalidDecisionError, UnknownReferenceError
from svod.export import FORMATS, export, write_report
from svod.export.explain import explain_reference
from svod.model import Record
from svod.pipeline import compile_case, record_as_of
from svod.publishing import published
from svod.store import read_record, verify_case
from svod.tongue import ENGLISH

TEXTS = {
    "wire": "TARAZ, 7 May 2024. Flood water broke a dam above Taraz on 6 May 2024. Twelve people were killed,"
    " the mayor said. Protesters burned the town hall in Taraz on 7 May 2024.\n",
    "paper": "8 May 2024. Police detained 40 people in Shymkent on 7 May 2024. Nobody was hurt, a clerk said.\n",
    "stray": "9 May 2024. A ferry named Quillowhit sank off Aktau on 3 May 2024. Nine sailors drowned there.\n",
}
PUBLISHED = {"wire": "2024-05-07", "paper": "2024-05-08", "stray": "2024-05-09"}
WHY = "of another disaster"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "in"
    path.mkdir()
    for name, text in TEXTS.items():
        (path / f"{name}.txt").write_text(text)
    lines = [json.dumps({"file": f"{name}.txt", "published": day}) for name, day in PUBLISHED.items()]
    (path / "documents.jsonl").write_text("\n".join(lines))
    return path


@pytest.fixture
def case(folder: Path, tmp_path: Path) -> Path:
    compile_case([folder], tmp_path / "dam.case", workers=1)
    return tmp_path / "dam.case"


def remove(case: Path, *documents: str, reason: str = WHY) -> Record:
    return decide(
        case, [Request("remove", documents, reason=reason)], by="Dana", at="2024-06-01T10:00:00Z"
    ).after


def ids(record: Record) -> list[str]:
    return [document.id for document in record.documents]


def said(record: Record, document: str) -> list[str]:
    return [s.id for s in record.statements if s.citation.document == document]


def bytes_of(case: Path) -> bytes:
    return (case / "record.sqlite").read_bytes()


def test_it_leaves_the_record_with_all_that_it_says(case: Path) -> None:
    before = read_record(case)
    after = remove(case, "stray")
    assert ids(after) == ["paper", "wire"]
    assert said(before, "stray")
    assert not said(after, "stray")
    assert not [m for m in after.mentions if m.document == "stray"]
    assert all("stray" not in event.documents + event.silent for event in after.events)
    assert read_record(case) == after
    assert verify_case(case) == ()


def test_no_export_and_no_report_tells_what_it_said(case: Path) -> None:
    record = published(remove(case, "stray"))
    written = StringIO()
    write_report(record, written, ENGLISH)
    told = [written.getvalue()]
    for name in FORMATS:
        stream = StringIO()
        export(record, name, stream)
        told.append(stream.getvalue())
    assert not any("Quillowhit" in one or "drowned" in one for one in told)
    assert record.removed == ()


def test_the_original_stays_and_the_record_tells_who_removed_it_and_why(case: Path) -> None:
    [original] = [d.original for d in read_record(case).documents if d.id == "stray"]
    after = remove(case, "stray")
    assert (case / "originals" / original[:2] / original).read_text() == TEXTS["stray"]
    [trouble] = after.troubles
    assert trouble.file == "stray.txt"
    assert trouble.reason == f"was removed by Dana, 2024-06-01T10:00:00Z, decision 1: {WHY}"
    told = explain_reference(after, "stray")
    assert told["removed"] == [f"1 remove by Dana, 2024-06-01T10:00:00Z: {WHY}"]


def test_an_undo_brings_back_the_same_record(case: Path) -> None:
    before = read_record(case)
    remove(case, "stray")
    after = undo(case, 1, by="Dana").after
    assert (after.documents, after.statements, after.mentions) == (
        before.documents,
        before.statements,
        before.mentions,
    )
    assert (after.events, after.series, after.troubles) == (before.events, before.series, before.troubles)
    assert after.removed == ()
    undo(case, 2, by="Dana")
    assert ids(read_record(case)) == ["paper", "wire"]


def test_it_survives_a_recompile_byte_for_byte(case: Path, folder: Path) -> None:
    remove(case, "stray")
    decided = bytes_of(case)
    (case / "record.sqlite").unlink()
    compile_case([folder], case, workers=1)
    assert bytes_of(case) == decided
    redecide(case)
    assert bytes_of(case) == decided


@pytest.mark.parametrize("name", ["stray.txt", "again.txt"])
def test_the_same_bytes_stay_out_when_they_come_again(case: Path, tmp_path: Path, name: str) -> None:
    remove(case, "stray")
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / name).write_text(TEXTS["stray"])
    record = compile_case([tmp_path / "more" / name], case, workers=1)
    assert ids(record) == ["paper", "wire"]
    told = {trouble.file: trouble.reason for trouble in record.troubles}
    assert told["stray.txt"].startswith("was removed by Dana")
    assert name == "stray.txt" or told[name] == "same bytes as stray.txt"


def test_other_bytes_under_its_name_are_a_new_account(case: Path, tmp_path: Path) -> None:
    remove(case, "stray")
    (tmp_path / "stray.txt").write_text("10 May 2024. Rescue teams found two sailors alive near Aktau.\n")
    record = compile_case([tmp_path / "stray.txt"], case, workers=1)
    assert len(record.documents) == 3
    assert [one.document.id for one in record.removed] == ["stray"]


def test_what_was_decided_on_its_statements_waits_until_it_comes_back(case: Path) -> None:
    first, *_ = said(read_record(case), "stray")
    decide(case, [Request("reject", (first,))], by="Dana")
    after = remove(case, "stray")
    ruling = after.decisions[0]
    assert (ruling.status, ruling.why) == ("overruled", "its account was removed by decision 2")
    assert not [item for item in review_queue(after) if item.question == "still_found"]
    back = undo(case, 2, by="Dana").after
    assert [s.id for s in back.rejected] == [first]
    assert back.decisions[0].status == "holds"


def test_a_copy_of_what_was_removed_is_a_copy_no_longer(case: Path, tmp_path: Path) -> None:
    long = " ".join(f"Warden {n} counted {n + 20} tents beside the dam on day {n}." for n in range(1, 40))
    for name, day in (("first", "2024-05-10"), ("copy", "2024-05-12")):
        (tmp_path / f"{name}.txt").write_text(f"{long} {name}.\n")
        with (tmp_path / "documents.jsonl").open("a") as stream:
            stream.write(json.dumps({"file": f"{name}.txt", "published": day}) + "\n")
    record = compile_case([tmp_path / "first.txt", tmp_path / "copy.txt"], case, workers=1)
    copies = {d.id: d.reprint_of for d in record.documents}
    assert copies["copy"] == "first"
    after = remove(case, "first")
    assert {d.id: d.reprint_of for d in after.documents}["copy"] is None
    assert {d.id: d.reprint_of for d in undo(case, 1, by="Dana").after.documents} == copies


def test_as_of_a_day_it_is_out_too(case: Path) -> None:
    remove(case, "wire")
    assert ids(record_as_of(read_record(case), date(2024, 5, 8))) == ["paper"]
    assert [one.document.id for one in record_as_of(read_record(case), date(2024, 5, 8)).removed] == ["wire"]
    assert record_as_of(read_record(case), date(2024, 5, 6)).removed == ()


def test_its_bytes_lost_the_decision_says_so(case: Path, folder: Path, tmp_path: Path) -> None:
    remove(case, "stray")
    other = tmp_path / "other.case"
    compile_case([folder / "wire.txt"], other, workers=1)
    (other / "journal.jsonl").write_bytes((case / "journal.jsonl").read_bytes())
    record = redecide(other)
    assert record.decisions[0].why == "its account is no longer in the case"


def refused(case: Path, *about: str) -> Callable[[], object]:
    return lambda: preview(case, [Request("remove", about)])


@pytest.mark.parametrize(
    ("about", "error"), [((), InvalidDecisionError), (("nothing",), UnknownReferenceError)]
)
def test_what_cannot_be_removed_is_refused(case: Path, about: Sequence[str], error: type[Exception]) -> None:
    with pytest.raises(error):
        refused(case, *about)()


def test_a_statement_is_no_account_and_nothing_is_removed_twice(case: Path) -> None:
    with pytest.raises(InvalidDecisionError, match="is no account"):
        refused(case, said(read_record(case), "wire")[0])()
    remove(case, "wire")
    with pytest.raises(InvalidDecisionError, match="wire is removed already"):
        refused(case, "wire")()


def answer(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    assert run([*arguments, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_the_command_removes_and_list_verify_and_explain_tell_it(
    case: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tried = answer(capsys, "remove", str(case), "stray", "--dry-run")
    assert {"what": "account", "how": "gone"}.items() <= tried["changes"][0].items()
    answer(capsys, "remove", str(case), "stra", "--by", "Dana", "--reason", WHY)
    listed = answer(capsys, "list", str(case))
    assert [row["doc"] for row in listed["documents"]] == ["paper", "wire"]
    [row] = listed["removed"]
    assert (row["doc"], row["by"], row["decision"], row["reason"]) == ("stray", "Dana", 1, WHY)
    assert answer(capsys, "verify", str(case))["removed"] == [row]
    assert "1 remove by Dana" in answer(capsys, "explain", str(case), "stray")["removed"][0]
    assert run(["list", str(case)]) == 0
    assert "stray  removed by Dana" in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [[], ["stray"]])
def test_the_command_wants_a_document_and_a_name(case: Path, arguments: list[str]) -> None:
    assert run(["remove", str(case), *arguments]) == 2
