"""Every format from a real writer to a quote at its place in the original. Composed texts."""

import io
import json
from collections.abc import Sequence
from pathlib import Path

import docx
import made_files as made
import pypdfium2
import pytest
from lxml import html

from svod.ingest import read_documents
from svod.model import Document, Span, locate, location
from svod.pipeline import compile_case
from svod.store import verify_case


def read(folder: Path, files: dict[str, bytes]) -> tuple[Document, ...]:
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return read_documents([folder]).documents


def places(one: Document, words: str) -> str:
    at = one.text.index(words)
    return location(one.parts, Span(at, at + len(words)))


@pytest.mark.parametrize("name", made.FILES)
def test_every_format_holds_the_story_and_proves_itself(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(made.FILES[name])
    case = tmp_path / "case"
    first = compile_case([tmp_path / name], case, workers=1)
    assert any("Twelve people were killed" in d.text for d in first.documents)
    assert any(s.kind == "figure" and "Twelve" in s.citation.quote for s in first.statements)
    assert verify_case(case) == ()
    (tmp_path / name).unlink()
    assert compile_case([], case, workers=1).documents == first.documents


@pytest.mark.parametrize("name", ["a.html", "a.warc", "a.eml", "a.docx", "a.csv", "a.rss"])
def test_every_quote_of_a_structured_file_has_a_place(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(made.FILES[name])
    record = compile_case([tmp_path / name], tmp_path / "case", workers=1)
    parts = {d.id: d.parts for d in record.documents}
    assert record.statements
    assert all(locate(parts[s.citation.document], s.citation.span) for s in record.statements)


def test_a_page_s_quote_stands_in_its_element(tmp_path: Path) -> None:
    [one] = read(tmp_path, {"a.html": made.PAGE.encode()})
    [part] = locate(one.parts, Span(one.text.index("Two people"), one.text.index("Two people") + 3))
    [element] = html.document_fromstring(made.PAGE).xpath(part.name)
    assert made.OTHER in "".join(element.itertext())


def test_a_word_document_gives_paragraphs_rows_and_properties(tmp_path: Path) -> None:
    [one] = read(tmp_path, {"a.docx": made.word()})
    assert (one.title, one.author, one.source.named) == ("Dam breaks", "Ana", False)
    assert places(one, "Twelve") == "paragraph 1"
    assert places(one, "Lunz | 12") == "table 1, row 2 of table 1"
    number = int(locate(one.parts, Span(one.text.index("Two people"), len(one.text)))[0].name)
    assert docx.Document(io.BytesIO(made.word())).paragraphs[number - 1].text == made.OTHER


def quoted_page(data: bytes, one: Document, words: str) -> str:
    """Return the text of the page that a quote is said to stand on, without white space."""
    at = one.text.index(words)
    page = next(p for p in locate(one.parts, Span(at, at + len(words))) if p.kind == "page")
    document = pypdfium2.PdfDocument(data)
    return "".join(document[int(page.name) - 1].get_textpage().get_text_range().split())


def squeezed(words: str) -> str:
    return "".join(words.split())


def test_a_printed_file_keeps_pages_and_joins_lines(tmp_path: Path) -> None:
    data = made.PRINTED.read_bytes()
    [one] = read(tmp_path, {"a.pdf": data})
    assert {made.STORY, made.OTHER, made.THIRD} <= set(one.text.split("\n\n"))
    assert (one.media_type, one.encoding, one.title) == ("application/pdf", "text layer", "Dam breaks")
    for words in (made.STORY, made.OTHER, made.THIRD):
        assert squeezed(words) in quoted_page(data, one, words)
    assert places(one, "Twelve") == "page 1, paragraph 2 of page 1"
    assert not places(one, "Two people").startswith("page 1")


def test_a_file_that_chromium_prints_now(tmp_path: Path) -> None:
    made.print_pdf(made.printed_page(), tmp_path / "a.pdf")
    [one] = read(tmp_path, {})
    assert squeezed(made.OTHER) in quoted_page((tmp_path / "a.pdf").read_bytes(), one, made.OTHER)
    assert one.published is None
    assert one.captured


def test_a_scan_is_listed_where_no_program_reads_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    (tmp_path / "a.pdf").write_bytes(made.SCANNED.read_bytes())
    [trouble] = read_documents([tmp_path / "a.pdf"]).troubles
    assert trouble.reason == "is a PDF without a text layer, and no OCR program (tesseract) is installed"


def test_a_scan_is_marked_where_a_program_reads_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "tesseract"
    words = (
        f"5\\t1\\t1\\t1\\t1\\t{n}\\t9\\t9\\t9\\t9\\t90\\t{word}" for n, word in enumerate(made.STORY.split())
    )
    row = "\\n".join(("head", *words))
    program.write_text(
        "#!/bin/sh\ncase $1 in --version) echo tesseract 5.3.0;; --list-langs) echo eng;; "
        f"*) [ \"$4\" = eng ] && head -c 2 | grep -q P5 && printf '{row}';; esac\n"
    )
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    (tmp_path / "a.pdf").write_bytes(made.SCANNED.read_bytes())
    [one] = read_documents([tmp_path / "a.pdf"]).documents
    assert (one.text, one.encoding) == (made.STORY, "OCR by tesseract 5.3.0")
    assert places(one, "Twelve") == "scanned page 1 (OCR), paragraph 1 of page 1"


def test_a_feed_gives_its_entries_with_local_day_and_publisher(tmp_path: Path) -> None:
    got = read(tmp_path, {"a.rss": made.rss(), "a.atom": made.atom()})
    assert {d.file for d in got} == {"a.atom!/dam", "a.rss!/dam", "a.rss!/hail"}
    assert {d.published for d in got} == {"2024-06-02"}
    assert {d.source.name for d in got} == {"Lunz Post"}
    assert got[0].published_from == "feed"


def test_an_entry_that_comes_again_is_one_document(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    case = tmp_path / "case"
    (tmp_path / "in" / "a.rss").write_bytes(made.rss().replace(made.OTHER.encode(), b"Snow fell in Orel."))
    first = compile_case([tmp_path / "in"], case, workers=1)
    (tmp_path / "in" / "a.rss").write_bytes(made.rss())
    again = compile_case([tmp_path / "in"], case, workers=1)
    assert len(first.documents) == 2
    assert len(again.documents) == 3
    assert {d.id for d in first.documents} < {d.id for d in again.documents}
    assert verify_case(case) == ()


def test_a_web_archive_keeps_address_and_time_of_capture(tmp_path: Path) -> None:
    style = ("https://post.example/s.css", b"a{}", "text/css")
    [one] = read(
        tmp_path,
        {"a.wacz": made.wacz(("https://post.example/2024/dam", made.PAGE.encode(), "text/html"), style)},
    )
    assert (one.id, one.url, one.captured) == ("dam", "https://post.example/2024/dam", "2024-06-05T10:00:00Z")
    assert one.file == "a.wacz!/archive/data.warc.gz!/https://post.example/2024/dam"
    assert (one.published, one.source.name) == (None, "post.example")
    [trouble] = read_documents([tmp_path]).troubles
    assert trouble.reason == "holds records that are no pages, passed over: 1 text/css"


@pytest.mark.parametrize("name", ["result.json", "messages.html"])
def test_posts_of_a_channel(tmp_path: Path, name: str) -> None:
    got = read(tmp_path, {name: made.FILES[name]})
    assert [(d.id, d.file, d.published, d.source.name) for d in got] == [
        ("Lunz-Alerts-2", f"{name}!/2", "2024-06-02", "Lunz Alerts"),
        ("Lunz-Alerts-3", f"{name}!/3", "2024-06-03", "Lunz Alerts"),
    ]
    assert got[1].text.split() == ["Two", "people", "were", "injured", "in", "Orel", "by", "hail."]
    assert got[0].published_from == "export"


@pytest.mark.parametrize("name", ["a.csv", "a.jsonl"])
def test_rows_of_a_table(tmp_path: Path, name: str) -> None:
    got: Sequence[Document] = read(tmp_path, {name: made.FILES[name]})
    assert next((d.title, d.published or "", d.source.name) for d in got) == (
        "Dam breaks",
        "2024-06-02",
        "Lunz Post",
    )
    assert got[0].text == f"Dam breaks\n\n{made.STORY}"
    assert places(got[0], "Twelve") == f"row {2 if name == 'a.csv' else 1}, paragraph 1"


def test_columns_that_nobody_would_guess_are_told(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(f"x,y\n{OTHER_CELL},2024-06-02\n")
    assert "no column" in read_documents([tmp_path]).troubles[0].reason
    told = {"file": "a.csv", "columns": {"text": "x", "published": "y"}}
    (tmp_path / "documents.jsonl").write_text(json.dumps(told))
    [one] = read_documents([tmp_path]).documents
    assert (one.text, one.published) == (made.OTHER, "2024-06-02")


OTHER_CELL = f'"{made.OTHER}"'
