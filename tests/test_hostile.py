"""A folder that means harm, through the command: each trouble told once, nothing run. Composed texts."""

import json
import re
from pathlib import Path

import pytest

from svod.cli import run
from svod.model import Record
from svod.store import read_record

STORY = "Flood water broke a dam above Taraz on Monday. Twelve people were killed, the mayor said.\n"
RUSSIAN = "В понедельник паводок прорвал плотину. Погибли двенадцать человек, сообщили в мэрии города.\n"
EVIL = "<script>alert('evil')</script>"
ESCAPE = "\x1b[31m\x1b]0;owned\x07"
MARKUP = "[bold red]loud[/] [link=file:///etc/passwd]here[/link] [/]"
PAGE = (
    f"<html><head><title>Dam {EVIL.replace('<', '&lt;')} holds</title></head><body>"
    + "<script>steal('evil-in-page')</script>" * 200
    + f"<img src=x onerror=evil-handler()><article><h1>Dam holds</h1><p>{STORY}</p>"
    + "<p>Engineers opened two gates at night and the water fell.</p></article></body></html>"
)
TROUBLES = {
    "documents.jsonl:4": "is not JSON: Expecting value",
    "empty.txt": "is empty",
    "long.txt": "is larger than 20 MB",
    "photo.txt": "is a JPEG image, not text",
    "sheet.xlsx": "no reader for .xlsx",
}
SIDECAR = [
    {"file": "evil.txt", "title": f"Dam {EVIL}", "publisher": f"Post {EVIL}", "url": "javascript:evil()"},
    {"file": "markup.txt", "title": MARKUP, "publisher": MARKUP},
    {"file": "cp1251.txt", "published": "2024-05-06"},
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("hostile")
    (path / "evil.txt").write_text(f"{STORY}{EVIL} said the mayor. Two people were injured.\n", newline="")
    (path / "markup.txt").write_text(f"{STORY}{MARKUP}\n", newline="")
    (path / "empty.txt").write_bytes(b"")
    (path / "photo.txt").write_bytes(b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(range(256)) * 9)
    (path / "long.txt").write_bytes(b"a" * 50_000_000)
    (path / "sheet.xlsx").write_bytes(b"PK\x03\x04")
    (path / "cp1251.txt").write_bytes(RUSSIAN.encode("cp1251"))
    (path / "page.html").write_text(PAGE)
    lines = [*map(json.dumps, SIDECAR), '{"file": "page.html", "genre": broken']
    (path / "documents.jsonl").write_text("\n".join(lines))
    return path


@pytest.fixture(scope="module")
def case(folder: Path) -> Path:
    made = folder.parent / "hostile.case"
    assert run(["compile", str(folder), "-o", str(made), "--workers", "1"]) == 0
    return made


@pytest.fixture(scope="module")
def record(case: Path) -> Record:
    return read_record(case)


@pytest.fixture(scope="module")
def report(case: Path) -> str:
    out = case.parent / "report.html"
    assert run(["report", str(case), "-o", str(out)]) == 0
    return out.read_text("utf-8")


def test_each_trouble_is_in_the_record_once(record: Record) -> None:
    assert [(t.file, t.reason) for t in record.troubles] == sorted(TROUBLES.items())


def test_each_trouble_is_in_the_answer_once(case: Path, folder: Path, capsys: pytest.CaptureFixture) -> None:
    assert run(["compile", str(folder), "-o", str(case), "--workers", "1", "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert [(t["file"], t["reason"]) for t in answer["troubles"]] == sorted(TROUBLES.items())


@pytest.mark.parametrize("file", TROUBLES)
def test_each_trouble_is_in_the_report_once(report: str, file: str) -> None:
    shown = re.sub(r"<[^>]*>", " ", report)
    assert shown.count(file) == 1
    assert TROUBLES[file] in shown


def test_the_rest_is_read(record: Record) -> None:
    assert [d.id for d in record.documents] == ["cp1251", "evil", "markup", "page"]
    assert record.documents[0].text == RUSSIAN
    assert {s.citation.document for s in record.statements} == {"cp1251", "evil", "markup", "page"}


def test_nothing_of_a_page_s_scripts_is_kept(record: Record, report: str) -> None:
    page = next(d for d in record.documents if d.id == "page")
    for evil in ("evil-in-page", "evil-handler"):
        assert evil not in page.text
        assert evil not in report


def test_scripts_in_texts_titles_and_names_stay_text(report: str) -> None:
    assert EVIL not in report
    assert "&lt;script&gt;alert(" in report
    assert 'href="javascript:' not in report


def test_the_report_asks_for_nothing_from_elsewhere(report: str) -> None:
    assert not re.findall(r"""(?:src|href)=["']?(?:https?:)?//""", report)


def test_the_case_still_proves_itself(case: Path) -> None:
    assert run(["verify", str(case)]) == 0


@pytest.mark.parametrize("word", ["evil", "markup", "page"])
def test_markup_of_the_terminal_is_shown_as_it_stands(
    case: Path, word: str, capsys: pytest.CaptureFixture
) -> None:
    assert run(["explain", str(case), word]) == 0
    out = capsys.readouterr().out
    assert word != "markup" or "[bold red]loud[/]" in out
    assert "\x1b" not in out


NAMES = [
    "[bold]x[].txt",
    "[link=x].txt",
    "red\x1b[31m.txt",
    "bell\x07.txt",
    "two\nlines.txt",
    "<b>.txt",
    "a\u202eb.txt",
]


@pytest.mark.parametrize("name", NAMES)
def test_no_name_of_a_file_reaches_the_terminal_as_a_command(
    tmp_path: Path, name: str, capsys: pytest.CaptureFixture
) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / name).write_bytes(b"")
    (tmp_path / "in" / f"good{name}").write_text(STORY)
    assert run(["compile", str(tmp_path / "in"), "-o", str(tmp_path / "c"), "--workers", "1"]) == 0
    shown = capsys.readouterr().err
    assert not set(shown) & {"\x1b", "\x07", "\u202e"}
    assert "is empty" in shown


def test_escapes_in_a_text_and_a_title_reach_no_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture
) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(f"{STORY * 40}{ESCAPE}Two people were {ESCAPE}injured.\n")
    case = str(tmp_path / "c")
    assert run(["compile", str(tmp_path / "in"), "-o", case, "--workers", "1", "--title", f"x{ESCAPE}y"]) == 0
    last = read_record(Path(case)).statements[-1]
    assert run(["explain", case, last.id]) == 0
    assert run(["explain", case, "a"]) == 0
    shown = capsys.readouterr()
    assert not {"\x1b", "\x07"} & set(shown.out + shown.err)
    assert "x\\x1b[31m" in shown.err
