"""A case takes more documents and compiles the union from what it keeps. Composed texts."""

from collections.abc import Sequence
from pathlib import Path
from shutil import rmtree

from svod.ingest import Intake, read_documents
from svod.model import Document, Record
from svod.store import lock_case, read_record, stored_originals, verify_case, write_case


def compile_into(case: Path, paths: Sequence[Path]) -> Intake:
    with lock_case(case):
        earlier = read_record(case).troubles if (case / "record.sqlite").exists() else ()
        intake = read_documents(paths, kept=stored_originals(case), earlier=earlier)
        record = Record("", intake.documents, *[()] * 8, intake.troubles)
        write_case(case, record, intake.originals)
    return intake


def folder(path: Path, **texts: str) -> Path:
    path.mkdir()
    for name, text in texts.items():
        (path / f"{name}.txt").write_text(text)
    return path


def documents(case: Path) -> tuple[Document, ...]:
    return read_record(case).documents


def test_the_union_is_compiled_without_the_old_paths(tmp_path: Path) -> None:
    old = folder(tmp_path / "old", a="Rain fell.", b="Hail fell.")
    (old / "documents.jsonl").write_text('{"file": "a.txt", "published": "2024-04-07", "publisher": "Post"}')
    compile_into(tmp_path / "case", [old])
    before = documents(tmp_path / "case")
    rmtree(old)
    compile_into(tmp_path / "case", [folder(tmp_path / "new", c="Snow fell.")])
    assert documents(tmp_path / "case")[:2] == before
    assert [document.id for document in documents(tmp_path / "case")] == ["a", "b", "c"]
    assert verify_case(tmp_path / "case") == ()


def test_in_parts_or_at_once_the_record_is_the_same(tmp_path: Path) -> None:
    one, two = folder(tmp_path / "one", a="Rain fell."), folder(tmp_path / "two", b="Hail fell.", bad="")
    compile_into(tmp_path / "parts", [two])
    compile_into(tmp_path / "parts", [one])
    compile_into(tmp_path / "whole", [one, two])
    assert read_record(tmp_path / "parts") == read_record(tmp_path / "whole")
    names = [sorted(p.name for p in (tmp_path / c / "originals").rglob("*")) for c in ("parts", "whole")]
    assert names[0] == names[1]


def test_a_second_compile_of_the_same_folder_changes_nothing(tmp_path: Path) -> None:
    one = folder(tmp_path / "one", a="Rain fell.", bad="")
    compile_into(tmp_path / "case", [one])
    before = read_record(tmp_path / "case")
    compile_into(tmp_path / "case", [one])
    assert read_record(tmp_path / "case") == before
