"""People decide last: decisions take effect at once, hold through recompiles, and can be undone. Composed texts."""

import json
import multiprocessing
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from svod.cli import run
from svod.deciding import Outcome, decide, preview, redecide, undo
from svod.decisions import Request
from svod.errors import DamagedCaseError, InvalidDecisionError, UnknownReferenceError
from svod.export.explain import explain_reference
from svod.export.statement import statement_rows
from svod.model import EventClaim, Record, Span, Statement
from svod.pipeline import compile_case, record_as_of, weigh
from svod.store import read_journal, read_record, verify_case

TEXTS = {
    "wire": "TARAZ, 7 May 2024. Flood water broke a dam above Taraz on 6 May 2024. Twelve people were killed,"
    " the mayor said. Protesters burned the town hall in Taraz on 7 May 2024.\n",
    "paper": "8 May 2024. Twelve people were killed when a dam broke above Taraz on 6 May 2024. Protesters set"
    " fire to the town hall in Taraz on 7 May 2024. Police detained 40 people in Shymkent on 7 May 2024.\n",
}
PUBLISHED = {"wire": "2024-05-07", "paper": "2024-05-08", "later": "2024-05-09"}
LATER = "9 May 2024. At least 15 people were killed in Taraz. Police detained 40 people in Shymkent on 7 May 2024.\n"


@pytest.fixture(scope="module")
def pristine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pristine")
    for name, text in TEXTS.items():
        write(folder, name, text)
    compile_case([folder / f"{name}.txt" for name in TEXTS], folder / "dam.case", workers=1)
    return folder / "dam.case"


@pytest.fixture
def case(pristine: Path, tmp_path: Path) -> Path:
    target = tmp_path / "dam.case"
    for path in sorted(pristine.rglob("*")):
        to = target / path.relative_to(pristine)
        to.mkdir(parents=True) if path.is_dir() else (
            to.parent.mkdir(parents=True, exist_ok=True),
            to.write_bytes(path.read_bytes()),
        )
    return target


def write(folder: Path, name: str, text: str) -> None:
    (folder / f"{name}.txt").write_text(text)
    if day := PUBLISHED.get(name):
        with (folder / "documents.jsonl").open("a") as stream:
            stream.write(json.dumps({"file": f"{name}.txt", "published": day}) + "\n")


def add(case: Path, name: str, text: str) -> Record:
    write(case.parent, name, text)
    return compile_case([case.parent / f"{name}.txt"], case, workers=1)


def said(record: Record, quote: str, kind: str = "event") -> Statement:
    return next(s for s in record.statements if quote in s.citation.quote and s.kind == kind)


def made(case: Path, action: str, *about: str, **fields: object) -> Outcome:
    return decide(case, [Request(action, about, **fields)], by="Dana")  # type: ignore[arg-type]  # words of a test


def home(record: Record, statement: Statement) -> str:
    return next(c.id for c in (*record.events, *record.series) if statement.id in c.statements)


def test_a_correction_takes_effect_at_once_and_keeps_the_id(case: Path) -> None:
    fire = said(read_record(case), "burned the town hall")
    made(case, "correct", fire.id[:8], changes=(("type", "attack"), ("where", "Shymkent")))
    now = {s.id: s for s in read_record(case).statements}[fire.id]
    assert isinstance(now.claim, EventClaim)
    assert (now.claim.type, now.where and now.where.name) == ("attack", "Shymkent")
    assert now.citation == fire.citation
    assert verify_case(case) == ()


def test_a_correction_says_so_wherever_the_statement_is_told(case: Path) -> None:
    fire = said(read_record(case), "burned the town hall")
    after = made(case, "correct", fire.id, changes=(("type", "attack"),), reason="stones").after
    row = next(row for row in statement_rows(after) if row["id"] == fire.id)
    assert str(row["extractor"]).endswith("; corrected by Dana (decision 1): type")
    told = explain_reference(after, fire.id)
    assert told["by hand"] == "corrected by Dana (decision 1): type"
    assert "'type': 'arson'" in str(told["as read"])
    assert "correct by Dana" in str(told["decisions"])


def test_a_rejected_statement_leaves_its_cluster_and_stays_in_the_record(case: Path) -> None:
    fire = said(read_record(case), "burned the town hall")
    after = made(case, "reject", fire.id, reason="a rumour").after
    assert fire in after.rejected
    assert all(fire.id not in event.statements for event in after.events)
    assert "reject by Dana" in str(explain_reference(after, fire.id)["decisions"])
    assert "a rumour" in str(explain_reference(after, fire.id)["decisions"])


def test_accepting_takes_a_rejected_statement_back_in(case: Path) -> None:
    before = read_record(case)
    fire = said(before, "burned the town hall")
    made(case, "reject", fire.id)
    assert made(case, "accept", fire.id).after.events == before.events


def test_a_merge_and_a_split_move_no_id_of_a_statement(case: Path) -> None:
    before = read_record(case)
    fire, arrests = said(before, "burned the town hall"), said(before, "detained 40")
    merged = made(case, "merge", home(before, fire), home(before, arrests)).after
    assert home(merged, fire) == home(merged, arrests)
    parted = made(case, "split", arrests.id).after
    assert home(parted, fire) != home(parted, arrests)
    assert {s.id for s in parted.statements} == {s.id for s in before.statements}
    assert [ruling.status for ruling in parted.decisions] == ["overruled", "holds"]


def test_a_later_merge_holds_against_an_earlier_split(case: Path) -> None:
    before = read_record(case)
    one, other = said(before, "burned the town hall"), said(before, "set fire")
    assert home(before, one) == home(before, other)
    apart = made(case, "split", one.id).after
    assert home(apart, one) != home(apart, other)
    again = made(case, "merge", one.id, other.id).after
    assert home(again, one) == home(again, other)


def test_the_answer_that_people_choose_is_shown_first(case: Path) -> None:
    record = add(case, "later", LATER)
    series = home(record, said(record, "Twelve people were killed", "figure"))
    after = made(case, "choose", series, changes=(("count", "at least 15"),)).after
    [shown] = [
        a for s in after.series if s.id == series for a in s.answers if a.attribute == "count" and a.shown
    ]
    assert (shown.value, shown.why) == ("at least 15", "chosen by Dana")


def test_undoing_gives_the_record_as_it_was_and_may_be_undone(case: Path) -> None:
    before = read_record(case)
    fire = said(before, "burned the town hall")
    after = made(case, "correct", fire.id, changes=(("type", "attack"),)).after
    back = undo(case, 1, by="Dana").after
    assert replace(back, decisions=()) == before
    again = undo(case, 2, by="Dana").after
    assert again.statements == after.statements
    with pytest.raises(InvalidDecisionError, match="undone already"):
        undo(case, 2, by="Dana")


def test_decisions_hold_when_documents_are_added_and_all_is_read_anew(case: Path) -> None:
    before = read_record(case)
    fire, other = said(before, "burned the town hall"), said(before, "set fire")
    made(case, "correct", fire.id, changes=(("actor", "students"), ("when", "2024-05-08")))
    made(case, "split", other.id)
    made(case, "reject", said(before, "dam broke").id)
    record = add(case, "later", LATER)
    assert {s.id: s.when for s in record.statements}[fire.id] == "2024-05-08"
    assert home(record, fire) != home(record, other)
    assert [s.citation.quote for s in record.rejected] == [said(before, "dam broke").citation.quote]
    assert {ruling.status for ruling in record.decisions} == {"holds"}
    assert redecide(case) == record == read_record(case)


def test_a_reprint_that_comes_later_leaves_decisions_where_they_were(case: Path) -> None:
    fire = said(read_record(case), "burned the town hall")
    made(case, "reject", fire.id)
    record = add(case, "copy", TEXTS["wire"] + "\n")
    assert [s.id for s in record.rejected] == [fire.id]


def moved(statement: Statement, by: int) -> Statement:
    """Return a statement as a better reader might cut it: `by` words of its start left out, so with another id."""
    at = statement.citation
    cut = len(" ".join(at.quote.split(" ")[:by])) + 1
    span = Span(at.span.start + cut, at.span.end)
    return replace(statement, citation=replace(at, span=span, quote=at.quote[cut:]))


def test_a_decision_finds_its_words_again_when_offsets_and_ids_move(case: Path) -> None:
    fire = said(read_record(case), "burned the town hall")
    after = made(case, "reject", fire.id).after
    better = replace(after, rejected=(moved(fire, 1),))
    again = weigh(better, read_journal(case))
    assert [s.id for s in again.rejected] == [moved(fire, 1).id] != [fire.id]
    assert again.decisions[0].status == "holds"


def test_a_decision_whose_words_are_gone_is_listed_and_kept(case: Path) -> None:
    fire = said(read_record(case), "burned the town hall")
    after = made(case, "reject", fire.id).after
    gone = weigh(replace(after, rejected=()), read_journal(case))
    assert gone.decisions[0].status == "lost"
    assert [t.reason for t in gone.troubles] == [
        "reject by Dana: its words are no longer found in any statement"
    ]
    assert weigh(gone, read_journal(case)).troubles == gone.troubles


def test_a_decision_on_one_sense_of_words_never_falls_on_another(case: Path) -> None:
    dead = said(read_record(case), "Twelve people were killed")
    after = made(case, "reject", dead.id).after
    other = replace(dead, claim=replace(dead.claim, type="injury"))  # type: ignore[call-arg]  # an event
    again = weigh(replace(after, rejected=(other,)), read_journal(case))
    assert again.rejected == ()
    assert again.decisions[0].status == "lost"


def test_a_preview_writes_nothing(case: Path) -> None:
    before, journal = read_record(case), (case / "journal.jsonl").read_bytes()
    fire = said(before, "burned the town hall")
    outcome = preview(case, [Request("reject", (fire.id,))])
    assert fire in outcome.after.rejected
    assert read_record(case) == before
    assert (case / "journal.jsonl").read_bytes() == journal


@pytest.mark.parametrize(
    ("action", "fields", "message"),
    [
        ("correct", {"changes": (("type", "dance"),)}, "type is one of"),
        ("correct", {"changes": (("colour", "red"),)}, "no field 'colour'"),
        ("correct", {"changes": (("low", "3"),)}, "has no low"),
        ("correct", {"changes": (("when", "yesterday"),)}, "when is a date"),
        ("correct", {"changes": (("where", "Nowhere at all"),)}, "no place is called"),
        ("correct", {"changes": (("where", "Bridge@99,1"),)}, "no point on Earth"),
        ("correct", {}, "nothing is changed"),
        ("merge", {}, "merge wants"),
        ("choose", {}, "choose wants"),
        ("note", {}, "a note needs a text"),
        ("undo", {}, "there is no decision"),
        ("redact", {}, "wants the words"),
    ],
)
def test_what_cannot_be_decided_is_refused_and_nothing_is_written(
    case: Path, action: str, fields: dict[str, object], message: str
) -> None:
    fire = said(read_record(case), "burned the town hall")
    with pytest.raises(InvalidDecisionError, match=message):
        made(case, action, fire.id, **fields)
    assert read_journal(case) == ()


def test_an_unknown_id_and_a_decision_by_nobody_are_refused(case: Path) -> None:
    with pytest.raises(UnknownReferenceError):
        made(case, "reject", "zz")
    with pytest.raises(InvalidDecisionError, match="who decides"):
        decide(case, [Request("note", ("wire",), value="x")], by=" ")


def test_a_place_that_no_gazetteer_knows_may_be_told_with_its_point(case: Path) -> None:
    fire = said(read_record(case), "burned the town hall")
    after = made(case, "correct", fire.id, changes=(("where", "Old Bridge@42.9,71.4"),)).after
    place = {s.id: s for s in after.statements}[fire.id].where
    assert place
    assert (place.id, place.latitude) == ("hand:old bridge", 42.9)


@pytest.mark.parametrize(
    "harm",
    [
        lambda data: data[:-9],  # half a last line
        lambda data: data.replace(b"reject", b"accept", 1),  # altered
        lambda data: b"".join(data.splitlines(keepends=True)[1:]),  # cut out
    ],
)
def test_a_harmed_journal_stops_decisions_and_compiles_and_is_left_as_it_is(
    case: Path, harm: Callable[[bytes], bytes]
) -> None:
    record = read_record(case)
    for quote in ("burned", "set fire"):
        made(case, "reject", said(record, quote).id)
    journal = case / "journal.jsonl"
    journal.write_bytes(harm(journal.read_bytes()))
    harmed = journal.read_bytes()
    assert any(finding.where.startswith("journal.jsonl") for finding in verify_case(case))
    with pytest.raises(DamagedCaseError, match=r"journal\.jsonl"):
        made(case, "reject", said(record, "detained").id)
    with pytest.raises(DamagedCaseError, match=r"journal\.jsonl"):
        add(case, "later", LATER)
    assert journal.read_bytes() == harmed


@pytest.mark.parametrize(
    ("harm", "told"),
    [
        (
            lambda data: data.splitlines(keepends=True)[0],
            "journal.jsonl:2 is missing: record.sqlite knows it",
        ),
        (lambda _: b"", "journal.jsonl:1 is missing: record.sqlite knows it"),
        (
            lambda data: data.replace(b"second", b"twelfth"),
            "journal.jsonl:2 is not as record.sqlite knows it",
        ),
    ],
)
def test_lines_that_are_cut_off_or_altered_at_the_end_are_missed(
    case: Path, harm: Callable[[bytes], bytes], told: str
) -> None:
    for reason in ("first", "second"):
        made(case, "note", "wire", value="x", reason=reason)
    journal = case / "journal.jsonl"
    whole = journal.read_bytes()
    journal.write_bytes(harm(whole))
    assert told in [f"{finding.where} {finding.what}" for finding in verify_case(case)]
    with pytest.raises(DamagedCaseError, match=told.split(" ", maxsplit=1)[0]):
        made(case, "note", "wire", value="y")
    with pytest.raises(DamagedCaseError, match=told.split(" ", maxsplit=1)[0]):
        add(case, "later", LATER)
    journal.write_bytes(whole)
    assert verify_case(case) == ()


def test_a_writer_that_died_before_its_decision_took_effect_is_caught_up(case: Path) -> None:
    stale = (case / "record.sqlite").read_bytes()
    fire = said(read_record(case), "burned the town hall")
    made(case, "reject", fire.id)
    (case / "record.sqlite").write_bytes(stale)
    after = made(case, "note", "wire", value="checked").after
    assert [s.id for s in after.rejected] == [fire.id]


def _note(case: Path, text: str) -> None:
    decide(case, [Request("note", ("wire",), value=text)], by=text)


def test_two_writers_at_once_lose_nothing(case: Path) -> None:
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=_note, args=(case, f"writer {n}")) for n in range(2)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert sorted(decision.by for decision in read_journal(case)) == ["writer 0", "writer 1"]
    assert verify_case(case) == ()


def test_a_clock_that_goes_back_breaks_no_chain(case: Path) -> None:
    for at in ("2024-05-09T10:00:00+00:00", "2023-01-01T00:00:00+00:00"):
        decide(case, [Request("note", ("wire",), value="x")], by="Dana", at=at)
    assert [d.sequence for d in read_journal(case)] == [1, 2]
    assert verify_case(case) == ()


def test_the_command_decides_previews_lists_and_undoes(
    case: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fire = said(read_record(case), "burned the town hall")
    correction = ["decide", str(case), "correct", fire.id, "type=attack", "--json"]
    assert run([*correction, "--dry-run"]) == 0
    assert json.loads(capsys.readouterr().out)["dry_run"] is True
    assert run(correction) == 2  # by whom?
    assert run([*correction, "--by", "Dana"]) == 0
    capsys.readouterr()
    assert run(["decide", str(case), "undo", "1", "--by", "Dana"]) == 0
    assert run(["decide", str(case), "list", "--json"]) == 0
    listed = json.loads(capsys.readouterr().out)["decisions"]
    assert [ruling["status"] for ruling in listed] == ["undone", "holds"]
    assert run(["decide", str(case), "queue", "--json"]) == 0


def test_an_older_line_of_the_journal_still_reads(case: Path) -> None:
    line = {"sequence": 1, "at": "2024-05-09", "by": "Dana", "action": "note", "about": ["wire"]}
    older = line | {"value": "", "reason": "why", "previous": ""}
    (case / "journal.jsonl").write_text(json.dumps(older) + "\n")
    assert read_journal(case)[0].targets == ()
    assert redecide(case).decisions[0].status == "holds"


def test_a_day_in_the_past_knows_the_decisions_on_what_was_published_by_then(case: Path) -> None:
    record = read_record(case)
    made(case, "reject", said(record, "burned the town hall").id)
    after = made(case, "reject", said(record, "set fire").id).after
    then = record_as_of(after, date(2024, 5, 7))
    assert [s.citation.document for s in then.rejected] == ["wire"]
    assert {ruling.status for ruling in then.decisions} == {"holds"}
    assert not [trouble for trouble in then.troubles if trouble.file.startswith("journal")]


def test_which_answer_the_case_shows_first_holds_when_decisions_are_made(case: Path) -> None:
    record = add(case, "later", LATER)
    options = case / "case.toml"
    options.write_text(options.read_text() + '\nshown_first = "latest"\n')
    series = home(record, said(record, "Twelve people were killed", "figure"))
    after = made(case, "note", "wire", value="looked at").after
    redone = redecide(case)
    [count] = [
        a for s in redone.series if s.id == series for a in s.answers if a.attribute == "count" and a.shown
    ]
    assert count.why == "published last"
    assert after.series == redone.series
