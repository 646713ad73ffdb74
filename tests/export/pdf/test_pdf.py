"""The PDF: the same bytes twice, all words of the record, nothing of a source read as markup."""

from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from svod.cli import run
from svod.export.pdf import make_pdf
from svod.export.pdf.content import content_of
from svod.model import Bearing, Record, Shift, ShiftStep

LETTERS = "ӘәҒғҚқҢңӨөҰұҮүҺһІі"
MARKUP = '#panic("x") *bold* $x$ @label <tag> `code` \\ [ ] // \u202e'


def words_of(pdf: bytes) -> str:
    """All text of a PDF on one line."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()
    return " ".join(" ".join(pages).split())


def test_the_same_record_gives_the_same_bytes(record: Record) -> None:
    assert make_pdf(record) == make_pdf(record)


def test_title_figures_and_quotes_stand_in_it(record: Record) -> None:
    text = words_of(make_pdf(record))
    assert record.title in text
    for series in record.series:
        assert series.title in text
    squeezed = "".join(text.split())
    missing = [
        said.citation.quote
        for said in record.statements
        if "".join(said.citation.quote.split()) not in squeezed
    ]
    assert len(missing) <= len(record.statements) // 5, "words broken over pages are rare"


def test_each_quote_has_a_footnote_that_says_where_it_stands(record: Record) -> None:
    squeezed = "".join(words_of(make_pdf(record)).split())
    for said in record.statements:
        span = said.citation.span
        assert f"characters{span.start}to{span.end}" in squeezed


def test_kazakh_letters_have_glyphs(record: Record) -> None:
    assert LETTERS in words_of(make_pdf(replace(record, title=f"Б {LETTERS}")))


@pytest.mark.parametrize("title", [MARKUP, "", "x" * 5000, "\x00\ud800"])
def test_no_title_breaks_it_or_is_read_as_markup(record: Record, title: str) -> None:
    text = words_of(make_pdf(replace(record, title=title)))
    if title == MARKUP:
        assert '#panic("x") *bold* $x$ @label <tag> `code`' in text


def test_an_empty_record_is_set() -> None:
    text = words_of(make_pdf(Record("Nothing yet", (), (), (), (), (), (), (), (), (), ())))
    assert "No difference was found" in text


def test_content_holds_plain_data_only(record: Record) -> None:
    def plain(value: object) -> bool:
        if isinstance(value, dict):
            return all(isinstance(key, str) and plain(one) for key, one in value.items())
        return (
            all(map(plain, value)) if isinstance(value, list) else isinstance(value, str | int | float | bool)
        )

    assert plain(content_of(record))


def test_the_command_writes_it(example_case: Path, tmp_path: Path) -> None:
    target = tmp_path / "report.pdf"
    assert run(["report", str(example_case), "--format", "pdf", "-o", str(target)]) == 0
    assert target.read_bytes().startswith(b"%PDF-1.7")


def test_what_became_of_a_promise_and_changes_of_names_stand_in_it(record: Record) -> None:
    promise = next(s for s in record.statements if s.kind == "commitment")
    later = next(s for s in record.statements if s.kind == "event")
    steps = tuple(
        ShiftStep((words,), day, day, ()) for words, day in (("crowd", "2031-05-01"), ("mob", "2031-05-03"))
    )
    told = replace(
        record,
        bearings=(Bearing(promise.id, later.id, "done"),),
        shifts=(Shift("The Ferry Post", "crowd", steps),),
    )
    text = words_of(make_pdf(told))
    assert "Told as done later:" in text
    assert "The Ferry Post: crowd until 1 May 2031, mob from 3 May 2031" in text
