"""A folder in which much is wrong: each trouble once, the rest goes on. Composed texts."""

import os
import random
import socket
from pathlib import Path

import pytest

from svod.ingest import Intake, read_documents
from svod.model import Trouble

STORY = "Flood water reached the lower streets of Tarvin on Monday, the town council said.\n"
RUSSIAN = "Паводок подошёл к нижним улицам города, сообщили в администрации. Эвакуированы сорок семей.\n"
PAGE = (
    "<html><head><title>Dam holds</title></head><body>"
    + "<script>stealCookies('evil')</script>" * 300
    + f"<article><h1>Dam holds</h1><p>{STORY}</p><p>Engineers opened two gates at night.</p></article>"
    + "<!-- hidden remark --></body></html>"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "reports"
    path.mkdir()
    (path / "good.txt").write_text(STORY, newline="")
    return path


def read(*paths: Path) -> Intake:
    return read_documents(paths)


def test_the_folder_of_all_troubles(folder: Path) -> None:
    (folder / "empty.txt").write_bytes(b"")
    (folder / "photo.txt").write_bytes(b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(range(256)) * 9)
    (folder / "long.txt").write_bytes(b"a" * 50_000_000)
    (folder / "cp1251.txt").write_bytes(RUSSIAN.encode("cp1251"))
    (folder / "page.html").write_text(PAGE)
    (folder / "documents.jsonl").write_text(
        '{"file": "good.txt", "publisher": "Tarvin Post"}\n{"file": "cp1251.txt", "genre": broken\n'
    )
    intake = read(folder)
    assert intake.troubles == (
        Trouble("documents.jsonl:2", "is not JSON: Expecting value"),
        Trouble("empty.txt", "is empty"),
        Trouble("long.txt", "is larger than 20 MB"),
        Trouble("photo.txt", "is a JPEG image, not text"),
    )
    assert [document.id for document in intake.documents] == ["cp1251", "good", "page"]
    russian, good, page = intake.documents
    assert (russian.text, russian.encoding, russian.language) == (RUSSIAN, "cp1251", "ru")
    assert good.source.name == "Tarvin Post"
    assert "evil" not in page.text
    assert "hidden remark" not in page.text
    assert "Engineers opened two gates" in page.text


# Name of a file, its bytes, and the reason why it is no document.
UNREADABLE = [
    ("blank.txt", b" \n\t\r\n", "is empty"),
    ("marked.txt", b"\xef\xbb\xbf", "is empty"),
    ("dots.txt", b"... --- ...", "holds no words"),
    ("picture.jpg", b"\xff\xd8\xff", "no reader for .jpg"),
    ("table.XYZ", b"a", "no reader for .xyz"),
    ("bare", b"a", "no reader for files without a suffix"),
    ("image.txt", b"\x89PNG\r\n\x1a\n", "is a PNG image, not text"),
    ("paper.txt", b"%PDF-1.7 text", "is a PDF file, not text"),
    ("letter.txt", b"PK\x03\x04 text", "is a ZIP archive or office file, not text"),
    ("noise.txt", random.Random(1).randbytes(4000), "is binary data, not text"),
    ("bell.txt", b"Ring \x07\x01\x02 twice", "is binary data, not text"),
    ("cut.txt", "\ufeffЗдесь был текст".encode("utf-16-le") + b"\x00", "is marked as utf-16-le but is not"),
    ("short.txt", "Пожар".encode("cp1251"), "is in no encoding that can be told for sure"),
    (
        "menu.html",
        b"<html><script>var a = 1</script></html>",
        "holds no account: no text outside scripts and menus",
    ),
    ("void.html", b"<html></html>", "holds no account: no text outside scripts and menus"),
]


@pytest.mark.parametrize(("name", "data", "reason"), UNREADABLE, ids=[row[0] for row in UNREADABLE])
def test_what_is_no_text_is_one_trouble(folder: Path, name: str, data: bytes, reason: str) -> None:
    (folder / name).write_bytes(data)
    intake = read(folder)
    assert intake.troubles == (Trouble(name, reason),)
    assert [document.id for document in intake.documents] == ["good"]


def test_the_same_bytes_are_read_once(folder: Path) -> None:
    (folder / "other.txt").write_text(STORY, newline="")
    intake = read(folder)
    assert [document.file for document in intake.documents] == ["good.txt"]
    assert intake.troubles == (Trouble("other.txt", "same bytes as good.txt"),)


def test_a_described_copy_is_kept_before_a_bare_one(folder: Path) -> None:
    (folder / "other.txt").write_text(STORY, newline="")
    (folder / "documents.jsonl").write_text('{"file": "other.txt", "genre": "wire"}')
    assert read(folder).troubles == (Trouble("good.txt", "same bytes as other.txt"),)


def test_links_are_followed_only_to_files_inside(folder: Path) -> None:
    (folder.parent / "secret.txt").write_text("The password of the mayor is known to few.")
    (folder / "out.txt").symlink_to(folder.parent / "secret.txt")
    (folder / "up").symlink_to(folder.parent)
    (folder / "loop").symlink_to(folder)
    (folder / "nowhere.txt").symlink_to(folder / "gone")
    (folder / "self.txt").symlink_to(folder / "self.txt")
    intake = read(folder)
    assert [document.file for document in intake.documents] == ["good.txt"]
    assert intake.troubles == (
        Trouble("loop", "is a link to a folder, which is not followed"),
        Trouble("nowhere.txt", "is a link that leads nowhere"),
        Trouble("out.txt", "is a link that leads out of the folder"),
        Trouble("self.txt", "is a link that leads nowhere"),
        Trouble("up", "is a link that leads out of the folder"),
    )


def test_what_is_no_regular_file_does_not_block(folder: Path) -> None:
    os.mkfifo(folder / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as endpoint:
        endpoint.bind(str(folder / "s.txt"))
        assert [trouble.reason for trouble in read(folder).troubles] == ["is not a regular file"] * 2


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_what_may_not_be_read_is_a_trouble(folder: Path) -> None:
    (folder / "locked.txt").write_text(STORY + "more")
    (folder / "locked.txt").chmod(0)
    (folder / "closed").mkdir(mode=0)
    troubles = read(folder).troubles
    (folder / "closed").chmod(0o700)
    assert troubles == (
        Trouble("closed/", "cannot be read: Permission denied"),
        Trouble("locked.txt", "cannot be read: Permission denied"),
    )


def test_a_path_that_is_not_there_is_a_trouble(folder: Path) -> None:
    assert read(folder / "gone.txt").troubles == (
        Trouble("gone.txt", "cannot be read: No such file or directory"),
    )


def test_a_name_that_is_not_unicode_is_shown_and_read(folder: Path) -> None:
    path = os.fsencode(folder) + b"/caf\xe9.txt"
    try:
        Path(os.fsdecode(path)).write_text(STORY + "more")
    except OSError:
        pytest.skip("this file system keeps names in Unicode")
    assert [document.file for document in read(folder).documents] == ["caf\ufffd.txt", "good.txt"]


def test_hidden_files_and_notices_are_passed_over_unless_named(folder: Path) -> None:
    for name in (".draft.txt", "README.md", "LICENSE", "NOTICE.txt", "readme-ru.txt", "Noticeboard.txt"):
        (folder / name).write_text(f"{STORY} in {name}")
    (folder / ".git").mkdir()
    (folder / ".git" / "x.txt").write_text("hidden words")
    intake = read(folder)
    assert [document.id for document in intake.documents] == ["Noticeboard", "good"]
    assert intake.troubles == ()
    (folder / "documents.jsonl").write_text('{"file": "README.md"}')
    assert "README" in [document.id for document in read(folder).documents]


def test_a_deep_tree_is_read_to_its_end(folder: Path) -> None:
    deep = folder.joinpath(*["d"] * 300)
    deep.mkdir(parents=True)
    (deep / "deep.txt").write_text(STORY + "deep")
    assert [document.id for document in read(folder).documents] == ["deep", "good"]


def test_a_case_beside_the_documents_is_none_of_them(folder: Path) -> None:
    case = folder / "case"
    (case / "originals" / "ab").mkdir(parents=True)
    (case / "originals" / "ab" / "ab12").write_text(STORY)
    (case / "journal.jsonl").write_text("")
    (case / "documents.jsonl").write_text('{"file": "good.txt"}')
    assert read(folder).troubles == ()
    assert read(case).troubles == (Trouble("case/", "is a case, not a folder of documents"),)
