"""What was read once is not read again, and the record is that of reading all at once. Composed texts."""

import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from svod import pipeline, unchanged
from svod.engine import fingerprint, key_of
from svod.errors import DamagedCaseError
from svod.model import Document, Record
from svod.pipeline import Account, compile_case, no_progress, update_case
from svod.store import open_kept, verify_case
from svod.unchanged import digest_of_given, is_standing

TEXTS = {
    "wire": "A flood broke the dam above Taraz on 6 May 2024. Twelve people were killed, the mayor said.\n",
    "paper": "Наводнение прорвало дамбу у Тараза 6 мая 2024 года. Погибли 14 человек, сообщил аким.\n",
    "post": "Police fired on the crowd in Taraz on Tuesday. Nobody answered our calls.\n",
    "note": "The government of Kazakhstan promised to rebuild the dam by July 2025.\n",
}


class Reader:
    """Counts the documents that are really read, and breaks off before one if told to."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.read: list[str] = []
        self._real = pipeline.read_account
        monkeypatch.setattr(pipeline, "read_account", self)

    def __call__(self, document: Document, prior: tuple[str, ...], limit_s: float) -> Account:
        self.read.append(document.id)
        return self._real(document, prior, limit_s)


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> Reader:
    return Reader(monkeypatch)


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(text, newline="")
    return folder


def compiled(case: Path, *paths: Path, progress: pipeline.Progress = no_progress) -> Record:
    return compile_case(paths, case, title="Flood", workers=1, progress=progress)


def bytes_of(case: Path) -> bytes:
    return (case / "record.sqlite").read_bytes()


def test_an_unchanged_case_is_not_read_again(reader: Reader, texts: Path, tmp_path: Path) -> None:
    case = tmp_path / "flood.case"
    first, before = compiled(case, texts), bytes_of(case)
    assert sorted(reader.read) == sorted(TEXTS)
    reader.read.clear()
    assert compiled(case, texts) == first
    assert compiled(case) == first
    assert (reader.read, bytes_of(case)) == ([], before)


@pytest.mark.parametrize("added", TEXTS)
def test_one_document_more_is_read_alone_and_gives_what_all_at_once_give(
    reader: Reader, texts: Path, tmp_path: Path, added: str
) -> None:
    compiled(tmp_path / "whole.case", texts)
    case = tmp_path / "flood.case"
    compiled(case, *(texts / f"{name}.txt" for name in TEXTS if name != added))
    reader.read.clear()
    compiled(case, texts / f"{added}.txt")
    assert reader.read == [added]
    assert bytes_of(case) == bytes_of(tmp_path / "whole.case")


def test_an_interrupted_compile_goes_on_where_it_stopped(reader: Reader, texts: Path, tmp_path: Path) -> None:
    def broken_off(_stage: str, accounts: Iterable[Account], _count: int) -> Iterator[Account]:
        for number, account in enumerate(accounts):
            if number == 2:
                raise KeyboardInterrupt
            yield account

    case = tmp_path / "flood.case"
    with pytest.raises(KeyboardInterrupt):
        compiled(case, texts, progress=broken_off)
    done = list(reader.read)
    reader.read.clear()
    compiled(case, texts)
    assert set(reader.read) == set(TEXTS) - set(done)
    compiled(tmp_path / "whole.case", texts)
    assert bytes_of(case) == bytes_of(tmp_path / "whole.case")


@pytest.mark.parametrize("damage", [b"", b"no database", b"SQLite format 3\x00" + bytes(200)])
def test_a_damaged_cache_costs_time_and_nothing_else(
    reader: Reader, texts: Path, tmp_path: Path, damage: bytes
) -> None:
    case = tmp_path / "flood.case"
    compiled(case, texts)
    before = bytes_of(case)
    (case / "cache.sqlite").write_bytes(damage)
    reader.read.clear()
    compiled(case, texts)
    assert (sorted(reader.read), bytes_of(case)) == (sorted(TEXTS), before)
    assert verify_case(case) == ()


def test_what_is_kept_and_cannot_be_read_is_read_anew(reader: Reader, texts: Path, tmp_path: Path) -> None:
    case = tmp_path / "flood.case"
    compiled(case, texts)
    before = bytes_of(case)
    with sqlite3.connect(case / "cache.sqlite") as connection:
        connection.execute("UPDATE kept SET value = '{\"mentions\": 3}'")
    connection.close()
    reader.read.clear()
    compiled(case, texts)
    assert (sorted(reader.read), bytes_of(case)) == (sorted(TEXTS), before)


def test_what_is_kept_and_was_altered_is_not_believed(reader: Reader, texts: Path, tmp_path: Path) -> None:
    case = tmp_path / "flood.case"
    compiled(case, texts)
    before = bytes_of(case)
    with sqlite3.connect(case / "cache.sqlite") as connection:
        connection.execute(
            "UPDATE kept SET value = replace(value, 'statements', 'mentions') WHERE length(key) = 64"
        )
        connection.execute("DELETE FROM kept WHERE length(key) < 64")
    connection.close()
    reader.read.clear()
    compiled(case, texts)
    assert (sorted(reader.read), bytes_of(case)) == (sorted(TEXTS), before)


def test_another_program_reads_all_anew(
    reader: Reader, texts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = tmp_path / "flood.case"
    compiled(case, texts)
    reader.read.clear()
    for module in (pipeline, unchanged):
        monkeypatch.setattr(module, "fingerprint", lambda *_: "another")
    compiled(case, texts)
    assert sorted(reader.read) == sorted(TEXTS)


def test_another_program_for_scans_is_another_thing_given(
    texts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "tesseract"
    program.write_text("#!/bin/sh\necho tesseract 9.9 eng\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", "/nowhere")
    before = digest_of_given([texts], "", "")
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    assert digest_of_given([texts], "", "") != before


def test_a_new_library_or_model_reads_all_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "some_model-1.0.dist-info"
    folder.mkdir()
    (folder / "METADATA").write_text("Metadata-Version: 2.1\nName: some-model\nVersion: 1.0\n")
    before = fingerprint.__wrapped__(("svod.store",), "svod.languages")
    monkeypatch.syspath_prepend(str(tmp_path))
    assert fingerprint.__wrapped__(("svod.store",), "svod.languages") != before


def test_what_an_account_reprints_is_no_part_of_reading_it(
    reader: Reader, texts: Path, tmp_path: Path
) -> None:
    case = tmp_path / "flood.case"
    long = " ".join(f"Porter {n} carried {n + 30} sacks up the dike on day {n}." for n in range(1, 40))
    (texts / "late.txt").write_text(f"12 May 2024\n{long}\n")
    compiled(case, texts)
    reader.read.clear()
    (texts / "early.txt").write_text(f"10 May 2024\n{long}\n")
    record = compiled(case, texts)
    assert {d.id: d.reprint_of for d in record.documents}["late"] == "early"
    assert reader.read == ["early"]


def slow(*_arguments: object) -> object:
    while True:
        pass


def test_a_document_past_its_time_is_told_and_tried_again(
    texts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = tmp_path / "flood.case"
    real = pipeline._read
    monkeypatch.setattr(pipeline, "_read", lambda d, prior: slow() if d.id == "wire" else real(d, prior))
    record = compile_case([texts], case, title="Flood", workers=1, limit_s=5)
    [trouble] = record.troubles
    assert (trouble.file, trouble.reason) == (
        "wire.txt",
        "could not be read through: takes longer than 5 seconds to read",
    )
    assert {s.citation.document for s in record.statements} == set(TEXTS) - {"wire"}
    monkeypatch.setattr(pipeline, "_read", real)
    compiled(case)
    compiled(tmp_path / "whole.case", texts)
    assert bytes_of(case) == bytes_of(tmp_path / "whole.case")


def test_what_no_document_asks_for_is_forgotten(texts: Path, tmp_path: Path) -> None:
    case = tmp_path / "flood.case"
    compiled(case, texts)
    with sqlite3.connect(case / "cache.sqlite") as connection:
        connection.execute("INSERT INTO kept VALUES (?, 'old')", ("0" * 64,))
    connection.close()
    (texts / "more.txt").write_text("A bridge fell in Taraz.\n")
    compiled(case, texts)
    with sqlite3.connect(case / "cache.sqlite") as connection:
        (count,) = connection.execute("SELECT count(*) FROM kept WHERE length(key) = 64").fetchone()
    connection.close()
    assert count == len(TEXTS) + 1


def test_a_record_that_was_swapped_is_made_again(reader: Reader, texts: Path, tmp_path: Path) -> None:
    case, other = tmp_path / "flood.case", tmp_path / "other.case"
    compiled(case, texts)
    before = bytes_of(case)
    compiled(other, texts / "wire.txt")
    (case / "record.sqlite").write_bytes(bytes_of(other))
    compiled(case)
    assert bytes_of(case) == before
    assert reader.read == [*sorted(TEXTS), "wire"]


def change(case: Path, sql: str) -> None:
    with sqlite3.connect(case / "record.sqlite") as connection:
        connection.execute(sql)
    connection.close()


def test_the_record_of_an_older_program_is_made_anew_with_its_troubles(texts: Path, tmp_path: Path) -> None:
    (texts / "blob.txt").write_bytes(bytes(range(256)) * 8)
    case = tmp_path / "flood.case"
    first, before = compiled(case, texts), bytes_of(case)
    assert [trouble.file for trouble in first.troubles] == ["blob.txt"]
    change(case, "PRAGMA user_version = 1")
    assert compiled(case) == first
    assert bytes_of(case) == before


@pytest.mark.parametrize("left", [0, 100, 5000])
def test_a_record_that_was_cut_is_made_anew_and_the_loss_is_told(
    texts: Path, tmp_path: Path, left: int
) -> None:
    case = tmp_path / "flood.case"
    first = compiled(case, texts)
    (case / "record.sqlite").write_bytes(bytes_of(case)[:left])
    again = compiled(case)
    assert again.statements == first.statements
    assert [trouble.file for trouble in again.troubles] == ["record.sqlite"]
    assert verify_case(case) == ()


@pytest.mark.parametrize("sql", ["PRAGMA user_version = 99", "PRAGMA application_id = 7"])
def test_what_a_newer_or_another_program_wrote_is_left_alone(texts: Path, tmp_path: Path, sql: str) -> None:
    case = tmp_path / "flood.case"
    compiled(case, texts)
    change(case, sql)
    before = bytes_of(case)
    with pytest.raises(DamagedCaseError, match=r"newer svod|no record of svod"):
        compiled(case)
    assert bytes_of(case) == before


def test_texts_are_told_apart_wherever_they_are_cut() -> None:
    assert len({key_of("ab", "c"), key_of("a", "bc"), key_of("abc"), key_of("abc", "")}) == 4


def test_a_fingerprint_is_that_of_the_files() -> None:
    assert fingerprint(("svod.model",), "svod.languages") != fingerprint(("svod.lang",), "svod.languages")
    assert len(fingerprint(("svod.model",), "svod.languages")) == 64


def test_an_unchanged_case_is_left_alone_before_a_document_is_read(
    monkeypatch: pytest.MonkeyPatch, texts: Path, tmp_path: Path
) -> None:
    case = tmp_path / "flood.case"
    assert update_case([texts], case, workers=1) is not None
    monkeypatch.delattr(pipeline, "read_documents")
    assert update_case([texts], case, workers=1) is None
    assert compile_case([texts], case, workers=1).documents


@pytest.mark.parametrize("touched", ["text", "sidecar", "original", "journal", "more"])
def test_whatever_changed_is_looked_at(texts: Path, tmp_path: Path, touched: str) -> None:
    case = tmp_path / "flood.case"
    update_case([texts], case, workers=1)
    original = next((case / "originals").glob("*/*"))
    path = {
        "text": texts / "wire.txt",
        "sidecar": texts / "documents.jsonl",
        "original": original,
        "journal": case / "journal.jsonl",
        "more": texts / "more.txt",
    }[touched]
    given = digest_of_given([texts], "", "")
    with path.open("a") as stream:
        stream.write("\n")
    with open_kept(case) as kept:
        assert not is_standing(case, kept, digest_of_given([texts], "", ""))
        assert touched in {"original", "journal"} or given != digest_of_given([texts], "", "")


def test_what_failed_is_tried_again_though_nothing_changed(texts: Path, tmp_path: Path) -> None:
    (texts / "odd.zzz").write_bytes(b"\x00\x01")
    update_case([texts], tmp_path / "flood.case", workers=1)
    with open_kept(tmp_path / "flood.case") as kept:
        assert not is_standing(tmp_path / "flood.case", kept, digest_of_given([texts], "", ""))
