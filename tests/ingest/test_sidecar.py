"""Sidecars: their facts win, their faults are told. Composed texts."""

import json
from pathlib import Path

import pytest

from svod.ingest import Intake, read_documents
from svod.model import Document, Trouble

STORY = "Wind tore the roofs off in Melk on 3 May 2021, residents said.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "reports"
    (path / "sub").mkdir(parents=True)
    (path / "a.txt").write_text(STORY)
    (path / "sub" / "b.txt").write_text(STORY + "More is to follow.")
    return path


def read(folder: Path, *lines: object) -> Intake:
    text = "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines)
    (folder / "documents.jsonl").write_text(text, encoding="utf-8")
    return read_documents([folder])


def only(intake: Intake, file: str = "a.txt") -> Document:
    [document] = [document for document in intake.documents if document.file == file]
    return document


def test_all_facts_of_a_line_reach_the_document(folder: Path) -> None:
    facts = {"doc": "storm", "title": "Roofs", "published": "2021-05-04", "publisher": "Melk Post"}
    more = {"url": "https://melk.example/1", "lang": "de-AT", "genre": "wire", "shoe_size": 44}
    document = only(read(folder, {"file": "a.txt"} | facts | more))
    assert (document.id, document.title, document.url) == ("storm", "Roofs", "https://melk.example/1")
    assert (document.published, document.published_from) == ("2021-05-04", "sidecar")
    assert (document.language, document.genre) == ("de-AT", "wire")
    assert (document.source.name, document.source.named, document.source.kind) == ("Melk Post", True, "wire")


def test_without_a_publisher_the_source_is_unnamed(folder: Path) -> None:
    document = only(read(folder, ""))
    assert (document.source.name, document.source.named) == ("a", False)


# A line after a good one on a.txt, and what is said of it.
FAULTS = [
    ("{", "is not JSON: Expecting property name enclosed in double quotes"),
    ("[1]", "is not a JSON object"),
    ("7", "is not a JSON object"),
    ('{"doc": "x"}', "`file` is missing or is not text"),
    ('{"file": 7}', "`file` is missing or is not text"),
    ('{"file": "gone.txt"}', "names gone.txt, which is not there"),
    ('{"file": "a.txt"}', "names a.txt a second time"),
    ('{"file": "./a.txt"}', "names a.txt a second time"),
    ('{"file": "../secret.txt"}', "`file` leads out of the folder: ../secret.txt"),
    ('{"file": "sub/../../secret.txt"}', "`file` leads out of the folder: sub/../../secret.txt"),
    ('{"file": "/etc/passwd"}', "`file` leads out of the folder: /etc/passwd"),
    ('{"file": "C:/secret.txt"}', "`file` leads out of the folder: C:/secret.txt"),
    ('{"file": "."}', "`file` leads out of the folder: ."),
    (r'{"file": "..\\secret.txt"}', "`file` holds characters that no file name should"),
    (r'{"file": "a\u0000.txt"}', "`file` holds characters that no file name should"),
    (r'{"file": "\ud800.txt"}', "`file` holds characters that no file name should"),
    ('{"file": "sub/b.txt", "published": "tomorrow"}', "`published` is no date in EDTF: tomorrow, ignored"),
    (
        '{"file": "sub/b.txt", "published": "2021-02-30"}',
        "`published` is no date in EDTF: 2021-02-30, ignored",
    ),
    ('{"file": "sub/b.txt", "published": 2021}', "`published` is not text, ignored"),
    ('{"file": "sub/b.txt", "title": ["x"]}', "`title` is not text, ignored"),
    (r'{"file": "sub/b.txt", "title": "\udfff"}', "`title` is not text, ignored"),
    ('{"file": "sub/b.txt", "lang": "in English"}', "`lang` is no BCP 47 tag: in English, ignored"),
    (r'{"file": "sub/b.txt", "doc": "a\nb"}', "`doc` holds control characters, ignored"),
    ("[" * 60_000, "is not JSON: cannot be parsed"),
    ('{"file": "' + "x" * 70_000 + '"}', "is longer than 64 KB"),
]


@pytest.mark.parametrize(("line", "reason"), FAULTS, ids=[row[0][:40].replace("\\", "") for row in FAULTS])
def test_a_fault_is_told_with_its_line_and_the_rest_goes_on(folder: Path, line: str, reason: str) -> None:
    intake = read(folder, {"file": "a.txt", "doc": "first"}, line, "")
    assert intake.troubles == (Trouble("documents.jsonl:2", reason),)
    assert only(intake).id == "first"
    assert len(intake.documents) == 2


def test_a_line_that_is_not_utf8_is_told(folder: Path) -> None:
    (folder / "documents.jsonl").write_bytes('{"file": "б.txt"}'.encode("cp1251"))
    assert read_documents([folder]).troubles == (Trouble("documents.jsonl:1", "is not UTF-8"),)


def test_a_byte_order_mark_and_blank_lines_do_no_harm(folder: Path) -> None:
    assert only(read(folder, "\ufeff" + json.dumps({"file": "a.txt", "doc": "x"}), "", " ")).id == "x"


def test_thousands_of_faults_are_summed_up(folder: Path) -> None:
    troubles = read(folder, *["no json"] * 5000).troubles
    assert len(troubles) == 21
    assert troubles[0] == Trouble("documents.jsonl", "has 4980 more faults like these")


def test_a_bad_date_leaves_the_date_of_the_text(folder: Path) -> None:
    (folder / "a.txt").write_text(f"Storm\n4 May 2021\n\n{STORY}")
    document = only(read(folder, {"file": "a.txt", "published": "2021-99"}))
    assert (document.published, document.published_from) == ("2021-05-04", "byline")


def test_the_nearest_sidecar_has_the_last_word(folder: Path) -> None:
    (folder / "sub" / "documents.jsonl").write_text('{"file": "b.txt", "genre": "wire"}\n{')
    intake = read(folder, {"file": "sub/b.txt", "genre": "essay", "title": "Outer"})
    document = only(intake, "sub/b.txt")
    assert (document.genre, document.title) == ("wire", "Outer")
    assert [trouble.file for trouble in intake.troubles] == ["sub/documents.jsonl:2"]


def test_a_single_file_takes_its_line_from_the_sidecar_beside_it(folder: Path) -> None:
    read(folder, {"file": "a.txt", "doc": "x"}, {"file": "gone.txt"}, "{")
    intake = read_documents([folder / "a.txt"])
    assert [document.id for document in intake.documents] == ["x"]
    assert [trouble.file for trouble in intake.troubles] == ["documents.jsonl:3"]


def test_a_sidecar_that_leads_out_of_the_folder_is_refused(folder: Path) -> None:
    (folder.parent / "other.jsonl").write_text('{"file": "a.txt", "doc": "x"}')
    (folder / "documents.jsonl").symlink_to(folder.parent / "other.jsonl")
    intake = read_documents([folder])
    assert intake.troubles == (Trouble("documents.jsonl", "is a link that leads out of the folder"),)
    assert only(intake).id == "a"


def test_a_composed_name_is_found_in_either_form(folder: Path) -> None:
    (folder / "cafe\u0301.txt").write_text(STORY + "x")
    intake = read(folder, {"file": "caf\u00e9.txt", "doc": "cafe"})
    assert intake.troubles == ()
    assert "cafe" in [document.id for document in intake.documents]
