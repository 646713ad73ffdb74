"""Scans, read by the tesseract that is installed. Composed texts."""

import shutil
import subprocess
from pathlib import Path

import pytest
from scans import needs_tesseract, scanned

from svod.ingest import read_documents
from svod.ingest.readers import scans
from svod.ingest.readers.scans import LEAST_SURE, Recogniser, find_recogniser
from svod.model import Document, Span, Trouble, location
from svod.pipeline import compile_case
from svod.store import verify_case

ENGLISH = """Hail in Orel

Two people were injured by hail in Orel on 2 June 2024, firefighters said. Nobody was killed, but the
lake was white for an hour, and the ferry did not leave the pier before the evening bells.

About 140 roofs must be mended before autumn, the mayor said."""
RUSSIAN = """Град в Орле

Двое жителей пострадали от града в Орле 2 июня 2024 года, сообщили пожарные. Погибших нет, но озеро на час
побелело, и паром не отходил от причала до самого вечера.

До осени надо починить около 140 крыш, сказал мэр."""
KAZAKH = """Орелде бұршақ жауды

2024 жылғы 2 маусымда Орелде бұршақтан екі тұрғын жараланды, деп хабарлады өрт сөндірушілер. Қаза тапқандар
жоқ, бірақ көл бір сағатқа ағарып, паром кешке дейін айлақтан шықпады.

Күзге дейін 140 шақты шатырды жөндеу керек, деді әкім."""
TEXTS = {"en": ENGLISH, "ru": RUSSIAN, "kk": KAZAKH}


def read(
    folder: Path, *pages: str, seconds: float = 60.0
) -> tuple[tuple[Document, ...], tuple[Trouble, ...]]:
    (folder / "a.pdf").write_bytes(scanned(pages))
    got = read_documents([folder / "a.pdf"], seconds=seconds)
    return got.documents, got.troubles


def joined(text: str) -> str:
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in text.split("\n\n"))


@needs_tesseract
@pytest.mark.parametrize("language", TEXTS)
def test_a_scan_gives_its_paragraphs_in_its_language(tmp_path: Path, language: str) -> None:
    if (wanted := {"en": "eng", "ru": "rus", "kk": "kaz"}[language]) not in _languages():
        pytest.skip(f"tesseract has no model for it: apt install tesseract-ocr-{wanted}")
    [one], troubles = read(tmp_path, TEXTS[language])
    assert troubles == ()
    assert one.language == language
    assert one.text == joined(TEXTS[language])


def _languages() -> list[str]:
    recogniser = find_recogniser()
    return recogniser.languages.split("+") if recogniser else []


@needs_tesseract
def test_every_quote_of_a_scan_has_its_page_and_is_marked(tmp_path: Path) -> None:
    [one], _ = read(tmp_path, ENGLISH, RUSSIAN)
    at = one.text.index("Погибших нет")
    assert one.encoding.startswith("OCR by tesseract ")
    assert location(one.parts, Span(at, at + 8)) == "scanned page 2 (OCR), paragraph 2 of page 2"
    assert [part.name for part in one.parts if part.kind == "scan"] == ["1", "2"]


@needs_tesseract
def test_a_scan_compiles_to_a_case_that_proves_itself(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(scanned([ENGLISH]))
    record = compile_case([tmp_path / "a.pdf"], tmp_path / "c", workers=1)
    assert "2024-06-02" in {said.when for said in record.statements}
    assert verify_case(tmp_path / "c") == ()


@needs_tesseract
def test_an_empty_page_of_a_scan_is_told(tmp_path: Path) -> None:
    [_], troubles = read(tmp_path, ENGLISH, "#v(1cm)")
    assert troubles == (Trouble("a.pdf", "has pages without text that were not read: 2"),)


@needs_tesseract
def test_a_head_that_scanned_pages_repeat_is_left_out(tmp_path: Path) -> None:
    pages = [f"Orel Evening Post, sheet {n}\n\n{text}" for n, text in enumerate(TEXTS.values(), 1)]
    [one], _ = read(tmp_path, *pages)
    assert "Evening Post" not in one.text
    assert one.text == "\n\n".join(map(joined, TEXTS.values()))


@needs_tesseract
def test_pages_past_the_time_are_told_and_the_others_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spent = iter(range(0, 10_000, 200))
    monkeypatch.setattr(scans, "_children_s", lambda: float(next(spent)))
    [one], troubles = read(tmp_path, ENGLISH, ENGLISH, ENGLISH)
    assert "ferry" in one.text
    assert troubles == (Trouble("a.pdf", "has pages without text that were not read: 2-3"),)


@needs_tesseract
def test_a_program_that_breaks_off_costs_its_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def late(*_arguments: object) -> list[object]:
        raise subprocess.TimeoutExpired("tesseract", 1)

    monkeypatch.setattr(Recogniser, "lines", late)
    documents, [trouble] = read(tmp_path, ENGLISH)
    assert documents == ()
    assert trouble.reason == "is a PDF without a text layer, and OCR finds no words in it"


def test_what_the_program_is_not_sure_of_is_no_line() -> None:
    rows = [
        f"5\t1\t1\t1\t{line}\t1\t10\t{line * 40}\t90\t20\t{sure}\tword{line}"
        for line, sure in ((1, 95.0), (2, LEAST_SURE - 1), (3, LEAST_SURE))
    ]
    lines = scans._lines("\n".join(["head", *rows, "not a row", ""]))
    assert [line.text for line in lines] == ["word1", "word3"]


def test_no_program_reads_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    assert find_recogniser() is None
