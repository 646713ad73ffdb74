"""The case folder: nothing lost, damage told, one writer; composed texts only."""

import hashlib
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from svod.errors import DamagedCaseError
from svod.model import (
    Citation,
    Decision,
    Document,
    EventClaim,
    Mention,
    Original,
    Record,
    Source,
    Span,
    Statement,
    Trouble,
)
from svod.store import (
    append_decisions,
    is_case,
    lock_case,
    original_path,
    read_journal,
    read_options,
    read_record,
    stored_originals,
    verify_case,
    write_case,
)

TEXT = "The river Aksu rose.\nTwo bridges fell."


def document(id_: str, text: str = TEXT) -> Document:
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Document(
        id_,
        f"{id_}.txt",
        text,
        digest,
        digest,
        "text/plain",
        "utf-8",
        "en",
        "",
        None,
        None,
        "",
        "",
        Source(id_),
    )


def fallen(document: Document) -> Statement:
    span = Span(21, 37)
    citation = Citation(document.id, span, span.of(document.text))
    claim = EventClaim("destruction", None, None)
    return Statement(citation, claim, "affirmed", "actual", None, "", None, (), "frame fall", Span(33, 37))


def record_of(*documents: Document) -> Record:
    said = tuple(map(fallen, documents))
    mentions = tuple(
        Mention(d.id, "name", Span(4, 14), "river Aksu", "Aksu", "other", "test") for d in documents
    )
    origins = tuple((one.id, "witness") for one in said)
    trouble = Trouble("broken.txt", "is empty")
    return Record("Flood", documents, said, mentions, origins, (), (), (), (), (), (trouble,))


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Write documents with their bytes as a case and return its path."""

    def _write(*documents: Document) -> Path:
        originals = []
        for one in documents:
            path = tmp_path / "in" / one.file
            path.parent.mkdir(exist_ok=True)
            path.write_text(one.text, newline="")
            originals.append(Original(one.id, one.file, one.sha256, path, (("genre", "news"),)))
        write_case(tmp_path / "case", record_of(*documents), originals)
        return tmp_path / "case"

    return _write


def test_a_case_holds_what_was_written(write: Callable[..., Path]) -> None:
    one, two = document("one"), document("two", TEXT + " Nobody was hurt.")
    case = write(one, two)
    assert read_record(case) == record_of(one, two)
    assert verify_case(case) == ()
    assert original_path(case, one.sha256).read_text() == TEXT
    assert (case / "originals" / one.sha256[:2] / one.sha256).is_file()
    assert read_options(case).title == "Flood"


def test_stored_originals_can_be_compiled_again_without_the_old_paths(write: Callable[..., Path]) -> None:
    case = write(document("one"))
    (case.parent / "in" / "one.txt").unlink()
    [kept] = stored_originals(case)
    assert (kept.document, kept.file, kept.facts) == ("one", "one.txt", (("genre", "news"),))
    assert kept.path.read_text() == TEXT
    write_case(case, record_of(document("one")), [kept])
    assert verify_case(case) == ()


def test_a_second_compile_changes_neither_options_nor_journal_nor_originals(
    write: Callable[..., Path],
) -> None:
    case = write(document("one"))
    (case / "case.toml").write_text('title = "Mine"\ntime_zone = "Asia/Tashkent"\n')
    sign(case, "why")
    journal = (case / "journal.jsonl").read_bytes()
    before = original_path(case, document("one").sha256).stat().st_mtime_ns
    write(document("one"), document("two", TEXT + " More."))
    assert (case / "journal.jsonl").read_bytes() == journal
    assert read_options(case).time_zone == "Asia/Tashkent"
    assert original_path(case, document("one").sha256).stat().st_mtime_ns == before


def test_a_record_without_an_original_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DamagedCaseError, match="original of document one is missing"):
        write_case(tmp_path / "case", record_of(document("one")), [])


def test_bytes_that_changed_while_they_were_read_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "one.txt"
    path.write_text("something else")
    one = document("one")
    with pytest.raises(DamagedCaseError, match="changed while it was read"):
        write_case(tmp_path / "case", record_of(one), [Original("one", "one.txt", one.sha256, path)])
    assert not list((tmp_path / "case" / "originals").rglob("*.tmp"))


def test_a_folder_of_something_else_is_not_turned_into_a_case(
    write: Callable[..., Path], tmp_path: Path
) -> None:
    (tmp_path / "case").mkdir()
    (tmp_path / "case" / "thesis.doc").write_text("precious")
    with pytest.raises(DamagedCaseError, match=r"other files in it, e\.g\. thesis\.doc"):
        write(document("one"))
    assert sorted(path.name for path in (tmp_path / "case").iterdir()) == ["thesis.doc"]


def test_a_file_in_place_of_a_case_is_told(tmp_path: Path) -> None:
    (tmp_path / "case").write_text("")
    with pytest.raises(DamagedCaseError, match="is a file"):
        write_case(tmp_path / "case", record_of(), [])


@pytest.mark.parametrize("read", [read_record, verify_case])
def test_a_folder_that_is_no_case_is_told(read: Callable[[Path], object], tmp_path: Path) -> None:
    assert not is_case(tmp_path)
    for path in (tmp_path, tmp_path / "nowhere"):
        with pytest.raises(DamagedCaseError, match=r"case|compile"):
            read(path)


# How a case is damaged, and where the finding says that it is.
DAMAGES: list[tuple[str, Callable[[Path], object], str]] = [
    ("original changed", lambda c: _first_original(c).write_text("x"), "originals/"),
    ("original gone", lambda c: _first_original(c).unlink(), "document one"),
    ("original misnamed", lambda c: _first_original(c).rename(c / "originals" / "ab"), "document one"),
    (
        "stray bytes",
        lambda c: (c / "originals/zz").mkdir() or (c / "originals/zz/x").write_text(""),
        "originals/x/x",
    ),
    ("index broken", lambda c: (c / "documents.jsonl").write_text("{"), "documents.jsonl"),
    ("index gone", lambda c: (c / "documents.jsonl").unlink(), "documents.jsonl"),
    ("text changed", lambda c: _sql(c, "UPDATE documents SET text = 'x'"), "statement "),
    (
        "quote changed",
        lambda c: _sql(c, "UPDATE statements SET citation = replace(citation, 'Two', 'Ten')"),
        "statement",
    ),
    ("mention changed", lambda c: _sql(c, "UPDATE mentions SET text = 'lake'"), "mention one:4-14"),
    (
        "offset wild",
        lambda c: _sql(c, """UPDATE mentions SET span = '{"start":-9,"end":-1}'"""),
        "mention one:-9--1",
    ),
    ("hash wild", lambda c: _sql(c, "UPDATE documents SET sha256 = '../../etc'"), "document one"),
    ("cell broken", lambda c: _sql(c, "UPDATE statements SET claim = '[[['"), "record.sqlite"),
    ("cell of another type", lambda c: _sql(c, "UPDATE statements SET polarity = 'maybe'"), "record.sqlite"),
    ("table gone", lambda c: _sql(c, "DROP TABLE labels"), "record.sqlite"),
    ("record cut short", lambda c: os.truncate(c / "record.sqlite", 9000), "record.sqlite"),
    ("record is no database", lambda c: (c / "record.sqlite").write_text("hello" * 999), "record.sqlite"),
    ("record with a page of zeros", lambda c: _overwrite(c, 4096, bytes(4096)), "record.sqlite"),
    (
        "record whose schema is no text",
        lambda c: _replace(c, b"SELECT series.id", b"SELEC\xde series.id"),
        "record.sqlite",
    ),
    ("record empty", lambda c: (c / "record.sqlite").write_bytes(b""), "record.sqlite"),
    ("record gone", lambda c: (c / "record.sqlite").unlink(), "record.sqlite"),
    ("record newer", lambda c: _sql(c, "PRAGMA user_version = 99"), "record.sqlite"),
    ("journal gone", lambda c: (c / "journal.jsonl").unlink(), "journal.jsonl"),
    ("journal forged", lambda c: (c / "journal.jsonl").write_text("{}\n"), "journal.jsonl:1"),
]


def _first_original(case: Path) -> Path:
    return original_path(case, document("one").sha256)


def _overwrite(case: Path, at: int, data: bytes) -> None:
    with (case / "record.sqlite").open("rb+") as stream:
        stream.seek(at)
        stream.write(data)


def _replace(case: Path, old: bytes, new: bytes) -> None:
    path = case / "record.sqlite"
    path.write_bytes(path.read_bytes().replace(old, new))


def _sql(case: Path, statement: str) -> None:
    connection = sqlite3.connect(case / "record.sqlite")
    connection.execute(statement)
    connection.commit()
    connection.close()


@pytest.mark.parametrize(("damage", "where"), [row[1:] for row in DAMAGES], ids=[row[0] for row in DAMAGES])
def test_damage_is_found_and_said_where(
    write: Callable[..., Path], damage: Callable[[Path], object], where: str
) -> None:
    case = write(document("one"))
    damage(case)
    findings = verify_case(case)
    assert any(finding.where.startswith(where) for finding in findings), findings
    assert all(finding.what for finding in findings)


@pytest.mark.parametrize(
    ("damage", "reason"),
    [
        (lambda c: os.truncate(c / "record.sqlite", 9000), "is damaged"),
        (lambda c: (c / "record.sqlite").write_text("hello" * 999), "is damaged"),
        (lambda c: (c / "record.sqlite").write_bytes(b""), "is no record of svod"),
        (lambda c: _sql(c, "PRAGMA user_version = 99"), "was written by a newer svod"),
        (lambda c: _sql(c, "UPDATE statements SET claim = '[[['"), "is damaged"),
        (lambda c: _sql(c, "DELETE FROM meta"), "is damaged"),
        (lambda c: _overwrite(c, 4096, bytes(4096)), "is damaged"),
        (
            lambda c: _replace(c, b"SELECT series.id", b"SELEC\xde series.id"),
            "is damaged",
        ),
    ],
)
def test_a_damaged_record_is_one_clear_error(
    write: Callable[..., Path], damage: Callable[[Path], object], reason: str
) -> None:
    case = write(document("one"))
    damage(case)
    with pytest.raises(DamagedCaseError, match=reason):
        read_record(case)


def test_the_lock_keeps_a_second_process_out_and_ends_with_the_first(tmp_path: Path) -> None:
    script = (
        "import sys, pathlib; from svod.store import lock_case\n"
        "with lock_case(pathlib.Path(sys.argv[1])):\n    print('held', flush=True); sys.stdin.read()\n"
    )
    command = [sys.executable, "-c", script, str(tmp_path / "case")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"held\n"
        with (
            pytest.raises(DamagedCaseError, match="being written by another svod"),
            lock_case(tmp_path / "case"),
        ):
            pass
        other.kill()
    with lock_case(tmp_path / "case"), lock_case(tmp_path / "case"):
        assert not is_case(tmp_path / "case")


@pytest.mark.parametrize("left_behind", ["record.sqlite.tmp", "record.sqlite-wal", "record.sqlite-journal"])
def test_what_a_killed_writer_left_does_no_harm(write: Callable[..., Path], left_behind: str) -> None:
    case = write(document("one"))
    (case / left_behind).write_bytes(b"half a record")
    write(document("one"), document("two", TEXT + " More."))
    assert len(read_record(case).documents) == 2
    assert not (case / left_behind).exists()


def test_a_writer_that_fails_leaves_the_old_record(write: Callable[..., Path], tmp_path: Path) -> None:
    case = write(document("one"))
    surrogate = replace(record_of(document("one")), title="\ud800")
    with pytest.raises(DamagedCaseError, match="cannot write"):
        write_case(case, surrogate, stored_originals(case))
    assert read_record(case) == record_of(document("one"))
    assert not list(case.glob("*.tmp"))


def test_full_text_search_finds_words_of_any_script(write: Callable[..., Path]) -> None:
    text = "Река вышла из берегов.\nҚала су астында."
    one = document("one", text + " " * 9)
    case = write(one)
    connection = sqlite3.connect(case / "record.sqlite")
    query = "SELECT id FROM documents d JOIN documents_search s ON d.rowid = s.rowid WHERE documents_search MATCH ?"
    assert connection.execute(query, ("река",)).fetchall() == [("one",)]
    assert connection.execute(query, ("қала",)).fetchall() == [("one",)]
    connection.close()


def sign(case: Path, reason: str) -> None:
    rejected = Decision(0, "", "", "reject", ("a", "b"), "", reason, "")
    append_decisions(case, [rejected], by="Dana", at="2024-04-09")


def test_decisions_are_chained_and_read_in_order(write: Callable[..., Path]) -> None:
    case = write(document("one"))
    for reason in ("first", "второй"):
        sign(case, reason)
    first, second = read_journal(case)
    line = (case / "journal.jsonl").read_bytes().splitlines()[0]
    assert (first.sequence, first.previous, first.reason) == (1, "", "first")
    assert (second.sequence, second.previous) == (2, hashlib.sha256(line).hexdigest())


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        (b"first", b"forged", "journal.jsonl:2"),  # the line after no longer follows
        (b'"sequence":2', b'"sequence":3', "journal.jsonl:2"),
        (b"reject", b"dance", "journal.jsonl:1"),
        (b"\n", b"", "journal.jsonl"),
    ],
)
def test_a_changed_journal_is_found_and_not_written_to(
    write: Callable[..., Path], old: bytes, new: bytes, where: str
) -> None:
    case = write(document("one"))
    for reason in ("first", "second"):
        sign(case, reason)
    journal = case / "journal.jsonl"
    journal.write_bytes(journal.read_bytes().replace(old, new))
    assert any(finding.where == where for finding in verify_case(case))
    with pytest.raises(DamagedCaseError, match=r"journal\.jsonl"):
        sign(case, "third")


@pytest.mark.parametrize("text", ["title = ", "title = 7", "\udcff", 'shown_first = "loudest"'])
def test_broken_options_are_one_clear_error(write: Callable[..., Path], text: str) -> None:
    case = write(document("one"))
    (case / "case.toml").write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(DamagedCaseError, match=r"case\.toml"):
        read_options(case)


def test_a_title_with_quotes_and_newlines_comes_back(tmp_path: Path) -> None:
    title = 'The "great"\nflood \\ Тасқын 🌊 \x7f'
    write_case(tmp_path / "case", replace(record_of(), title=title), [])
    assert read_options(tmp_path / "case").title == title
