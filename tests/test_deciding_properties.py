"""Whatever people decide in whatever order: the chain holds, and undoing all gives back what was read. Composed accounts."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from svod.decisions import Request, bind
from svod.errors import InvalidDecisionError
from svod.model import Decision, Record
from svod.pipeline import compile_case, weigh
from svod.store import append_decisions, read_journal, read_record, verify_case
from svod.store.journal import check_journal

STORY = (
    "Flood water broke a dam above Taraz on 6 May 2024. Twelve people were killed, the mayor said."
    " Protesters burned the town hall in Taraz on 7 May 2024. Police detained 40 people in Shymkent on 7 May 2024.\n"
)
ACTIONS = st.sampled_from(["accept", "reject", "correct", "merge", "split", "note", "undo"])
STEPS = st.lists(st.tuples(ACTIONS, st.integers(0, 30), st.integers(0, 30)), min_size=1, max_size=7)


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("story")
    for name in ("one", "two"):
        (folder / f"{name}.txt").write_text(f"{STORY}{name}\n")
    compile_case([folder], folder / "story.case", workers=1)
    return folder / "story.case"


def wished(record: Record, action: str, one: int, other: int) -> Request:
    ids = [s.id for s in (*record.statements, *record.rejected)]
    clusters = [c.id for c in (*record.events, *record.series)]
    first, second = ids[one % len(ids)], ids[other % len(ids)]
    match action:
        case "undo":
            return Request("undo", (str(one % (len(record.decisions) + 1)),))
        case "merge":
            return Request("merge", (clusters[one % len(clusters)], clusters[other % len(clusters)]))
        case "correct":
            return Request("correct", (first,), (("when", f"2024-05-{1 + other:02}"),))
        case "note":
            return Request("note", (first,), value=f"note {other}")
    return Request(action, (first, second) if one % 2 else (first,))  # type: ignore[arg-type]  # a word of ACTIONS


def decided(record: Record, steps: list[tuple[str, int, int]]) -> Record:
    """Return the record after the decisions of `steps` that can be made."""
    for step in steps:
        try:
            bound = bind(wished(record, *step), record)
        except InvalidDecisionError:
            continue
        made = [ruling.decision for ruling in record.decisions]
        record = weigh(record, [*made, replace(bound, sequence=len(made) + 1, by="Dana")])
    return record


SLOW = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))


@SLOW
@given(STEPS)
def test_undoing_all_gives_back_what_was_read(case: Path, steps: list[tuple[str, int, int]]) -> None:
    before = read_record(case)
    after = decided(before, steps)
    made = [ruling.decision for ruling in after.decisions]
    standing = [d for d in made if d.action != "undo"]
    undo = Decision(len(made) + 1, "", "Dana", "undo", tuple(str(d.sequence) for d in standing), "", "", "")
    undone = weigh(after, [*(d for d in made if d.action != "undo"), undo])
    assert replace(undone, decisions=()) == before


@SLOW
@given(STEPS)
def test_no_statement_is_lost_and_none_changes_its_id(case: Path, steps: list[tuple[str, int, int]]) -> None:
    before = read_record(case)
    after = decided(before, steps)
    assert {s.id for s in (*after.statements, *after.rejected)} == {s.id for s in before.statements}
    assert {s.citation for s in (*after.statements, *after.rejected)} == {
        s.citation for s in before.statements
    }
    assert not {s.id for s in after.statements} & {s.id for s in after.rejected}


@SLOW
@given(STEPS)
def test_a_record_may_be_weighed_anew_as_often_as_one_likes(
    case: Path, steps: list[tuple[str, int, int]]
) -> None:
    before = read_record(case)
    after = decided(before, steps)
    made = [ruling.decision for ruling in after.decisions]
    assert weigh(before, made) == weigh(after, made) == after


@contextmanager
def copied(case: Path) -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        yield Path(shutil.copytree(case, Path(folder) / "story.case"))


NOTES = st.lists(st.text(st.characters(codec="utf-8"), max_size=20), min_size=1, max_size=5)


@SLOW
@given(NOTES)
def test_what_is_appended_is_read_back_and_the_chain_holds(case: Path, notes: list[str]) -> None:
    with copied(case) as copy:
        for note in notes:
            blank = Decision(0, "", "", "note", (note,), note, note, "")
            append_decisions(copy, [blank], by=note, at="2024-05-09")
        assert [d.value for d in read_journal(copy)] == notes
        assert verify_case(copy) == ()


@SLOW
@given(NOTES, st.data())
def test_any_byte_that_is_altered_or_cut_is_found(case: Path, notes: list[str], data: st.DataObject) -> None:
    with copied(case) as copy:
        for note in notes:
            append_decisions(copy, [Decision(0, "", "", "note", (), note, "", "")], by="Dana", at="")
        whole = (copy / "journal.jsonl").read_bytes()
    last = whole.rindex(b"\n", 0, -1) + 1 if len(notes) > 1 else 0
    if data.draw(st.booleans()):  # cut inside the last line
        harmed = whole[: data.draw(st.integers(last + 1, len(whole) - 1))]
    else:  # alter one byte of a line that another one follows
        at = data.draw(st.integers(0, last - 2)) if last else 0
        byte = bytes([whole[at] ^ 1])
        harmed = whole[:at] + byte + whole[at + 1 :] if last else whole[1:]
    decisions, findings = check_journal(harmed)
    assert findings
    assert all(finding.where.startswith("journal.jsonl") for finding in findings)
    assert len(decisions) <= len(notes)
