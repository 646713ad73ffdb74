"""What is withheld is in nothing that leaves a case. Composed texts."""

import json
import shutil
from pathlib import Path

import pypdfium2
import pytest

from svod.cli import run
from svod.deciding import decide, undo
from svod.decisions import Request
from svod.errors import InvalidDecisionError
from svod.model import Span
from svod.pipeline import compile_case
from svod.publishing import BAR, make_bars, published
from svod.store import read_record, verify_case

TEXTS = {
    "talk-with-marta-velten": (
        "The flood in Lindau. Marta Velten, a resident of Lindau, said that police had beaten her neighbour"
        " on 5 May 2024. Two people drowned in Lindau on 4 May 2024, Velten said. Minister Jonas Krell promised"
        " 500,000 euros to the families.\n"
    ),
    "report": (
        "Police detained Marta Velten in Lindau on 6 May 2024. Interior Minister Jonas Krell said that"
        " two people had drowned. Protesters demanded that Marta Velten be released.\n"
    ),
}
NAMES = ("velten", "marta", "%56elten")
URL = "https://example.org/talk/marta%20%56elten"


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("flood")
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(text)
    rows = [
        {"file": f"{name}.txt", "published": "2024-05-07", "title": f"Of {name}", "url": URL}
        for name in TEXTS
    ]
    (folder / "documents.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    compile_case([folder], folder / "flood.case", workers=1)
    return folder / "flood.case"


@pytest.fixture(scope="module")
def withheld(case: Path) -> Path:
    decide(
        case,
        [Request("redact", (), value="Marta Velten", reason="Marta Velten is a witness")],
        by="A. Reader",
    )
    return case


TABLES = ("disagreements", "documents", "entities", "events", "figures", "framing", "geojson")
MORE = ("mentions", "promises", "statements", "troubles")


@pytest.mark.parametrize("name", [*TABLES, *MORE])
def test_no_export_holds_a_withheld_name(withheld: Path, tmp_path: Path, name: str) -> None:
    assert run(["export", str(withheld), "-f", name, "-o", str(tmp_path / "out")]) == 0
    written = (tmp_path / "out").read_text("utf-8").casefold()
    assert [part for part in NAMES if part in written] == []


def test_no_folder_of_tables_holds_a_withheld_name(withheld: Path, tmp_path: Path) -> None:
    assert run(["export", str(withheld), "-f", "csv", "-o", str(tmp_path / "tables")]) == 0
    files = sorted((tmp_path / "tables").iterdir())
    assert files
    for file in files:
        written = (file.name + file.read_text("utf-8")).casefold()
        assert [part for part in NAMES if part in written] == [], file.name


def test_no_report_holds_a_withheld_name_in_any_layer(withheld: Path, tmp_path: Path) -> None:
    page, paper = tmp_path / "report.html", tmp_path / "report.pdf"
    assert run(["report", str(withheld), "-o", str(page)]) == 0
    assert run(["report", str(withheld), "--format", "pdf", "-o", str(paper)]) == 0
    layer = "".join(sheet.get_textpage().get_text_range() for sheet in pypdfium2.PdfDocument(paper))
    for written in (page.read_text("utf-8"), layer, paper.read_bytes().decode("latin-1")):
        assert [part for part in NAMES if part in written.casefold()] == []
    assert BAR in page.read_text("utf-8")


def test_a_redaction_holds_that_is_in_the_journal_alone(case: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.case"
    shutil.copytree(case, copy)
    before = (copy / "record.sqlite").read_bytes()
    decide(copy, [Request("redact", (), value="Jonas Krell")], by="A. Reader")
    (copy / "record.sqlite").write_bytes(before)
    assert run(["export", str(copy), "-f", "statements", "-o", str(tmp_path / "out")]) == 0
    assert "Krell" not in (tmp_path / "out").read_text("utf-8")


def test_every_quote_is_still_a_stretch_of_its_text(withheld: Path) -> None:
    record = published(read_record(withheld))
    texts = {document.id: document.text for document in record.documents}
    assert record.statements
    for said in record.statements:
        assert said.citation.span.of(texts[said.citation.document]) == said.citation.quote
    for mention in record.mentions:
        assert mention.span.of(texts[mention.document]) == mention.text


def test_every_reference_still_finds_its_statement(withheld: Path) -> None:
    record = published(read_record(withheld))
    known = {said.id for said in record.statements}
    assert {key for event in record.events for key in event.statements} <= known
    assert {reading.statement for series in record.series for reading in series.readings} <= known
    assert {key for key, _ in record.origins} <= known


def test_the_case_keeps_its_words_and_verifies(withheld: Path) -> None:
    assert any("Marta Velten" in document.text for document in read_record(withheld).documents)
    assert verify_case(withheld) == ()


def test_what_the_public_profile_withholds_is_private_persons_and_exact_places(case: Path) -> None:
    record = published(read_record(case), "public")
    words = " ".join(document.text for document in record.documents)
    assert "Velten" not in words
    assert "Jonas Krell" in words
    places = [event.where for event in record.events if event.where]
    assert places
    assert all(place.latitude == round(place.latitude, 1) and place.radius_km >= 10 for place in places)


def test_words_that_stand_nowhere_are_refused(case: Path) -> None:
    with pytest.raises(InvalidDecisionError, match="stands nowhere"):
        decide(case, [Request("redact", (), value="Nobody Atall")], by="A. Reader")


def test_an_undone_redaction_shows_the_words_again(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXTS["report"])
    case = tmp_path / "a.case"
    compile_case([tmp_path / "a.txt"], case, workers=1)
    outcome = decide(case, [Request("redact", (), value="Marta Velten")], by="A. Reader")
    assert "Velten" not in published(outcome.after).documents[0].text
    after = undo(case, outcome.decisions[0].sequence, by="A. Reader").after
    assert published(after) == after
    assert after.documents[0].text.startswith("Police detained Marta Velten")


def test_a_passage_over_lines_and_quotation_marks_is_found() -> None:
    text = 'Nobody came. "We stood — \n\n   – at the weir," she said.'
    assert len(make_bars(['came. "We stood — \n – at the']).spans(text)) == 1
    assert make_bars(["came We"]).spans(text) == (Span(7, 16),)
    assert make_bars(["stood at"]).spans(text) == ()
