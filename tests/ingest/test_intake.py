"""Many files to the documents of a case: ids, order, kept originals. Composed texts."""

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest

from svod.ingest import Outcome, Task, find_files, read_documents


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str], Path]:
    """Write a text under a name and return the path."""

    def _write(name: str, text: str) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        return path

    return _write


Write = Callable[[str, str], Path]


def test_documents_of_one_name_get_a_part_of_their_hash(write: Write) -> None:
    paths = [
        write("x/report.txt", "Rain fell."),
        write("y/report.txt", "Snow fell."),
        write("z/other.txt", "Hail."),
    ]
    intake = read_documents(paths)
    assert [d.id for d in intake.documents if d.id.startswith("report")] == sorted(
        f"report-{d.sha256[:8]}" for d in intake.documents if d.id != "other"
    )
    assert all(d.source.name == d.id for d in intake.documents)
    assert [o.document for o in intake.originals] == [d.id for d in intake.documents]


def test_the_order_of_paths_does_not_matter(write: Write, tmp_path: Path) -> None:
    write("x/report.txt", "Rain fell.")
    write("y/report.txt", "Snow fell.")
    write("y/copy.txt", "Rain fell.")
    write("y/sub/documents.jsonl", "{")
    paths = [tmp_path / "x", tmp_path / "y", tmp_path / "y" / "sub", tmp_path / "y" / "report.txt"]
    intakes = [read_documents(order) for order in permutations(paths)]
    assert all(intake == intakes[0] for intake in intakes)
    assert [d.file for d in intakes[0].documents] == ["copy.txt", "report.txt"]


def test_a_file_reached_twice_is_found_once_under_its_longest_name(write: Write, tmp_path: Path) -> None:
    path = write("x/sub/a.txt", "Rain fell.")
    for paths in ([tmp_path, path], [path, tmp_path / "x", tmp_path]):
        assert [found.file for found in find_files(paths).files] == ["x/sub/a.txt"]


def test_worker_processes_change_nothing(write: Write, tmp_path: Path) -> None:
    for n in range(6):
        write(f"x/{n}.txt", f"Rain fell for {n} days.")
    write("x/bad.txt", "")

    def pooled(function: Callable[[Task], Outcome], tasks: Sequence[Task]) -> Iterable[Outcome]:
        with ProcessPoolExecutor(2) as pool:
            return list(pool.map(function, tasks))

    assert read_documents([tmp_path], each=pooled) == read_documents([tmp_path])


def test_adding_to_a_case_keeps_the_old_documents_and_their_ids(write: Write) -> None:
    old = read_documents([write("x/report.txt", "Rain fell.")])
    new = read_documents([write("y/report.txt", "Snow fell.")], kept=old.originals)
    assert [d.id for d in new.documents] == ["report", f"report-{new.documents[1].sha256[:8]}"]
    assert new.documents[0] == old.documents[0]


def test_compiling_again_gives_the_same(write: Write, tmp_path: Path) -> None:
    write("x/report.txt", "Rain fell.")
    write("x/documents.jsonl", '{"file": "report.txt", "genre": "wire"}')
    once = read_documents([tmp_path])
    assert read_documents([tmp_path], kept=once.originals) == once
    assert read_documents([], kept=once.originals) == once


def test_a_new_sidecar_corrects_a_kept_document(write: Write, tmp_path: Path) -> None:
    path = write("x/report.txt", "Rain fell.")
    once = read_documents([path])
    kept = [replace(original, path=path) for original in once.originals]
    write("x/documents.jsonl", '{"file": "report.txt", "genre": "wire", "doc": "rain"}')
    [document] = read_documents([tmp_path / "x"], kept=kept).documents
    assert (document.genre, document.source.kind, document.id) == ("wire", "wire", "report")


def test_kept_bytes_under_a_new_name_are_a_trouble(write: Write) -> None:
    kept = read_documents([write("x/report.txt", "Rain fell.")]).originals
    intake = read_documents([write("x/again.txt", "Rain fell.")], kept=kept)
    assert [d.file for d in intake.documents] == ["report.txt"]
    assert [t.reason for t in intake.troubles] == ["same bytes as report.txt"]


def test_a_changed_file_of_a_kept_name_is_a_new_document(write: Write) -> None:
    kept = read_documents([write("x/report.txt", "Rain fell.")]).originals
    path = write("y/report.txt", "Rain fell. Update: it stopped.")
    assert len(read_documents([path], kept=kept).documents) == 2


def test_an_earlier_trouble_stays_until_its_file_is_met_again(write: Write, tmp_path: Path) -> None:
    write("x/bad.txt", "")
    write("x/documents.jsonl", "{")
    first = read_documents([tmp_path / "x"])
    assert len(first.troubles) == 2
    other = write("y/good.txt", "Rain fell.")
    assert read_documents([other], earlier=[t for t in first.troubles if t.file == "bad.txt"]).troubles
    write("x/bad.txt", "Snow fell.")
    write("x/documents.jsonl", '{"file": "bad.txt"}')
    assert read_documents([tmp_path / "x"], earlier=first.troubles).troubles == ()
